import NNKernels

/// How the user stops long operations.
enum Interrupts {
  /// Raised by the signal handler that the command installs; never raised by default.
  static var flag = InterruptFlag.never

  /// Throws KeyboardInterrupt once the flag is raised.
  @inline(__always) static func check() throws(Fault) {
    if flag.isRaised { throw fault }
  }

  /// Takes the flag back once it has become an exception: the program may catch it and go on.
  static var lower: () -> Void = {}

  /// The KeyboardInterrupt that the raised flag becomes, or the MemoryError when memory has come to its end.
  static var fault: Fault {
    lower()
    if BlockPool.isExhausted {
      BlockPool.isExhausted = false
      return Fault(.memoryError, "")
    }
    return Fault(.keyboardInterrupt, "")
  }
}
