/// A compiled pattern as the matcher runs it.
struct PatternProgram {
  var instructions: [PatternInstruction] = []
  /// The code points of `literals` instructions.
  var literals: [UInt32] = []
  /// Four words a set: the members below 256.
  private(set) var bits: [UInt64] = []
  /// The sets whole; nil for a guard, which may hold for what is beyond 256.
  private(set) var sets: [CodePointSet?] = []
  /// Whether a guard holds for what is beyond.
  private var reachesBeyond: [Bool] = []

  mutating func add(_ set: CodePointSet) -> Int32 { add(set.latin, set) }

  /// A guard; -1 where there is nothing to check.
  mutating func add(guard beginning: Beginning) -> Int32 { beginning.required.map { add($0, nil) } ?? -1 }

  private mutating func add(_ latin: LatinSet, _ set: CodePointSet?) -> Int32 {
    bits += [latin.words.0, latin.words.1, latin.words.2, latin.words.3]
    sets.append(set)
    reachesBeyond.append(latin.reachesBeyond)
    return Int32(sets.count - 1)
  }

  @inline(__always) func contains(_ set: Int32, _ point: UInt32) -> Bool {
    if point < 256 { return bits[Int(set) &* 4 &+ Int(point >> 6)] >> UInt64(point & 63) & 1 != 0 }
    return containsBeyond(set, point)
  }

  @inline(never) private func containsBeyond(_ set: Int32, _ point: UInt32) -> Bool {
    sets[Int(set)]?.contains(point) ?? reachesBeyond[Int(set)]
  }
}
