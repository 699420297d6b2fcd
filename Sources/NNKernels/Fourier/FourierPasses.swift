/// A part of one pass of a transform for one factor: `rest` times `width` butterflies, from `source` to `target`; numbers
/// that belong together are `span` apart.
enum FourierPasses {
  typealias Points = UnsafeMutablePointer<Point>

  @inline(__always) static func product(_ a: Point, _ b: Point) -> Point {
    Point(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x)
  }

  /// i times a number.
  @inline(__always) private static func turned(_ a: Point) -> Point { Point(-a.y, a.x) }

  static func two(
    _ source: Points, _ target: Points, _ span: Int, _ rest: Int, _ step: Int, _ width: Int, _ twiddles: Points
  ) {
    for position in 0..<rest {
      let twiddle = twiddles[position]
      let from = source + step &* position
      let to = target + 2 &* step &* position
      for place in 0..<width {
        let (a, b) = (from[place], from[place &+ span])
        to[place] = a + b
        to[place &+ step] = product(a - b, twiddle)
      }
    }
  }

  static func three(
    _ source: Points, _ target: Points, _ span: Int, _ rest: Int, _ step: Int, _ width: Int, _ twiddles: Points
  ) {
    let sine = 0.86602540378443864676
    for position in 0..<rest {
      let (w1, w2) = (twiddles[2 &* position], twiddles[2 &* position &+ 1])
      let from = source + step &* position
      let to = target + 3 &* step &* position
      for place in 0..<width {
        let (a, b, c) = (from[place], from[place &+ span], from[place &+ 2 &* span])
        let sum = b + c
        let middle = a - 0.5 * sum
        let side = turned(sine * (b - c))
        to[place] = a + sum
        to[place &+ step] = product(middle - side, w1)
        to[place &+ 2 &* step] = product(middle + side, w2)
      }
    }
  }

  static func four(
    _ source: Points, _ target: Points, _ span: Int, _ rest: Int, _ step: Int, _ width: Int, _ twiddles: Points
  ) {
    for position in 0..<rest {
      let w = twiddles + 3 &* position
      let (w1, w2, w3) = (w[0], w[1], w[2])
      let from = source + step &* position
      let to = target + 4 &* step &* position
      for place in 0..<width {
        let (a, b) = (from[place], from[place &+ span])
        let (c, d) = (from[place &+ 2 &* span], from[place &+ 3 &* span])
        let (even, odd) = (a + c, a - c)
        let (sum, difference) = (b + d, turned(b - d))
        to[place] = even + sum
        to[place &+ step] = product(odd - difference, w1)
        to[place &+ 2 &* step] = product(even - sum, w2)
        to[place &+ 3 &* step] = product(odd + difference, w3)
      }
    }
  }

  static func five(
    _ source: Points, _ target: Points, _ span: Int, _ rest: Int, _ step: Int, _ width: Int, _ twiddles: Points
  ) {
    let (c1, c2) = (0.30901699437494742410, -0.80901699437494742410)
    let (s1, s2) = (0.95105651629515357212, 0.58778525229247312917)
    for position in 0..<rest {
      let w = twiddles + 4 &* position
      let from = source + step &* position
      let to = target + 5 &* step &* position
      for place in 0..<width {
        let a = from[place]
        let (b, c) = (from[place &+ span], from[place &+ 2 &* span])
        let (d, e) = (from[place &+ 3 &* span], from[place &+ 4 &* span])
        let (outer, inner) = (b + e, c + d)
        let (wide, narrow) = (b - e, c - d)
        let first = a + c1 * outer + c2 * inner
        let second = a + c2 * outer + c1 * inner
        let firstSide = turned(s1 * wide + s2 * narrow)
        let secondSide = turned(s2 * wide - s1 * narrow)
        to[place] = a + outer + inner
        to[place &+ step] = product(first - firstSide, w[0])
        to[place &+ 2 &* step] = product(second - secondSide, w[1])
        to[place &+ 3 &* step] = product(second + secondSide, w[2])
        to[place &+ 4 &* step] = product(first + firstSide, w[3])
      }
    }
  }

  /// A pass for any odd factor.
  static func any(
    _ factor: Int, _ source: Points, _ target: Points, _ part: Int, _ rest: Int, _ step: Int, _ width: Int,
    _ twiddles: Points, _ roots: Points
  ) {
    let half = factor / 2
    for position in 0..<rest {
      let w = twiddles + (factor &- 1) &* position
      let from = source + step &* position
      let to = target + factor &* step &* position
      for place in 0..<width {
        let first = from[place]
        var total = first
        for k in 1...max(half, 1) { total += from[place &+ k &* part] + from[place &+ (factor &- k) &* part] }
        to[place] = total
        for branch in 1...max(half, 1) {
          var (middle, side) = (first, Point(0, 0))
          var index = 0
          for k in 1...max(half, 1) {
            index &+= branch
            if index >= factor { index &-= factor }
            let root = roots[index]
            let (a, b) = (from[place &+ k &* part], from[place &+ (factor &- k) &* part])
            middle += root.x * (a + b)
            // The roots' imaginary parts are negative sines.
            side -= root.y * (a - b)
          }
          side = turned(side)
          to[place &+ branch &* step] = product(middle - side, w[branch &- 1])
          to[place &+ (factor &- branch) &* step] = product(middle + side, w[factor &- branch &- 1])
        }
      }
    }
  }
}
