// Making exceptions from the arguments of their class.

extension Context {
  /// An exception of a builtin class, or of a program's class `type` that derives from it.
  func makeException(
    _ kind: ExceptionKind, type: consuming Value = .unbound, _ arguments: consuming ValueList,
    keywords: Unowned<DictionaryObject>? = nil
  ) throws(Fault) -> Ref<ExceptionObject> {
    let isBuiltin = type.isUnbound
    let actual = isBuiltin ? kind.made(with: arguments) : kind
    let type: Value = isBuiltin ? .type(.exception(actual)) : type
    if kind == .axisError && arguments.count > 1 {
      return Ref(ExceptionObject(actual, type: type, axisMessage(arguments)))
    }
    let exception = Ref(ExceptionObject(actual, type: type, arguments))
    try initialize(exception.unowned, keywords: keywords)
    return exception
  }

  /// What an AxisError of an axis, the number of axes and perhaps what was done says.
  private func axisMessage(_ items: borrowing ValueList) -> ValueList {
    let prefix = items.count > 2 ? items[2].asString.map { $0.value.text.string + ": " } ?? "" : ""
    let axis = items[0].asInt ?? 0
    let rank = items[1].asInt ?? 0
    var result = ValueList()
    result.append(.string("\(prefix)axis \(axis) is out of bounds for array of dimension \(rank)"))
    return result
  }

  /// What the builtin classes' `__init__` does once `args` is set.
  func initialize(_ exception: Unowned<ExceptionObject>, keywords: Unowned<DictionaryObject>? = nil) throws(Fault) {
    let kind = exception.value.kind
    let count = exception.value.arguments.count
    if let keywords { try setKeywords(exception, keywords) }
    switch kind {
    case .stopIteration:
      if count > 0 { exception.value.setField("value", exception.value.arguments[0].copy()) }
    case .systemExit:
      if count == 1 { exception.value.setField("code", exception.value.arguments[0].copy()) }
      if count > 1 { exception.value.setField("code", .tuple(exception.value.arguments.copies())) }
    case .importError, .moduleNotFoundError:
      if count == 1 { exception.value.setField("msg", exception.value.arguments[0].copy()) }
    case .regexError: RegexErrors.initialize(exception)
    case .syntaxError, .indentationError, .tabError: try initializeSyntaxError(exception)
    case .baseExceptionGroup, .exceptionGroup: try initializeGroup(exception)
    case .unicodeEncodeError, .unicodeDecodeError, .unicodeTranslateError: try initializeUnicodeError(exception)
    default: if kind.isOSError { initializeOSError(exception) }
    }
  }

  private func setKeywords(
    _ exception: Unowned<ExceptionObject>, _ keywords: Unowned<DictionaryObject>
  ) throws(Fault) {
    let kind = exception.value.kind
    for entry in 0..<keywords.value.table.entries.count {
      guard let key = keywords.value.table.entries[entry].key.asString?.value.text.string else { continue }
      guard kind.keywordNames.contains(key) else {
        if kind.keywordNames.isEmpty { throw Fault(.typeError, "\(kind.shortName)() takes no keyword arguments") }
        throw Fault(.typeError, "'\(key)' is an invalid keyword argument for \(kind.shortName)()")
      }
      exception.value.setField(key, keywords.value.table.entries[entry].value.copy())
    }
  }

  /// `OSError(errno, strerror, filename, winerror, filename2)`.
  private func initializeOSError(_ exception: Unowned<ExceptionObject>) {
    let count = exception.value.arguments.count
    guard count >= 2, count <= 5 else { return }
    for (index, name) in ["errno", "strerror", "filename"].enumerated() where index < count {
      exception.value.setField(name, exception.value.arguments[index].copy())
    }
    if count == 5 { exception.value.setField("filename2", exception.value.arguments[4].copy()) }
    if count > 2 { exception.value.arguments = exception.value.arguments.copies(0..<2) }
  }

  /// `SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset))`.
  private func initializeSyntaxError(_ exception: Unowned<ExceptionObject>) throws(Fault) {
    let count = exception.value.arguments.count
    if count > 0 { exception.value.setField("msg", exception.value.arguments[0].copy()) }
    guard count == 2 else { return }
    let place = try items(exception.value.arguments[1])
    for (index, name) in ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].enumerated()
    where index < place.count {
      exception.value.setField(name, place[index].copy())
    }
  }

  /// `ExceptionGroup(message, exceptions)`.
  private func initializeGroup(_ exception: Unowned<ExceptionObject>) throws(Fault) {
    let count = exception.value.arguments.count
    guard count == 2 else {
      throw Fault(.typeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (\(count) given)")
    }
    let message = exception.value.arguments[0].copy()
    guard message.asString != nil else {
      throw Fault(.typeError, "BaseExceptionGroup.__new__() argument 1 must be str, not \(message.typeName)")
    }
    let given = exception.value.arguments[1].copy()
    guard given.asList != nil || given.asTuple != nil else {
      throw Fault(.typeError, "second argument (exceptions) must be a sequence")
    }
    let members = try items(given)
    if members.isEmpty { throw Fault(.valueError, "second argument (exceptions) must be a non-empty sequence") }
    for index in 0..<members.count {
      guard let member = members[index].asException else {
        throw Fault(.valueError, "Item \(index) of second argument (exceptions) is not an exception")
      }
      if exception.value.kind == .exceptionGroup, !member.value.isKind(.exception) {
        throw Fault(.typeError, "Cannot nest BaseExceptions in an ExceptionGroup")
      }
    }
    exception.value.setField("message", message)
    exception.value.setField("exceptions", .tuple(members.copies()))
  }

  private func initializeUnicodeError(_ exception: Unowned<ExceptionObject>) throws(Fault) {
    let kind = exception.value.kind
    let count = exception.value.arguments.count
    let names = kind.fieldNames
    guard count == names.count else {
      throw Fault(.typeError, "function takes exactly \(names.count) arguments (\(count) given)")
    }
    for (index, name) in names.enumerated() {
      exception.value.setField(name, exception.value.arguments[index].copy())
    }
  }
}

extension ExceptionKind {
  /// The name without its module.
  var shortName: String {
    name.utf8.contains(UInt8(ascii: ".")) ? name.split(separator: ".").last.map(String.init) ?? name : name
  }

  /// The fields that the constructor takes by name.
  var keywordNames: [String] {
    switch self {
    case .importError, .moduleNotFoundError: ["name", "path"]
    case .attributeError: ["name", "obj"]
    case .nameError, .unboundLocalError: ["name"]
    default: []
    }
  }

  /// The class of what a call of this one with these arguments makes: an OSError is of one by its error number, a group
  /// of one by its members.
  fileprivate func made(with arguments: borrowing ValueList) -> ExceptionKind {
    switch self {
    case .osError:
      guard arguments.count >= 2, arguments.count <= 5, let number = arguments[0].asInt else { return self }
      return ExceptionKind.ofSystemError(number)
    case .baseExceptionGroup:
      guard arguments.count == 2 else { return self }
      if let list = arguments[1].asList { return Self.ofGroup(list.value.items) }
      if let tuple = arguments[1].asTuple { return Self.ofGroup(tuple.value.items) }
      return self
    default: return self
    }
  }

  /// A group of exceptions that derive from Exception is an ExceptionGroup.
  private static func ofGroup(_ members: borrowing ValueList) -> ExceptionKind {
    for index in 0..<members.count {
      guard let member = members[index].asException, member.value.isKind(.exception) else { return .baseExceptionGroup }
    }
    return members.isEmpty ? .baseExceptionGroup : .exceptionGroup
  }

  /// The class of OSError that an error number has on Linux.
  static func ofSystemError(_ number: Int) -> ExceptionKind {
    switch number {
    case 1, 13: .permissionError
    case 2: .fileNotFoundError
    case 3: .processLookupError
    case 4: .interruptedError
    case 10: .childProcessError
    case 11, 114, 115: .blockingIOError
    case 17: .fileExistsError
    case 20: .notADirectoryError
    case 21: .isADirectoryError
    case 32, 108: .brokenPipeError
    case 103: .connectionAbortedError
    case 104: .connectionResetError
    case 110: .timeoutError
    case 111: .connectionRefusedError
    default: .osError
    }
  }
}

extension Fault {
  /// An OSError of the class that its number has: `[Errno 2] No such file or directory: 'x'`.
  static func system(_ number: Int, _ text: String, filename: borrowing Value = .nothing) -> Fault {
    var arguments = ValueList(capacity: 2)
    arguments.append(.int(number))
    arguments.append(.string(text))
    let fault = Fault(ExceptionKind.ofSystemError(number), arguments: arguments)
    fault.object?.value.setField("errno", .int(number))
    fault.object?.value.setField("strerror", .string(text))
    fault.object?.value.setField("filename", filename.copy())
    return fault
  }
}
