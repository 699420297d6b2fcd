import CPictures

/// How a path is painted.
public struct Style {
  public var face: Colour?
  public var edge: Colour?
  public var width = 1.0
  public var dashes: [Double] = []
  public var dashOffset = 0.0
  public var join = 0
  public var cap = 0
  /// Snapping: 0 never, 1 where all lines are upright or level, 2 always.
  public var snap = 0
  public var isSmooth = true
  public init() {}

  /// The width of the stroke as snapping sees it.
  var strokeWidth: Double { edge == nil ? 0 : width }
}

/// Something to draw on: pixels, or a file of lines and areas. Whole artists are drawn by one call each.
public final class Canvas {
  /// What comes out.
  public enum Kind { case pixels, svg, pdf }

  public let kind: Kind
  public let width: Int
  public let height: Int
  let bitmap: Bitmap?
  private let vector: VectorFile?
  private let rasterizer = Rasterizer()
  private(set) var clip: PixelBox
  private(set) var clipMask: ClipMask?
  /// Asks whether to go on; what it throws stops the drawing.
  public var isInterrupted: () -> Bool = { false }

  /// Nil where there is no memory for that size, or no library for that kind.
  public init?(_ kind: Kind, width: Int, height: Int) {
    self.kind = kind
    self.width = width
    self.height = height
    clip = PixelBox(left: 0, top: 0, right: width, bottom: height)
    switch kind {
    case .pixels:
      guard let bitmap = Bitmap(width: width, height: height) else { return nil }
      self.bitmap = bitmap
      vector = nil
    case .svg, .pdf:
      guard width > 0, height > 0, let file = VectorFile(kind, width: Double(width), height: Double(height))
      else { return nil }
      bitmap = nil
      vector = file
    }
  }

  /// Draws inside a box only, and where a path is given inside that.
  public func clip(to box: PixelBox?, path: Path?) {
    let whole = PixelBox(left: 0, top: 0, right: width, bottom: height)
    clip = box.map { $0.intersection(whole) } ?? whole
    clipMask = nil
    vector?.clip(to: box, path: path)
    guard let path, bitmap != nil, !clip.isEmpty else { return }
    let mask = ClipMask(clip)
    rasterizer.begin(clip)
    for line in path.withoutGaps().polylines() { rasterizer.add(line.points) }
    rasterizer.sweep { mask.set(x: $0, y: $1, count: $2, level: $3) }
    clipMask = mask
  }

  /// Fills and strokes a path.
  public func draw(_ path: Path, _ style: Style) {
    var path = path.withoutGaps()
    if style.face == nil { path = withinReach(path) }
    path = Snapping.apply(path, mode: style.snap, strokeWidth: style.strokeWidth)
    if style.face == nil, path.points.count >= 128, !path.hasCurves { path = Thinning.apply(path) }
    if let vector { return vector.draw(path, style) }
    let lines = path.polylines()
    if let face = style.face { fill(lines, face, style.isSmooth) }
    if let edge = style.edge, style.width > 0 { stroke(lines, edge, style) }
  }

  private func fill(_ lines: [Polyline], _ colour: Colour, _ isSmooth: Bool) {
    paint(lines.map(\.points), colour, isSmooth)
  }

  private func stroke(_ lines: [Polyline], _ colour: Colour, _ style: Style) {
    paint(Canvas.outlines(lines, style), colour, style.isSmooth)
  }

  static func outlines(_ lines: [Polyline], _ style: Style) -> [[Point2]] {
    let stroker = Stroker(width: style.width, join: style.join, cap: style.cap)
    var outlines: [[Point2]] = []
    for line in lines {
      if style.dashes.isEmpty {
        stroker.outlines(line, &outlines)
      } else {
        for dash in Dashes.cut(line, style.dashes, offset: style.dashOffset) { stroker.outlines(dash, &outlines) }
      }
    }
    return outlines
  }

  /// Lines that go far out of the picture are cut near it, so that numbers stay small.
  private func withinReach(_ path: Path) -> Path {
    let reach = 20000.0
    if path.points.allSatisfy({ abs($0.x) < reach && abs($0.y) < reach }) || path.hasCurves { return path }
    return LineClipping.clip(path, reach / 2)
  }

  /// Paints polygons: one area, whose overlapping parts add up.
  func paint(_ polygons: [[Point2]], by way: Point2 = Point2(0, 0), _ colour: Colour, _ isSmooth: Bool) {
    guard let bitmap, let box = Canvas.bounds(polygons, by: way)?.intersection(clip), !box.isEmpty else { return }
    let ink = Bitmap.Ink(colour)
    rasterizer.begin(box)
    for polygon in polygons { rasterizer.add(polygon, by: way) }
    if let mask = clipMask {
      rasterizer.sweep { (x, y, count, level) in
        for i in x..<x + count {
          let part = mask.level(x: i, y: y) * (isSmooth ? level : 255) / 255
          if part > 0 { bitmap.blend(ink, x: i, y: y, count: 1, coverage: part) }
        }
      }
    } else if isSmooth {
      rasterizer.sweep { bitmap.blend(ink, x: $0, y: $1, count: $2, coverage: $3) }
    } else {
      rasterizer.sweep { (x, y, count, _) in bitmap.blend(ink, x: x, y: y, count: count, coverage: 255) }
    }
  }

  static func bounds(_ polygons: [[Point2]], by way: Point2 = Point2(0, 0)) -> PixelBox? {
    var (left, top) = (Double.infinity, Double.infinity)
    var (right, bottom) = (-Double.infinity, -Double.infinity)
    for polygon in polygons {
      for point in polygon {
        left = min(left, point.x)
        right = max(right, point.x)
        top = min(top, point.y)
        bottom = max(bottom, point.y)
      }
    }
    guard left <= right, top <= bottom else { return nil }
    return PixelBox(
      left: pixel(left + way.x), top: pixel(top + way.y), right: pixel(right + way.x) + 1,
      bottom: pixel(bottom + way.y) + 1)
  }

  // MARK: Many of a kind

  /// Draws one path at many places, always the same picture of it: rasterised once.
  public func stamp(_ path: Path, at points: [Point2], _ style: Style) {
    let path = path.withoutGaps()
    let isSnapped = style.snap == Snapping.always || style.snap == Snapping.auto && Snapping.isRectilinear(path)
    let shift = isSnapped ? Snapping.shift(strokeWidth: style.strokeWidth) : 0.5
    let placed = isSnapped ? path.map { Snapping.snap($0, shift) } : path.map { $0 + Point2(0.5, 0.5) }
    if let vector {
      for point in points where point.isFinite { vector.draw(path.map { $0 + point }, style) }
      return
    }
    guard let bitmap else { return }
    let lines = placed.polylines()
    var layers: [(Stamp, Bitmap.Ink)] = []
    if let face = style.face { layers.append((stamp(lines.map(\.points), style.isSmooth), Bitmap.Ink(face))) }
    if let edge = style.edge, style.width > 0 {
      layers.append((stamp(Canvas.outlines(lines, style), style.isSmooth), Bitmap.Ink(edge)))
    }
    for (index, point) in points.enumerated() where point.isFinite {
      if index & 1023 == 0, isInterrupted() { return }
      let (x, y) = (pixel(point.x + 0.5), pixel(point.y + 0.5))
      for (layer, ink) in layers { layer.put(on: bitmap, ink, x: x, y: y, clip, clipMask) }
    }
  }

  func stamp(_ polygons: [[Point2]], by way: Point2 = Point2(0, 0), _ isSmooth: Bool) -> Stamp {
    let whole = PixelBox(left: -4096, top: -4096, right: 4096, bottom: 4096)
    var made = Stamp()
    guard let box = Canvas.bounds(polygons, by: way)?.intersection(whole), !box.isEmpty else { return made }
    rasterizer.begin(box)
    for polygon in polygons { rasterizer.add(polygon, by: way) }
    rasterizer.sweep { made.add(x: $0, y: $1, count: $2, level: isSmooth ? $3 : 255) }
    return made
  }

  /// Draws polygons of `corners` points each, with colours of their own.
  public func polygons(
    _ numbers: [Double], corners: Int, faces: [Colour], edges: [Colour], widths: [Double], _ style: Style
  ) {
    guard corners > 1, corners <= numbers.count else { return }
    var style = style
    for index in 0..<numbers.count / (2 * corners) {
      if index & 255 == 0, isInterrupted() { return }
      var path = Path()
      for corner in index * corners..<(index + 1) * corners {
        path.append(Point2(numbers[2 * corner], numbers[2 * corner + 1]), path.points.isEmpty ? Path.move : Path.line)
      }
      if !path.points.allSatisfy(\.isFinite) { continue }
      path.closeSubpath()
      style.face = faces.isEmpty ? nil : faces[index % faces.count]
      style.edge = edges.isEmpty ? nil : edges[index % edges.count]
      if !widths.isEmpty { style.width = widths[index % widths.count] }
      draw(path, style)
    }
  }

  // MARK: Images and text

  private static func isNear(_ place: Int) -> Bool { place > -(1 << 24) && place < 1 << 24 }

  /// Lays an image (red, green, blue, alpha) with its corner at a pixel.
  public func image(_ bytes: [UInt8], width: Int, height: Int, x: Int, y: Int) {
    guard width > 0, height > 0, bytes.count >= width * height * 4, Canvas.isNear(x), Canvas.isNear(y) else { return }
    if let vector { return vector.image(bytes, width: width, height: height, x: x, y: y) }
    guard let bitmap else { return }
    let box = PixelBox(left: x, top: y, right: x + width, bottom: y + height).intersection(clip)
    if box.isEmpty { return }
    for row in box.top..<box.bottom {
      for column in box.left..<box.right {
        let at = ((row - y) * width + column - x) * 4
        let mask = clipMask?.level(x: column, y: row) ?? 255
        let alpha = Int32(bytes[at + 3])
        if alpha == 0 { continue }
        let pixel = bitmap.bytes + (row * bitmap.width + column) * 4
        let product = alpha * mask + 128
        let k = (product >> 8 + product) >> 8
        Bitmap.mix(pixel, Int32(bytes[at]), Int32(bytes[at + 1]), Int32(bytes[at + 2]), k)
      }
    }
  }

  /// Draws a line of text from the left end of its base line, turned by an angle in degrees.
  public func text(_ text: [UInt32], _ font: Font, size: Double, x: Double, y: Double, angle: Double, _ colour: Colour)
  {
    if let vector { return vector.draw(font.outline(text, size: size, x: x, y: y, angle: angle), face: colour) }
    guard let bitmap else { return }
    let ink = Bitmap.Ink(colour)
    font.bitmaps(text, size: size, x: x, y: y, angle: angle) { (left, top, glyph) in
      guard let bytes = glyph.bytes else { return }
      for row in 0..<Int(glyph.rows) {
        let y = top + row
        if y < clip.top || y >= clip.bottom { continue }
        for column in 0..<Int(glyph.width) {
          let x = left + column
          if x < clip.left || x >= clip.right { continue }
          let level = Int32(bytes[row * Int(glyph.pitch) + column])
          if level > 0 { bitmap.blend(ink, x: x, y: y, count: 1, coverage: level) }
        }
      }
    }
  }

  // MARK: Results

  /// All pixels; nil for files of lines.
  public var pixels: [UInt8]? {
    bitmap.map { Array(UnsafeBufferPointer(start: $0.bytes, count: $0.width * $0.height * 4)) }
  }

  /// The finished file of lines; nil for pixels, or where it failed.
  public func finish() -> [UInt8]? { vector?.finish() }
}
