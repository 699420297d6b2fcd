import NNKernels

/// What upper floors do with elements that are no numbers: text, bytes, values of the language. A scalar of such a type
/// has the number of a value in its bits, which the pool of values knows.
enum ElementHooks {
  /// The scalar of what stands at a place.
  static var box: (DataPointer, ElementType) -> NumPyScalar = { NumPyScalar(type: $1, bits: 0) }
  /// Writes a scalar's text or bytes to a place.
  static var unbox: (NumPyScalar, DataPointer) -> Void = { _, _ in }
  /// The scalar in another type.
  static var convert: (NumPyScalar, ElementType) throws(Fault) -> NumPyScalar = { (scalar, _) throws(Fault) in scalar }
  /// A function of values of the language.
  static var unary: (Ufunc, NumPyScalar) throws(Fault) -> NumPyScalar = { (_, x) throws(Fault) in x }
  static var binary: (Ufunc, NumPyScalar, NumPyScalar) throws(Fault) -> NumPyScalar = { (_, x, _) throws(Fault) in x }
  /// Whether one value of the language comes before another.
  static var isLess: (NumPyScalar, NumPyScalar) throws(Fault) -> Bool = { (_, _) throws(Fault) in false }
}

extension NumPyScalar {
  /// The value in another type, of any kind. Throws what the conversion of a value may throw.
  func converted(to target: ElementType) throws(Fault) -> NumPyScalar {
    if type == target || type.isNumber && target.isNumber { return cast(to: target) }
    return try ElementHooks.convert(self, target)
  }
}

/// Text and bytes in the memory of arrays: code points or bytes, with zeros behind them.
enum ElementText {
  /// The code points (or bytes) of an element, without the zeros at its end.
  static func units(_ data: DataPointer, _ type: ElementType) -> [UInt32] {
    var units: [UInt32] = []
    switch type {
    case .text(let length):
      for index in 0..<Int(length) { units.append(data.load(UInt32.self, at: index &* 4)) }
    case .bytes(let length):
      for index in 0..<Int(length) { units.append(UInt32(data.load(UInt8.self, at: index))) }
    default: break
    }
    while units.last == 0 { units.removeLast() }
    return units
  }

  /// Whether the one element of an array of texts has a character.
  static func isTrue(_ array: borrowing NDArray) -> Bool {
    !units(array.data.advanced(by: array.byteOffset(of: 0)), array.type).isEmpty
  }

  /// The error of a character that bytes cannot hold.
  static func notASCII(_ unit: UInt32, at place: Int) -> Fault {
    let digits = String(unit, radix: 16)
    let shown =
      unit < 256
      ? "\\x" + digits
      : (unit < 65536 ? "\\u" : "\\U")
        + String(
          repeating: "0", count: (unit < 65536 ? 4 : 8) - digits.count) + digits
    return Fault(
      .unicodeEncodeError,
      "'ascii' codec can't encode character '\(shown)' in position \(place): ordinal not in range(128)")
  }

  /// Writes as many units as the type has room for.
  static func store(_ units: [UInt32], _ data: DataPointer, _ type: ElementType) {
    switch type {
    case .text(let length):
      for index in 0..<Int(length) { data.store(index < units.count ? units[index] : 0, at: index &* 4) }
    case .bytes(let length):
      for index in 0..<Int(length) {
        data.store(index < units.count ? UInt8(truncatingIfNeeded: units[index]) : 0, at: index)
      }
    default: break
    }
  }

  /// How two elements compare: -1, 0 or 1.
  static func order(_ x: DataPointer, _ xType: ElementType, _ y: DataPointer, _ yType: ElementType) -> Int {
    let (a, b) = (units(x, xType), units(y, yType))
    for index in 0..<min(a.count, b.count) where a[index] != b[index] { return a[index] < b[index] ? -1 : 1 }
    return a.count == b.count ? 0 : (a.count < b.count ? -1 : 1)
  }
}
