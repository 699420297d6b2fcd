import Testing

@testable import NNCore

@Suite struct ArrayTextTests {
  @Test func arraysEqualNumPys() {
    var differences = Differences()
    for row in FormattingTable("arrays.txt").rows {
      let dtype = text(row[0])
      let array = ArrayText(
        shape: shape(row[1]), elements: elements(dtype, text(row[2])), options: options(text(row[3])))
      let label = "\(dtype) (\(text(row[1]))) [\(text(row[3]))] \(text(row[2].prefix(200)))"
      differences.check(recorded(array.str), row[4], "str " + label)
      let repr = recorded { () throws(FormatError) in try array.repr(dtype: dtype) }
      differences.check(repr, row[5], "repr " + label)
      let tight = recorded { () throws(FormatError) in try array.array2string(separator: ",") }
      differences.check(tight, row[6], "tight " + label)
    }
    #expect(differences.checked >= 3600)
    #expect(differences.count == 0, "\(differences.summary)")
  }

  @Test func textArraysEqualNumPys() {
    var differences = Differences()
    for row in FormattingTable("textarrays.txt").rows {
      let isString = row[0] != Array("object".utf8)
      let items = row[2].split(separator: 32).map { $0 == [45] ? [] : hex($0) }
      let shown = isString ? items.map(StringText.repr) : items
      let array = ArrayText(shape: shape(row[1]), elements: .text { shown[$0] })
      let repr = recorded { () throws(FormatError) in try array.repr(dtype: text(row[0])) }
      differences.check(repr, row[3], text(row[1]))
      let plain = recorded { () throws(FormatError) in try array.array2string() }
      differences.check(plain, row[4], text(row[1]))
    }
    #expect(differences.checked >= 250)
    #expect(differences.count == 0, "\(differences.summary)")
  }

  @Test func summariesReadOnlyTheEdges() throws {
    var reads = 0
    let array = ArrayText(
      shape: [10_000, 10_000],
      elements: .double { index in
        reads += 1
        return Double(index)
      })
    let shown = text(try array.repr(dtype: "float64"))
    #expect(shown.hasSuffix("shape=(10000, 10000))"))
    #expect(reads <= 36 * 3)
  }

  @Test func optionsMayBeExtreme() throws {
    let values = [1.5, -1e-300, Double.infinity, 0]
    for extreme in [Int.min, -1, 0, Int.max] {
      var options = PrintOptions()
      options.edgeitems = extreme
      options.threshold = extreme
      options.linewidth = extreme
      for mode in PrintOptions.FloatMode.allCases {
        options.floatmode = mode
        let array = ArrayText(shape: [2, 2], elements: .double { values[$0] }, options: options)
        #expect(try array.repr(dtype: "float64").isEmpty == false)
      }
    }
    var options = PrintOptions()
    options.precision = .max
    options.floatmode = .fixed
    let array = ArrayText(shape: [4], elements: .double { values[$0] }, options: options)
    #expect(try array.str().count < 100_000)
    options.precision = -1
    #expect(throws: PrintOptions.precisionError) {
      try ArrayText(shape: [4], elements: .double { values[$0] }, options: options).str()
    }
  }

  private func shape(_ field: [UInt8]) -> [Int] {
    field.split(separator: 32).compactMap { Int(text($0)) }
  }

  private func hex(_ digits: ArraySlice<UInt8>) -> [UInt8] {
    let values = digits.map { UInt8(text([$0]), radix: 16) ?? 0 }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }

  private func elements(_ dtype: String, _ field: String) -> ArrayElements {
    let words = field.split(separator: " ")
    if words.first == "ramp" {
      let start = double(bits: Array(words[1].utf8))
      let step = double(bits: Array(words[2].utf8))
      switch dtype {
      case "float64": return .double { start + step * Double($0) }
      case "float32": return .float { Float(start + step * Double($0)) }
      default: return .int { Int64(start + step * Double($0)) }
      }
    }
    switch dtype {
    case "bool": return .bool { words[$0] == "1" }
    case "float64":
      return .double { Double(bitPattern: UInt64(words[$0], radix: 16) ?? 0) }
    case "float32":
      return .float { Float(bitPattern: UInt32(words[$0], radix: 16) ?? 0) }
    case "float16":
      return .half { Float16(bitPattern: UInt16(words[$0], radix: 16) ?? 0) }
    case "complex128":
      let parts = words.map { Double(bitPattern: UInt64($0, radix: 16) ?? 0) }
      return .complexDouble { (parts[2 * $0], parts[2 * $0 + 1]) }
    case "complex64":
      let parts = words.map { Float(bitPattern: UInt32($0, radix: 16) ?? 0) }
      return .complexFloat { (parts[2 * $0], parts[2 * $0 + 1]) }
    case let name where name.hasPrefix("u"): return .uint { UInt64(words[$0]) ?? 0 }
    default: return .int { Int64(words[$0]) ?? 0 }
    }
  }

  private func options(_ field: String) -> PrintOptions {
    var options = PrintOptions()
    for option in field.split(separator: ";") {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let value = parts[1]
      switch parts[0] {
      case "precision": options.precision = Int(value) ?? 8
      case "suppress": options.suppress = true
      case "threshold": options.threshold = Int(value) ?? 1000
      case "edgeitems": options.edgeitems = Int(value) ?? 3
      case "linewidth": options.linewidth = Int(value) ?? 75
      case "sign": options.sign = PrintOptions.Sign(rawValue: value) ?? .minus
      case "floatmode": options.floatmode = PrintOptions.FloatMode(rawValue: value) ?? .maxprec
      case "nanstr": options.nanstr = Array(value.utf8)
      case "infstr": options.infstr = Array(value.utf8)
      default: Issue.record("unknown option \(parts[0])")
      }
    }
    return options
  }
}
