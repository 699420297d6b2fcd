// The attributes of exceptions: what their builtin class keeps, and their own dictionary.

extension Context {
  /// An attribute that an exception has by itself; nil where only its class can have it.
  func exceptionAttribute(_ exception: Unowned<ExceptionObject>, _ name: Symbol) throws(Fault) -> Value? {
    switch name {
    case .argumentsName: return .some(.tuple(exception.value.arguments.copies()))
    case .causeName: return exception.value.cause.copy()
    case .contextName: return exception.value.context.copy()
    case .suppressContextName: return .some(.bool(exception.value.suppressesContext))
    case .tracebackName: return exception.value.traceback
    case .className: return exception.value.type.copy()
    case .dictionaryName: return .some(.dictionary(attributes(of: exception)))
    default: break
    }
    if exception.value.kind == .axisError, name.name == "axis" || name.name == "ndim" {
      return .some(exception.value.axisNumber(after: name.name == "axis" ? "axis" : "dimension"))
    }
    if exception.value.kind.hasFields, let value = exception.value.field(name.name) { return value }
    guard let own = exception.value.attributes.asDictionary?.owned() else { return nil }
    guard let entry = try find(own.unowned, nameValue(name)) else { return nil }
    return own.value.table.entries[entry].value.copy()
  }

  /// `exception.args`, where its class does not say otherwise.
  func quickArguments(_ exception: Unowned<ExceptionObject>) -> Value? {
    if let type = exception.value.type.asClassObject,
      !type.value.traits.isDisjoint(with: .getAttribute)
        || userMember(.argumentsName, in: type) != nil
    {
      return nil
    }
    return .some(.tuple(exception.value.arguments.copies()))
  }

  /// What takes a group of exceptions apart, which is written in the language.
  func groupMethod(_ exception: Unowned<ExceptionObject>, _ name: Symbol) throws(Fault) -> Value? {
    guard let function = try groupFunction(exception.value.kind, name) else { return nil }
    return .boundMethod(Ref(BoundMethod(.exception(exception.owned()), function)))
  }

  /// Such a method as the class has it.
  func groupFunction(_ kind: ExceptionKind, _ name: Symbol) throws(Fault) -> Value? {
    guard kind.isGroup, ["split", "subgroup", "derive"].contains(name.name) else { return nil }
    return try attribute(try importLibrary("_exception_groups"), name)
  }

  /// Sets an attribute that an exception has by itself.
  func setExceptionAttribute(
    _ exception: Unowned<ExceptionObject>, _ name: Symbol, _ new: borrowing Value
  ) throws(Fault) {
    switch name {
    case .argumentsName: exception.value.arguments = try items(new)
    case .causeName:
      guard new.isNone || new.asException != nil else {
        throw Fault(.typeError, "exception cause must be None or derive from BaseException")
      }
      exception.value.cause = new.copy()
      exception.value.suppressesContext = true
    case .contextName:
      guard new.isNone || new.asException != nil else {
        throw Fault(.typeError, "exception context must be None or derive from BaseException")
      }
      exception.value.context = new.copy()
    case .suppressContextName:
      guard let flag = new.asBool else { throw Fault(.typeError, "attribute value type must be bool") }
      exception.value.suppressesContext = flag
    case .tracebackName: try setTraceback(exception, new)
    default:
      if exception.value.kind.hasFields, exception.value.setField(name.name, new.copy()) { return }
      try set(attributes(of: exception).unowned, nameValue(name), new.copy())
    }
  }

  /// Deletes an attribute of an exception's own dictionary; false where there is none.
  func deleteExceptionAttribute(_ exception: Unowned<ExceptionObject>, _ name: Symbol) throws(Fault) -> Bool {
    if exception.value.field(name.name) != nil {
      exception.value.setField(name.name, .nothing)
      return true
    }
    guard let own = exception.value.attributes.asDictionary, try find(own, .string(name.name)) != nil else {
      return false
    }
    try deleteItem(exception.value.attributes, at: .string(name.name))
    return true
  }

  /// `__traceback__ = new`.
  func setTraceback(_ exception: Unowned<ExceptionObject>, _ new: borrowing Value) throws(Fault) {
    if new.isNone {
      exception.value.trace = Trace()
    } else if let traceback = new.nativePayload(TracebackPayload.self) {
      exception.value.trace = Trace(traceback.points.prefix(traceback.index + 1))
    } else {
      throw Fault(.typeError, "__traceback__ must be a traceback or None")
    }
  }

  /// The dictionary of an exception, made when missing.
  private func attributes(of exception: Unowned<ExceptionObject>) -> Ref<DictionaryObject> {
    if let own = exception.value.attributes.asDictionary { return own.owned() }
    let made = Ref(DictionaryObject())
    exception.value.attributes = .dictionary(made.copy())
    return made.copy()
  }

  /// `e.add_note(note)`.
  func addNote(_ exception: Unowned<ExceptionObject>, _ note: borrowing Value) throws(Fault) {
    guard note.asString != nil else { throw Fault(.typeError, "note must be a str, not '\(note.typeName)'") }
    let name = Symbol("__notes__")
    if let notes = try exceptionAttribute(exception, name) {
      guard let list = notes.asList else { throw Fault(.typeError, "Cannot add note: __notes__ is not a list") }
      list.value.items.append(note.copy())
      return
    }
    var notes = ValueList(capacity: 1)
    notes.append(note.copy())
    try setExceptionAttribute(exception, name, .list(notes))
  }
}

extension ExceptionObject {
  /// The number that stands behind a word of an AxisError's text; None where there is none.
  fileprivate borrowing func axisNumber(after word: String) -> Value {
    guard arguments.count > 0, let text = arguments[0].asString else { return .nothing }
    let words = text.value.text.string.split(separator: " ")
    guard let place = words.lastIndex(where: { $0 == word }), place + 1 < words.count,
      let number = Int(words[place + 1])
    else { return .nothing }
    return .int(number)
  }
}
