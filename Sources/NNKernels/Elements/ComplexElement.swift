import Glibc

/// The floats that complex numbers are made of.
protocol ComplexPart: FloatElement {
  static var complexType: ElementType { get }
  static func hypotenuse(_ a: Self, _ b: Self) -> Self
  /// Numbers whose squares neither overflow nor lose digits.
  static var plainRange: ClosedRange<Self> { get }
}
extension Float: ComplexPart {
  static var complexType: ElementType { .complex64 }
  @inline(__always) static var plainRange: ClosedRange<Float> { 1e-17...1e18 }
  @inline(__always) static func hypotenuse(_ a: Float, _ b: Float) -> Float { Glibc.hypotf(a, b) }
}
extension Double: ComplexPart {
  static var complexType: ElementType { .complex128 }
  @inline(__always) static var plainRange: ClosedRange<Double> { 1e-140...1e150 }
  @inline(__always) static func hypotenuse(_ a: Double, _ b: Double) -> Double { Glibc.hypot(a, b) }
}

/// A complex number: two floats side by side. They are ordered as NumPy orders them, by the real part first.
struct ComplexElement<Part: ComplexPart>: NumberElement {
  var real: Part
  var imaginary: Part

  @inline(__always) init(_ real: Part, _ imaginary: Part) {
    self.real = real
    self.imaginary = imaginary
  }

  static var type: ElementType { Part.complexType }
  static var zeroValue: Self { Self(0, 0) }
  static var oneValue: Self { Self(1, 0) }
  static var lowest: Self { Self(-.infinity, -.infinity) }
  static var highest: Self { Self(.infinity, .infinity) }
  @inline(__always) var isTrue: Bool { real != 0 || imaginary != 0 }
  @inline(__always) var isUnordered: Bool { real != real || imaginary != imaginary }
  @inline(__always) var isUnbounded: Bool { real.magnitude == .infinity || imaginary.magnitude == .infinity }
  @inline(__always) static func equal(_ a: Self, _ b: Self) -> Bool {
    a.real == b.real && a.imaginary == b.imaginary
  }
  @inline(__always) static func less(_ a: Self, _ b: Self) -> Bool {
    if a.real == b.real { return a.imaginary < b.imaginary }
    return a.real < b.real && a.imaginary == a.imaginary && b.imaginary == b.imaginary
  }
  @inline(__always) static func lessOrEqual(_ a: Self, _ b: Self) -> Bool {
    if a.real == b.real { return a.imaginary <= b.imaginary }
    return a.real < b.real && a.imaginary == a.imaginary && b.imaginary == b.imaginary
  }
  @inline(__always) var asUInt8: UInt8 { real.asUInt8 }
  @inline(__always) var asUInt64: UInt64 { real.asUInt64 }
  @inline(__always) var asInt64: Int64 { real.asInt64 }
  @inline(__always) var asFloat: Float { real.asFloat }
  @inline(__always) var asDouble: Double { real.asDouble }
  @inline(__always) static func cast<S: Element>(_ source: S) -> Self {
    if let other = source as? ComplexElement<Double> {
      return Self(Part(other.real), Part(other.imaginary))
    }
    if let other = source as? ComplexElement<Float> {
      return Self(Part(other.real), Part(other.imaginary))
    }
    return Self(Part.cast(source), 0)
  }

  @inline(__always) static func add(_ a: Self, _ b: Self) -> Self {
    Self(a.real + b.real, a.imaginary + b.imaginary)
  }
  @inline(__always) static func subtract(_ a: Self, _ b: Self) -> Self {
    Self(a.real - b.real, a.imaginary - b.imaginary)
  }
  @inline(__always) static func multiply(_ a: Self, _ b: Self) -> Self {
    Self(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }
  /// The product in elementwise loops: as NumPy's vectors make it, one of the two products in each part is not rounded.
  @inline(__always) static func fusedMultiply(_ a: Self, _ b: Self) -> Self {
    Self(
      (-(a.imaginary * b.imaginary)).addingProduct(a.real, b.real),
      (a.imaginary * b.real).addingProduct(a.real, b.imaginary))
  }
  @inline(__always) static func negative(_ a: Self) -> Self { Self(-a.real, -a.imaginary) }
  @inline(__always) static func conjugate(_ a: Self) -> Self { Self(a.real, -a.imaginary) }
  @inline(__always) static func magnitude(_ a: Self) -> Part { Part.hypotenuse(a.real, a.imaginary) }

  /// Smith's quotient, of which both cases are one computation: of two ways, the optimiser takes both, and the one that
  /// does not count raises the flags of its division by zero.
  @inline(__always) static func divide(_ a: Self, _ b: Self) -> Self {
    if b.real == 0 && b.imaginary == 0 { return divideByZero(a, b) }
    let isTurned = !(b.real.magnitude >= b.imaginary.magnitude)
    let large = isTurned ? b.imaginary : b.real, small = isTurned ? b.real : b.imaginary
    let ratio = small / large
    let scale = 1 / (large + small * ratio)
    let first = isTurned ? a.imaginary : a.real, second = isTurned ? a.real : a.imaginary
    let imaginary = isTurned ? first * ratio - second : second - first * ratio
    return Self((first + second * ratio) * scale, imaginary * scale)
  }
  @inline(never) private static func divideByZero(_ a: Self, _ b: Self) -> Self {
    Self(a.real / b.real.magnitude, a.imaginary / b.real.magnitude)
  }
  @inline(__always) static func reciprocal(_ a: Self) -> Self {
    let isTurned = !(a.imaginary.magnitude <= a.real.magnitude)
    let large = isTurned ? a.imaginary : a.real, small = isTurned ? a.real : a.imaginary
    let ratio = small / large
    let divisor = large + small * ratio
    return Self((isTurned ? ratio : 1) / divisor, (isTurned ? -1 : -ratio) / divisor)
  }
  /// z / |z|; 0 for 0.
  @inline(__always) static func sign(_ a: Self) -> Self {
    let size = magnitude(a)
    if size != size { return Self(.nan, .nan) }
    if size == .infinity {
      if a.real.magnitude == .infinity && a.imaginary.magnitude == .infinity { return Self(.nan, .nan) }
      return a.real.magnitude == .infinity
        ? Self(Part(signOf: a.real, magnitudeOf: 1), 0) : Self(0, Part(signOf: a.imaginary, magnitudeOf: 1))
    }
    return size == 0 ? Self(0, 0) : Self(a.real / size, a.imaginary / size)
  }

  /// NumPy's pairwise sum, whose blocks hold four numbers.
  static func sumOfRun(_ x: Bytes, _ stride: Int, _ count: Int) -> Self {
    if count < 4 { return tail(Self(-0.0, -0.0), x, stride, count) }
    if count <= 64 {
      var (a, b, c, d) = (at(x, stride, 0), at(x, stride, 1), at(x, stride, 2), at(x, stride, 3))
      var i = 4
      while i &+ 4 <= count {
        a = add(a, at(x, stride, i))
        b = add(b, at(x, stride, i &+ 1))
        c = add(c, at(x, stride, i &+ 2))
        d = add(d, at(x, stride, i &+ 3))
        i &+= 4
      }
      return tail(add(add(a, b), add(c, d)), x + i &* stride, stride, count &- i)
    }
    var half = count &* 2 / 2
    half &-= half % 8
    half /= 2
    return add(sumOfRun(x, stride, half), sumOfRun(x + half &* stride, stride, count &- half))
  }
  @inline(__always) private static func at(_ x: Bytes, _ stride: Int, _ index: Int) -> Self {
    (x + index &* stride).assumingMemoryBound(to: Self.self).pointee
  }
  private static func tail(_ start: Self, _ x: Bytes, _ stride: Int, _ count: Int) -> Self {
    var result = start
    for index in 0..<count { result = add(result, at(x, stride, index)) }
    return result
  }

  /// Binary powers for small whole exponents, else the library's `cpow`, as NumPy's `npy_cpow`.
  static func power(_ a: Self, _ b: Self) -> Self {
    if b.real == 0 && b.imaginary == 0 { return Self(1, 0) }
    if a.real == 0 && a.imaginary == 0 {
      if b.real > 0 { return Self(0, 0) }
      raiseInvalid()
      return Self(.nan, .nan)
    }
    if b.imaginary == 0, b.real.magnitude < 100, b.real == b.real.rounded(.towardZero) {
      let exponent = Int(b.real)
      if exponent == 1 { return a }
      if exponent == 2 { return multiply(a, a) }
      if exponent == 3 { return multiply(a, multiply(a, a)) }
      var rest = exponent.magnitude
      var (result, base) = (oneValue, a)
      while true {
        if rest & 1 == 1 { result = multiply(result, base) }
        rest >>= 1
        if rest == 0 { break }
        base = multiply(base, base)
      }
      return exponent < 0 ? divide(oneValue, result) : result
    }
    return ComplexLibrary.power(a, b)
  }

  // What complex numbers do not have; no loop asks for it.
  static func floorDivide(_ a: Self, _ b: Self) -> Self { a }
  static func floorRemainder(_ a: Self, _ b: Self) -> Self { a }
  static func truncatedRemainder(_ a: Self, _ b: Self) -> Self { a }
  static func absolute(_ a: Self) -> Self { Self(magnitude(a), 0) }
}
