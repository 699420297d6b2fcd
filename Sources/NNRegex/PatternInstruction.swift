/// What the matcher does. Targets are indices into the program.
enum PatternInstruction {
  case literal(UInt32)
  case set(Int)
  /// Between `least` and `most` members of a set.
  case run(set: Int, least: Int, most: Int, isLazy: Bool)
  case boundary(Boundary)
  /// Notes the position in a mark: two for each group.
  case mark(Int)
  /// Notes in a register that a group was closed.
  case closed(Int, register: Int)
  case jump(Int)
  /// Goes on behind it, and to `otherwise` if that fails.
  case split(otherwise: Int)
  /// Begins a loop whose count and last position are in two registers.
  case startLoop(Int)
  /// At the loop's head: runs the body behind it, or leaves to `exit`.
  case loop(register: Int, least: Int, most: Int, isLazy: Bool, exit: Int)
  /// Runs the program behind it up to its `accept` as one that is not entered again; goes on at `next`.
  case atomic(next: Int)
  /// The same as a look-around: `back` code points earlier (-1: ahead).
  case look(back: Int, isNegated: Bool, next: Int)
  case backreference(Int, ignoresCase: Bool, isASCII: Bool)
  /// Goes on where the group took part, else to `otherwise`.
  case ifGroup(Int, otherwise: Int)
  case accept
}
