import NNIntegers
import Glibc

@testable import NNCore

/// A recorded table: lines of tab-separated fields (record.py says how they are written).
struct FormattingTable {
  let rows: [[[UInt8]]]

  init(_ name: String, file: String = #filePath) {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    let bytes = FormattingTable.contents(of: "/" + folder + "/Tables/" + name)
    rows = bytes.split(separator: 10).map { line in
      line.split(separator: 9, omittingEmptySubsequences: false).map(FormattingTable.unescape)
    }
  }

  private static func contents(of path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { return [] }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  private static func unescape(_ field: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var isEscaped = false
    for byte in field {
      if isEscaped {
        out.append(
          byte == UInt8(ascii: "t") ? 9 : byte == UInt8(ascii: "n") ? 10 : byte == UInt8(ascii: "r") ? 13 : byte)
        isEscaped = false
      } else if byte == 92 {
        isEscaped = true
      } else {
        out.append(byte)
      }
    }
    return out
  }
}

/// An operand or argument of a table.
enum RecordedOperand {
  case integer(IntegerOperand)
  case float(Double)
  case string([UInt8])

  /// Reads `i:…`, `f:…` or `s:…`.
  init(_ field: [UInt8]) {
    let body = Array(field.dropFirst(2))
    switch field.first {
    case UInt8(ascii: "i"):
      let text = String(decoding: body, as: UTF8.self)
      if let small = Int(text) {
        self = .integer(IntegerOperand(small))
      } else {
        self = .integer(big(text))
      }
    case UInt8(ascii: "f"): self = .float(double(bits: body))
    default: self = .string(body)
    }
  }
}

/// The integer that decimal digits write, with or without a minus sign.
func big(_ decimal: String) -> IntegerOperand {
  let isNegative = decimal.hasPrefix("-")
  let magnitude = BigInteger(digits: Array(decimal.utf8.dropFirst(isNegative ? 1 : 0)), radix: 10) ?? 0
  return IntegerOperand(isNegative ? -magnitude : magnitude)
}

func double(bits: some Collection<UInt8>) -> Double {
  Double(bitPattern: UInt64(text(bits), radix: 16) ?? 0)
}

func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

/// The result of `body`, an error in the table's form `!Class: message`.
func recorded(_ body: () throws(FormatError) -> [UInt8]) -> [UInt8] {
  do throws(FormatError) {
    return try body()
  } catch {
    let name: String
    switch error.kind {
    case .value: name = "ValueError"
    case .type: name = "TypeError"
    case .overflow: name = "OverflowError"
    case .memory: name = "MemoryError"
    }
    return Array("!\(name): \(error.message)".utf8)
  }
}

/// Collects differences, so that a broken rule is reported by a few examples instead of thousands of failures.
struct Differences {
  private(set) var count = 0
  private(set) var examples: [String] = []
  private(set) var checked = 0

  mutating func check(_ actual: [UInt8], _ expected: [UInt8], _ label: @autoclosure () -> String) {
    checked += 1
    guard actual != expected else { return }
    count += 1
    if examples.count < 25 { examples.append("\(label()):\n  got  \(text(actual))\n  want \(text(expected))") }
  }

  var summary: String { "\(count) of \(checked) differ\n" + examples.joined(separator: "\n") }
}
