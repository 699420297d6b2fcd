/// MT19937 with the stream of NumPy's legacy `RandomState`, bit for bit. Its state is a value: copy it to save it,
/// compare it, or read and set `key`, `position`, `hasGauss` and `gauss` as `get_state` and `set_state` do.
public struct MersenneTwister: Equatable, Sendable {
  /// The 624 words of the state.
  public private(set) var key: [UInt32]
  /// The next word to be given out; 624 when all have been.
  public private(set) var position: Int
  /// True when `gauss` holds the second value of a pair.
  public internal(set) var hasGauss = false
  /// The second value of the last pair of normal deviates.
  public internal(set) var gauss = 0.0

  static let length = 624

  /// The state of `RandomState(seed)` for an integer seed.
  public init(seed: UInt32) {
    key = []
    key.reserveCapacity(Self.length)
    var word = seed
    for index in 0..<UInt32(Self.length) {
      key.append(word)
      word = 1_812_433_253 &* (word ^ (word &>> 30)) &+ index &+ 1
    }
    position = Self.length
  }

  /// The state of `RandomState(seed)` for a sequence of words (`init_by_array`); an empty one counts as [0].
  public init(seed words: [UInt32]) {
    self.init(seed: 19_650_218)
    let words = words.isEmpty ? [0] : words
    var i = 1, j = 0
    for _ in 0..<max(Self.length, words.count) {
      key[i] = (key[i] ^ ((key[i - 1] ^ (key[i - 1] &>> 30)) &* 1_664_525)) &+ words[j] &+ UInt32(truncatingIfNeeded: j)
      i &+= 1
      j &+= 1
      if i == Self.length {
        key[0] = key[Self.length - 1]
        i = 1
      }
      if j == words.count { j = 0 }
    }
    for _ in 0..<Self.length - 1 {
      key[i] = (key[i] ^ ((key[i - 1] ^ (key[i - 1] &>> 30)) &* 1_566_083_941)) &- UInt32(truncatingIfNeeded: i)
      i &+= 1
      if i == Self.length {
        key[0] = key[Self.length - 1]
        i = 1
      }
    }
    key[0] = 0x8000_0000
  }

  /// A state as `set_state` takes it, or nil when `key` has not 624 words or `position` is not in 0...624.
  public init?(key: [UInt32], position: Int, hasGauss: Bool = false, gauss: Double = 0) {
    guard key.count == Self.length, (0...Self.length).contains(position) else { return nil }
    self.key = key
    self.position = position
    self.hasGauss = hasGauss
    self.gauss = gauss
  }

  /// The next 32 bits of the stream.
  public mutating func next32() -> UInt32 {
    if position >= Self.length { twist() }
    let word = key[position]
    position &+= 1
    return MersenneTwister.tempered(word)
  }

  /// What a word of the state is given out as.
  @inline(__always) static func tempered(_ state: UInt32) -> UInt32 {
    var word = state
    word ^= word &>> 11
    word ^= (word &<< 7) & 0x9D2C_5680
    word ^= (word &<< 15) & 0xEFC6_0000
    return word ^ (word &>> 18)
  }

  /// Gives out the next `count` words of the state, which must be left of it, as they are.
  @inline(__always) mutating func takeWords(_ count: Int, _ body: (UnsafePointer<UInt32>) -> Void) {
    key.withUnsafeBufferPointer { (words) in
      if let base = words.baseAddress, position &+ count <= words.count { body(base + position) }
    }
    position &+= count
  }

  /// The next 64 bits: the first word is the upper half.
  public mutating func next64() -> UInt64 {
    let high = UInt64(next32())
    return high &<< 32 | UInt64(next32())
  }

  /// The next double in [0, 1), of 53 bits (`random_sample`).
  public mutating func nextDouble() -> Double {
    let a = next32() &>> 5, b = next32() &>> 6
    return (Double(a) * 67_108_864 + Double(b)) / 9_007_199_254_740_992
  }

  private mutating func twist() {
    key.withUnsafeMutableBufferPointer { key in
      let n = Self.length, m = 397
      guard key.count == n, let key = key.baseAddress else { return }
      @inline(__always) func mixed(_ upper: UInt32, _ lower: UInt32) -> UInt32 {
        let y = (upper & 0x8000_0000) | (lower & 0x7FFF_FFFF)
        return (y &>> 1) ^ ((0 &- (y & 1)) & 0x9908_B0DF)
      }
      var i = 0
      while i < n - m {
        key[i] = key[i &+ m] ^ mixed(key[i], key[i &+ 1])
        i &+= 1
      }
      while i < n - 1 {
        key[i] = key[i &+ (m - n)] ^ mixed(key[i], key[i &+ 1])
        i &+= 1
      }
      key[n - 1] = key[m - 1] ^ mixed(key[n - 1], key[0])
    }
    position = 0
  }
}
