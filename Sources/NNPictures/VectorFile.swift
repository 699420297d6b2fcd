import CPictures

/// An SVG or PDF file that is being written, through Cairo.
final class VectorFile {
  private let file: OpaquePointer

  /// Nil without the library.
  init?(_ kind: Canvas.Kind, width: Double, height: Double) {
    guard let file = nn_vector_open(kind == .svg ? 0 : 1, width, height) else { return nil }
    self.file = file
  }

  deinit { nn_vector_free(file) }

  private func put(_ path: Path) {
    nn_vector_clear(file)
    var numbers: [Double] = []
    numbers.reserveCapacity(path.points.count * 2)
    var codes: [UInt8] = []
    codes.reserveCapacity(path.points.count)
    func add(_ point: Point2, _ code: UInt8) {
      numbers.append(point.x)
      numbers.append(point.y)
      codes.append(code)
    }
    var index = 0
    var last = Point2(0, 0)
    while index < path.points.count {
      let point = path.points[index]
      if path.codes[index] == Path.quadratic, index + 1 < path.points.count {
        let to = path.points[index + 1]
        add(last + (point - last) * (2 / 3), Path.cubic)
        add(to + (point - to) * (2 / 3), Path.cubic)
        add(to, Path.cubic)
        last = to
        index += 2
        continue
      }
      add(point, path.codes[index])
      last = point
      index += 1
    }
    nn_vector_path(file, numbers, codes, codes.count)
  }

  private static func parts(_ colour: Colour) -> [Double] { [colour.red, colour.green, colour.blue, colour.alpha] }

  func draw(_ path: Path, _ style: Style) {
    put(path)
    if let face = style.face { nn_vector_fill(file, VectorFile.parts(face)) }
    if let edge = style.edge, style.width > 0 {
      nn_vector_stroke(
        file, VectorFile.parts(edge), style.width, Int32(style.join), Int32(style.cap), max(style.width, 1),
        style.dashes, Int32(style.dashes.count), style.dashOffset)
    }
    nn_vector_clear(file)
  }

  func draw(_ path: Path, face: Colour) {
    var style = Style()
    style.face = face
    draw(path, style)
  }

  func clip(to box: PixelBox?, path: Path?) {
    if let box {
      nn_vector_clip(
        file, Double(box.left), Double(box.top), Double(max(0, box.right - box.left)),
        Double(max(0, box.bottom - box.top)))
    } else {
      nn_vector_clip(file, 0, 0, -1, -1)
    }
    guard let path else { return }
    put(path)
    nn_vector_clip_path(file)
  }

  func image(_ bytes: [UInt8], width: Int, height: Int, x: Int, y: Int) {
    nn_vector_image(file, bytes, Int32(width), Int32(height), Double(x), Double(y))
  }

  func finish() -> [UInt8]? {
    var count = 0
    guard let bytes = nn_vector_finish(file, &count), count > 0 else { return nil }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
