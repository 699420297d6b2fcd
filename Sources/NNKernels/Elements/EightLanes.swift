/// Eight elements of a float type side by side: the accumulators of NumPy's pairwise sum.
protocol EightLanes: BitwiseCopyable {
  associatedtype Scalar
  static func load(_ pointer: UnsafePointer<Scalar>) -> Self
  init(splat: Scalar)
  static func + (a: Self, b: Self) -> Self
  /// ((0 + 1) + (2 + 3)) + ((4 + 5) + (6 + 7)).
  var treeSum: Scalar { get }
  /// In each lane `x` where it is larger (or smaller) or nan, else the lane's own value.
  func extreme(_ x: Self, larger: Bool) -> Self
  subscript(index: Int) -> Scalar { get }
}

extension SIMD8<Double>: EightLanes {
  @inline(__always) var treeSum: Double {
    let pairs = evenHalf + oddHalf
    let halves = pairs.evenHalf + pairs.oddHalf
    return halves.x + halves.y
  }
  @inline(__always) func extreme(_ x: Self, larger: Bool) -> Self {
    replacing(with: x, where: (larger ? x .> self : x .< self) .| (x .!= x))
  }
}

/// `SIMD8<Float>`: a generic type conforms to a protocol once, and `SIMD8<Double>` has that place.
struct FloatLanes: EightLanes {
  var lanes: SIMD8<Float>

  @inline(__always) init(_ lanes: SIMD8<Float>) { self.lanes = lanes }
  @inline(__always) init(splat: Float) { lanes = SIMD8(repeating: splat) }
  @inline(__always) static func load(_ pointer: UnsafePointer<Float>) -> FloatLanes {
    FloatLanes(UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self))
  }
  @inline(__always) static func + (a: FloatLanes, b: FloatLanes) -> FloatLanes { FloatLanes(a.lanes + b.lanes) }
  @inline(__always) var treeSum: Float {
    let pairs = lanes.evenHalf + lanes.oddHalf
    let halves = pairs.evenHalf + pairs.oddHalf
    return halves.x + halves.y
  }
  @inline(__always) func extreme(_ x: FloatLanes, larger: Bool) -> FloatLanes {
    let x = x.lanes
    return FloatLanes(lanes.replacing(with: x, where: (larger ? x .> lanes : x .< lanes) .| (x .!= x)))
  }
  @inline(__always) subscript(index: Int) -> Float { lanes[index] }
}
