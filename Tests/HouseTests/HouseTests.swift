import Foundation
import Testing

/// How the sources are built: floors, sizes, fences, and texts that have to agree with them.
@Suite("The house")
struct HouseTests {
  /// The folders of docs/floors.txt, a set a line.
  private static func order() throws -> [Set<String>] {
    try Repository.text("docs/floors.txt").split(separator: "\n")
      .map { Set($0.prefix { $0 != "#" }.split(separator: " ").map(String.init)) }.filter { !$0.isEmpty }
  }

  @Test("docs/floors.txt names every folder once, and no other")
  func floorsAreComplete() throws {
    let listed = try Self.order().flatMap { $0 }
    let folders = Set(Repository.sources.map(\.room))
    #expect(Set(listed).subtracting(folders).subtracting(["CProcess", "CEditLine"]).isEmpty)
    #expect(folders.subtracting(listed).isEmpty)
    #expect(Set(listed).count == listed.count)
  }

  @Test("no folder uses a higher one")
  func floors() throws {
    let upward = Floors(Repository.sources).upward(in: try Self.order())
    #expect(upward.isEmpty, "\(upward.joined(separator: "\n"))")
  }

  @Test("arrows are found")
  func arrows() {
    let floors = Floors([
      .init(path: "A/Low/x.swift", text: "struct Low {}\nfunc lowest() {}\n"),
      .init(path: "A/High/y.swift", text: "struct High { let low: Low // Higher\n  init() { lowest() } }\n"),
      .init(path: "B/z.swift", text: "struct Higher { let low: Low }\n"),
      .init(path: "C/w.swift", text: "import A\nlet text = \"High\"\nfunc f(_ low: Low) {}\n"),
    ])
    #expect(
      floors.arrows == [
        .init(from: "A/High", to: "A/Low"): ["Low", "lowest"], .init(from: "C", to: "A/Low"): ["Low"],
      ])
    #expect(floors.upward(in: [["A/High"], ["A/Low"], ["C"]]) == ["A/High -> A/Low: Low, lowest"])
    #expect(floors.upward(in: [["A/Low"], ["A/High", "C"]]).isEmpty)
  }

  @Test("no source file is over 600 lines")
  func lengths() {
    let long = Repository.sources.filter {
      $0.text.split(separator: "\n", omittingEmptySubsequences: false).count > 601
    }
    .map(\.path)
    #expect(long.isEmpty, "\(long)")
  }

  @Test("unsafe code stands in fence files only, and docs/architecture.md lists them")
  func fences() throws {
    let unsafe = /(?:^|[^\w(@.])unsafe [\w(\[]/
    let fences = Repository.sources.filter {
      $0.text.split(separator: "\n").prefix(3).contains { $0.contains("A fence file") }
    }
    .map(\.path)
    let outside = Repository.sources.filter {
      Floors.withoutTextAndComments($0.text).contains(unsafe) && !fences.contains($0.path)
    }.map(\.path)
    #expect(outside.isEmpty, "\(outside)")
    let architecture = try Repository.text("docs/architecture.md")
    let unlisted = fences.filter { !architecture.contains("`\($0)`") }
    #expect(unlisted.isEmpty, "\(unlisted)")
  }

  @Test("the embedded programs are those of scripts/")
  func embedded() throws {
    let generated = try Repository.shell("scripts/embed.sh --print")
    #expect(generated.code == 0)
    #expect(generated.output == (try Repository.text("Sources/nn/BundledPrograms+Texts.swift")))
    for file in try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "scripts").path)
    where file.hasSuffix(".nn") {
      #expect(!(try Repository.text("scripts/\(file)")).contains("\"\"\"#"), "\(file) cannot stand in a raw literal")
    }
  }
}

/// README.md beside the binary.
@Suite("The documents")
struct DocumentTests {
  /// The texts between lines ```LANGUAGE and ```.
  private static func blocks(_ document: String, _ language: String) throws -> [[Substring]] {
    var blocks: [[Substring]] = []
    var open: [Substring]?
    for line in try Repository.text(document).split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```" {
        if let lines = open { blocks.append(lines) }
        open = nil
      } else if line == "```\(language)" {
        open = []
      } else if open != nil {
        open?.append(line)
      }
    }
    return blocks
  }

  @Test("README.md's session is what the prompt answers")
  func session() throws {
    let sessions = try Self.blocks("README.md", "pycon")
    #expect(!sessions.isEmpty)
    for session in sessions {
      func isTyped(_ line: Substring) -> Bool { line.hasPrefix(">>> ") || line == ">>>" || line.hasPrefix("...") }
      let typed = session.filter(isTyped).map { $0.dropFirst(4) }.joined(separator: "\n")
      let answers = session.filter { !isTyped($0) }.joined(separator: "\n")
      let run = try Repository.shell("nn -i <<'END_OF_SESSION'\n\(typed)\n\nEND_OF_SESSION")
      #expect(run.output == answers + "\n")
    }
  }

  @Test("commands of the documents run", arguments: ["README.md", "docs/architecture.md"])
  func commands(document: String) throws {
    let lines = try Self.blocks(document, "sh").joined().map { $0.prefix { $0 != "#" } }
    for line in lines where line.hasPrefix("nn ") {
      let run = try Repository.shell(String(line))
      #expect(run.code == 0, "\(line)\n\(run.output)")
    }
    let makefile = try Repository.text("Makefile")
    for line in lines where line.hasPrefix("make ") {
      let target = line.split(separator: " ")[1]
      #expect(makefile.contains("\n\(target)") || makefile.contains(" \(target):"), "\(line)")
    }
  }

  @Test("grammar.md lists the magic lines without effect")
  func magicLines() throws {
    let source = try Repository.text("Sources/NNCore/Interpreter/MagicLines.swift")
    let grammar = try Repository.text("grammar.md")
    let heading = try #require(grammar.firstRange(of: "## Magic lines"))
    let section = grammar[heading.upperBound...].prefix { $0 != "#" }
    let ignored = source.matches(of: /"(%+\w+)"/).map { String($0.1) }
    let listed = section.matches(of: /`(%+\w+)`/).map { String($0.1) }
    #expect(!ignored.isEmpty)
    #expect(listed.sorted() == ignored.sorted())
  }

  @Test("links between documents lead to files", arguments: ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
  func links(document: String) throws {
    let folder = Repository.root.appending(path: document).deletingLastPathComponent()
    for match in try Repository.text(document).matches(of: /\]\(([^)#]+)/) where !match.1.contains("://") {
      let path = folder.appending(path: String(match.1)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(match.1)")
    }
  }
}
