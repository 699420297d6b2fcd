import Glibc

/// The outlines of strokes.
struct Stroker {
  public static let mitre = 0
  public static let round = 1
  public static let bevel = 2
  static let butt = 0
  static let projecting = 2

  let half: Double
  let join: Int
  let cap: Int
  let limit: Double

  init(width: Double, join: Int, cap: Int) {
    half = width / 2
    self.join = join
    self.cap = cap
    limit = max(width, 1)
  }

  /// Appends the outlines of a run: one polygon, or two for a closed run.
  func outlines(_ line: Polyline, _ out: inout [[Point2]]) {
    var points = Stroker.distinct(line.points)
    var isClosed = line.isClosed
    if isClosed, points.count > 1, (points[0] - points[points.count - 1]).length < 1e-9 { points.removeLast() }
    if isClosed && points.count < 3 { isClosed = false }
    guard points.count > 1 else { return }
    var outline: [Point2] = []
    outline.reserveCapacity(points.count * 4 + 8)
    let count = points.count
    if isClosed {
      for index in 0..<count {
        corner(points[(index + count - 1) % count], points[index], points[(index + 1) % count], &outline)
      }
      out.append(outline)
      outline.removeAll(keepingCapacity: true)
      for index in stride(from: count - 1, through: 0, by: -1) {
        corner(points[(index + 1) % count], points[index], points[(index + count - 1) % count], &outline)
      }
    } else {
      end(points[0], points[1], &outline)
      for index in 1..<count - 1 { corner(points[index - 1], points[index], points[index + 1], &outline) }
      end(points[count - 1], points[count - 2], &outline)
      for index in stride(from: count - 2, to: 0, by: -1) {
        corner(points[index + 1], points[index], points[index - 1], &outline)
      }
    }
    out.append(outline)
  }

  private static func distinct(_ points: [Point2]) -> [Point2] {
    var result: [Point2] = []
    result.reserveCapacity(points.count)
    for point in points {
      if let last = result.last, (point - last).length < 1e-9 { continue }
      result.append(point)
    }
    return result
  }

  /// The step from a line's middle to its side.
  private func side(_ a: Point2, _ b: Point2) -> Point2 {
    let way = b - a
    let scale = half / way.length
    return Point2(way.y * scale, -way.x * scale)
  }

  private func end(_ a: Point2, _ b: Point2, _ out: inout [Point2]) {
    let s = side(a, b)
    switch cap {
    case Stroker.round:
      let step = arcStep
      let count = Stroker.pieces(Double.pi / step)
      let start = atan2(-s.y, -s.x)
      let turn = Double.pi / Double(count + 1)
      out.append(a - s)
      for index in 1...max(1, count) where index <= count {
        let angle = start + turn * Double(index)
        out.append(Point2(a.x + cos(angle) * half, a.y + sin(angle) * half))
      }
      out.append(a + s)
    default:
      let back = cap == Stroker.projecting ? Point2(s.y, -s.x) : Point2(0, 0)
      out.append(a - s + back)
      out.append(a + s + back)
    }
  }

  /// A number of pieces that is no number, or too large a one, is held within bounds.
  private static func pieces(_ count: Double) -> Int { count > 0 ? Int(min(count, 1024)) : 0 }

  private var arcStep: Double { 2 * acos(half / (half + 0.125)) }

  private func corner(_ a: Point2, _ b: Point2, _ c: Point2, _ out: inout [Point2]) {
    let (s1, s2) = (side(a, b), side(b, c))
    let (l1, l2) = ((b - a).length, (c - b).length)
    let turn = (c.x - b.x) * (b.y - a.y) - (c.y - b.y) * (b.x - a.x)
    if turn > 0 {
      // The inner side of the bend.
      let reach = max(min(l1, l2) / half, 1.01) * half
      if let point = crossing(a + s1, b + s1, b + s2, c + s2), (point - b).length <= reach {
        out.append(point)
      } else {
        out.append(b + s1)
        out.append(b + s2)
      }
      return
    }
    let middle = Point2.middle(s1, s2)
    if join != Stroker.mitre, half - middle.length < half / 1024 {
      out.append(crossing(a + s1, b + s1, b + s2, c + s2) ?? b + s1)
      return
    }
    switch join {
    case Stroker.mitre:
      if let point = crossing(a + s1, b + s1, b + s2, c + s2) {
        if (point - b).length <= half * limit {
          out.append(point)
          return
        }
      } else if s1.dot(s2) > 0 {
        out.append(b + s1)
        return
      }
      out.append(b + s1)
      out.append(b + s2)
    case Stroker.round: arc(b, s1, s2, &out)
    default:
      out.append(b + s1)
      out.append(b + s2)
    }
  }

  private func arc(_ centre: Point2, _ from: Point2, _ to: Point2, _ out: inout [Point2]) {
    let start = atan2(from.y, from.x)
    var stop = atan2(to.y, to.x)
    if stop < start { stop += 2 * Double.pi }
    let count = Stroker.pieces((stop - start) / arcStep)
    let step = (stop - start) / Double(count + 1)
    out.append(centre + from)
    for index in 0..<count {
      let angle = start + step * Double(index + 1)
      out.append(Point2(centre.x + cos(angle) * half, centre.y + sin(angle) * half))
    }
    out.append(centre + to)
  }

  /// Where two lines cross; nil for parallel ones.
  private func crossing(_ a: Point2, _ b: Point2, _ c: Point2, _ d: Point2) -> Point2? {
    let bottom = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
    if abs(bottom) < 1e-30 { return nil }
    let top = (a.y - c.y) * (d.x - c.x) - (a.x - c.x) * (d.y - c.y)
    return a + (b - a) * (top / bottom)
  }
}

/// Cutting runs into dashes.
enum Dashes {
  static func cut(_ line: Polyline, _ lengths: [Double], offset: Double) -> [Polyline] {
    let total = lengths.reduce(0, +)
    guard total > 1e-3, total.isFinite, lengths.allSatisfy({ $0 >= 0 }), lengths.count > 1 else { return [line] }
    var points = line.points
    if line.isClosed, let first = points.first { points.append(first) }
    guard var last = points.first else { return [] }
    var index = 0
    var rest = offset.truncatingRemainder(dividingBy: total)
    if rest < 0 { rest += total }
    while rest >= lengths[index] {
      rest -= lengths[index]
      index = (index + 1) % lengths.count
      if rest <= 0 && lengths[index] > 0 { break }
    }
    var left = lengths[index] - rest
    var result: [Polyline] = []
    var current = Polyline(points: index % 2 == 0 ? [last] : [])
    for point in points.dropFirst() {
      var way = (point - last).length
      // A line much longer than any picture would make dashes without end.
      if way / total > 1e5 {
        last = point
        continue
      }
      while way > left {
        last = last + (point - last) * (left / way)
        way -= left
        if index % 2 == 0 {
          current.points.append(last)
          result.append(current)
          current = Polyline()
        } else {
          current = Polyline(points: [last])
        }
        index = (index + 1) % lengths.count
        left = lengths[index]
      }
      left -= way
      last = point
      if index % 2 == 0 { current.points.append(point) }
    }
    if current.points.count > 1 { result.append(current) }
    return result
  }
}
