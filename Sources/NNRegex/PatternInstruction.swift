/// What the matcher does. Targets are indices into the program; a guard is the index of a set that the next code point
/// has to be in for a way to be worth trying, -1 where any may come, or none.
enum PatternInstruction {
  case literal(UInt32)
  /// Several code points, from an index of the program's literals on.
  case literals(Int32, count: Int32)
  case set(Int32)
  /// Between `least` and `most` members of a set; what follows is behind `guarded`.
  case run(set: Int32, guarded: Int32, mode: RepetitionMode, least: Int, most: Int)
  case boundary(Boundary)
  /// Notes the position as the start of a group.
  case open(Int32)
  /// Notes the position as the end of a group, and that the group was closed last.
  case close(Int32)
  case jump(Int32)
  /// Goes on behind it, and to `otherwise` if that fails.
  case split(otherwise: Int32, guarded: Int32, otherwiseGuarded: Int32)
  /// Begins a loop whose count and last position are in two registers.
  case startLoop(Int32)
  /// At the loop's head: runs the body behind it, or leaves to `exit`.
  case loop(register: Int32, exit: Int32, guarded: Int32, exitGuarded: Int32, isLazy: Bool, least: Int, most: Int)
  /// Runs the program behind it up to its `accept` as one that is not entered again; goes on at `next`.
  case atomic(next: Int32)
  /// The same as a look-around: `back` code points earlier (-1: ahead).
  case look(back: Int, isNegated: Bool, next: Int32)
  case backreference(Int32, ignoresCase: Bool, isASCII: Bool)
  /// Goes on where the group took part, else to `otherwise`.
  case ifGroup(Int32, otherwise: Int32)
  case accept
}
