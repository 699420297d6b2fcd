/// What an instruction does. `A`, `B`, `C` are its 16-bit fields, `N` its 8-bit one, `X` the 32 bits of B and C
/// together; `R[i]` is a register of the frame, `K[i]` a constant of the code.
///
/// Arithmetic instructions keep in `N` which operands are temporaries at their last use (bit 0: B, bit 1: C), so that
/// an array's memory can be reused, and whether the operation is in place (bit 2: `a op= b`).
enum Opcode: UInt8, CaseIterable {
  // Moving values.
  case loadConstant  // R[A] = K[X]
  case move  // R[A] = R[B]
  case clear  // R[A] = unbound
  // UnboundLocalError when R[A] is unbound; the name is local A. N = 1, 2: a variable of a comprehension, or of the
  // function around it: the name is K[X]
  case checkBound
  case loadGlobal, storeGlobal, deleteGlobal  // R[A] = global X, global X = R[A]
  case makeCell  // R[A] = a new cell that holds R[A]
  case loadCell, storeCell  // R[A] = content of cell R[B]; content of cell R[A] = R[B]
  case loadCapture, storeCapture  // R[A] = content of capture B; content of capture A = R[B]
  case loadCapturedValue, getCapturedAttribute  // R[A] = capture B itself; the attribute of cache C of capture B
  case deleteCell, deleteCapture
  // In the body of a class, whose namespace is R[0], by the name K[B]. Without it there: N = 0: global C, 1: capture C,
  // 2: cell R[C].
  case loadName  // R[A] = the name's value
  case storeName, deleteName  // the name's value = R[A]

  // Arithmetic: R[A] = R[B] op R[C].
  case add, subtract, multiply, divide, floorDivide, remainder, power, matrixMultiply
  case leftShift, rightShift, bitAnd, bitOr, bitXor
  // R[A] = R[B] op K[C].
  case addConstant, subtractConstant, multiplyConstant, divideConstant, floorDivideConstant, remainderConstant
  // R[A] = op R[B].
  case negative, positive, invert, not

  // Comparison: R[A] = R[B] op R[C].
  case less, lessOrEqual, equal, notEqual, greater, greaterOrEqual
  case isSame, isNotSame, contains, notContains
  // Superinstructions: compare R[A] with R[C] (or K[C]) and jump by B when it does not hold.
  case jumpUnlessLess, jumpUnlessLessOrEqual, jumpUnlessEqual, jumpUnlessNotEqual
  case jumpUnlessGreater, jumpUnlessGreaterOrEqual
  case jumpUnlessLessConstant, jumpUnlessLessOrEqualConstant, jumpUnlessEqualConstant, jumpUnlessNotEqualConstant
  case jumpUnlessGreaterConstant, jumpUnlessGreaterOrEqualConstant

  // Control.
  case jump  // by X
  case jumpIfFalse, jumpIfTrue  // by X, on R[A]
  case jumpIfNone, jumpIfNotNone  // by X, on whether R[A] is None; N = 1: R[A] dies
  // R[A...A+2] = iteration over R[B]: an iterator, or the next integer, the count left and the step, or what is gone
  // through, the position and its size; N = 1: R[B] is an iterator already
  case startLoop
  // R[C] = next item of the iteration in R[A], jump by B; go on when there is none. N = 1: to an unpack of R[C], over
  // which it jumps where it has put the parts in their places
  case nextItem
  case call  // R[A] = R[A](R[A+1], … R[A+B])
  case callGlobal  // R[B] = global C, called with R[A+1], … R[A+N]
  case callGlobalWith  // R[B] = global C, called with a copy of R[N], for which there is room in R[A+1]
  case callKeywords  // the last N of the B arguments are named, from keyword name C on
  // R[A] = R[A](*R[A+1], **R[A+2]); unbound: no named arguments. n 1: R[A] = R[A](R[A+1], *R[A+2]), as callMethod
  case callSpread
  case loadMethod  // R[A], R[A+1] = method and receiver of R[B].name, or unbound and the attribute; cache C
  case loadSuperMethod  // the same of super().name, where capture B is the class
  case callMethod, callMethodKeywords  // as call: method R[A], receiver R[A+1], B arguments from R[A+2] on
  case `return`  // R[A]
  case returnConstant  // K[X]
  // Generators.
  case makeGenerator  // R[A] = a generator of this call, which goes on behind the next instruction
  // Leaves the generator with R[A], which then holds what is sent; N = 1: on behalf of the iterator R[B]. From R[C] on
  // nothing is needed any more
  case yield
  case finishGenerator  // returns R[A] from a generator
  case getIterator  // R[A] = iter(R[A]); N = 1: a range stays one, for startLoop
  case send  // R[C] = what the iterator R[A] yields to the value R[C], or returns: then jump by B
  case raiseAssertion  // AssertionError(R[A]), without a message when R[A] is unbound

  // Exceptions.
  case raise  // R[A]; N = 0: the one that is being handled; N = 2: from R[B]
  case reraise  // R[A], as it was
  case matchException  // R[A] = whether the exception R[B] is of the class R[C], or of one in that tuple
  case endHandling  // R[A] = None, an exception that was being handled
  case endFinally  // raises R[A] again where it is an exception
  // R[A], R[A+1] and R[B], R[B+1] = the methods __exit__ and __enter__ of R[A], each with its receiver, as of loadMethod
  case loadContext
  case exceptionParts  // R[A], R[A+1], R[A+2] = class, object and traceback of the exception R[B]

  // Subscripts and attributes.
  case getItem  // R[A] = R[B][R[C]]
  case getItemConstant  // R[A] = R[B][K[C]]
  case getSlice  // R[A] = R[B][R[C]:R[C+1]:R[C+2]]
  case setItem  // R[A][R[B]] = R[C]
  case deleteItem  // del R[A][R[B]]
  case makeSlice  // R[A] = slice(R[B], R[B+1], R[B+2])
  case getAttribute  // R[A] = R[B].name, cache C
  case setAttribute  // R[A].name = R[B], cache C
  case deleteAttribute  // del R[A].name, cache C

  // Displays.
  case makeTuple, makeList  // R[A] = of R[B], … R[B+C-1]
  case makeDictionary  // R[A] = {R[B]: R[B+1], …}, C pairs
  case append  // R[A].append(R[B]), a list; N = 1: R[B] dies
  case extend  // R[A].extend(R[B]), a list
  case makeTupleFromList  // R[A] = tuple(R[A])
  case insertPair  // R[A][R[B]] = R[C], a dictionary
  case makeSet  // R[A] = a new set
  case addToSet  // R[A].add(R[B]), a set
  case updateSet  // R[A].update(R[B]), a set
  case update  // R[A].update(R[B]); N = 1: of the keywords of a call of R[A-2], a duplicate is an error
  case unpack  // R[A], … R[A+C-1] = R[B]; N = 1: R[B] dies
  case unpackStarred  // R[A], … = R[B]; N values before the starred one, C after
  // R[A] = format(R[B], R[C]), or format(R[B]); N: 0, or the conversion s, r, a
  case formatValue, formatPlain
  case joinStrings  // R[A] = R[B] + … R[B+C-1], all strings

  // Functions, modules, output.
  case makeFunction  // R[A] = function of code K[B]; defaults R[C] (a tuple), R[C+1] (a tuple, keyword-only),
  // annotations R[C+2] (a dictionary) where N has bit 0; without defaults where it has bit 1
  case compileBody  // compiles the body of this function, which was left until its first call
  case importModule  // R[A] = module named by the string K[X]
  case importFrom  // R[A] = R[B].name, cache C
  case importStar  // all names of R[A] become global
  case loadBuiltin  // R[A] = the builtin named by the string K[X]
  // R[A] = whether global X is the builtin that folds as N; N = 255: refuses the text R[A] as what `sum` begins with
  case testBuiltin
  case display  // shows R[A] as the prompt and notebooks do; N = 1: by sys.displayhook
  case magic  // runs the magic line K[X]
}
