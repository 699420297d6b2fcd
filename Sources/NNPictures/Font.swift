import CPictures
import Glibc

/// A font file, drawn and measured through FreeType.
public final class Font {
  /// Why a font is not there.
  public enum Failure: Error { case noLibrary, noFile(String) }

  private let font: OpaquePointer
  private var currentSize = 0

  /// Where Debian's fonts-dejavu-core, and other systems, put the fonts.
  private static let folders = [
    "/usr/share/fonts/truetype/dejavu/", "/usr/share/fonts/dejavu-sans-fonts/", "/usr/share/fonts/TTF/",
    "/usr/share/fonts/dejavu/", "/usr/local/share/fonts/",
  ]
  private nonisolated(unsafe) static var known: [String: Font] = [:]

  /// The font of a file name without its folder, `DejaVuSans.ttf`.
  public static func named(_ name: String) throws(Failure) -> Font {
    if let font = known[name] { return font }
    for folder in folders {
      var made: OpaquePointer?
      switch nn_font_open(folder + name, &made) {
      case 0:
        guard let made else { continue }
        let font = Font(made)
        known[name] = font
        return font
      case 1: throw .noLibrary
      default: continue
      }
    }
    // Debian's fonts-dejavu-core has no slanted ones.
    if let dash = name.lastIndex(of: "-") {
      let plain = name[dash...].contains("Bold") && !name.hasSuffix("-Bold.ttf") ? "-Bold.ttf" : ".ttf"
      let font = try named(name[..<dash] + plain)
      known[name] = font
      return font
    }
    throw .noFile(name)
  }

  private init(_ font: OpaquePointer) { self.font = font }

  private func set(size: Double) {
    let wanted = Int((max(0.5, min(2000, size)) * 64).rounded())
    if wanted == currentSize { return }
    currentSize = wanted
    _ = nn_font_size(font, wanted)
  }

  /// A glyph of a line of text: its number and where its origin is, in 1/64 pixels from the line's left end.
  private struct Placed {
    let index: Int32
    let x: Int
    let metrics: nn_glyph_metrics
  }

  private func place(_ text: [UInt32], size: Double) -> (glyphs: [Placed], width: Int) {
    set(size: size)
    var glyphs: [Placed] = []
    var x = 0
    var last: Int32 = 0
    for code in text {
      var metrics = nn_glyph_metrics()
      if nn_font_metrics(font, code, &metrics) != 0 { continue }
      if last != 0 { x += nn_font_kerning(font, last, metrics.index) }
      glyphs.append(Placed(index: metrics.index, x: x, metrics: metrics))
      x += metrics.advance
      last = metrics.index
    }
    return (glyphs, x)
  }

  /// How wide a text is, and how far its ink reaches above and below the base line, in pixels.
  public func measure(_ text: [UInt32], size: Double) -> (width: Double, ascent: Double, descent: Double) {
    let (glyphs, width) = place(text, size: size)
    let top = glyphs.map { Int($0.metrics.top) }.max() ?? 0
    let bottom = glyphs.map { Int($0.metrics.bottom) }.min() ?? 0
    return (Double(width) / 64, Double(top) / 64, Double(-bottom) / 64)
  }

  /// Hands out the glyphs of a text as grey levels, with the pixel of their upper left corner.
  func bitmaps(
    _ text: [UInt32], size: Double, x: Double, y: Double, angle: Double,
    _ body: (Int, Int, nn_glyph_bitmap) -> Void
  ) {
    guard abs(x) < 1e6, abs(y) < 1e6, angle.isFinite else { return }
    let glyphs = place(text, size: size).glyphs
    let radians = angle * Double.pi / 180
    let (c, s) =
      angle.truncatingRemainder(dividingBy: 90) == 0
      ? (cos(radians).rounded(), sin(radians).rounded()) : (cos(radians), sin(radians))
    let matrix = [
      Int((c * 65536).rounded()), Int((-s * 65536).rounded()), Int((s * 65536).rounded()), Int((c * 65536).rounded()),
    ]
    for glyph in glyphs {
      let along = Double(glyph.x) / 64
      let place = Point2(x + along * c, y - along * s)
      // In 1/64 of pixels, y upwards.
      let (px, py) = (Int((place.x * 64).rounded()), Int((-place.y * 64).rounded()))
      var bitmap = nn_glyph_bitmap()
      let failed = nn_font_bitmap(font, glyph.index, angle == 0 ? nil : matrix, px & 63, py & 63, &bitmap)
      if failed != 0 { continue }
      body(px >> 6 + Int(bitmap.left), -(py >> 6) - Int(bitmap.top), bitmap)
    }
  }

  /// The outlines of a text.
  func outline(_ text: [UInt32], size: Double, x: Double, y: Double, angle: Double) -> Path {
    let radians = angle * Double.pi / 180
    let (c, s) = (cos(radians), sin(radians))
    let capacity = 4096
    var numbers = [Double](repeating: 0, count: 2 * capacity)
    var codes = [UInt8](repeating: 0, count: capacity)
    var path = Path()
    for glyph in place(text, size: size).glyphs {
      let count = Int(nn_font_outline(font, glyph.index, &numbers, &codes, Int32(capacity)))
      let along = Double(glyph.x) / 64
      for index in 0..<count {
        if codes[index] == Path.move, index > 0 { path.closeSubpath() }
        let (px, py) = (along + numbers[2 * index], numbers[2 * index + 1])
        path.append(Point2(x + px * c - py * s, y - px * s - py * c), codes[index])
      }
      if count > 0 { path.closeSubpath() }
    }
    return path
  }
}
