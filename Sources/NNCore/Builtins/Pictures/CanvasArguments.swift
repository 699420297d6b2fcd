import NNPictures

/// A canvas as a value of the language.
final class CanvasPayload: NativePayload {
  let canvas: Canvas
  init(_ canvas: Canvas) { self.canvas = canvas }
}

/// How the builtins of pictures read their arguments.
extension Context {
  /// A matrix, list or tuple as numbers in C order; none for None.
  func pictureNumbers(_ value: borrowing Value) throws(Fault) -> [Double] {
    value.isNone || value.isUnbound ? [] : try array(value).float64s()
  }

  /// Widths of lines. Throws ValueError where one is too large.
  func pictureWidths(_ value: borrowing Value) throws(Fault) -> [Double] {
    let widths = try pictureNumbers(value)
    for width in widths where !(abs(width) < 1e5) { throw Fault(.valueError, "linewidth is too large") }
    return widths
  }

  /// Numbers two by two.
  func picturePoints(_ value: borrowing Value) throws(Fault) -> [Point2] {
    let numbers = try pictureNumbers(value)
    return (0..<numbers.count / 2).map { Point2(numbers[2 &* $0], numbers[2 &* $0 &+ 1]) }
  }

  /// A path from its points and codes.
  func picturePath(_ points: borrowing Value, _ codes: borrowing Value) throws(Fault) -> Path {
    let given = try pictureNumbers(codes)
    return Path(
      try pictureNumbers(points),
      given.isEmpty ? nil : given.map { $0 >= 0 && $0 < 256 ? UInt8($0) : Path.line })
  }

  /// Colours four numbers each; an array of no rows stands for no colour.
  func pictureColours(_ value: borrowing Value) throws(Fault) -> [Colour] {
    let n = try pictureNumbers(value)
    return (0..<n.count / 4).map { Colour(n[4 &* $0], n[4 &* $0 &+ 1], n[4 &* $0 &+ 2], n[4 &* $0 &+ 3]) }
  }

  /// A style: (face, edge, width, dashes, offset of the dashes, join, cap, snapping, smoothness).
  func pictureStyle(_ value: borrowing Value) throws(Fault) -> Style {
    guard let parts = value.asTuple, parts.value.items.count >= 9 else {
      throw Fault(.typeError, "a style has nine parts")
    }
    var style = Style()
    style.face = try pictureColours(parts.value.items[0]).first
    style.edge = try pictureColours(parts.value.items[1]).first
    style.width = try double(parts.value.items[2])
    style.dashes = try pictureNumbers(parts.value.items[3])
    style.dashOffset = try double(parts.value.items[4])
    style.join = try integer(parts.value.items[5])
    style.cap = try integer(parts.value.items[6])
    style.snap = try integer(parts.value.items[7])
    style.isSmooth = try integer(parts.value.items[8]) != 0
    guard style.width.isFinite, abs(style.width) < 1e5 else { throw Fault(.valueError, "linewidth is too large") }
    return style
  }

  func pictureFont(_ value: borrowing Value) throws(Fault) -> Font {
    let name = try string(value, of: "font").string
    do throws(Font.Failure) { return try Font.named(name) } catch {
      switch error {
      case .noLibrary:
        throw Fault(
          .importError, "pictures need FreeType, and libfreetype.so.6 was not found",
          hint: "install it: apt-get install libfreetype6")
      case .noFile(let name):
        throw Fault(
          .importError, "pictures need the DejaVu fonts, and \(name) was not found",
          hint: "install them: apt-get install fonts-dejavu-core fonts-dejavu-extra")
      }
    }
  }

  func pictureText(_ value: borrowing Value) throws(Fault) -> [UInt32] {
    try string(value, of: "text").string.unicodeScalars.map(\.value)
  }
}
