import NNKernels

/// What the elements of an array are: NumPy's dtype.
struct DType: Equatable {
  let type: ElementType

  @inline(__always) init(_ type: ElementType) { self.type = type }

  static let bool = DType(.bool)
  static let uint8 = DType(.uint8)
  static let uint64 = DType(.uint64)
  static let int64 = DType(.int64)
  static let float32 = DType(.float32)
  static let float64 = DType(.float64)
  static let complex128 = DType(.complex128)

  /// The bytes of one element.
  var itemSize: Int { type.size }

  /// NumPy's name: `float64`.
  var name: String {
    switch type {
    case .bool: "bool"
    case .int8: "int8"
    case .uint8: "uint8"
    case .int16: "int16"
    case .uint16: "uint16"
    case .int32: "int32"
    case .uint32: "uint32"
    case .uint64: "uint64"
    case .int64: "int64"
    case .float16: "float16"
    case .float32: "float32"
    case .float64: "float64"
    case .complex64: "complex64"
    case .complex128: "complex128"
    case .object: "object"
    case .text(let length): length == 0 ? "str" : "str\(length &* 32)"
    case .bytes(let length): length == 0 ? "bytes" : "bytes\(length &* 8)"
    case .record: native?.name ?? "void\(itemSize &* 8)"
    }
  }

  /// NumPy's `dtype.kind`: `b`, `u`, `i`, `f`, `c`, `O`, `U`, `S` or `V`.
  var kind: Character {
    switch type {
    case .bool: "b"
    case .uint8, .uint16, .uint32, .uint64: "u"
    case .int8, .int16, .int32, .int64: "i"
    case .float16, .float32, .float64: "f"
    case .complex64, .complex128: "c"
    case .object: "O"
    case .text: "U"
    case .bytes: "S"
    case .record: native?.kind ?? "V"
    }
  }

  /// The same numbers in the machine's order of bytes, where these have the other one.
  var native: DType? { RecordTypes.native(type).map { DType($0) } }

  /// NumPy's `dtype.char`.
  var character: Character {
    switch type {
    case .bool: "?"
    case .int8: "b"
    case .uint8: "B"
    case .int16: "h"
    case .uint16: "H"
    case .int32: "i"
    case .uint32: "I"
    case .uint64: "L"
    case .int64: "l"
    case .float16: "e"
    case .float32: "f"
    case .float64: "d"
    case .complex64: "F"
    case .complex128: "D"
    case .record: native?.character ?? "V"
    case .object, .text, .bytes: kind
    }
  }

  /// NumPy's `dtype.num`.
  var number: Int {
    switch type {
    case .bool: 0
    case .int8: 1
    case .uint8: 2
    case .int16: 3
    case .uint16: 4
    case .int32: 5
    case .uint32: 6
    case .int64: 7
    case .uint64: 8
    case .float16: 23
    case .float32: 11
    case .float64: 12
    case .complex64: 14
    case .complex128: 15
    case .object: 17
    case .bytes: 18
    case .text: 19
    case .record: native?.number ?? 20
    }
  }

  /// The byte order as NumPy says it: `=` for the machine's, `|` where there is none.
  var byteOrder: Character {
    switch type {
    case .record: native == nil ? "|" : ">"
    case .bool, .int8, .uint8, .object, .bytes: "|"
    default: "="
    }
  }

  /// NumPy's `dtype.str`: `<f8`.
  var protocolText: String {
    switch type {
    case .object: "|O"
    case .text(let length): "<U\(length)"
    default: (byteOrder == "=" ? "<" : String(byteOrder)) + "\(kind)\(itemSize)"
    }
  }

  /// As `repr` writes it: `dtype('float64')`.
  var text: String { "dtype(\(quotedText)\(RecordTypes.saysAligned(type) ? ", align=True" : ""))" }

  /// What stands in the brackets of `repr`: `'float64'`, `'<U5'`, `'O'`.
  var quotedText: String {
    switch type {
    case .text(0): "'<U'"
    case .bytes(0): "'S'"
    case .record where RecordTypes.parts(type) != nil: "(\(RecordTypes.text(type).dropFirst().dropLast()))"
    case .bytes(let length): "'S\(length)'"
    case .text: "'\(protocolText)'"
    case .object: "'O'"
    case .record: RecordTypes.text(type)
    default: "'\(name)'"
    }
  }

  /// As an array's `repr` shows it: `float32`, `'<U5'`, `object`.
  var arrayText: String {
    switch type {
    case .text, .bytes: "'\(protocolText)'"
    case .record where kind == "V" && RecordTypes.fields(type) == nil: "'\(protocolText)'"
    case .record: RecordTypes.plainText(type)
    default: name
    }
  }

  /// As `str` writes it: `float32`, `<U5`, `[('x', '<f4')]`.
  var plainText: String {
    switch type {
    case .text, .bytes: protocolText
    case .record where native != nil || RecordTypes.layout(type)?.form == .bytes: protocolText
    case .record: RecordTypes.plainText(type)
    default: name
    }
  }

  /// The name of the class of such dtypes: `Float64DType`.
  var className: String {
    switch type {
    case .bool: "BoolDType"
    case .text: "StrDType"
    case .bytes: "BytesDType"
    case .record: native?.className ?? "VoidDType"
    case .uint8: "UInt8DType"
    case .uint16: "UInt16DType"
    case .uint32: "UInt32DType"
    case .uint64: "UInt64DType"
    default: "\(name.prefix(1).uppercased())\(name.dropFirst())DType"
    }
  }

  var isFloat: Bool { type.isFloat }
  /// Whether this is one of the integer types (bool is not).
  var isInteger: Bool { type.isInteger }
}

extension ElementType {
  /// Whether this is one of the integer types (bool is not).
  @inline(__always) var isInteger: Bool { isSigned || isUnsigned }

  /// NumPy's name: `float64`.
  var name: String { DType(self).name }

  /// The type without its length, which names the type of its scalars.
  var scalarKind: ElementType {
    switch self {
    case .text: .text(0)
    case .bytes: .bytes(0)
    case .record: .record(0)
    default: self
    }
  }

  /// The least and the largest value of an integer type; the largest one of uint64 as -1.
  var integerBounds: (low: Int, high: Int) {
    switch self {
    case .int8: (-128, 127)
    case .uint8: (0, 255)
    case .int16: (-32768, 32767)
    case .uint16: (0, 65535)
    case .int32: (-0x8000_0000, 0x7FFF_FFFF)
    case .uint32: (0, 0xFFFF_FFFF)
    case .uint64: (0, Int.max)
    case .bool: (0, 1)
    default: (Int.min, Int.max)
    }
  }
}

extension DType {
  /// The dtype that a text names, with or without a byte order: `float`, `f8`, `<f8`, `uint8`, `u1`, `?`, `U5`.
  /// Throws TypeError where NumPy has no such type or this array engine does not have it.
  init(parsing text: String) throws(Fault) {
    var name = Substring(text)
    let parts = DType.parts(of: text)
    if parts.count > 1 {
      var fields: [(name: String, type: ElementType)] = []
      for part in parts where !part.isEmpty {
        fields.append(("f\(fields.count)", try DType(parsing: part).type))
      }
      self.init(try RecordTypes.type(fields))
      return
    }
    if let (shape, rest) = DType.repetition(name) {
      self.init(try RecordTypes.type(try DType(parsing: String(rest)).type, shape: shape))
      return
    }
    var isSwapped = false
    if name.count > 1, let order = name.first, "<=|>".contains(order) {
      isSwapped = order == ">"
      name = name.dropFirst()
    }
    if let first = name.first, first == "V", name.dropFirst().allSatisfy(\.isNumber),
      let count = UInt32(name.dropFirst()),
      count < 1 << 28
    {
      self.init(RecordTypes.bytes(Int(count)))
      return
    }
    if isSwapped, let type = DType.named(name) {
      self.init(RecordTypes.swapped(type))
      return
    }
    if isSwapped && !name.hasPrefix("S") {
      throw Fault(.typeError, "data type '\(text)' not understood", hint: "only numbers have this order of bytes here")
    }
    guard let type = DType.named(name) ?? DType.sized(name) else {
      throw Fault(.typeError, "data type '\(text)' not understood")
    }
    self.init(type)
  }

  /// The types that commas separate outside of brackets.
  private static func parts(of text: String) -> [String] {
    var (parts, depth) = ([""], 0)
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == "," && depth == 0 {
        parts.append("")
      } else if character != " " {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  /// The shape in front of `(2,3)f8` or `3f8`, and the rest.
  private static func repetition(_ name: Substring) -> (shape: [Int], rest: Substring)? {
    guard let first = name.first, name.utf8.count < 100 else { return nil }
    if first == "(", let end = name.firstIndex(of: ")") {
      let numbers = name[name.index(after: name.startIndex)..<end].split(separator: ",").map { Int($0) }
      return numbers.contains(nil) ? nil : (numbers.compactMap { $0 }, name[name.index(after: end)...])
    }
    guard first.isASCII && first.isNumber else { return nil }
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    return Int(digits).map { ($0 == 1 ? [] : [$0], name.dropFirst(digits.count)) }
  }

  /// `U5`, `S3`, `a3`.
  private static func sized(_ name: Substring) -> ElementType? {
    guard let kind = name.first, "USaV".contains(kind) else { return nil }
    let digits = name.dropFirst()
    guard digits.isEmpty || digits.allSatisfy(\.isNumber), let length = digits.isEmpty ? 0 : UInt32(digits),
      length < 1 << 28
    else { return nil }
    return kind == "U" ? .text(length) : (kind == "V" ? nil : .bytes(length))
  }

  private static func named(_ name: Substring) -> ElementType? {
    switch name {
    case "bool", "bool_", "?", "b1": .bool
    case "int8", "i1", "b", "byte": .int8
    case "uint8", "u1", "B", "ubyte": .uint8
    case "int16", "i2", "h", "short": .int16
    case "uint16", "u2", "H", "ushort": .uint16
    case "int32", "i4", "i", "intc": .int32
    case "uint32", "u4", "I", "uintc": .uint32
    case "uint64", "u8", "L", "Q", "P", "N", "uint", "ulong", "ulonglong", "uintp": .uint64
    case "int64", "i8", "l", "q", "p", "n", "int", "int_", "long", "longlong", "intp": .int64
    case "float16", "f2", "e", "half": .float16
    case "float32", "f4", "f", "single": .float32
    case "float64", "f8", "d", "float", "double", "g", "longdouble": .float64
    case "complex64", "c8", "F", "csingle": .complex64
    case "complex128", "c16", "D", "complex", "cdouble", "G", "clongdouble": .complex128
    case "object", "O", "object_", "O8": .object
    case "str", "str_", "unicode": .text(0)
    case "bytes", "bytes_": .bytes(0)
    case "c": .bytes(1)
    case "V", "void": RecordTypes.bytes(0)
    default: nil
    }
  }
}

/// How far a conversion may go.
enum Casting: String {
  case no, equiv, safe, sameKind = "same_kind", unsafe, sameValue = "same_value"

  /// Whether this rule lets elements of `source` become elements of `target`.
  func allows(_ source: ElementType, to target: ElementType) -> Bool {
    if source == target { return true }
    let plain = (RecordTypes.native(source) ?? source, RecordTypes.native(target) ?? target)
    if plain != (source, target) { return self != .no && allows(plain.0, to: plain.1) }
    switch self {
    case .no, .equiv: return false
    case .safe: return Casting.isSafe(source, to: target)
    case .sameKind:
      if Casting.isSafe(source, to: target) { return true }
      switch (source, target) {
      case (.text, .text), (.bytes, .bytes): return true
      case (.object, _), (.record, _), (_, .record): return false
      default: return Casting.rank(source) <= Casting.rank(target)
      }
    case .unsafe, .sameValue: return true
    }
  }

  private static func isSafe(_ source: ElementType, to target: ElementType) -> Bool {
    switch (source, target) {
    case (_, .object): return true
    case (.object, _), (.record, _), (_, .record): return false
    case (.text, .bytes): return false
    case (_, .text(0)), (_, .bytes(0)): return true
    default: return Promotion.common(source, target) == target
    }
  }

  /// The order of the kinds: bool, unsigned, signed, floating, complex, bytes, text.
  private static func rank(_ type: ElementType) -> Int {
    switch DType(type).kind {
    case "b": 0
    case "u": 1
    case "i": 2
    case "f": 3
    case "c": 4
    case "S": 5
    case "U": 6
    default: 7
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
