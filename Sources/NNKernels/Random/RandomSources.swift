import Glibc

/// The stream of a `RandomState`: the Mersenne Twister with the deviates of old.
public final class LegacySource: RandomSource {
  public var twister: MersenneTwister

  public init(_ twister: MersenneTwister) { self.twister = twister }

  public override func next64() -> UInt64 { twister.next64() }
  public override func next32() -> UInt32 { twister.next32() }
  public override func nextDouble() -> Double { twister.nextDouble() }
  public override func nextRaw() -> UInt64 { UInt64(twister.next32()) }
  public override func nextNormal() -> Double { twister.nextGauss() }
  public override func nextExponential() -> Double { twister.nextExponential() }
  public override var isLegacy: Bool { true }
  public override func fillUniform(_ out: UnsafeMutablePointer<Double>, count: Int, low: Double, range: Double) {
    twister.fillUniform(out, count: count, low: low, range: range)
  }
  public override func fillNormal(_ out: UnsafeMutablePointer<Double>, count: Int, mean: Double, scale: Double) {
    twister.fillNormal(out, count: count, mean: mean, scale: scale)
  }
}

/// The Mersenne Twister under a `Generator`.
public final class TwisterSource: RandomSource {
  public var twister: MersenneTwister

  public init(_ twister: MersenneTwister) { self.twister = twister }

  public override func next64() -> UInt64 { twister.next64() }
  public override func next32() -> UInt32 { twister.next32() }
  public override func nextDouble() -> Double { twister.nextDouble() }
  public override func nextRaw() -> UInt64 { UInt64(twister.next32()) }
}

/// PCG64: a linear congruence of 128 bits, whose output is permuted.
public final class PermutedSource: RandomSource {
  private var state: UInt128
  private var increment: UInt128
  /// Whether it is the newer variant, DXSM.
  private let isNewer: Bool

  private static let multiplier: UInt128 = 0x2360_ED05_1FC6_5DA4_4385_DF64_9FCC_F645
  private static let cheapMultiplier: UInt128 = 0xDA94_2042_E4DD_58B5

  /// Begins with four words: the state's, then the increment's.
  public init(seed: [UInt64], isNewer: Bool) {
    self.isNewer = isNewer
    func word(_ index: Int) -> UInt128 { UInt128(index < seed.count ? seed[index] : 0) }
    increment = (word(2) << 64 | word(3)) << 1 | 1
    state = 0
    super.init()
    // Both variants are seeded with the multiplier of the older one.
    state = state &* PermutedSource.multiplier &+ increment
    state &+= word(0) << 64 | word(1)
    state = state &* PermutedSource.multiplier &+ increment
  }

  private func step() {
    state = state &* (isNewer ? PermutedSource.cheapMultiplier : PermutedSource.multiplier) &+ increment
  }

  public override func next64() -> UInt64 {
    if isNewer {
      var high = UInt64(truncatingIfNeeded: state >> 64)
      let low = UInt64(truncatingIfNeeded: state) | 1
      high ^= high &>> 32
      high = high &* 0xDA94_2042_E4DD_58B5
      high ^= high &>> 48
      high = high &* low
      step()
      return high
    }
    step()
    return PermutedSource.permuted(state)
  }

  /// What the older variant gives for a state.
  @inline(__always) private static func permuted(_ state: UInt128) -> UInt64 {
    let high = UInt64(truncatingIfNeeded: state >> 64)
    let mixed = high ^ UInt64(truncatingIfNeeded: state)
    let turn = high &>> 58
    return mixed &>> turn | mixed &<< ((64 &- turn) & 63)
  }

  public override func fillUniform(_ out: UnsafeMutablePointer<Double>, count: Int, low: Double, range: Double) {
    if isNewer { return super.fillUniform(out, count: count, low: low, range: range) }
    var word = state
    let addend = increment
    for i in 0..<max(count, 0) {
      word = word &* PermutedSource.multiplier &+ addend
      out[i] = low + range * (Double(Int64(bitPattern: PermutedSource.permuted(word) &>> 11)) * 0x1p-53)
    }
    state = word
  }

  /// Goes on by so many steps at once.
  public func advance(_ delta: UInt128) {
    var delta = delta
    var factor = isNewer ? PermutedSource.cheapMultiplier : PermutedSource.multiplier
    var addend = increment
    var wholeFactor: UInt128 = 1
    var wholeAddend: UInt128 = 0
    while delta > 0 {
      if delta & 1 == 1 {
        wholeFactor = wholeFactor &* factor
        wholeAddend = wholeAddend &* factor &+ addend
      }
      addend = (factor &+ 1) &* addend
      factor = factor &* factor
      delta >>= 1
    }
    state = wholeFactor &* state &+ wholeAddend
    waitingHalf = nil
  }

  /// The state and the increment, the upper word of each first.
  public override var words: [UInt64] {
    get {
      [state, increment].flatMap { [UInt64(truncatingIfNeeded: $0 >> 64), UInt64(truncatingIfNeeded: $0)] }
    }
    set {
      guard newValue.count == 4 else { return }
      state = UInt128(newValue[0]) << 64 | UInt128(newValue[1])
      increment = UInt128(newValue[2]) << 64 | UInt128(newValue[3])
    }
  }
}

/// SFC64: three words and a counter.
public final class FastChaoticSource: RandomSource {
  private var state: [UInt64]

  public init(seed: [UInt64]) {
    state = (0..<3).map { $0 < seed.count ? seed[$0] : 0 } + [1]
    super.init()
    for _ in 0..<12 { _ = next64() }
  }

  public override func next64() -> UInt64 {
    let result = state[0] &+ state[1] &+ state[3]
    state[3] &+= 1
    state[0] = state[1] ^ (state[1] &>> 11)
    state[1] = state[2] &+ (state[2] &<< 3)
    state[2] = (state[2] &<< 24 | state[2] &>> 40) &+ result
    return result
  }

  public override var words: [UInt64] {
    get { state }
    set { if newValue.count == 4 { state = newValue } }
  }
}
