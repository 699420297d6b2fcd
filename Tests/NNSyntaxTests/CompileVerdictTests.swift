import Testing

@testable import NNSyntax

/// Holds the parser against CPython's `compile`, recorded by `record_compile.py`.
@Suite struct CompileVerdictTests {
  /// One line of the recording.
  struct Record {
    let snippet: String
    let kind: String
    let line: Int?
    let message: String
    let deviation: String

    init?(_ text: String) {
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5 else { return nil }
      (snippet, kind, line, message, deviation) = (fields[0], fields[1], Int(fields[2]), fields[3], fields[4])
    }

    /// Why the parser's verdict is wrong, or nil.
    func complaint(_ verdict: Verdict) -> String? {
      let rejected = deviation.hasPrefix("rejects: ") ? deviation.dropFirst("rejects: ".count) : nil
      if deviation.hasPrefix("accepts: ") { return verdict.kind == "ok" ? nil : "rejected: \(verdict)" }
      if let rejected { return rejected.hasPrefix(verdict.message) && verdict.kind != "ok" ? nil : "\(verdict)" }
      guard verdict.kind == kind else { return "\(verdict) instead of \(kind): \(message)" }
      if kind == "ok" { return nil }
      if verdict.line != line { return "line \(verdict.line) instead of \(line ?? 0)" }
      let isMessageFree = deviation.hasPrefix("message: ")
      return isMessageFree || verdict.message == message ? nil : "\(verdict.message) instead of \(message)"
    }
  }

  @Test func agreesWithCPython() throws {
    let records = try Recordings.lines("compile_verdicts.txt").map { try #require(Record($0), "\($0)") }
    #expect(records.count >= 2500)
    for record in records {
      let complaint = record.complaint(Verdict(Recordings.decoded(record.snippet)))
      #expect(complaint == nil, "\(record.snippet)")
    }
  }

  @Test func deviationsAreFew() throws {
    let deviations = try Recordings.lines("compile_verdicts.txt").compactMap(Record.init).filter { $0.deviation != "-" }
    #expect(deviations.count < 40)
    for record in deviations {
      let isExplained = ["accepts: ", "rejects: ", "message: "].contains { record.deviation.hasPrefix($0) }
      #expect(isExplained, "\(record.snippet)")
    }
  }
}
