/// Packs bytes as RFC 1951 has it, in one block with the fixed code: the longest of a few earlier places is taken.
/// - Throws: `Interrupted` after `flag` was raised.
public func deflate(_ source: [UInt8], flag: InterruptFlag) throws(Interrupted) -> [UInt8] {
  var writer = DeflateWriter(capacity: source.count / 2 + 16)
  writer.write(0b011, 3)
  let window = 1 << 15
  let tries = 16
  var heads = [Int32](repeating: -1, count: 1 << 15)
  var earlier = [Int32](repeating: -1, count: window)
  var place = 0
  var next = 1 << 20

  @inline(__always) func key(_ at: Int) -> Int {
    let three = UInt32(source[at]) | UInt32(source[at + 1]) << 8 | UInt32(source[at + 2]) << 16
    return Int((three &* 0x9E37_79B1) >> 17)
  }
  @inline(__always) func note(_ at: Int) {
    let key = key(at)
    earlier[at & (window - 1)] = heads[key]
    heads[key] = Int32(truncatingIfNeeded: at)
  }

  while place < source.count {
    if place > next {
      try flag.check()
      next = place + 1 << 20
    }
    var best = (length: 0, distance: 0)
    let isHashed = place + 3 <= source.count && source.count <= Int(Int32.max)
    if isHashed {
      let limit = min(258, source.count - place)
      var candidate = Int(heads[key(place)])
      for _ in 0..<tries {
        if candidate < 0 || place - candidate > window - 1 { break }
        var length = 0
        while length < limit && source[candidate + length] == source[place + length] { length += 1 }
        if length > best.length { best = (length, place - candidate) }
        if length == limit { break }
        let before = Int(earlier[candidate & (window - 1)])
        if before >= candidate { break }
        candidate = before
      }
    }
    if best.length >= 3 {
      writer.match(best.length, best.distance)
      for at in place..<place + best.length where at + 3 <= source.count { note(at) }
      place += best.length
    } else {
      writer.literal(Int(source[place]))
      if isHashed { note(place) }
      place += 1
    }
  }
  writer.literal(256)
  return writer.finish()
}

/// Bits on their way out, from the lowest of each byte on.
private struct DeflateWriter {
  private var output: [UInt8] = []
  private var hold: UInt64 = 0
  private var held = 0

  init(capacity: Int) { output.reserveCapacity(capacity) }

  mutating func write(_ value: Int, _ count: Int) {
    hold |= UInt64(value) << UInt64(held)
    held += count
    while held >= 8 {
      output.append(UInt8(truncatingIfNeeded: hold))
      hold >>= 8
      held -= 8
    }
  }

  /// Codes go out from their highest bit on.
  private mutating func writeCode(_ code: Int, _ count: Int) {
    var reversed = 0
    for bit in 0..<count where code >> bit & 1 == 1 { reversed |= 1 << (count - 1 - bit) }
    write(reversed, count)
  }

  mutating func literal(_ symbol: Int) {
    switch symbol {
    case ..<144: writeCode(0x30 + symbol, 8)
    case ..<256: writeCode(0x190 + symbol - 144, 9)
    case ..<280: writeCode(symbol - 256, 7)
    default: writeCode(0xC0 + symbol - 280, 8)
    }
  }

  mutating func match(_ length: Int, _ distance: Int) {
    var symbol = 28
    while symbol > 0 && Deflated.lengthBases[symbol] > length { symbol -= 1 }
    if length < 258 && symbol == 28 { symbol = 27 }
    literal(257 + symbol)
    write(length - Deflated.lengthBases[symbol], Deflated.lengthBits[symbol])
    var code = 29
    while code > 0 && Deflated.distanceBases[code] > distance { code -= 1 }
    writeCode(code, 5)
    write(distance - Deflated.distanceBases[code], Deflated.distanceBits[code])
  }

  mutating func finish() -> [UInt8] {
    if held > 0 { output.append(UInt8(truncatingIfNeeded: hold)) }
    return output
  }
}
