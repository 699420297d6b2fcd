import Glibc

/// `complex`: two float64 parts.
struct ComplexObject: Object, ~Copyable {
  static var kind: Kind { .complex }
  let number: ComplexNumber
  init(_ number: ComplexNumber) { self.number = number }
  init(_ real: Double, _ imaginary: Double) { number = ComplexNumber(real, imaginary) }
}

extension Value {
  static func complex(_ number: ComplexNumber) -> Value { .complex(Ref(ComplexObject(number))) }
}

/// A complex number and its arithmetic, with CPython's rounding in every case.
struct ComplexNumber: Equatable {
  var real: Double
  var imaginary: Double

  init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  var isFinite: Bool { real.isFinite && imaginary.isFinite }
  private var isZero: Bool { real == 0 && imaginary == 0 }

  static prefix func - (z: ComplexNumber) -> ComplexNumber { ComplexNumber(-z.real, -z.imaginary) }
  static func + (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    ComplexNumber(a.real + b.real, a.imaginary + b.imaginary)
  }
  static func - (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    ComplexNumber(a.real - b.real, a.imaginary - b.imaginary)
  }
  static func * (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    ComplexNumber(
      a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }

  /// Smith's quotient, which does not overflow on the way. ZeroDivisionError for a divisor of 0.
  func divided(by b: ComplexNumber) throws(Fault) -> ComplexNumber {
    if b.isZero { throw Fault(.zeroDivisionError, "complex division by zero") }
    if b.real.magnitude >= b.imaginary.magnitude {
      let ratio = b.imaginary / b.real
      let divisor = b.real + b.imaginary * ratio
      return ComplexNumber((real + imaginary * ratio) / divisor, (imaginary - real * ratio) / divisor)
    }
    if b.imaginary.magnitude >= b.real.magnitude {
      let ratio = b.real / b.imaginary
      let divisor = b.real * ratio + b.imaginary
      return ComplexNumber((real * ratio + imaginary) / divisor, (imaginary * ratio - real) / divisor)
    }
    return ComplexNumber(.nan, .nan)
  }

  /// `self ** exponent`: by squaring for small whole exponents, by logarithms for others.
  func power(_ exponent: ComplexNumber) throws(Fault) -> ComplexNumber {
    var result: ComplexNumber
    if exponent.imaginary == 0 && exponent.real == exponent.real.rounded(.down) && exponent.real.magnitude <= 100 {
      result = power(Int(exponent.real).magnitude)
      if exponent.real <= 0 {
        if result.isZero { throw ComplexNumber.zeroPower }
        result = try ComplexNumber(1, 0).divided(by: result)
      }
    } else {
      result = try generalPower(exponent)
    }
    if result.real.isInfinite || result.imaginary.isInfinite { throw Fault(.overflowError, "complex exponentiation") }
    return result
  }

  private static var zeroPower: Fault { Fault(.zeroDivisionError, "0.0 to a negative or complex power") }

  private func power(_ exponent: UInt) -> ComplexNumber {
    var (result, square, left) = (ComplexNumber(1, 0), self, exponent)
    while left > 0 {
      if left & 1 == 1 { result = result * square }
      left >>= 1
      square = square * square
    }
    return result
  }

  private func generalPower(_ b: ComplexNumber) throws(Fault) -> ComplexNumber {
    if b.isZero { return ComplexNumber(1, 0) }
    if isZero {
      if b.imaginary != 0 || b.real < 0 { throw ComplexNumber.zeroPower }
      return ComplexNumber(0, 0)
    }
    let distance = hypot(real, imaginary)
    var length = pow(distance, b.real)
    let angle = atan2(imaginary, real)
    var phase = angle * b.real
    if b.imaginary != 0 {
      length /= exp(angle * b.imaginary)
      phase += b.imaginary * log(distance)
    }
    // The cosine of no angle, which CPython takes for this.
    if phase.isInfinite { throw ComplexNumber.zeroPower }
    return ComplexNumber(length * cos(phase), length * sin(phase))
  }

  /// `abs`. OverflowError where it is beyond every float.
  func magnitude() throws(Fault) -> Double {
    let result = hypot(real, imaginary)
    if isFinite && result.isInfinite { throw Fault(.overflowError, "absolute value too large") }
    return result
  }

  /// `repr` and `str`: `(1+2j)`, or `2j` where the real part is 0.0.
  func appendText(to text: inout [UInt8]) {
    let isImaginary = real == 0 && real.sign == .plus
    if !isImaginary {
      text.append(UInt8(ascii: "("))
      ComplexNumber.appendPart(real, to: &text)
      if imaginary.sign == .plus || imaginary.isNaN { text.append(UInt8(ascii: "+")) }
    }
    ComplexNumber.appendPart(imaginary, to: &text)
    text.append(UInt8(ascii: "j"))
    if !isImaginary { text.append(UInt8(ascii: ")")) }
  }

  /// A part; whole numbers have no point.
  private static func appendPart(_ part: Double, to text: inout [UInt8]) {
    NumberText.appendRepr(part, to: &text)
    if text.suffix(2).elementsEqual(".0".utf8) { text.removeLast(2) }
  }
}
