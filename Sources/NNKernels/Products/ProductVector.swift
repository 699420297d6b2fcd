/// The SIMD vector with which a float type's products are made.
protocol ProductVector: BitwiseCopyable {
  associatedtype Scalar: FloatElement & SIMDScalar
  static var width: Int { get }
  static var zero: Self { get }
  init(splat: Scalar)
  /// self + a·b with one rounding.
  func adding(_ a: Self, times b: Self) -> Self
  static func + (a: Self, b: Self) -> Self
  /// With zeros in the first lanes.
  func clearingFirst(_ count: Int) -> Self
  /// The sum of the lanes, as a tree.
  var laneSum: Scalar { get }
  /// The lane sums of eight vectors, side by side.
  static func laneSums(_ x: InlineArray<8, Self>) -> SIMD8<Scalar>
  /// The lanes that are larger than the bound's, the bound's for the others.
  func atLeast(_ bound: Self) -> Self
  /// This where x is larger than the bound, times `half` where it equals it, else 0.
  func slope(of x: Self, at bound: Self, half: Self) -> Self
  /// Copies elements. Returns the largest magnitude: nan where one is, infinity where one is and none is nan.
  static func copy(_ source: UnsafePointer<Scalar>, to target: UnsafeMutablePointer<Scalar>, _ count: Int) -> Scalar
}

extension ProductVector {
  @inline(__always) static func load(_ pointer: UnsafePointer<Scalar>) -> Self {
    UnsafeRawPointer(pointer).loadUnaligned(as: Self.self)
  }
  @inline(__always) func store(_ pointer: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Self.self)
  }
}

extension SIMD8<Double>: ProductVector {
  static var width: Int { 8 }
  @inline(__always) init(splat: Double) { self = Self(repeating: splat) }
  @inline(__always) func adding(_ a: Self, times b: Self) -> Self { addingProduct(a, b) }
  @inline(__always) func clearingFirst(_ count: Int) -> Self {
    replacing(with: Self(), where: Self(0, 1, 2, 3, 4, 5, 6, 7) .< Self(repeating: Double(count)))
  }
  @inline(__always) var laneSum: Double {
    let half = lowHalf + highHalf
    let quarter = half.lowHalf + half.highHalf
    return quarter.x + quarter.y
  }
  @inline(__always) func atLeast(_ bound: Self) -> Self { bound.replacing(with: self, where: self .> bound) }
  @inline(__always) func slope(of x: Self, at bound: Self, half: Self) -> Self {
    Self.zero.replacing(with: self, where: x .> bound).replacing(with: self * half, where: x .== bound)
  }
  @inline(__always) static func copy(
    _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, _ count: Int
  ) -> Double {
    // As integers, magnitudes of floats have the same order, and nan comes last.
    var largest: UInt64 = 0
    for index in 0..<count {
      let value = source[index]
      target[index] = value
      largest = Swift.max(largest, value.bitPattern & 0x7FFF_FFFF_FFFF_FFFF)
    }
    return Double(bitPattern: largest)
  }
  @inline(__always) static func laneSums(_ x: InlineArray<8, Self>) -> SIMD8<Double> {
    pairSums(
      pairSums(pairSums(x[0], x[1]), pairSums(x[2], x[3])), pairSums(pairSums(x[4], x[5]), pairSums(x[6], x[7])))
  }
}

@inline(__always) private func pairSums(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> SIMD8<Double> {
  let both = SIMD16<Double>(lowHalf: a, highHalf: b)
  return both.evenHalf + both.oddHalf
}
@inline(__always) private func pairSums(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
  let both = SIMD16<Float>(lowHalf: a, highHalf: b)
  return both.evenHalf + both.oddHalf
}

extension SIMD16<Float>: ProductVector {
  static var width: Int { 16 }
  @inline(__always) init(splat: Float) { self = Self(repeating: splat) }
  @inline(__always) func adding(_ a: Self, times b: Self) -> Self { addingProduct(a, b) }
  @inline(__always) func clearingFirst(_ count: Int) -> Self {
    let lanes = Self(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    return replacing(with: Self(), where: lanes .< Self(repeating: Float(count)))
  }
  @inline(__always) var laneSum: Float {
    let half = lowHalf + highHalf
    let quarter = half.lowHalf + half.highHalf
    let eighth = quarter.lowHalf + quarter.highHalf
    return eighth.x + eighth.y
  }
  @inline(__always) func atLeast(_ bound: Self) -> Self { bound.replacing(with: self, where: self .> bound) }
  @inline(__always) func slope(of x: Self, at bound: Self, half: Self) -> Self {
    Self.zero.replacing(with: self, where: x .> bound).replacing(with: self * half, where: x .== bound)
  }
  @inline(__always) static func copy(
    _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, _ count: Int
  ) -> Float {
    // As integers, magnitudes of floats have the same order, and nan comes last.
    var largest: UInt32 = 0
    for index in 0..<count {
      let value = source[index]
      target[index] = value
      largest = Swift.max(largest, value.bitPattern & 0x7FFF_FFFF)
    }
    return Float(bitPattern: largest)
  }
  @inline(__always) static func laneSums(_ x: InlineArray<8, Self>) -> SIMD8<Float> {
    @inline(__always) func half(_ i: Int) -> SIMD8<Float> { x[i].lowHalf + x[i].highHalf }
    return pairSums(
      pairSums(pairSums(half(0), half(1)), pairSums(half(2), half(3))),
      pairSums(pairSums(half(4), half(5)), pairSums(half(6), half(7))))
  }
}
