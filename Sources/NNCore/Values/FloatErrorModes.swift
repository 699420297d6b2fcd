/// What becomes of each floating-point error, as `np.seterr` and `np.errstate` set it.
struct FloatErrorModes: ~Copyable {
  enum Mode: String {
    case ignore, warn, raise, call, print, log
  }

  var divide = Mode.warn
  var over = Mode.warn
  /// Kept for `np.geterr`: results that are too small are not noticed.
  var under = Mode.ignore
  var invalid = Mode.warn
  /// The function for `call`, the object for `log`.
  var handler = Value.nothing

  borrowing func mode(of flag: FloatingPointWarnings.Flag) -> Mode {
    switch flag {
    case .divideByZero: divide
    case .overflow: over
    case .invalid: invalid
    }
  }
}
