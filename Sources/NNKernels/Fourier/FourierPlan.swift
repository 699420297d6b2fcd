import Glibc

/// A complex number of a transform: real and imaginary part.
public typealias Point = SIMD2<Double>

/// Everything about discrete Fourier transforms of one length that can be known before the numbers.
///
/// Lengths of small factors go by passes that leave the numbers in order (Stockham), others by a convolution of a
/// convenient length (Bluestein).
public final class FourierPlan {
  public let count: Int
  private let factors: [Int]
  /// The passes' twiddle factors, one after the other.
  private let twiddles: UnsafeMutablePointer<Point>
  /// Of factors without a pass of their own: the cosines and sines of their roots, one after the other.
  private let roots: UnsafeMutablePointer<Point>
  private let convolution: Convolution?

  /// How many points `run` needs beside the data.
  public var scratchCount: Int { convolution.map { 2 &* $0.plan.count &+ $0.plan.scratchCount } ?? count }

  /// Nil without memory, or once the flag is raised.
  public init?(_ count: Int, flag: InterruptFlag = .never) {
    self.count = count
    let factors = FourierPlan.factors(of: count)
    let isConvolved = FourierPlan.prefersConvolution(count, factors)
    self.factors = isConvolved ? [] : factors
    convolution = isConvolved ? Convolution(count, flag) : nil
    let rootCount = isConvolved ? 0 : factors.filter { $0 > 5 }.reduce(0, +)
    guard let bytes = malloc((isConvolved ? 1 : max(count, 1) &* 2) &* MemoryLayout<Point>.stride),
      let more = malloc(max(rootCount, 1) &* MemoryLayout<Point>.stride)
    else { return nil }
    twiddles = bytes.bindMemory(to: Point.self, capacity: 1)
    roots = more.bindMemory(to: Point.self, capacity: 1)
    if isConvolved && convolution == nil { return nil }
    if !isConvolved && !fillTables(flag) { return nil }
  }

  deinit {
    free(twiddles)
    free(roots)
  }

  /// False once the flag is raised.
  private func fillTables(_ flag: InterruptFlag) -> Bool {
    var place = 0
    var rootPlace = 0
    var length = count
    for factor in factors {
      let rest = length / factor
      for position in 0..<rest {
        if position & 0x3FFF == 0x3FFF, flag.isRaised { return false }
        for branch in 1..<factor {
          twiddles[place] = FourierPlan.root(position &* branch, length)
          place &+= 1
        }
      }
      if factor > 5 {
        for index in 0..<factor { roots[rootPlace &+ index] = FourierPlan.root(index, factor) }
        rootPlace &+= factor
      }
      length = rest
    }
    return true
  }

  /// exp(-2πi · k / n), from an angle below an eighth of a turn.
  static func root(_ k: Int, _ n: Int) -> Point {
    let eighths = 8 &* (k % n)
    let octant = eighths / n
    let rest = eighths &- octant &* n
    // Odd octants count from their upper end.
    let (cosine, sine) = octant & 1 == 0 ? circle(rest, n) : circle(n &- rest, n)
    switch octant {
    case 0: return Point(cosine, -sine)
    case 1: return Point(sine, -cosine)
    case 2: return Point(-sine, -cosine)
    case 3: return Point(-cosine, -sine)
    case 4: return Point(-cosine, sine)
    case 5: return Point(-sine, cosine)
    case 6: return Point(sine, cosine)
    default: return Point(cosine, sine)
    }
  }

  /// Cosine and sine of an eighth of a turn times k / n.
  private static func circle(_ k: Int, _ n: Int) -> (Double, Double) {
    #if arch(x86_64)
      let angle = Float80.pi / 4 * Float80(k) / Float80(n)
      return (Double(cosl(angle)), Double(sinl(angle)))
    #else
      let angle = Double.pi / 4 * (Double(k) / Double(n))
      return (cos(angle), sin(angle))
    #endif
  }

  private static func factors(of count: Int) -> [Int] {
    var rest = count
    var factors: [Int] = []
    while rest > 0 && rest % 4 == 0 {
      factors.append(4)
      rest /= 4
    }
    var factor = 2
    while factor &* factor <= rest {
      while rest % factor == 0 {
        factors.append(factor)
        rest /= factor
      }
      factor &+= factor == 2 ? 1 : 2
    }
    if rest > 1 { factors.append(rest) }
    return factors
  }

  /// Roughly the operations a point.
  private static func cost(_ factors: [Int]) -> Double {
    factors.reduce(0) { $0 + ($1 <= 5 ? Double($1) : 1.1 * Double($1)) }
  }

  private static func prefersConvolution(_ count: Int, _ factors: [Int]) -> Bool {
    guard count >= 50, (factors.max() ?? 0) > 5 else { return false }
    let length = Convolution.length(for: count)
    return 3 * cost(self.factors(of: length)) * Double(length) < cost(factors) * Double(count)
  }

  // MARK: Running

  /// Transforms `count` points in place, forward. `scratch` has room for `scratchCount` points.
  public func run(
    _ data: UnsafeMutablePointer<Point>, scratch: UnsafeMutablePointer<Point>, flag: InterruptFlag = .never
  ) throws(Interrupted) {
    if let convolution { return try convolution.run(data, scratch, flag) }
    var (source, target) = (data, scratch)
    var length = count
    var step = 1
    var twiddle = twiddles
    var root = roots
    for factor in factors {
      let rest = length / factor
      try pass(factor, source, target, rest, step, twiddle, root, flag)
      if factor > 5 { root += factor }
      twiddle += rest &* (factor &- 1)
      length = rest
      step &*= factor
      swap(&source, &target)
    }
    if source != data { data.update(from: source, count: count) }
  }

  /// Butterflies between two looks at the flag.
  private static let stretch = 1 << 19

  /// A pass, in parts where it is long.
  private func pass(
    _ factor: Int, _ source: UnsafeMutablePointer<Point>, _ target: UnsafeMutablePointer<Point>, _ rest: Int,
    _ step: Int, _ twiddles: UnsafeMutablePointer<Point>, _ roots: UnsafeMutablePointer<Point>, _ flag: InterruptFlag
  ) throws(Interrupted) {
    let span = step &* rest
    let width = min(step, FourierPlan.stretch)
    let positions = max(1, FourierPlan.stretch / step)
    for position in stride(from: 0, to: rest, by: positions) {
      for place in stride(from: 0, to: step, by: width) {
        if span > FourierPlan.stretch { try flag.check() }
        let from = source + step &* position + place
        let to = target + factor &* step &* position + place
        let w = twiddles + (factor &- 1) &* position
        let (rows, columns) = (min(positions, rest &- position), min(width, step &- place))
        switch factor {
        case 2: FourierPasses.two(from, to, span, rows, step, columns, w)
        case 3: FourierPasses.three(from, to, span, rows, step, columns, w)
        case 4: FourierPasses.four(from, to, span, rows, step, columns, w)
        case 5: FourierPasses.five(from, to, span, rows, step, columns, w)
        default: FourierPasses.any(factor, from, to, span, rows, step, columns, w, roots)
        }
      }
    }
  }
}

/// A transform of any length as a convolution with a chirp.
private final class Convolution {
  let count: Int
  let plan: FourierPlan
  private let chirp: UnsafeMutablePointer<Point>
  private let kernel: UnsafeMutablePointer<Point>

  /// The least length from 2n - 1 on whose factors are at most 5.
  static func length(for count: Int) -> Int {
    var length = 2 &* count &- 1
    while true {
      var rest = length
      for factor in [2, 3, 5] { while rest % factor == 0 { rest /= factor } }
      if rest == 1 { return length }
      length &+= 1
    }
  }

  /// Nil without memory, or once the flag is raised.
  init?(_ count: Int, _ flag: InterruptFlag) {
    self.count = count
    let length = Convolution.length(for: count)
    guard let plan = FourierPlan(length, flag: flag), let first = malloc(count &* MemoryLayout<Point>.stride),
      let second = malloc(length &* MemoryLayout<Point>.stride),
      let scratch = malloc(max(plan.scratchCount, 1) &* MemoryLayout<Point>.stride)
    else { return nil }
    self.plan = plan
    chirp = first.bindMemory(to: Point.self, capacity: count)
    kernel = second.bindMemory(to: Point.self, capacity: length)
    defer { free(scratch) }
    // exp(-πi · k² / n), the square counted modulo 2n.
    var square = 0
    for k in 0..<count {
      if k & 0xFFFF == 0xFFFF, flag.isRaised { return nil }
      chirp[k] = FourierPlan.root(square, 2 &* count)
      square = (square &+ 2 &* k &+ 1) % (2 &* count)
    }
    kernel.update(repeating: Point(0, 0), count: length)
    for k in 0..<count {
      let value = Point(chirp[k].x, -chirp[k].y) / Double(length)
      kernel[k] = value
      if k > 0 { kernel[length &- k] = value }
    }
    do throws(Interrupted) {
      try plan.run(kernel, scratch: scratch.bindMemory(to: Point.self, capacity: 1), flag: flag)
    } catch {
      return nil
    }
  }

  deinit {
    free(chirp)
    free(kernel)
  }

  func run(
    _ data: UnsafeMutablePointer<Point>, _ scratch: UnsafeMutablePointer<Point>, _ flag: InterruptFlag
  ) throws(Interrupted) {
    let length = plan.count
    let work = scratch
    let rest = scratch + length
    for k in 0..<count { work[k] = FourierPasses.product(data[k], chirp[k]) }
    (work + count).update(repeating: Point(0, 0), count: length &- count)
    try plan.run(work, scratch: rest, flag: flag)
    // The inverse as a forward transform with the parts exchanged.
    for k in 0..<length {
      let value = FourierPasses.product(work[k], kernel[k])
      work[k] = Point(value.y, value.x)
    }
    try plan.run(work, scratch: rest, flag: flag)
    for k in 0..<count { data[k] = FourierPasses.product(Point(work[k].y, work[k].x), chirp[k]) }
  }
}
