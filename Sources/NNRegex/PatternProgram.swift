/// A compiled pattern as the matcher runs it. (A class: its arrays are not counted again at each try.)
final class PatternProgram {
  let instructions: [PatternInstruction]
  /// The code points of `literals` instructions.
  let literals: [UInt32]
  /// Four words a set: the members below 256.
  private let bits: [UInt64]
  private let sets: [PatternSet]

  init(_ instructions: [PatternInstruction], literals: [UInt32], sets: [PatternSet]) {
    self.instructions = instructions
    self.literals = literals
    self.sets = sets
    bits = sets.flatMap { [$0.latin.words.0, $0.latin.words.1, $0.latin.words.2, $0.latin.words.3] }
  }

  @inline(__always) func contains(_ set: Int32, _ point: UInt32) -> Bool {
    if point < 256 { return bits[Int(set) &* 4 &+ Int(point >> 6)] >> UInt64(point & 63) & 1 != 0 }
    return sets[Int(set)].containsBeyond(point)
  }
}

/// A set that instructions name.
struct PatternSet {
  let latin: LatinSet
  /// The whole set; nil for a guard, which may hold for anything beyond if it does for one.
  let whole: CodePointSet?

  @inline(never) func containsBeyond(_ point: UInt32) -> Bool { whole?.contains(point) ?? latin.reachesBeyond }
}
