import Testing

@testable import NNKernels

@Suite struct RandomTests {
  func filled<T>(_ count: Int, _ zero: T, _ fill: (UnsafeMutablePointer<T>) -> Void) -> [T] {
    var values = [T](repeating: zero, count: count)
    values.withUnsafeMutableBufferPointer { fill($0.baseAddress!) }
    return values
  }

  /// The hashes of what one generator gives for one seed, in the order of the recorded table.
  func stream(_ seed: UInt32) throws -> [UInt64] {
    var generator = MersenneTwister(seed: seed)
    var hashes = [
      hash(of: filled(1500, 0.0) { generator.fillUniform($0, count: 1500) }),
      hash(of: filled(1499, 0.0) { generator.fillGauss($0, count: 1499) }),
      hash(of: filled(100, 0.0) { generator.fillExponential($0, count: 100, scale: 1) }),
    ]
    let wide: [(UInt64, UInt64)] = [
      (0, 0), (0 &- 3, 12), (0, 1 << 32 - 1), (0, 1 << 32), (1 << 63, .max), (0, 1 << 63 - 2), (0, .max),
    ]
    for (low, range) in wide {
      hashes.append(hash(of: filled(77, UInt64(0)) { generator.fillIntegers($0, count: 77, low: low, range: range) }))
    }
    for (low, range) in [(UInt32(0), UInt32(1) << 31 - 1), (5, 994)] {
      hashes.append(hash(of: filled(77, UInt32(0)) { generator.fillIntegers($0, count: 77, low: low, range: range) }))
    }
    hashes.append(hash(of: filled(77, UInt16(0)) { generator.fillIntegers($0, count: 77, low: 0 &- 5, range: 304) }))
    for (low, range) in [(UInt8(0), UInt8(255)), (3, 96)] {
      hashes.append(hash(of: filled(77, UInt8(0)) { generator.fillIntegers($0, count: 77, low: low, range: range) }))
    }
    hashes.append(hash(of: filled(77, UInt8(0)) { generator.fillTruth($0, count: 77, low: 0, range: 1) }))
    hashes.append(hash(of: filled(50, Int64(0)) { generator.fillPermutation($0, count: 50) }))
    let weights = (0..<17).map { Double($0 % 5) }
    let p = weights.map { $0 / weights.reduce(0, +) }
    var chosen = [Int64](repeating: 0, count: 500)
    try generator.fillChoice(&chosen, count: 500, p: p, size: 17)
    hashes.append(hash(of: chosen))
    try generator.fillChoiceWithoutReplacement(&chosen, count: 9, p: p, size: 17)
    hashes.append(hash(of: Array(chosen.prefix(9))))
    hashes.append(hash(of: filled(3, 0.0) { generator.fillUniform($0, count: 3) }))
    return hashes
  }

  @Test func streamsEqualNumPy() throws {
    var hashes = try stream(0) + stream(42) + stream(.max)
    var array = MersenneTwister(seed: [1, 2, 3, .max]), long = MersenneTwister(seed: (0..<1000).map { UInt32($0) })
    hashes.append(hash(of: filled(10, 0.0) { array.fillUniform($0, count: 10) }))
    hashes.append(hash(of: filled(10, 0.0) { long.fillUniform($0, count: 10) }))
    #expect(hashes.count == recordedRandom.count)
    for (row, result) in zip(recordedRandom, hashes) { #expect(row.hash == result, "\(row.name)") }
  }

  @Test func stateIsAValue() {
    var generator = MersenneTwister(seed: 7)
    _ = generator.nextGauss()
    var copy = generator
    #expect(copy == generator && copy.hasGauss)
    let expected = [generator.nextGauss(), generator.nextGauss(), generator.nextDouble()]
    #expect(copy != generator)
    var restored = MersenneTwister(
      key: copy.key, position: copy.position, hasGauss: copy.hasGauss, gauss: copy.gauss)
    #expect(restored == copy)
    #expect([copy.nextGauss(), copy.nextGauss(), copy.nextDouble()] == expected)
    #expect(restored?.nextGauss() == expected[0])
    #expect(MersenneTwister(key: [1, 2], position: 0) == nil)
    #expect(MersenneTwister(key: copy.key, position: 625) == nil)
  }

  @Test func tooFewToChooseFrom() {
    var generator = MersenneTwister(seed: 1)
    var out = [Int64](repeating: 0, count: 3)
    #expect(throws: ChoiceError.fewerNonzeroThanSize) {
      try generator.fillChoiceWithoutReplacement(&out, count: 3, p: [0.5, 0.5, 0], size: 3)
    }
  }
}
