import NNSyntax

/// The one error type of the interpreter: what went wrong, in Python's words, with the operands that clashed.
/// Where it stands in the source is added by the machine while the frames unwind.
final class Fault: Error, @unchecked Sendable {
  let kind: ExceptionKind
  /// The text after the class's name. Of a raised object it is made only when the fault leaves the machine.
  var message: String
  /// The exception as an object, where there is one already: otherwise it is made from kind and message once a handler
  /// needs it.
  var raised: OwnedObject?
  /// The frames that the fault has left so far, innermost first.
  var trace = Trace()
  /// Whether the innermost frame's place stands in the trace already, or is not to stand there again.
  var isPlaced = false
  /// Whether the exception that was being handled has been noted as its context.
  var isChained = false
  /// The length of the sequence that an index lies outside of: the hint. -1: none.
  private var length = -1
  /// What few faults have.
  private var details: Details?

  /// What only reports and few handlers ask for.
  private final class Details {
    var operands: [String] = []
    var makeHint: () -> String? = { nil }
    lazy var hint = makeHint()
    var missingName: String?
    var subject: AnyObject?
    var report: FaultReport?
    var thrown: AnyObject?
  }

  /// What a generator's `throw` was given, for an iterator that it waits for.
  var thrown: AnyObject? {
    get { details?.thrown }
    set { detailed().thrown = newValue }
  }

  init(_ kind: ExceptionKind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  convenience init(_ kind: ExceptionKind, _ message: String, operands: [String]) {
    self.init(kind, message)
    detailed().operands = operands
  }

  convenience init(
    _ kind: ExceptionKind, _ message: String, operands: [String] = [], hint: @autoclosure @escaping () -> String?
  ) {
    self.init(kind, message)
    detailed().operands = operands
    detailed().makeHint = hint
  }

  /// An index that lies outside of a sequence.
  convenience init(_ kind: ExceptionKind, _ message: String, length: Int) {
    self.init(kind, message)
    self.length = length
  }

  private func detailed() -> Details {
    if let details { return details }
    let made = Details()
    details = made
    return made
  }
}

extension Fault {
  /// What to write under the operands of the failing expression, in their order: mostly shapes.
  var operands: [String] { details?.operands ?? [] }

  /// One line that says how it is likely meant. Only a report asks for it, so that it may take its time.
  var hint: String? { length >= 0 ? "the length is \(length)" : details?.hint }

  /// The name that was not found: `e.name` of a NameError, an AttributeError or an ImportError.
  var missingName: String? {
    get { details?.missingName }
    set { detailed().missingName = newValue }
  }

  /// What has no attribute of that name, kept as its value: `e.obj`.
  var subject: AnyObject? {
    get { details?.subject }
    set { detailed().subject = newValue }
  }

  /// How the fault is reported once no handler has caught it.
  var report: FaultReport? {
    get { details?.report }
    set { detailed().report = newValue }
  }
}

extension Fault {
  /// A module that is not found.
  static func missingModule(_ name: String, _ note: String = "", hint: String? = nil) -> Fault {
    let fault = Fault(.moduleNotFoundError, "No module named '\(name)'\(note)", hint: hint)
    fault.missingName = name
    return fault
  }
}

/// What the report of an uncaught fault says beside its message: all that needed the exception's object.
final class FaultReport {
  /// The class's name as a traceback has it, with its module where that is not the program's.
  var typeName: String
  var notes: [String] = []
  /// The exception that it was raised from or while handling.
  var earlier: Fault?
  /// Whether `earlier` is the cause that was given, not the context.
  var isCause = false
  /// The process's exit status that a SystemExit asks for.
  var exitStatus = 1
  /// Whether a SystemExit says nothing on standard error.
  var isSilent = false

  init(typeName: String) { self.typeName = typeName }
}

/// Instructions of a body that are a generator expression's, which runs in place for the call at `span`.
struct FoldedLoop {
  let start: Int
  let end: Int
  let span: Span
}

/// A body of code as tracebacks name it.
final class TracedBody {
  let function: String
  let source: SourceText
  /// The source of each instruction.
  let spans: [Span]
  let folds: [FoldedLoop]

  init(function: String, source: SourceText, spans: [Span], folds: [FoldedLoop] = []) {
    self.folds = folds
    self.function = function
    self.source = source
    self.spans = spans
  }
}

/// A place in the source that a traceback names.
struct TracePoint {
  private let body: TracedBody
  private let place: Int

  /// An instruction of a body, by its valid place.
  init(_ body: TracedBody, _ place: Int) {
    self.body = body
    self.place = place
  }

  init(function: String, source: SourceText, span: Span) {
    self.init(TracedBody(function: function, source: source, spans: [span]), 0)
  }

  var function: String { body.function }
  var source: SourceText { body.source }
  var span: Span { body.spans[place] }
}
