/// The picture of a marker, made of runs of pixels.
struct Stamp {
  struct Span {
    let x: Int32
    let y: Int32
    let count: Int32
    let level: Int32
  }

  var spans: [Span] = []

  mutating func add(x: Int, y: Int, count: Int, level: Int32) {
    spans.append(
      Span(
        x: Int32(truncatingIfNeeded: x), y: Int32(truncatingIfNeeded: y), count: Int32(truncatingIfNeeded: count),
        level: level))
  }

  func put(on bitmap: Bitmap, _ ink: Bitmap.Ink, x: Int, y: Int, _ clip: PixelBox, _ mask: ClipMask?) {
    for span in spans {
      let row = Int(span.y) + y
      if row < clip.top || row >= clip.bottom { continue }
      let start = Int(span.x) + x
      let (left, right) = (max(start, clip.left), min(start + Int(span.count), clip.right))
      if left >= right { continue }
      guard let mask else {
        bitmap.blend(ink, x: left, y: row, count: right - left, coverage: span.level)
        continue
      }
      for column in left..<right {
        let level = mask.level(x: column, y: row) * span.level / 255
        bitmap.blend(ink, x: column, y: row, count: 1, coverage: level)
      }
    }
  }
}

/// How much of each pixel of a box may be drawn on.
final class ClipMask {
  private let box: PixelBox
  private var levels: [UInt8]

  init(_ box: PixelBox) {
    self.box = box
    levels = [UInt8](repeating: 0, count: (box.right - box.left) * (box.bottom - box.top))
  }

  func set(x: Int, y: Int, count: Int, level: Int32) {
    let start = (y - box.top) * (box.right - box.left) + x - box.left
    for index in start..<start + count where index >= 0 && index < levels.count {
      levels[index] = UInt8(truncatingIfNeeded: level)
    }
  }

  func level(x: Int, y: Int) -> Int32 {
    guard x >= box.left, x < box.right, y >= box.top, y < box.bottom else { return 0 }
    return Int32(levels[(y - box.top) * (box.right - box.left) + x - box.left])
  }
}

/// Cutting lines at a square around the picture.
enum LineClipping {
  static func clip(_ path: Path, _ reach: Double) -> Path {
    var result = Path()
    var last = Point2(0, 0)
    var start = Point2(0, 0)
    var end: Point2?
    func add(_ a: Point2, _ b: Point2) {
      guard let (p, q) = segment(a, b, reach) else {
        end = nil
        return
      }
      if end != p { result.move(to: p) }
      result.line(to: q)
      end = q
    }
    for (point, code) in zip(path.points, path.codes) {
      switch code {
      case Path.move:
        start = point
        end = nil
        last = point
      case Path.close:
        add(last, start)
        last = start
      default:
        add(last, point)
        last = point
      }
    }
    return result
  }

  /// The part of a line inside the square of that reach.
  private static func segment(_ a: Point2, _ b: Point2, _ reach: Double) -> (Point2, Point2)? {
    var (from, to) = (0.0, 1.0)
    let way = b - a
    for (start, step) in [(a.x, way.x), (a.y, way.y)] {
      if step == 0 {
        if abs(start) > reach { return nil }
        continue
      }
      let (one, two) = ((-reach - start) / step, (reach - start) / step)
      from = max(from, min(one, two))
      to = min(to, max(one, two))
    }
    if from > to { return nil }
    return (from == 0 ? a : a + way * from, to == 1 ? b : a + way * to)
  }
}
