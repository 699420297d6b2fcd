import NNKernels

@testable import NNCore

/// Reading the tables that record.py writes.
enum Recorded {
  static func lines(_ table: String) -> [[String]] {
    table.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static func numbers(_ text: some StringProtocol) -> [Int] { text.split(separator: ",").compactMap { Int($0) } }

  static func dimensions(_ text: some StringProtocol) throws -> Dimensions {
    try Dimensions(checking: numbers(text))
  }

  static func type(_ name: some StringProtocol) throws -> ElementType { try DType(parsing: String(name)).type }

  /// An array from `type;shape;values`.
  static func array(_ text: some StringProtocol) throws -> NDArray {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    let elements = numbers(parts[parts.count - 1])
    let shape = try dimensions(parts[1])
    return try Creation.array(elements, shape: shape).cast(to: try type(parts[0]))
  }

  /// The array that `source` of record.py makes, from `type;shape;layout` or
  /// `type;shape;layout;seed`.
  static func source(_ text: some StringProtocol, seed: Int = 0) throws -> NDArray {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    let own = parts.count > 3 ? Int(parts[3]) ?? 0 : seed
    return try source(try type(parts[0]), try dimensions(parts[1]), String(parts[2]), own)
  }

  static func source(_ type: ElementType, _ shape: Dimensions, _ layout: String, _ seed: Int = 0) throws -> NDArray {
    switch layout {
    case "T": return try base(type, shape.backwards, seed).transpose
    case "S":
      let wide = try base(type, shape.replacing(shape.count - 1, with: shape[shape.count - 1] * 2), seed)
      var strides = wide.strides
      strides[shape.count - 1] *= 2
      return wide.view(offset: 0, shape: shape, strides: strides)
    case "R": return try base(type, shape, seed).flipped([0])
    case "W" where shape.count > 1:
      var exchanged = shape
      exchanged.swapAt(0, shape.count - 1)
      return try base(type, exchanged, seed).swappingAxes(0, -1)
    default: return try base(type, shape, seed)
    }
  }

  private static func base(_ type: ElementType, _ shape: Dimensions, _ seed: Int) throws -> NDArray {
    let raw = (0..<shape.product).map { modulo($0 * 7919 + seed * 104729, 10007) - 5003 }
    switch type {
    case .bool: return try Creation.array(raw.map { $0 % 3 == 0 }, shape: shape)
    case .uint8, .uint64: return try Creation.array(raw.map { modulo($0, 200) }, shape: shape).cast(to: type)
    case .int64: return try Creation.array(raw.map { modulo($0, 1000) - 500 }, shape: shape)
    default: return try Creation.array(raw.map { Double($0) / 97 }, shape: shape).cast(to: type)
    }
  }

  private static func modulo(_ value: Int, _ length: Int) -> Int {
    let rest = value % length
    return rest < 0 ? rest + length : rest
  }

  /// As record.py writes a result: `type;shape;strides;values`, strides of axes of length one as `*`.
  static func text(_ x: borrowing NDArray) -> String {
    let values = (0..<x.count).map { text(x.element($0)) }
    return "\(x.type.name);" + x.shape.map(String.init).joined(separator: ",") + ";"
      + strides(Array(x.strides), Array(x.shape)) + ";" + values.joined(separator: ",")
  }

  private static func strides(_ strides: [Int], _ shape: [Int]) -> String {
    if shape.contains(0) { return "" }
    return zip(strides, shape).map { $1 == 1 ? "*" : String($0) }.joined(separator: ",")
  }

  private static func text(_ scalar: NumPyScalar) -> String {
    switch scalar.type {
    case .float64: hexadecimal(scalar.bits, 16)
    case .float32: hexadecimal(scalar.bits, 8)
    case .uint64: String(scalar.bits)
    default: String(scalar.asInt)
    }
  }

  private static func hexadecimal(_ bits: UInt64, _ width: Int) -> String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: width - digits.count) + digits
  }

  /// A recorded result with the strides that say nothing taken out.
  static func expected(_ text: String) -> String {
    if text.hasPrefix("!") { return text }
    var parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    parts[2] = strides(numbers(parts[2]), numbers(parts[1]))
    return parts.joined(separator: ";")
  }

  /// What `body` gives, or `! ` and its message.
  static func attempt(_ body: () throws -> NDArray) -> String {
    do {
      return text(try body())
    } catch let fault as Fault {
      return "! \(fault.message)"
    } catch {
      return "\(error)"
    }
  }

  /// The indices that record.py spells with blanks between them.
  static func indices(_ text: String) throws -> List<Index> {
    var result = List<Index>()
    for item in text.split(separator: " ") {
      let rest = item.dropFirst()
      switch item.first {
      case "i": result.append(.integer(Int(rest) ?? 0))
      case "s":
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        result.append(.slice(Slice(parts[0], parts[1], parts[2])))
      case "n": result.append(.newAxis)
      case "e": result.append(.ellipsis)
      case "t": result.append(.boolean(true))
      case "f": result.append(.boolean(false))
      default: result.append(.array(Ref(try array(rest))))
      }
    }
    return result
  }

  /// The operand that record.py spells `kind:rest`.
  static func operand(_ text: String) throws -> ArrayOperand {
    let rest = text.dropFirst(2)
    switch text.first {
    case "a": return .array(Ref(try Creation.array([3, 2], shape: [2]).cast(to: try type(rest))))
    case "s": return .scalar(NumPyScalar(3).cast(to: try type(rest)))
    case "i": return .integer(Int(rest) ?? 0)
    case "f": return .real(Double(rest) ?? 0)
    default: return .boolean(rest == "1")
    }
  }
}
