/// Floats as CPython and NumPy write them.
enum NumberText {
  /// Python's `repr(float)`: the shortest digits, scientific below 1e-4 and from 1e16 on.
  static func repr(_ value: Double) -> [UInt8] {
    var out: [UInt8] = []
    appendRepr(value, to: &out)
    return out
  }

  /// Whether Swift describes a value as Python does: the shortest digits around a point. Held by a test.
  @inline(__always) static func isPlain(_ value: Double) -> Bool {
    let magnitude = value.magnitude
    return magnitude == 0 || magnitude >= 1e-4 && magnitude < 1e15
  }

  /// Appends Python's `repr(float)`.
  static func appendRepr(_ value: Double, to out: inout [UInt8]) {
    if isPlain(value) {
      out.append(contentsOf: value.description.utf8)
      return
    }
    if appendNonFinite(value, to: &out) { return }
    if value.sign == .minus { out.append(UInt8(ascii: "-")) }
    let digits = DecimalDigits(shortest: value)
    appendUnique(digits, isScientific: !(-4..<16 ~= digits.exponent), to: &out)
  }

  /// `str` of a NumPy float scalar: the shortest digits of its type, scientific where the exact value is below 1e-4
  /// (so `float32(1e-4)` is `1e-04`) or from 1e16 on (1e6 for float32, 1e3 for float16).
  static func scalarText<Scalar: ShortestDigits>(_ value: Scalar) -> [UInt8] {
    var out: [UInt8] = []
    let wide = Double(value)
    if appendNonFinite(wide, to: &out) { return out }
    if value.sign == .minus { out.append(UInt8(ascii: "-")) }
    let magnitude = wide.magnitude
    let isScientific = magnitude != 0 && !(magnitude >= 1e-4 && magnitude < Scalar.scalarCutoff)
    appendUnique(DecimalDigits(shortest: value), isScientific: isScientific, to: &out)
    return out
  }

  /// `str` and `repr` of Python's complex, `str` of NumPy's: `(1+2j)`, or `2j` where the real part is 0.0.
  static func complexText<Scalar: ShortestDigits>(real: Scalar, imaginary: Scalar) -> [UInt8] {
    let last = complexPart(imaginary) + [UInt8(ascii: "j")]
    if real == 0 && real.sign == .plus { return last }
    let sign = last.first == UInt8(ascii: "-") ? [] : [UInt8(ascii: "+")]
    return [UInt8(ascii: "(")] + complexPart(real) + sign + last + [UInt8(ascii: ")")]
  }

  /// A part of a complex number: whole numbers have no point.
  private static func complexPart(_ value: some ShortestDigits) -> [UInt8] {
    let text = scalarText(value)
    return text.suffix(2) == Array(".0".utf8) ? text.dropLast(2) : text
  }

  /// Appends `inf`, `-inf` or `nan` and returns true when `value` is not finite.
  static func appendNonFinite(_ value: Double, to out: inout [UInt8]) -> Bool {
    if value.isFinite { return false }
    if value.isNaN {
      out.append(contentsOf: "nan".utf8)
    } else {
      out.append(contentsOf: (value < 0 ? "-inf" : "inf").utf8)
    }
    return true
  }

  /// Appends all digits: `12.5`, `3.0`, or `1.25e+20`, `1e-05` when scientific.
  private static func appendUnique(_ digits: DecimalDigits, isScientific: Bool, to out: inout [UInt8]) {
    if isScientific {
      appendScientific(digits, fraction: digits.count - 1, keepsPoint: false, to: &out)
    } else {
      appendPositional(digits, fraction: max(digits.fractionCount, 1), keepsPoint: false, to: &out)
    }
  }

  /// Appends `digits` with `fraction` digits behind the point, which is left out when there are none, unless
  /// `keepsPoint`.
  static func appendPositional(_ digits: DecimalDigits, fraction: Int, keepsPoint: Bool, to out: inout [UInt8]) {
    digits.append(from: max(digits.exponent, 0), downTo: 0, to: &out)
    if fraction > 0 || keepsPoint { out.append(UInt8(ascii: ".")) }
    digits.append(from: -1, downTo: -fraction, to: &out)
  }

  /// Appends `digits` as `d.ddde+XX` with `fraction` digits behind the point.
  static func appendScientific(
    _ digits: DecimalDigits, fraction: Int, keepsPoint: Bool, exponentDigits: Int = 2, exponentMark: UInt8 = 101,
    to out: inout [UInt8]
  ) {
    let exponent = digits.exponent
    digits.append(from: exponent, downTo: exponent, to: &out)
    if fraction > 0 || keepsPoint { out.append(UInt8(ascii: ".")) }
    digits.append(from: exponent - 1, downTo: exponent - fraction, to: &out)
    out.append(exponentMark)
    out.append(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let text = String(exponent.magnitude).utf8
    for _ in 0..<max(exponentDigits - text.count, 0) { out.append(48) }
    out.append(contentsOf: text)
  }
}
