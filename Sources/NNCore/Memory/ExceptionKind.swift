/// Python's exception classes, as far as the interpreter itself raises them.
enum ExceptionKind: String, CaseIterable {
  case baseException = "BaseException"
  case exception = "Exception"
  case baseExceptionGroup = "BaseExceptionGroup"
  case exceptionGroup = "ExceptionGroup"
  case arithmeticError = "ArithmeticError"
  case overflowError = "OverflowError"
  case zeroDivisionError = "ZeroDivisionError"
  case floatingPointError = "FloatingPointError"
  case assertionError = "AssertionError"
  case attributeError = "AttributeError"
  case bufferError = "BufferError"
  case eofError = "EOFError"
  case importError = "ImportError"
  case moduleNotFoundError = "ModuleNotFoundError"
  case lookupError = "LookupError"
  case indexError = "IndexError"
  case keyError = "KeyError"
  case memoryError = "MemoryError"
  case nameError = "NameError"
  case unboundLocalError = "UnboundLocalError"
  case osError = "OSError"
  case blockingIOError = "BlockingIOError"
  case childProcessError = "ChildProcessError"
  case connectionError = "ConnectionError"
  case brokenPipeError = "BrokenPipeError"
  case connectionAbortedError = "ConnectionAbortedError"
  case connectionRefusedError = "ConnectionRefusedError"
  case connectionResetError = "ConnectionResetError"
  case fileExistsError = "FileExistsError"
  case fileNotFoundError = "FileNotFoundError"
  case interruptedError = "InterruptedError"
  case isADirectoryError = "IsADirectoryError"
  case notADirectoryError = "NotADirectoryError"
  case permissionError = "PermissionError"
  case processLookupError = "ProcessLookupError"
  case timeoutError = "TimeoutError"
  case unsupportedOperation = "io.UnsupportedOperation"
  case referenceError = "ReferenceError"
  case runtimeError = "RuntimeError"
  case notImplementedError = "NotImplementedError"
  case recursionError = "RecursionError"
  case stopIteration = "StopIteration"
  case stopAsyncIteration = "StopAsyncIteration"
  case syntaxError = "SyntaxError"
  case indentationError = "IndentationError"
  case tabError = "TabError"
  case systemError = "SystemError"
  case typeError = "TypeError"
  case valueError = "ValueError"
  case unicodeError = "UnicodeError"
  case unicodeDecodeError = "UnicodeDecodeError"
  case unicodeEncodeError = "UnicodeEncodeError"
  case unicodeTranslateError = "UnicodeTranslateError"
  case axisError = "numpy.exceptions.AxisError"
  case noLoopError = "numpy._core._exceptions._UFuncNoLoopError"
  case outputCastingError = "numpy._core._exceptions._UFuncOutputCastingError"
  case regexError = "re.error"
  case rankWarning = "numpy.exceptions.RankWarning"
  case complexWarning = "numpy.exceptions.ComplexWarning"
  case visibleDeprecationWarning = "numpy.exceptions.VisibleDeprecationWarning"
  case moduleDeprecationWarning = "numpy.exceptions.ModuleDeprecationWarning"
  case tooHardError = "numpy.exceptions.TooHardError"
  case promotionError = "numpy.exceptions.DTypePromotionError"
  case warning = "Warning"
  case deprecationWarning = "DeprecationWarning"
  case runtimeWarning = "RuntimeWarning"
  case userWarning = "UserWarning"
  case syntaxWarning = "SyntaxWarning"
  case pendingDeprecationWarning = "PendingDeprecationWarning"
  case futureWarning = "FutureWarning"
  case importWarning = "ImportWarning"
  case unicodeWarning = "UnicodeWarning"
  case bytesWarning = "BytesWarning"
  case resourceWarning = "ResourceWarning"
  case encodingWarning = "EncodingWarning"
  case generatorExit = "GeneratorExit"
  case keyboardInterrupt = "KeyboardInterrupt"
  case systemExit = "SystemExit"

  /// The class's name, as a traceback's last line has it.
  var name: String { rawValue }

  /// The name of the class, or of the nearest one above it that is no private one of NumPy's.
  var publicName: String {
    name.split(separator: ".").last?.first == "_" ? parent?.publicName ?? name : name
  }

  /// The class that this one inherits from; nil for the root.
  var parent: ExceptionKind? {
    switch self {
    case .baseException: nil
    case .exception, .baseExceptionGroup, .generatorExit, .keyboardInterrupt, .systemExit: .baseException
    case .exceptionGroup: .baseExceptionGroup
    case .overflowError, .zeroDivisionError, .floatingPointError: .arithmeticError
    case .moduleNotFoundError: .importError
    case .indexError, .keyError: .lookupError
    case .unboundLocalError: .nameError
    case .blockingIOError, .childProcessError, .connectionError, .fileExistsError, .fileNotFoundError,
      .interruptedError, .isADirectoryError, .notADirectoryError, .permissionError, .processLookupError, .timeoutError,
      .unsupportedOperation:
      .osError
    case .brokenPipeError, .connectionAbortedError, .connectionRefusedError, .connectionResetError: .connectionError
    case .notImplementedError, .recursionError: .runtimeError
    case .indentationError: .syntaxError
    case .tabError: .indentationError
    case .unicodeError: .valueError
    case .axisError: .valueError
    case .unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError: .unicodeError
    case .noLoopError, .outputCastingError: .typeError
    case .rankWarning, .complexWarning: .runtimeWarning
    case .visibleDeprecationWarning: .userWarning
    case .moduleDeprecationWarning: .deprecationWarning
    case .tooHardError: .runtimeError
    case .promotionError: .typeError
    case .deprecationWarning, .runtimeWarning, .userWarning, .syntaxWarning, .pendingDeprecationWarning, .futureWarning,
      .importWarning, .unicodeWarning, .bytesWarning, .resourceWarning, .encodingWarning:
      .warning
    default: .exception
    }
  }

  /// The second class that this one inherits from. No class derives from one that has a second, so that `inherits` asks
  /// only the class itself.
  private var secondParent: ExceptionKind? {
    switch self {
    case .axisError: .indexError
    case .exceptionGroup: .exception
    case .unsupportedOperation: .valueError
    default: nil
    }
  }

  /// Whether a handler for `other` catches this.
  func inherits(from other: ExceptionKind) -> Bool {
    if self == other || other == .baseException { return true }
    if other == .exception { return parent != nil && parent != .baseException }
    var kind = parent
    while let current = kind {
      if current == other { return true }
      kind = current.parent
    }
    return secondParent?.inherits(from: other) ?? false
  }

  /// Whether it is OSError or inherits from that, which `hasFields` asks of every exception that is made: by two steps,
  /// since the family is no deeper.
  var isOSError: Bool { self == .osError || parent == .osError || parent == .connectionError }

  /// Whether an exception of the class cannot be made without arguments.
  var needsArguments: Bool {
    switch self {
    case .unicodeEncodeError, .unicodeDecodeError, .unicodeTranslateError, .baseExceptionGroup, .exceptionGroup: true
    default: false
    }
  }

  /// What exceptions of the class keep beside their arguments.
  var fieldNames: [String] {
    switch self {
    case .stopIteration: ["value"]
    case .systemExit: ["code"]
    case .importError, .moduleNotFoundError: ["msg", "name", "path"]
    case .regexError: ["msg", "pattern", "pos", "lineno", "colno"]
    case .baseExceptionGroup, .exceptionGroup: ["message", "exceptions"]
    case .attributeError: ["name", "obj"]
    case .nameError, .unboundLocalError: ["name"]
    case .syntaxError, .indentationError, .tabError:
      ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"]
    case .unicodeDecodeError, .unicodeEncodeError: ["encoding", "object", "start", "end", "reason"]
    case .unicodeTranslateError: ["object", "start", "end", "reason"]
    default: isOSError ? ["errno", "strerror", "filename", "filename2"] : []
    }
  }

  /// Whether it has other exceptions in it.
  var isGroup: Bool { self == .baseExceptionGroup || self == .exceptionGroup }

  /// Whether exceptions of the class keep anything beside their arguments.
  var hasFields: Bool {
    switch self {
    case .exception, .valueError, .typeError, .keyError, .indexError, .lookupError, .runtimeError, .zeroDivisionError,
      .assertionError, .notImplementedError:
      false
    default: !fieldNames.isEmpty
    }
  }

  /// The nearest class from here up that keeps more than its parent does.
  private var layout: ExceptionKind {
    guard let parent, parent.fieldNames == fieldNames else { return self }
    return parent.layout
  }

  /// Which of two bases of one class decides what its exceptions keep; nil where they contradict each other.
  func commonLayout(with first: ExceptionKind) -> ExceptionKind? {
    if layout == first.layout { return inherits(from: first) ? self : first }
    if layout.inherits(from: first.layout) { return self }
    return first.layout.inherits(from: layout) ? first : nil
  }
}
