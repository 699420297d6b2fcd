import NNKernels

/// What went wrong in the arithmetic of a function, for the upper floor to warn about.
enum FloatingPointWarnings {
  enum Flag: CaseIterable {
    case divideByZero, overflow, invalid

    /// As NumPy's warning begins.
    var text: String {
      switch self {
      case .divideByZero: "divide by zero"
      case .overflow: "overflow"
      case .invalid: "invalid value"
      }
    }

    /// Its place in what `np.seterrcall`'s functions get.
    var bit: Int {
      switch self {
      case .divideByZero: 1
      case .overflow: 2
      case .invalid: 8
      }
    }

    fileprivate var mask: FloatFlags {
      switch self {
      case .divideByZero: .divideByZero
      case .overflow: .overflow
      case .invalid: .invalid
      }
    }
  }

  struct Warning: Equatable {
    let flag: Flag
    let function: String
    /// NumPy's text: `divide by zero encountered in divide`.
    var text: String { "\(flag.text) encountered in \(function)" }
  }

  /// What happened since the last `drain`, in order.
  private static var pending: [Warning] = []
  static private(set) var hasPending = false

  /// Forgets flags that were raised by anything before.
  @inline(__always) static func prepare() {
    let raised = FloatFlags.current()
    if !raised.isEmpty { FloatFlags.clear(raised) }
  }

  /// Takes the flags that were raised since `prepare` as warnings of a function.
  @inline(__always) static func record(_ function: @autoclosure () -> String) {
    let raised = FloatFlags.current()
    if !raised.isEmpty { keep(raised, function()) }
  }

  @inline(never) private static func keep(_ raised: FloatFlags, _ function: String) {
    FloatFlags.clear(raised)
    for flag in Flag.allCases where raised.contains(flag.mask) {
      pending.append(Warning(flag: flag, function: function))
    }
    hasPending = true
  }

  /// Adds a warning that no processor flag tells of.
  @inline(never) static func note(_ flag: Flag, in function: String) {
    pending.append(Warning(flag: flag, function: function))
    hasPending = true
  }

  /// How many warnings wait.
  static func mark() -> Int { pending.count }

  /// Drops the warnings that came after a mark.
  static func forget(since mark: Int) {
    if pending.count > mark { pending.removeLast(pending.count - mark) }
    hasPending = !pending.isEmpty
  }

  /// Gives what came after a mark the name of one function, each flag once; an operator of scalars stays one.
  static func rename(since mark: Int, to function: String) {
    guard pending.count > mark else { return }
    let flags = pending[mark...].map(\.flag)
    let name = (pending[mark].function.hasPrefix("scalar ") ? "scalar " : "") + function
    pending.removeLast(pending.count - mark)
    for flag in Flag.allCases where flags.contains(flag) { note(flag, in: name) }
  }

  /// Drops the warnings of a function that came after a mark.
  static func forget(_ function: String, since mark: Int) {
    guard pending.count > mark else { return }
    let kept = pending[mark...].filter { $0.function != function }
    pending.replaceSubrange(mark..., with: kept)
    hasPending = !pending.isEmpty
  }

  /// The warnings since the last call.
  static func drain() -> [Warning] {
    defer {
      pending = []
      hasPending = false
    }
    return pending
  }
}
