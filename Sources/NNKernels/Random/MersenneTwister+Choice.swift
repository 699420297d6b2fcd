import Glibc

/// Why a choice cannot be made.
public enum ChoiceError: Error, Equatable {
  /// Fewer places with a probability above 0 than are to be chosen without replacement.
  case fewerNonzeroThanSize
  case outOfMemory
}

/// `choice` with probabilities; without them it is `fillIntegers` (with replacement) or the head of
/// `fillPermutation`.
extension MersenneTwister {
  /// Fills `out` with `count` indices drawn with replacement from the distribution `p` of `size` probabilities.
  public mutating func fillChoice(
    _ out: UnsafeMutablePointer<Int64>, count: Int, p: UnsafePointer<Double>, size: Int
  ) throws(ChoiceError) {
    guard count > 0, size > 0 else { return }
    let cdf = try Self.scratch(size)
    defer { free(cdf) }
    Self.accumulate(p, cdf, size)
    for i in 0..<count { out[i] = Int64(Self.place(of: nextDouble(), in: cdf, size)) }
  }

  /// Fills `out` with `count` different indices from the distribution `p` of `size` probabilities: NumPy draws as many
  /// as are missing, keeps the first of equal ones, sets the probabilities of those to 0, and draws again.
  public mutating func fillChoiceWithoutReplacement(
    _ out: UnsafeMutablePointer<Int64>, count: Int, p: UnsafePointer<Double>, size: Int
  ) throws(ChoiceError) {
    guard count > 0, size > 0 else { return }
    var nonzero = 0
    for i in 0..<size { nonzero &+= p[i] > 0 ? 1 : 0 }
    if nonzero < count { throw .fewerNonzeroThanSize }
    let cdf = try Self.scratch(size)
    defer { free(cdf) }
    let rest = try Self.scratch(size)
    defer { free(rest) }
    let draws = try Self.scratch(count)
    defer { free(draws) }
    rest.update(from: p, count: size)
    var found = 0
    while found < count {
      let missing = count &- found, before = found
      fillUniform(draws, count: missing)
      Self.accumulate(rest, cdf, size)
      for i in 0..<missing {
        let index = Self.place(of: draws[i], in: cdf, size)
        // A chosen index has probability 0 already when it was found in this round.
        if rest[index] > 0 {
          rest[index] = 0
          out[found] = Int64(index)
          found &+= 1
        }
      }
      // Only sums that are no numbers find nothing.
      if found == before { throw .fewerNonzeroThanSize }
    }
  }

  private static func scratch(_ count: Int) throws(ChoiceError) -> UnsafeMutablePointer<Double> {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: 8)
    guard !overflow, let memory = malloc(bytes) else { throw .outOfMemory }
    return memory.bindMemory(to: Double.self, capacity: count)
  }

  /// The cumulative sums of `p`, divided by the last.
  private static func accumulate(_ p: UnsafePointer<Double>, _ cdf: UnsafeMutablePointer<Double>, _ size: Int) {
    var sum = p[0]
    cdf[0] = sum
    for i in 1..<max(size, 1) {
      sum += p[i]
      cdf[i] = sum
    }
    for i in 0..<size { cdf[i] /= sum }
  }

  /// `searchsorted(cdf, x, side='right')`, at most `size - 1`.
  private static func place(of x: Double, in cdf: UnsafePointer<Double>, _ size: Int) -> Int {
    var low = 0, high = size
    while low < high {
      let middle = low &+ (high &- low) / 2
      if cdf[middle] <= x { low = middle &+ 1 } else { high = middle }
    }
    return min(low, size &- 1)
  }
}
