import NNSyntax

/// Python's exception classes, as far as the interpreter itself raises them.
enum ExceptionKind: String, CaseIterable {
  case baseException = "BaseException"
  case exception = "Exception"
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
  case fileNotFoundError = "FileNotFoundError"
  case isADirectoryError = "IsADirectoryError"
  case permissionError = "PermissionError"
  case brokenPipeError = "BrokenPipeError"
  case runtimeError = "RuntimeError"
  case notImplementedError = "NotImplementedError"
  case recursionError = "RecursionError"
  case stopIteration = "StopIteration"
  case syntaxError = "SyntaxError"
  case indentationError = "IndentationError"
  case tabError = "TabError"
  case systemError = "SystemError"
  case typeError = "TypeError"
  case valueError = "ValueError"
  case unicodeError = "UnicodeError"
  case unicodeDecodeError = "UnicodeDecodeError"
  case unicodeEncodeError = "UnicodeEncodeError"
  case axisError = "numpy.exceptions.AxisError"
  case noLoopError = "numpy._core._exceptions._UFuncNoLoopError"
  case outputCastingError = "numpy._core._exceptions._UFuncOutputCastingError"
  case linAlgError = "numpy.linalg.LinAlgError"
  case warning = "Warning"
  case deprecationWarning = "DeprecationWarning"
  case runtimeWarning = "RuntimeWarning"
  case userWarning = "UserWarning"
  case syntaxWarning = "SyntaxWarning"
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
    case .exception, .generatorExit, .keyboardInterrupt, .systemExit: .baseException
    case .overflowError, .zeroDivisionError, .floatingPointError: .arithmeticError
    case .moduleNotFoundError: .importError
    case .indexError, .keyError: .lookupError
    case .unboundLocalError: .nameError
    case .fileNotFoundError, .isADirectoryError, .permissionError, .brokenPipeError: .osError
    case .notImplementedError, .recursionError: .runtimeError
    case .indentationError: .syntaxError
    case .tabError: .indentationError
    case .unicodeError, .linAlgError: .valueError
    case .axisError: .valueError  // and IndexError, which single inheritance leaves out
    case .unicodeDecodeError, .unicodeEncodeError: .unicodeError
    case .noLoopError, .outputCastingError: .typeError
    case .deprecationWarning, .runtimeWarning, .userWarning, .syntaxWarning: .warning
    default: .exception
    }
  }

  /// Whether a handler for `other` catches this.
  func inherits(from other: ExceptionKind) -> Bool {
    var kind: ExceptionKind? = self
    while let current = kind {
      if current == other { return true }
      kind = current.parent
    }
    return false
  }
}

/// The one error type of the interpreter: what went wrong, in Python's words, with the operands that clashed.
/// Where it stands in the source is added by the machine while the frames unwind.
final class Fault: Error, @unchecked Sendable {
  let kind: ExceptionKind
  let message: String
  /// What to write under the operands of the failing expression, in their order: mostly shapes.
  let operands: [String]
  /// One line that says how it is likely meant.
  let hint: String?
  /// The frames that the fault has left so far, innermost first.
  var trace: [TracePoint] = []
  /// Whether the innermost frame's place stands in the trace already, more exactly than its instruction has it.
  var isPlaced = false
  /// The process's exit status that a SystemExit asks for.
  var exitStatus = 1
  /// Whether a SystemExit says nothing on standard error.
  var isSilent = false

  init(_ kind: ExceptionKind, _ message: String, operands: [String] = [], hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.operands = operands
    self.hint = hint
  }
}

/// A place in the source that a traceback names.
struct TracePoint {
  let function: String
  let source: SourceText
  let span: Span
}
