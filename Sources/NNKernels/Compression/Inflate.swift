/// Unpacks RFC 1951's deflated data into `output`, whose length bounds the result.
/// - Returns: how many bytes were written; nil where the data are broken, cut off or longer than `output`.
/// - Throws: `Interrupted` after `flag` was raised.
public func inflate(_ source: [UInt8], into output: inout [UInt8], flag: InterruptFlag) throws(Interrupted) -> Int? {
  var reader = InflateReader(source)
  var place = 0
  while true {
    try flag.check()
    guard let isLast = reader.bits(1), let kind = reader.bits(2) else { return nil }
    switch kind {
    case 0:
      guard let end = reader.copyStored(into: &output, place) else { return nil }
      place = end
    case 1:
      guard let end = try reader.block(.fixedLengths, .fixedDistances, &output, place, flag) else { return nil }
      place = end
    case 2:
      guard let (lengths, distances) = reader.tables(),
        let end = try reader.block(lengths, distances, &output, place, flag)
      else { return nil }
      place = end
    default: return nil
    }
    if isLast == 1 { return place }
  }
}

/// A canonical prefix code: the symbols by length, and the first code of each length.
struct PrefixCode: Sendable {
  private static let quick = 9
  /// For each value of the next nine bits: symbol times 16 plus the length; 0 where the code is longer.
  private(set) var short: [UInt16]
  private var counts: [UInt16]
  private var symbols: [UInt16]

  static let fixedLengths = PrefixCode(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }, allowsIncomplete: true)
  static let fixedDistances = PrefixCode(Array(repeating: 5, count: 30), allowsIncomplete: true)

  /// The code of given lengths (0: no code); nil where they are no code.
  init?(checking lengths: [UInt8]) {
    var left = 1
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths { counts[Int(length & 15)] += 1 }
    for length in 1..<16 {
      left = left << 1 - counts[length]
      if left < 0 { return nil }
    }
    // Incomplete only where there is one code at most.
    if left > 0 && lengths.count - counts[0] > 1 { return nil }
    self.init(lengths, allowsIncomplete: true)
  }

  private init(_ lengths: [UInt8], allowsIncomplete: Bool) {
    counts = [UInt16](repeating: 0, count: 16)
    for length in lengths { counts[Int(length & 15)] += 1 }
    counts[0] = 0
    var offsets = [Int](repeating: 0, count: 17)
    var codes = [Int](repeating: 0, count: 17)
    for length in 1..<16 {
      offsets[length + 1] = offsets[length] + Int(counts[length])
      codes[length + 1] = (codes[length] + Int(counts[length])) << 1
    }
    symbols = [UInt16](repeating: 0, count: max(lengths.count, 1))
    short = [UInt16](repeating: 0, count: 1 << PrefixCode.quick)
    for (symbol, length) in lengths.enumerated() where length > 0 && length < 16 {
      let length = Int(length)
      symbols[offsets[length]] = UInt16(symbol)
      offsets[length] += 1
      let code = codes[length]
      codes[length] += 1
      if length > PrefixCode.quick { continue }
      var reversed = 0
      for bit in 0..<length where code >> bit & 1 == 1 { reversed |= 1 << (length - 1 - bit) }
      while reversed < short.count {
        short[reversed] = UInt16(symbol << 4 | length)
        reversed += 1 << length
      }
    }
  }

  /// The symbol that a reader stands at.
  @inline(__always) func symbol(_ reader: inout InflateReader) -> Int? {
    reader.fill()
    let entry = short[Int(reader.hold & 511)]
    if entry != 0 {
      guard reader.drop(Int(entry & 15)) else { return nil }
      return Int(entry >> 4)
    }
    var code = 0
    var first = 0
    var index = 0
    for length in 1..<16 {
      guard let bit = reader.bits(1) else { return nil }
      code |= bit
      let count = Int(counts[length])
      if code - count < first { return index + code - first < symbols.count ? Int(symbols[index + code - first]) : nil }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }
}

/// The bits of deflated data, from the lowest of each byte on.
struct InflateReader {
  private let source: [UInt8]
  private var place = 0
  private(set) var hold: UInt64 = 0
  private var held = 0

  init(_ source: [UInt8]) { self.source = source }

  @inline(__always) mutating func fill() {
    while held <= 56 && place < source.count {
      hold |= UInt64(source[place]) << UInt64(held)
      place += 1
      held += 8
    }
  }

  /// Passes over bits; false where there are not as many.
  @inline(__always) mutating func drop(_ count: Int) -> Bool {
    if count > held { return false }
    hold >>= UInt64(count)
    held -= count
    return true
  }

  @inline(__always) mutating func bits(_ count: Int) -> Int? {
    if held < count { fill() }
    let value = Int(hold & (1 << UInt64(count) - 1))
    return drop(count) ? value : nil
  }

  /// A block that is not packed.
  mutating func copyStored(into output: inout [UInt8], _ start: Int) -> Int? {
    guard drop(held & 7), let length = bits(16), let inverse = bits(16), length == ~inverse & 0xFFFF else {
      return nil
    }
    place -= held / 8
    (hold, held) = (0, 0)
    guard length <= source.count - place, length <= output.count - start else { return nil }
    output.replaceSubrange(start..<start + length, with: source[place..<place + length])
    place += length
    return start + length
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// The codes at the beginning of a block that has its own.
  mutating func tables() -> (PrefixCode, PrefixCode)? {
    guard let lengths = bits(5), let distances = bits(5), let codes = bits(4), lengths <= 29, distances <= 29 else {
      return nil
    }
    var own = [UInt8](repeating: 0, count: 19)
    for index in 0..<codes + 4 {
      guard let length = bits(3) else { return nil }
      own[InflateReader.order[index]] = UInt8(length)
    }
    guard let code = PrefixCode(checking: own) else { return nil }
    let total = lengths + 257 + distances + 1
    var all: [UInt8] = []
    while all.count < total {
      guard let symbol = code.symbol(&self) else { return nil }
      if symbol < 16 {
        all.append(UInt8(symbol))
        continue
      }
      let (extra, base) = symbol == 16 ? (2, 3) : symbol == 17 ? (3, 3) : (7, 11)
      guard let more = bits(extra), symbol != 16 || !all.isEmpty, all.count + base + more <= total else { return nil }
      all.append(contentsOf: repeatElement(symbol == 16 ? all[all.count - 1] : 0, count: base + more))
    }
    guard all[256] != 0, let first = PrefixCode(checking: Array(all[..<(lengths + 257)])),
      let second = PrefixCode(checking: Array(all[(lengths + 257)...]))
    else { return nil }
    return (first, second)
  }

  /// A packed block, written from `start` on; gives its end.
  mutating func block(
    _ lengths: PrefixCode, _ distances: PrefixCode, _ output: inout [UInt8], _ start: Int, _ flag: InterruptFlag
  ) throws(Interrupted) -> Int? {
    var end = start
    var next = end + 1 << 20
    while true {
      if end > next {
        try flag.check()
        next = end + 1 << 20
      }
      guard let symbol = lengths.symbol(&self) else { return nil }
      if symbol < 256 {
        guard end < output.count else { return nil }
        output[end] = UInt8(symbol)
        end += 1
        continue
      }
      if symbol == 256 { return end }
      guard symbol < 286, let extra = bits(Deflated.lengthBits[symbol - 257]) else { return nil }
      let length = Deflated.lengthBases[symbol - 257] + extra
      guard let code = distances.symbol(&self), code < 30, let more = bits(Deflated.distanceBits[code]) else {
        return nil
      }
      let distance = Deflated.distanceBases[code] + more
      guard distance <= end, length <= output.count - end else { return nil }
      for _ in 0..<length {
        output[end] = output[end - distance]
        end += 1
      }
    }
  }
}

/// The lengths and distances that deflate's symbols stand for.
enum Deflated {
  static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  static let lengthBases: [Int] = {
    var bases: [Int] = []
    var base = 3
    for bits in lengthBits {
      bases.append(base)
      base += 1 << bits
    }
    bases[28] = 258
    return bases
  }()
  static let distanceBits = (0..<30).map { max($0 / 2 - 1, 0) }
  static let distanceBases: [Int] = {
    var bases: [Int] = []
    var base = 1
    for bits in distanceBits {
      bases.append(base)
      base += 1 << bits
    }
    return bases
  }()
}
