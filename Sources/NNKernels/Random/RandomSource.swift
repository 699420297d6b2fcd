import Glibc

/// Where random numbers come from: a stream of bits, and the ways NumPy's `Generator` makes normal and exponential
/// deviates of them. `RandomState` overrides those.
open class RandomSource {
  private var spare: UInt32?

  public init() {}

  /// The next 64 bits.
  open func next64() -> UInt64 { 0 }
  /// The next 32 bits: of a stream of 64 the lower half first, the upper one next time.
  open func next32() -> UInt32 {
    if let half = spare {
      spare = nil
      return half
    }
    let word = next64()
    spare = UInt32(truncatingIfNeeded: word &>> 32)
    return UInt32(truncatingIfNeeded: word)
  }
  /// The next double in [0, 1), of 53 bits.
  open func nextDouble() -> Double { Double(next64() &>> 11) * 0x1p-53 }
  /// The next float in [0, 1), of 24 bits.
  public final func nextFloat() -> Float { Float(next32() &>> 8) * 0x1p-24 }
  /// What one step gives, as `random_raw` shows it.
  open func nextRaw() -> UInt64 { next64() }

  /// The half of a word that the next 32 bits are taken from, where one waits.
  public final var waitingHalf: UInt32? {
    get { spare }
    set { spare = newValue }
  }

  /// Whether this is the stream of a `RandomState`, whose algorithms stay as they were.
  open var isLegacy: Bool { false }
  /// The words of the state.
  open var words: [UInt64] {
    get { [] }
    set {}
  }

  // MARK: Deviates

  /// A standard normal deviate by the ziggurat.
  open func nextNormal() -> Double {
    while true {
      let bits = next64()
      let layer = Int(truncatingIfNeeded: bits & 0xff)
      let place = (bits &>> 9) & 0x000f_ffff_ffff_ffff
      let isNegative = (bits &>> 8) & 1 != 0
      let x = (isNegative ? -1.0 : 1.0) * (Double(place) * NormalZiggurat.widths[layer])
      if place < NormalZiggurat.limits[layer] { return x }
      if layer == 0 { return normalTail((place &>> 8) & 1 != 0) }
      let heights = NormalZiggurat.heights
      if (heights[layer &- 1] - heights[layer]) * nextDouble() + heights[layer] < exp(-0.5 * x * x) { return x }
    }
  }

  private func normalTail(_ isNegative: Bool) -> Double {
    let edge = 3.6541528853610087963519472518
    while true {
      let x = -0.27366123732975827203338247596 * log1p(-nextDouble())
      let y = -log1p(-nextDouble())
      if y + y > x * x { return isNegative ? -(edge + x) : edge + x }
    }
  }

  /// A standard exponential deviate by the ziggurat.
  open func nextExponential() -> Double {
    while true {
      var bits = next64() &>> 3
      let layer = Int(truncatingIfNeeded: bits & 0xff)
      bits = bits &>> 8
      let x = Double(bits) * ExponentialZiggurat.widths[layer]
      if bits < ExponentialZiggurat.limits[layer] { return x }
      if layer == 0 { return 7.69711747013104972 - log1p(-nextDouble()) }
      let heights = ExponentialZiggurat.heights
      if (heights[layer &- 1] - heights[layer]) * nextDouble() + heights[layer] < exp(-x) { return x }
    }
  }

  /// A standard normal deviate in single precision.
  public final func nextNormalFloat() -> Float {
    while true {
      let bits = next32()
      let layer = Int(truncatingIfNeeded: bits & 0xff)
      let place = (bits &>> 9) & 0x007f_ffff
      let isNegative = (bits &>> 8) & 1 != 0
      let x = (isNegative ? -1 : 1) * (Float(place) * FloatZiggurats.normalWidths[layer])
      if place < FloatZiggurats.normalLimits[layer] { return x }
      if layer == 0 {
        while true {
          let x = -0.27366123732975827203338247596 * log1pf(-nextFloat())
          let y = -log1pf(-nextFloat())
          let edge: Float = 3.6541528853610087963519472518
          if y + y > x * x { return (place &>> 8) & 1 != 0 ? -(edge + x) : edge + x }
        }
      }
      let heights = FloatZiggurats.normalHeights
      let height = (heights[layer &- 1] - heights[layer]) * nextFloat() + heights[layer]
      if Double(height) < exp(-0.5 * Double(x) * Double(x)) { return x }
    }
  }

  /// A standard exponential deviate in single precision.
  public final func nextExponentialFloat() -> Float {
    while true {
      var bits = next32() &>> 1
      let layer = Int(truncatingIfNeeded: bits & 0xff)
      bits = bits &>> 8
      let x = Float(bits) * FloatZiggurats.exponentialWidths[layer]
      if bits < FloatZiggurats.exponentialLimits[layer] { return x }
      if layer == 0 { return 7.69711747013104972 - log1pf(-nextFloat()) }
      let heights = FloatZiggurats.exponentialHeights
      if (heights[layer &- 1] - heights[layer]) * nextFloat() + heights[layer] < expf(-x) { return x }
    }
  }

  // MARK: Many at once

  /// Doubles in [low, low + range).
  open func fillUniform(_ out: UnsafeMutablePointer<Double>, count: Int, low: Double, range: Double) {
    for i in 0..<max(count, 0) { out[i] = low + range * nextDouble() }
  }

  /// Normal deviates with a mean and a standard deviation.
  open func fillNormal(_ out: UnsafeMutablePointer<Double>, count: Int, mean: Double, scale: Double) {
    for i in 0..<max(count, 0) { out[i] = mean + scale * nextNormal() }
  }

  // MARK: Integers

  /// An integer in 0...limit, by masking and rejecting.
  public final func nextInterval(_ limit: UInt64) -> UInt64 {
    if limit == 0 { return 0 }
    let mask = UInt64.max &>> UInt64(limit.leadingZeroBitCount)
    while true {
      let value = (limit <= UInt64(UInt32.max) ? UInt64(next32()) : next64()) & mask
      if value <= limit { return value }
    }
  }

  /// An integer in 0...range, by Lemire's multiplication.
  public final func nextBounded(_ range: UInt64) -> UInt64 {
    if range == 0 { return 0 }
    if range < UInt64(UInt32.max) { return UInt64(nextBounded32(UInt32(truncatingIfNeeded: range))) }
    if range == UInt64(UInt32.max) { return UInt64(next32()) }
    if range == UInt64.max { return next64() }
    let count = range &+ 1
    var product = next64().multipliedFullWidth(by: count)
    if product.low < count {
      let threshold = (UInt64.max &- range) % count
      while product.low < threshold { product = next64().multipliedFullWidth(by: count) }
    }
    return product.high
  }

  /// An integer in 0...range below 32 bits.
  public final func nextBounded32(_ range: UInt32) -> UInt32 {
    if range == 0 { return 0 }
    if range == UInt32.max { return next32() }
    let count = range &+ 1
    var product = UInt64(next32()) &* UInt64(count)
    if UInt32(truncatingIfNeeded: product) < count {
      let threshold = (UInt32.max &- range) % count
      while UInt32(truncatingIfNeeded: product) < threshold { product = UInt64(next32()) &* UInt64(count) }
    }
    return UInt32(truncatingIfNeeded: product &>> 32)
  }

  /// The parts of 32-bit words that integers of fewer bits are made of.
  public struct Parts {
    var word: UInt32 = 0
    var left = 0
    public init() {}
  }

  /// The next `bits` of a word.
  private func nextPart(_ parts: inout Parts, _ bits: Int) -> UInt32 {
    if parts.left == 0 {
      parts.word = next32()
      parts.left = 32 / max(bits, 1)
    } else {
      parts.word = parts.word &>> UInt32(truncatingIfNeeded: bits)
    }
    parts.left &-= 1
    return parts.word & (UInt32.max &>> UInt32(truncatingIfNeeded: 32 &- bits))
  }

  /// An integer of 1, 8 or 16 bits in 0...range. Legacy streams mask and reject.
  public final func nextSmall(_ range: UInt32, bits: Int, _ parts: inout Parts, isMasked: Bool) -> UInt32 {
    if range == 0 { return 0 }
    if bits == 1 { return nextPart(&parts, 1) & 1 }
    if isMasked {
      let mask = UInt32.max &>> UInt32(range.leadingZeroBitCount)
      while true {
        let value = nextPart(&parts, bits) & mask
        if value <= range { return value }
      }
    }
    let whole = UInt32.max &>> UInt32(truncatingIfNeeded: 32 &- bits)
    if range == whole { return nextPart(&parts, bits) }
    let count = range &+ 1
    var product = nextPart(&parts, bits) &* count
    if product & whole < count {
      let threshold = (whole &- range) % count
      while product & whole < threshold { product = nextPart(&parts, bits) &* count }
    }
    return product &>> UInt32(truncatingIfNeeded: bits)
  }
}
