// A fence file: random numbers into the memory of arrays.
import Glibc
import NNKernels

/// The stream of random numbers of a session, with the draws of NumPy's legacy `RandomState`; seeded by the system
/// until the program does so.
final class RandomStream {
  /// The stream itself, which `np.random`'s bound methods share.
  let source = LegacySource(MersenneTwister(seed: RandomStream.systemWords()))

  private var twister: MersenneTwister {
    @inline(__always) get { source.twister }
    @inline(__always) _modify { yield &source.twister }
  }

  /// 128 bits of the system's.
  static func systemWords() -> [UInt32] {
    var words: [UInt32] = [0, 0, 0, 0]
    for index in words.indices { words[index] = UInt32.random(in: .min ... .max) }
    return words
  }

  /// Begins the stream of a seed; a seed of the system for nil.
  func seed(_ value: UInt32?) {
    if let value {
      twister = MersenneTwister(seed: value)
    } else {
      twister = MersenneTwister(seed: RandomStream.systemWords())
    }
  }

  /// Begins the stream of a sequence of words.
  func seed(words: [UInt32]) { twister = MersenneTwister(seed: words) }

  /// One number by a distribution.
  @inline(__always) func draw<T>(_ body: (inout MersenneTwister) -> T) -> T { body(&twister) }

  /// Fills a contiguous float64 array with doubles in [0, 1).
  func fillUniform(_ out: borrowing NDArray) {
    inStretches(out) { unsafe twister.fillUniform($0, count: $1) }
  }

  func fillUniform(_ out: borrowing NDArray, low: Double, range: Double) {
    inStretches(out) { unsafe twister.fillUniform($0, count: $1, low: low, range: range) }
  }

  func fillGauss(_ out: borrowing NDArray) {
    inStretches(out) { unsafe twister.fillGauss($0, count: $1) }
  }

  /// Fills an array stretch by stretch, up to a Ctrl-C: who asked looks at the flag once more.
  private func inStretches(_ out: borrowing NDArray, _ fill: (UnsafeMutablePointer<Double>, Int) -> Void) {
    let stretch = 1 << 20
    var start = 0
    while start < out.count {
      if Interrupts.flag.isRaised { return }
      unsafe fill(doubles(out) + start, min(stretch, out.count &- start))
      start &+= stretch
    }
  }

  /// Fills a contiguous float64 array from a stream: uniformly from `a` on, or normally around it.
  static func fill(_ out: borrowing NDArray, of source: RandomSource, isNormal: Bool, _ a: Double, _ b: Double) {
    let stretch = 1 << 20
    var start = 0
    let base = unsafe out.mutableData.raw.assumingMemoryBound(to: Double.self)
    while start < out.count && !Interrupts.flag.isRaised {
      let count = min(stretch, out.count &- start)
      if isNormal {
        unsafe source.fillNormal(base + start, count: count, mean: a, scale: b)
      } else {
        unsafe source.fillUniform(base + start, count: count, low: a, range: b)
      }
      start &+= stretch
    }
  }

  func fillNormal(_ out: borrowing NDArray, mean: Double, scale: Double) {
    inStretches(out) { unsafe twister.fillNormal($0, count: $1, mean: mean, scale: scale) }
  }

  func fillExponential(_ out: borrowing NDArray, scale: Double) {
    inStretches(out) { unsafe twister.fillExponential($0, count: $1, scale: scale) }
  }

  /// Fills a contiguous array of integers or bool with `low` + an integer in 0...range.
  func fillIntegers(_ out: borrowing NDArray, low: UInt64, range: UInt64) {
    let raw = unsafe out.mutableData.raw
    switch out.type {
    case .bool:
      unsafe twister.fillTruth(
        raw.assumingMemoryBound(to: UInt8.self), count: out.count, low: UInt8(truncatingIfNeeded: low),
        range: UInt8(truncatingIfNeeded: range))
    case _ where out.itemSize == 1:
      unsafe twister.fillIntegers(
        raw.assumingMemoryBound(to: UInt8.self), count: out.count, low: UInt8(truncatingIfNeeded: low),
        range: UInt8(truncatingIfNeeded: range))
    case _ where out.itemSize == 2:
      unsafe twister.fillIntegers(
        raw.assumingMemoryBound(to: UInt16.self), count: out.count, low: UInt16(truncatingIfNeeded: low),
        range: UInt16(truncatingIfNeeded: range))
    case _ where out.itemSize == 4:
      unsafe twister.fillIntegers(
        raw.assumingMemoryBound(to: UInt32.self), count: out.count, low: UInt32(truncatingIfNeeded: low),
        range: UInt32(truncatingIfNeeded: range))
    default:
      unsafe twister.fillIntegers(raw.assumingMemoryBound(to: UInt64.self), count: out.count, low: low, range: range)
    }
  }

  /// Fills a contiguous int64 array with the shuffled numbers 0 ..< count.
  func fillPermutation(_ out: borrowing NDArray) {
    unsafe twister.fillPermutation(out.mutableData.raw.assumingMemoryBound(to: Int64.self), count: out.count)
  }

  /// Fills a contiguous int64 array with indices drawn from the distribution `p` (contiguous float64). ValueError
  /// where too few have a probability.
  func fillChoice(_ out: borrowing NDArray, p: borrowing NDArray, withReplacement: Bool) throws(Fault) {
    let target = unsafe out.mutableData.raw.assumingMemoryBound(to: Int64.self)
    let source = unsafe UnsafePointer(doubles(p))
    do throws(ChoiceError) {
      if withReplacement {
        try unsafe twister.fillChoice(target, count: out.count, p: source, size: p.count)
      } else {
        try unsafe twister.fillChoiceWithoutReplacement(target, count: out.count, p: source, size: p.count)
      }
    } catch {
      switch error {
      case .fewerNonzeroThanSize: throw Fault(.valueError, "Fewer non-zero entries in p than size")
      case .outOfMemory: throw Fault(.memoryError, "no memory for the choice")
      }
    }
  }

  /// The indices to exchange, one pair after the other, that shuffle `count` places.
  func shuffle(count: Int, _ swap: (Int, Int) -> Void) { twister.shuffle(count: count, swap: swap) }

  private func doubles(_ out: borrowing NDArray) -> UnsafeMutablePointer<Double> {
    unsafe out.mutableData.raw.assumingMemoryBound(to: Double.self)
  }
}
