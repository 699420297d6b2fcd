/// An exception as a value.
struct ExceptionObject: Object, ~Copyable {
  static var kind: Kind { .exception }
  /// The builtin class that it is of, or that its class derives from first.
  let kind: ExceptionKind
  /// Its class: a builtin one or one that the program defines.
  var type: Value
  /// `args`.
  var arguments: ValueList
  /// What the builtin class keeps beside `args` (`errno`, `code`, `value`, …): as `kind.fieldNames` has it, or nothing.
  var fields = ValueList()
  /// `__dict__`, once something is stored there.
  var attributes = Value.nothing
  /// `__cause__`, `__context__`: exceptions or None.
  var cause = Value.nothing
  var context = Value.nothing
  /// `__suppress_context__`.
  var suppressesContext = false
  /// The frames that it has left so far, innermost first.
  var trace = Trace()

  init(_ kind: ExceptionKind, type: consuming Value, _ arguments: consuming ValueList) {
    self.kind = kind
    self.type = type
    self.arguments = arguments
  }

  init(_ kind: ExceptionKind, _ arguments: consuming ValueList) {
    self.init(kind, type: .type(.exception(kind)), arguments)
  }

  init(_ kind: ExceptionKind, _ texts: [String]) {
    var arguments = ValueList(capacity: texts.count)
    for text in texts { arguments.append(.string(text)) }
    self.init(kind, arguments)
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    visitor.visit(type)
    visitor.visit(arguments)
    visitor.visit(fields)
    visitor.visit(cause)
    visitor.visit(context)
    visitor.visit(attributes)
  }

  mutating func clear() {
    arguments.removeAll()
    fields.removeAll()
    attributes = .nothing
    cause = .nothing
    context = .nothing
  }
}

extension Fault {
  /// An exception object on its way up: a new place in its traceback will be noted.
  convenience init(raising exception: Unowned<ExceptionObject>) {
    self.init(exception.value.kind, "")
    trace = exception.value.trace
    let owner = Value.exception(exception.owned())
    if let object = owner.object { raised = OwnedObject(object) }
  }

  /// An exception object that goes on after a handler that did not want it: neither its traceback nor its context grow.
  convenience init(reraising exception: Unowned<ExceptionObject>) {
    self.init(raising: exception)
    isPlaced = true
    isChained = true
  }

  /// A fault whose exception has these arguments: the text is made from them.
  convenience init(_ kind: ExceptionKind, arguments: consuming ValueList) {
    self.init(kind, "")
    let value = Value.exception(Ref(ExceptionObject(kind, arguments)))
    if let object = value.object { raised = OwnedObject(object) }
  }

  /// A KeyError: its message is the key as source would have it.
  static func missingKey(_ key: borrowing Value) -> Fault {
    var arguments = ValueList(capacity: 1)
    arguments.append(key.copy())
    return Fault(.keyError, arguments: arguments)
  }

  /// The end of an iteration, with the value that a generator returned.
  static func stopIteration(_ value: borrowing Value = .nothing) -> Fault {
    if value.isNone { return Fault(.stopIteration, "") }
    var arguments = ValueList(capacity: 1)
    arguments.append(value.copy())
    let fault = Fault(.stopIteration, arguments: arguments)
    fault.object?.value.setField("value", value.copy())
    return fault
  }

  /// The exception's object, where it has been made.
  var object: Unowned<ExceptionObject>? { raised?.object.unowned(ExceptionObject.self) }

  /// The exception's object, made where it is missing; its traceback is what the fault has noted so far.
  func exception() -> Ref<ExceptionObject> {
    if let object {
      object.value.trace = trace
      return object.owned()
    }
    var arguments = ValueList(capacity: message.isEmpty ? 0 : 1)
    if !message.isEmpty { arguments.append(.string(message)) }
    let made = Ref(ExceptionObject(kind, arguments))
    made.value.trace = trace
    if kind.hasFields && kind != .stopIteration {
      if let missingName { made.value.setField("name", .string(missingName)) }
      if let keeper = subject as? ValueKeeper { made.value.setField("obj", keeper.value.copy()) }
      if kind.fieldNames.first == "msg" { made.value.setField("msg", .string(message)) }
      if kind.inherits(from: .syntaxError) { notePlace(in: made.unowned) }
    }
    raised = OwnedObject(made.object)
    return made.copy()
  }

  /// The place of a syntax error is no frame: the exception keeps it among its arguments.
  private func notePlace(in exception: Unowned<ExceptionObject>) {
    guard let point = exception.value.trace.innermost, point.function.isEmpty else { return }
    exception.value.trace = Trace(exception.value.trace.points.dropFirst())
    let start = point.source.lineColumn(of: point.span.start)
    let end = point.source.lineColumn(of: point.span.end)
    var place = ValueList(capacity: 6)
    place.append(.string(point.source.name))
    place.append(.int(start.line))
    place.append(.int(start.column))
    place.append(.string(point.source.line(start.line) + "\n"))
    place.append(.int(end.line))
    place.append(.int(end.column))
    for (index, name) in ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].enumerated() {
      exception.value.setField(name, place[index].copy())
    }
    exception.value.arguments.append(.tuple(place))
  }

  /// Whether a handler for exceptions of this builtin class catches the fault.
  func isKind(_ other: ExceptionKind) -> Bool {
    if kind.inherits(from: other) { return true }
    return object?.value.isKind(other) ?? false
  }
}

/// Keeps a value for what may need it later.
final class ValueKeeper {
  let value: Value
  init(_ value: consuming Value) { self.value = value }
}

extension ExceptionObject {
  /// Whether the exception's class is this builtin one or derives from it.
  borrowing func isKind(_ other: ExceptionKind) -> Bool {
    kind.inherits(from: other) || type.asClassObject != nil && type.isExceptionClass(other)
  }

  /// The value of one of the builtin class's own attributes; nil where it has none of that name.
  borrowing func field(_ name: String) -> Value? {
    guard let index = kind.fieldNames.firstIndex(of: name) else { return nil }
    return index < fields.count ? fields[index].copy() : .nothing
  }

  /// Sets one of the builtin class's own attributes; false where it has none of that name.
  @discardableResult mutating func setField(_ name: String, _ value: consuming Value) -> Bool {
    guard let index = kind.fieldNames.firstIndex(of: name) else { return false }
    while fields.count <= index { fields.append(.nothing) }
    _ = fields[index].exchange(value)
    return true
  }
}

extension Value {
  /// Whether this is the class `other` of exceptions or derives from it.
  borrowing func isExceptionClass(_ other: ExceptionKind = .baseException) -> Bool {
    if let kind = builtinExceptionKind() { return kind.inherits(from: other) }
    guard let type = asClassObject, case .exception(let kind) = type.value.base else { return false }
    if kind.inherits(from: other) { return true }
    for index in 0..<type.value.ancestors.count {
      if let ancestor = type.value.ancestors[index].builtinExceptionKind(), ancestor.inherits(from: other) {
        return true
      }
    }
    return false
  }

  /// Whether this class of exceptions is `other`, a class, or derives from it.
  borrowing func isExceptionClass(_ other: borrowing Value) -> Bool {
    if let kind = other.builtinExceptionKind() { return isExceptionClass(kind) }
    guard let own = asClassObject, let wanted = other.asClassObject else { return false }
    if own == wanted { return true }
    for index in 0..<own.value.ancestors.count {
      if let ancestor = own.value.ancestors[index].asClassObject, ancestor == wanted { return true }
    }
    return false
  }

  /// The kind of a builtin class of exceptions. Not inlined: beside another switch over the same value the optimiser
  /// of Swift 6.3.1 aborts.
  @inline(never) borrowing func builtinExceptionKind() -> ExceptionKind? {
    if case .exception(let kind)? = asType { return kind }
    return nil
  }
}
