/// A picture's pixels: red, green, blue, alpha, not multiplied.
final class Bitmap {
  let width: Int
  let height: Int
  let bytes: UnsafeMutablePointer<UInt8>
  var box: PixelBox { PixelBox(left: 0, top: 0, right: width, bottom: height) }

  /// Nil where there is no such memory.
  init?(width: Int, height: Int) {
    guard width > 0, height > 0, width < 1 << 16, height < 1 << 16, width * height <= 1 << 28 else { return nil }
    self.width = width
    self.height = height
    bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: width * height * 4)
    bytes.initialize(repeating: 0, count: width * height * 4)
  }

  deinit { bytes.deallocate() }

  /// A colour in the numbers that the blend needs.
  struct Ink {
    let red: Int32
    let green: Int32
    let blue: Int32
    let alpha: Int32
    init(_ colour: Colour) {
      red = Colour.byte(colour.red)
      green = Colour.byte(colour.green)
      blue = Colour.byte(colour.blue)
      alpha = Colour.byte(colour.alpha)
    }
  }

  /// Lays a colour over a run of pixels, as strong as their coverage (0...255) says.
  @inline(__always)
  func blend(_ ink: Ink, x: Int, y: Int, count: Int, coverage: Int32) {
    let product = ink.alpha &* coverage &+ 128
    let k = (product >> 8 &+ product) >> 8
    if k == 0 { return }
    var pixel = bytes + (y &* width &+ x) &* 4
    if k == 255 {
      for _ in 0..<count {
        pixel[0] = UInt8(truncatingIfNeeded: ink.red)
        pixel[1] = UInt8(truncatingIfNeeded: ink.green)
        pixel[2] = UInt8(truncatingIfNeeded: ink.blue)
        pixel[3] = 255
        pixel += 4
      }
      return
    }
    for _ in 0..<count {
      Bitmap.mix(pixel, ink.red, ink.green, ink.blue, k)
      pixel += 4
    }
  }

  @inline(__always)
  static func mix(_ pixel: UnsafeMutablePointer<UInt8>, _ red: Int32, _ green: Int32, _ blue: Int32, _ k: Int32) {
    let below = Int32(pixel[3])
    let above = (k &+ below) << 8 &- k &* below
    if above == 0 { return }
    @inline(__always) func part(_ old: UInt8, _ new: Int32) -> UInt8 {
      let weighted = Int32(old) &* below
      return UInt8(truncatingIfNeeded: ((new << 8 &- weighted) &* k &+ weighted << 8) / above)
    }
    pixel[0] = part(pixel[0], red)
    pixel[1] = part(pixel[1], green)
    pixel[2] = part(pixel[2], blue)
    pixel[3] = UInt8(truncatingIfNeeded: above >> 8)
  }
}
