/// Moving paths onto whole pixels, so that straight lines and boxes are crisp.
enum Snapping {
  public static let never = 0
  public static let auto = 1
  public static let always = 2

  /// How far from whole numbers the corners go: half a pixel for strokes of odd width.
  static func shift(strokeWidth: Double) -> Double {
    Int(max(0, min(1e6, strokeWidth)).rounded(.toNearestOrAwayFromZero)) % 2 == 1 ? 0.5 : 0
  }

  static func snap(_ point: Point2, _ shift: Double) -> Point2 {
    Point2((point.x + 0.5).rounded(.down) + shift, (point.y + 0.5).rounded(.down) + shift)
  }

  /// Whether a path is made of upright and level lines only.
  static func isRectilinear(_ path: Path) -> Bool {
    if path.points.count > 1024 || path.hasCurves { return false }
    var last = Point2(0, 0)
    for (point, code) in zip(path.points, path.codes) {
      if code == Path.line, abs(point.x - last.x) >= 1e-4, abs(point.y - last.y) >= 1e-4 { return false }
      if code != Path.close { last = point }
    }
    return true
  }

  static func apply(_ path: Path, mode: Int, strokeWidth: Double) -> Path {
    guard mode == always || mode == auto && isRectilinear(path) else { return path }
    let shift = shift(strokeWidth: strokeWidth)
    return path.map { snap($0, shift) }
  }
}
