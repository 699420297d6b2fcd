/// The smallest mask of ones that covers `range`.
private func mask(covering range: UInt64) -> UInt64 {
  range == 0 ? 0 : .max &>> UInt64(range.leadingZeroBitCount)
}

/// Integers by masked rejection, as the legacy `randint`, `shuffle` and `permutation` draw them.
extension MersenneTwister {
  /// `random_interval`: an integer in 0...max.
  public mutating func nextInterval(_ max: UInt64) -> UInt64 {
    if max == 0 { return 0 }
    let mask = mask(covering: max)
    while true {
      let value = (max <= UInt64(UInt32.max) ? UInt64(next32()) : next64()) & mask
      if value <= max { return value }
    }
  }

  /// `randint` of a 64-bit type: fills `out` with low + an integer in 0...range, wrapping (range = high - 1 - low).
  public mutating func fillIntegers(_ out: UnsafeMutablePointer<UInt64>, count: Int, low: UInt64, range: UInt64) {
    for i in 0..<max(count, 0) { out[i] = low &+ nextInterval(range) }
  }

  /// `randint` of a 32-bit type.
  public mutating func fillIntegers(_ out: UnsafeMutablePointer<UInt32>, count: Int, low: UInt32, range: UInt32) {
    for i in 0..<max(count, 0) { out[i] = low &+ UInt32(truncatingIfNeeded: nextInterval(UInt64(range))) }
  }

  /// `randint` of a 16-bit type, two draws from each word of the stream.
  public mutating func fillIntegers(_ out: UnsafeMutablePointer<UInt16>, count: Int, low: UInt16, range: UInt16) {
    let mask = UInt16(truncatingIfNeeded: mask(covering: UInt64(range)))
    var word: UInt32 = 0, left = 0
    for i in 0..<max(count, 0) {
      var value: UInt16 = 0
      if range != 0 {
        repeat { value = nextPart(&word, &left, 16) & mask } while value > range
      }
      out[i] = low &+ value
    }
  }

  /// `randint` of an 8-bit type, four draws from each word of the stream.
  public mutating func fillIntegers(_ out: UnsafeMutablePointer<UInt8>, count: Int, low: UInt8, range: UInt8) {
    let mask = UInt8(truncatingIfNeeded: mask(covering: UInt64(range)))
    var word: UInt32 = 0, left = 0
    for i in 0..<max(count, 0) {
      var value: UInt8 = 0
      if range != 0 {
        repeat { value = nextPart(&word, &left, 8) & mask } while value > range
      }
      out[i] = low &+ value
    }
  }

  /// `randint(0, 2, dtype=bool)` for range 1: a bit of the stream each; for range 0 all are `low`.
  public mutating func fillTruth(_ out: UnsafeMutablePointer<UInt8>, count: Int, low: UInt8, range: UInt8) {
    var word: UInt32 = 0, left = 0
    for i in 0..<max(count, 0) { out[i] = range == 0 ? low : nextPart(&word, &left, 1) & 1 }
  }

  /// `shuffle`: exchanges each place from the last to the second with one before or at it. `swap` gets two different
  /// or equal indices.
  public mutating func shuffle(count: Int, swap: (_ i: Int, _ j: Int) -> Void) {
    var i = count &- 1
    while i > 0 {
      swap(i, Int(truncatingIfNeeded: nextInterval(UInt64(i))))
      i &-= 1
    }
  }

  /// `permutation(count)`: fills `out` with the shuffled numbers 0 ..< count.
  public mutating func fillPermutation(_ out: UnsafeMutablePointer<Int64>, count: Int) {
    for i in 0..<max(count, 0) { out[i] = Int64(i) }
    shuffle(count: count) { i, j in
      let value = out[i]
      out[i] = out[j]
      out[j] = value
    }
  }

  /// The next `bits` of `word`, which is refilled when `left` is 0.
  @inline(__always) private mutating func nextPart<Part: FixedWidthInteger>(
    _ word: inout UInt32, _ left: inout Int, _ bits: Int
  ) -> Part {
    if left == 0 {
      word = next32()
      left = 32 / bits
    } else {
      word = word &>> UInt32(truncatingIfNeeded: bits)
    }
    left &-= 1
    return Part(truncatingIfNeeded: word)
  }
}
