/// One path at many places, each with a size and colours of its own.
extension Canvas {
  /// What drawing the path in one size needs, around the origin.
  private struct Shape {
    let scale: Double
    let width: Double
    let areas: [[Point2]]
    let outlines: [[Point2]]

    init(_ path: Path, scale: Double, _ style: Style) {
      self.scale = scale
      width = style.width
      let lines = path.map { $0 * scale }.polylines()
      areas = lines.map(\.points)
      outlines = style.width > 0 ? Canvas.outlines(lines, style) : []
    }

    /// How many pixels it takes at most.
    var pixels: Int { (Canvas.bounds(areas + outlines)).map { ($0.right - $0.left) * ($0.bottom - $0.top) } ?? 0 }
  }

  /// The pictures of a shape at 64 by 64 places within a pixel, made when they are needed.
  private struct Places {
    static let steps = 64
    static let worthFrom = 8192
    static let mostPixels = 400
    private var made = [(area: Stamp, outline: Stamp)?](repeating: nil, count: steps * steps)

    mutating func stamps(of shape: Shape, column: Int, row: Int, on canvas: Canvas, _ style: Style) -> (
      area: Stamp, outline: Stamp
    ) {
      let index = row * Places.steps + column
      if let known = made[index] { return known }
      let way = Point2(Double(column) / Double(Places.steps), Double(row) / Double(Places.steps))
      let fresh = (
        style.face == nil ? Stamp() : canvas.stamp(shape.areas, by: way, style.isSmooth),
        style.edge == nil ? Stamp() : canvas.stamp(shape.outlines, by: way, style.isSmooth)
      )
      made[index] = fresh
      return fresh
    }
  }

  /// Draws a path at many places, each with a size and colours of its own (a list of one serves all).
  ///
  /// The outlines are worked out once as long as the size stays the same. Of very many equal ones each stands within
  /// 1/128 of a pixel of its place, which changes a pixel by two levels.
  public func drawEach(
    _ path: Path, at points: [Point2], scales: [Double], faces: [Colour], edges: [Colour], widths: [Double],
    _ style: Style
  ) {
    var style = style
    let isSnapped = style.snap == Snapping.always || style.snap == Snapping.auto && Snapping.isRectilinear(path)
    let isFree = kind == .pixels && !isSnapped && path.points.count < 128 && path.points.allSatisfy(\.isFinite)
    let isUniform = scales.count < 2 && widths.count < 2 && points.count >= Places.worthFrom
    var shape: Shape?
    var places: Places?
    for (index, point) in points.enumerated() where point.isFinite {
      if index & 255 == 0, isInterrupted() { return }
      let scale = scales.isEmpty ? 1 : scales[index % scales.count]
      style.face = faces.isEmpty ? nil : faces[index % faces.count]
      style.edge = edges.isEmpty ? nil : edges[index % edges.count]
      if !widths.isEmpty { style.width = widths[index % widths.count] }
      guard isFree else {
        draw(path.map { Point2(point.x + $0.x * scale, point.y + $0.y * scale) }, style)
        continue
      }
      if shape == nil || shape?.scale != scale || shape?.width != style.width {
        let made = Shape(path, scale: scale, style)
        if isUniform, made.pixels <= Places.mostPixels { places = Places() }
        shape = made
      }
      guard let shape else { continue }
      if places == nil {
        if let face = style.face { paint(shape.areas, by: point, face, style.isSmooth) }
        if let edge = style.edge, style.width > 0 { paint(shape.outlines, by: point, edge, style.isSmooth) }
      } else {
        put(shape, &places, at: point, style)
      }
    }
  }

  private func put(_ shape: Shape, _ places: inout Places?, at point: Point2, _ style: Style) {
    guard let bitmap else { return }
    let (x, y) = (pixel(point.x * Double(Places.steps) + 0.5), pixel(point.y * Double(Places.steps) + 0.5))
    let (column, row) = (x & (Places.steps - 1), y & (Places.steps - 1))
    guard let stamps = places?.stamps(of: shape, column: column, row: row, on: self, style) else { return }
    let (left, top) = ((x - column) / Places.steps, (y - row) / Places.steps)
    if let face = style.face { stamps.area.put(on: bitmap, Bitmap.Ink(face), x: left, y: top, clip, clipMask) }
    if let edge = style.edge { stamps.outline.put(on: bitmap, Bitmap.Ink(edge), x: left, y: top, clip, clipMask) }
  }
}
