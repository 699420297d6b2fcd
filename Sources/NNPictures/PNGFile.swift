import NNKernels

/// Pictures as PNG files (ISO 15948): red, green, blue and alpha of eight bits.
public enum PNGFile {
  private static let signature: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10]

  private static func big(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func chunk(_ name: String, _ data: [UInt8], _ out: inout [UInt8]) {
    let body = Array(name.utf8) + data
    out += big(data.count) + body + big(Int(checksum(body)))
  }

  private static func adler(_ bytes: [UInt8]) -> Int {
    var (a, b) = (1, 0)
    var start = 0
    while start < bytes.count {
      let end = min(start + 4096, bytes.count)
      for index in start..<end {
        a &+= Int(bytes[index])
        b &+= a
      }
      a %= 65521
      b %= 65521
      start = end
    }
    return b << 16 | a
  }

  /// Deflated data with zlib's frame.
  private static func packed(_ bytes: [UInt8], _ flag: InterruptFlag) throws(Interrupted) -> [UInt8] {
    [0x78, 0x9C] + (try deflate(bytes, flag: flag)) + big(adler(bytes))
  }

  /// Rows behind their filter's number: the difference to the row above, or to the left, or none.
  static func filtered(_ pixels: [UInt8], width: Int, height: Int) -> [UInt8] {
    let stride = width * 4
    var result: [UInt8] = []
    result.reserveCapacity((stride + 1) * height)
    for row in 0..<height {
      let start = row * stride
      var sums = (none: 0, left: 0, above: 0)
      for index in start..<start + stride {
        let byte = pixels[index]
        sums.none += Int(Int8(bitPattern: byte).magnitude)
        sums.left += Int(Int8(bitPattern: byte &- (index >= start + 4 ? pixels[index - 4] : 0)).magnitude)
        sums.above += Int(Int8(bitPattern: byte &- (row > 0 ? pixels[index - stride] : 0)).magnitude)
      }
      if row > 0, sums.above <= sums.left, sums.above <= sums.none {
        result.append(2)
        for index in start..<start + stride { result.append(pixels[index] &- pixels[index - stride]) }
      } else if sums.left < sums.none {
        result.append(1)
        for index in start..<start + stride {
          result.append(pixels[index] &- (index >= start + 4 ? pixels[index - 4] : 0))
        }
      } else {
        result.append(0)
        result += pixels[start..<start + stride]
      }
    }
    return result
  }

  private static func header(width: Int, height: Int) -> [UInt8] { big(width) + big(height) + [8, 6, 0, 0, 0] }

  private static func resolution(_ dpi: Double) -> [UInt8] {
    let metres = Int(max(1, min(1e6, dpi / 0.0254)).rounded())
    return big(metres) + big(metres) + [1]
  }

  /// A picture from its pixels, four bytes each.
  public static func encode(
    _ pixels: [UInt8], width: Int, height: Int, dpi: Double, flag: InterruptFlag
  ) throws(Interrupted) -> [UInt8] {
    var out = signature
    chunk("IHDR", header(width: width, height: height), &out)
    chunk("pHYs", resolution(dpi), &out)
    chunk("IDAT", try packed(filtered(pixels, width: width, height: height), flag), &out)
    chunk("IEND", [], &out)
    return out
  }

  /// A picture that moves (APNG): frames of one size, shown for so many milliseconds each.
  public static func encode(
    frames: [[UInt8]], width: Int, height: Int, milliseconds: Int, loops: Int, flag: InterruptFlag
  ) throws(Interrupted) -> [UInt8] {
    var out = signature
    var number = 0
    chunk("IHDR", header(width: width, height: height), &out)
    chunk("acTL", big(frames.count) + big(loops), &out)
    for (index, frame) in frames.enumerated() {
      let place = big(number) + big(width) + big(height) + big(0) + big(0)
      let time = [UInt8(truncatingIfNeeded: milliseconds >> 8), UInt8(truncatingIfNeeded: milliseconds), 3, 232]
      chunk("fcTL", place + time + [0, 0], &out)
      number += 1
      let data = try packed(filtered(frame, width: width, height: height), flag)
      if index == 0 {
        chunk("IDAT", data, &out)
      } else {
        chunk("fdAT", big(number) + data, &out)
        number += 1
      }
    }
    chunk("IEND", [], &out)
    return out
  }

  /// The pixels of a picture, four bytes each; nil for files that are broken or of a kind that is not read (only eight
  /// bits a part and no interlacing are).
  public static func decode(
    _ file: [UInt8], flag: InterruptFlag
  ) throws(Interrupted) -> (pixels: [UInt8], width: Int, height: Int)? {
    guard file.count > 33, Array(file[0..<8]) == signature else { return nil }
    func number(_ at: Int) -> Int { (0..<4).reduce(0) { $0 << 8 | Int(file[at + $1]) } }
    let (width, height) = (number(16), number(20))
    let kind = Int(file[25])
    guard file[24] == 8, file[28] == 0, width > 0, height > 0, width < 1 << 16, height < 1 << 16,
      let parts = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][kind], width * height <= 1 << 28
    else { return nil }
    var data: [UInt8] = []
    var palette: [UInt8] = []
    var alphas: [UInt8] = []
    var at = 8
    while at + 12 <= file.count {
      let length = number(at)
      guard length >= 0, length <= file.count - at - 12 else { return nil }
      let body = file[(at + 8)..<(at + 8 + length)]
      switch String(decoding: file[(at + 4)..<(at + 8)], as: UTF8.self) {
      case "IDAT": data += body
      case "PLTE": palette = Array(body)
      case "tRNS": alphas = Array(body)
      default: break
      }
      at += 12 + length
    }
    guard data.count > 6 else { return nil }
    let stride = width * parts
    var rows = [UInt8](repeating: 0, count: (stride + 1) * height)
    guard let count = try inflate(Array(data[2..<(data.count - 4)]), into: &rows, flag: flag), count == rows.count
    else { return nil }
    guard let plain = unfiltered(rows, stride: stride, parts: parts, height: height) else { return nil }
    var pixels = [UInt8](repeating: 255, count: width * height * 4)
    for index in 0..<width * height {
      let from = index * parts
      switch kind {
      case 0, 4:
        for part in 0..<3 { pixels[4 * index + part] = plain[from] }
        if kind == 4 { pixels[4 * index + 3] = plain[from + 1] }
      case 3:
        let entry = Int(plain[from])
        guard 3 * entry + 2 < palette.count else { return nil }
        for part in 0..<3 { pixels[4 * index + part] = palette[3 * entry + part] }
        if entry < alphas.count { pixels[4 * index + 3] = alphas[entry] }
      default: for part in 0..<parts { pixels[4 * index + part] = plain[from + part] }
      }
    }
    return (pixels, width, height)
  }

  private static func unfiltered(_ rows: [UInt8], stride: Int, parts: Int, height: Int) -> [UInt8]? {
    var plain = [UInt8](repeating: 0, count: stride * height)
    for row in 0..<height {
      let filter = rows[row * (stride + 1)]
      guard filter <= 4 else { return nil }
      for column in 0..<stride {
        let raw = rows[row * (stride + 1) + 1 + column]
        let at = row * stride + column
        let left = column >= parts ? Int(plain[at - parts]) : 0
        let above = row > 0 ? Int(plain[at - stride]) : 0
        let corner = column >= parts && row > 0 ? Int(plain[at - stride - parts]) : 0
        let guess: Int
        switch filter {
        case 1: guess = left
        case 2: guess = above
        case 3: guess = (left + above) / 2
        case 4:
          let sum = left + above - corner
          let (a, b, c) = (abs(sum - left), abs(sum - above), abs(sum - corner))
          guess = a <= b && a <= c ? left : b <= c ? above : corner
        default: guess = 0
        }
        plain[at] = raw &+ UInt8(truncatingIfNeeded: guess)
      }
    }
    return plain
  }
}
