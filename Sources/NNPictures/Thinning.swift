/// Dropping the points of a long line that cannot be seen.
enum Thinning {
  /// A ninth of a pixel, squared.
  private static let tolerance = 1.0 / 81

  /// A run of points along one direction: how far it goes forwards and backwards from its origin.
  private struct Run {
    var origin: Point2
    var direction: Point2
    var square: Double
    var forward: Point2
    var forwardSquare: Double
    var backward: Point2?
    var backwardSquare = 0.0
    var endsForward = true
    var last: Point2

    init(_ origin: Point2, _ next: Point2) {
      self.origin = origin
      direction = next - origin
      square = direction.dot(direction)
      forward = next
      forwardSquare = square
      last = next
    }

    /// Takes a point that lies along the direction; false for others.
    mutating func take(_ point: Point2) -> Bool {
      let way = point - origin
      let along = way.dot(direction) / square
      let aside = way - direction * along
      if aside.dot(aside) >= Thinning.tolerance { return false }
      let length = along * along * square
      if along > 0 {
        endsForward = length > forwardSquare
        if endsForward { (forward, forwardSquare) = (point, length) }
        isAtEnd = endsForward
      } else {
        isAtEnd = length > backwardSquare
        if isAtEnd {
          (backward, backwardSquare) = (point, length)
          endsForward = false
        }
      }
      last = point
      return true
    }

    var isAtEnd = true

    func write(to path: inout Path) {
      if let backward {
        path.line(to: endsForward ? backward : forward)
        path.line(to: endsForward ? forward : backward)
      } else {
        path.line(to: forward)
      }
      if !isAtEnd { path.line(to: last) }
    }
  }

  static func apply(_ path: Path) -> Path {
    var result = Path()
    result.points.reserveCapacity(path.points.count)
    result.codes.reserveCapacity(path.points.count)
    var run: Run?
    var last = Point2(0, 0)
    for (point, code) in zip(path.points, path.codes) {
      if code != Path.line {
        run?.write(to: &result)
        run = nil
        result.append(point, code)
        last = point
        continue
      }
      if run == nil {
        if point == last { continue }
        run = Run(last, point)
      } else if run?.take(point) == false {
        let end = run?.last ?? last
        run?.write(to: &result)
        run = Run(end, point)
      }
    }
    run?.write(to: &result)
    return result
  }
}
