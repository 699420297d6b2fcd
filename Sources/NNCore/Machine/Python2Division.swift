extension Machine {
  /// What a division of a Python 2 program does: floors integers where the command line asks for that, else warns where
  /// the fraction would have been lost.
  @inline(never) func python2Division(
    _ x: borrowing Value, _ y: borrowing Value, _ i: Instruction
  ) throws(Fault) -> ArithmeticOperator {
    guard let left = x.asInt ?? x.asBool.map({ $0 ? 1 : 0 }), let right = y.asInt ?? y.asBool.map({ $0 ? 1 : 0 }) else {
      let areIntegers = (x.asInt != nil || x.asBigInteger != nil) && (y.asInt != nil || y.asBigInteger != nil)
      return areIntegers && i.N & OperandFlags.floorsDivision != 0 ? .floorDivide : .divide
    }
    if i.N & OperandFlags.floorsDivision != 0 { return .floorDivide }
    if right != 0 && right != -1 && left % right != 0 {
      try warn(
        .deprecationWarning,
        "1/2 gives 0.5 here, in Python 2 it gave 0: write // where that is meant, or run with --python2")
    }
    return .divide
  }
}
