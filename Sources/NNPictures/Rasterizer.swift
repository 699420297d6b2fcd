/// Coverage of pixels by polygons: each edge adds to the cells that it crosses how much of them lies to its right, so that
/// a sum along the row gives the exact area. Where parts of one path overlap their areas add up.
final class Rasterizer {
  private struct Cell {
    var cover: Int32 = 0
    var area: Int32 = 0
  }

  private var cells: UnsafeMutablePointer<Cell>
  private var capacity = 0
  /// The first and last cell touched in each row.
  private var firsts: UnsafeMutablePointer<Int32>
  private var lasts: UnsafeMutablePointer<Int32>
  private var rowCapacity = 0
  private var box = PixelBox(left: 0, top: 0, right: 0, bottom: 0)
  private var width = 0

  init() {
    cells = UnsafeMutablePointer<Cell>.allocate(capacity: 1)
    firsts = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    lasts = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  }

  deinit {
    cells.deallocate()
    firsts.deallocate()
    lasts.deallocate()
  }

  /// Makes ready for the polygons inside a box.
  func begin(_ box: PixelBox) {
    self.box = box
    width = box.right - box.left + 2
    let rows = box.bottom - box.top
    let needed = width * rows
    if needed > capacity {
      cells.deallocate()
      cells = UnsafeMutablePointer<Cell>.allocate(capacity: needed)
      cells.initialize(repeating: Cell(), count: needed)
      capacity = needed
    }
    if rows > rowCapacity {
      firsts.deallocate()
      lasts.deallocate()
      firsts = UnsafeMutablePointer<Int32>.allocate(capacity: rows)
      lasts = UnsafeMutablePointer<Int32>.allocate(capacity: rows)
      firsts.initialize(repeating: Int32.max, count: rows)
      lasts.initialize(repeating: -1, count: rows)
      rowCapacity = rows
    }
  }

  /// Adds a closed polygon, moved by a way.
  func add(_ points: [Point2], by way: Point2 = Point2(0, 0)) {
    guard var last = points.last else { return }
    last = Rasterizer.near(last + way)
    for point in points {
      let point = Rasterizer.near(point + way)
      edge(last, point)
      last = point
    }
  }

  /// Places far out are moved to where differences stay numbers.
  @inline(__always) private static func near(_ point: Point2) -> Point2 {
    Point2(max(-1e9, min(1e9, point.x)), max(-1e9, min(1e9, point.y)))
  }

  private func edge(_ a: Point2, _ b: Point2) {
    var (a, b) = (a, b)
    let (top, bottom) = (Double(box.top), Double(box.bottom))
    if a.y < top && b.y < top || a.y > bottom && b.y > bottom || !(a.isFinite && b.isFinite) { return }
    if a.y < top || a.y > bottom { a = Rasterizer.cut(a, b, y: a.y < top ? top : bottom) }
    if b.y < top || b.y > bottom { b = Rasterizer.cut(b, a, y: b.y < top ? top : bottom) }
    let (left, right) = (Double(box.left), Double(box.right))
    if a.x <= left && b.x <= left {
      straight(Point2(left, a.y), Point2(left, b.y))
    } else if a.x >= right && b.x >= right {
      return
    } else if a.x < left || b.x < left || a.x > right || b.x > right {
      sideways(a, b, left, right)
    } else {
      straight(a, b)
    }
  }

  /// The point of the line where it has that height.
  private static func cut(_ a: Point2, _ b: Point2, y: Double) -> Point2 {
    Point2(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)), y)
  }

  /// An edge that leaves the box to the left, where its height counts, or to the right, where nothing does.
  private func sideways(_ a: Point2, _ b: Point2, _ left: Double, _ right: Double) {
    func at(_ x: Double) -> Point2 { Point2(x, a.y + (b.y - a.y) * ((x - a.x) / (b.x - a.x))) }
    var points = [a]
    let crossings = [left, right].filter { ($0 > a.x) != ($0 > b.x) }
    points += (a.x < b.x ? crossings : crossings.reversed()).map(at)
    points.append(b)
    for (p, q) in zip(points, points.dropFirst()) {
      let middle = (p.x + q.x) / 2
      if middle < left {
        straight(Point2(left, p.y), Point2(left, q.y))
      } else if middle <= right {
        straight(p, q)
      }
    }
  }

  /// A length inside the box in 1/256 of pixels.
  @inline(__always) private static func fraction(_ length: Double) -> Int {
    length > 0 ? Int(min(length, 1e9) * 256 + 0.5) : 0
  }

  /// An edge inside the box, in 1/256 of pixels.
  private func straight(_ a: Point2, _ b: Point2) {
    let (left, top) = (Double(box.left), Double(box.top))
    let (x1, y1) = (Rasterizer.fraction(a.x - left), Rasterizer.fraction(a.y - top))
    let (x2, y2) = (Rasterizer.fraction(b.x - left), Rasterizer.fraction(b.y - top))
    if y1 == y2 { return }
    let rows = Rows(cells: cells, firsts: firsts, lasts: lasts, width: width)
    let slope = Double(x2 - x1) / Double(y2 - y1)
    let isDown = y2 > y1
    let limit = (box.bottom - box.top) << 8
    var (x, y) = (x1, y1)
    while y != y2 {
      let row = isDown ? y >> 8 : (y - 1) >> 8
      let border = isDown ? (row + 1) << 8 : row << 8
      let end = isDown ? min(border, y2) : max(border, y2)
      let next = end == y2 ? x2 : x1 + Rasterizer.floor(slope * Double(end - y1))
      if row >= 0 && row << 8 < limit { rows.line(row, x, y - row << 8, next, end - row << 8) }
      (x, y) = (next, end)
    }
  }

  /// Rounds down a number that cells keep small.
  @inline(__always) private static func floor(_ value: Double) -> Int {
    let whole = Int(value)
    return Double(whole) > value ? whole - 1 : whole
  }

  /// The cells as one edge sees them.
  private struct Rows {
    let cells: UnsafeMutablePointer<Cell>
    let firsts: UnsafeMutablePointer<Int32>
    let lasts: UnsafeMutablePointer<Int32>
    let width: Int

    /// The part of an edge within one row.
    @inline(__always)
    func line(_ row: Int, _ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) {
      if y1 == y2 { return }
      let first = Int32(truncatingIfNeeded: max(0, min(x1, x2) >> 8))
      let last = Int32(truncatingIfNeeded: min(width - 1, max(x1, x2) >> 8))
      if first < firsts[row] { firsts[row] = first }
      if last > lasts[row] { lasts[row] = last }
      let base = cells + row * width
      if x1 >> 8 == x2 >> 8 {
        put(base, x1 >> 8, x1 & 255, x2 & 255, y2 - y1)
        return
      }
      let slope = Double(y2 - y1) / Double(x2 - x1)
      let isRight = x2 > x1
      var (x, y) = (x1, y1)
      while x != x2 {
        let column = isRight ? x >> 8 : (x - 1) >> 8
        let border = isRight ? (column + 1) << 8 : column << 8
        let end = isRight ? min(border, x2) : max(border, x2)
        let next = end == x2 ? y2 : y1 + Rasterizer.floor(slope * Double(end - x1))
        put(base, column, x - column << 8, end - column << 8, next - y)
        (x, y) = (end, next)
      }
    }

    @inline(__always)
    private func put(_ base: UnsafeMutablePointer<Cell>, _ column: Int, _ x1: Int, _ x2: Int, _ dy: Int) {
      let column = max(0, min(width - 1, column))
      base[column].cover &+= Int32(truncatingIfNeeded: dy)
      base[column].area &+= Int32(truncatingIfNeeded: dy * (x1 + x2))
    }
  }

  /// Hands out the runs of pixels that are covered (x, y, length, 0...255) and makes ready for the next path.
  func sweep(isEvenOdd: Bool = false, _ body: (Int, Int, Int, Int32) -> Void) {
    for row in 0..<max(0, box.bottom - box.top) {
      let (first, last) = (Int(firsts[row]), Int(lasts[row]))
      if last < first { continue }
      firsts[row] = Int32.max
      lasts[row] = -1
      let base = cells + row * width
      var cover: Int32 = 0
      for column in first...last {
        let cell = base[column]
        base[column] = Cell()
        cover &+= cell.cover
        if column >= width - 2 { continue }
        let level = Rasterizer.level(cover << 9 &- cell.area, isEvenOdd)
        if level > 0 { body(box.left + column, box.top + row, 1, level) }
      }
      // What a polygon that goes on beyond the right border covers.
      if cover != 0, last + 1 < width - 2 {
        let level = Rasterizer.level(cover << 9, isEvenOdd)
        if level > 0 { body(box.left + last + 1, box.top + row, width - 3 - last, level) }
      }
    }
  }

  @inline(__always)
  private static func level(_ area: Int32, _ isEvenOdd: Bool) -> Int32 {
    var level = abs(area >> 9)
    if isEvenOdd {
      level &= 511
      if level > 256 { level = 512 - level }
    }
    return min(level, 255)
  }
}
