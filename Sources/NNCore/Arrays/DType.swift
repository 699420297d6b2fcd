import NNKernels

/// What the elements of an array are: NumPy's dtype of one of the six element types.
struct DType: Equatable {
  let type: ElementType

  @inline(__always) init(_ type: ElementType) { self.type = type }

  static let bool = DType(.bool)
  static let uint8 = DType(.uint8)
  static let uint64 = DType(.uint64)
  static let int64 = DType(.int64)
  static let float32 = DType(.float32)
  static let float64 = DType(.float64)

  /// The bytes of one element.
  var itemSize: Int { type.size }

  /// NumPy's name: `float64`.
  var name: String {
    switch type {
    case .bool: "bool"
    case .uint8: "uint8"
    case .uint64: "uint64"
    case .int64: "int64"
    case .float32: "float32"
    case .float64: "float64"
    }
  }

  /// NumPy's `dtype.kind`: `b`, `u`, `i` or `f`.
  var kind: Character {
    switch type {
    case .bool: "b"
    case .uint8, .uint64: "u"
    case .int64: "i"
    case .float32, .float64: "f"
    }
  }

  /// NumPy's `dtype.char`.
  var character: Character {
    switch type {
    case .bool: "?"
    case .uint8: "B"
    case .uint64: "L"
    case .int64: "l"
    case .float32: "f"
    case .float64: "d"
    }
  }

  /// NumPy's `dtype.str`: `<f8`.
  var protocolText: String { (itemSize == 1 ? "|" : "<") + "\(kind)\(itemSize)" }

  /// As `repr` writes it: `dtype('float64')`.
  var text: String { "dtype('\(name)')" }

  var isFloat: Bool { type.isFloat }
  /// Whether this is one of the integer types (bool is not).
  var isInteger: Bool { type.isInteger }
}

extension ElementType {
  /// Whether this is one of the integer types (bool is not).
  @inline(__always) var isInteger: Bool { self == .uint8 || self == .uint64 || self == .int64 }

  /// NumPy's name: `float64`.
  var name: String { DType(self).name }
}

extension DType {
  /// The dtype that a text names, with or without a byte order: `float`, `f8`, `<f8`, `uint8`, `u1`, `?`, `d`.
  /// Throws TypeError where NumPy has no such type or this array engine does not have it.
  init(parsing text: String) throws(Fault) {
    var name = Substring(text)
    if name.count > 1, let order = name.first, "<=|".contains(order) { name = name.dropFirst() }
    guard let type = DType.named(name) else { throw Fault(.typeError, "data type '\(text)' not understood") }
    self.init(type)
  }

  private static func named(_ name: Substring) -> ElementType? {
    switch name {
    case "bool", "bool_", "?", "b1": .bool
    case "uint8", "u1", "B", "ubyte": .uint8
    case "uint64", "u8", "L", "Q", "P", "uint", "ulong", "ulonglong", "uintp": .uint64
    case "int64", "i8", "l", "q", "p", "int", "int_", "long", "longlong", "intp": .int64
    case "float32", "f4", "f", "single": .float32
    case "float64", "f8", "d", "float", "double": .float64
    default: nil
    }
  }
}

/// How far a conversion may go.
enum Casting: String {
  case no, equiv, safe, sameKind = "same_kind", unsafe

  /// Whether this rule lets elements of `source` become elements of `target`.
  func allows(_ source: ElementType, to target: ElementType) -> Bool {
    if source == target { return true }
    switch self {
    case .no, .equiv: return false
    case .safe: return Casting.isSafe(source, to: target)
    case .sameKind: return Casting.isSafe(source, to: target) || Casting.rank(source) <= Casting.rank(target)
    case .unsafe: return true
    }
  }

  private static func isSafe(_ source: ElementType, to target: ElementType) -> Bool {
    switch (source, target) {
    case (.bool, _), (.uint8, .uint64), (.uint8, .int64), (.uint8, .float32), (_, .float64): true
    default: false
    }
  }

  /// The order of the kinds: bool, unsigned, signed, floating.
  private static func rank(_ type: ElementType) -> Int {
    switch type {
    case .bool: 0
    case .uint8, .uint64: 1
    case .int64: 2
    case .float32, .float64: 3
    }
  }

  /// Throws TypeError in NumPy's words where the rule forbids the conversion of an array.
  func check(_ source: ElementType, to target: ElementType) throws(Fault) {
    if allows(source, to: target) { return }
    throw Fault(
      .typeError,
      "Cannot cast array data from \(DType(source).text) to \(DType(target).text) according to the rule '\(rawValue)'")
  }
}
