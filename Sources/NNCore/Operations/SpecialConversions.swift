// What the language asks of instances where it needs a builtin value: truth, length, text, numbers. Nil: the class says
// nothing of it.

extension Context {
  func specialTruth(_ value: borrowing Value) throws(Fault) -> Bool? {
    if let answer = try callSpecial(.boolMethod, of: value) { return try truth(answered: answer) }
    if let length = try specialLength(value) { return length > 0 }
    return nil
  }

  /// The truth that `__bool__` has answered.
  func truth(answered answer: borrowing Value) throws(Fault) -> Bool {
    if let result = answer.asBool { return result }
    throw Fault(.typeError, "__bool__ should return bool, returned \(answer.typeName)")
  }

  func specialLength(_ value: borrowing Value) throws(Fault) -> Int? {
    guard let answer = try callSpecial(.lenMethod, of: value) else { return nil }
    return try length(answered: answer)
  }

  /// The length that `__len__` has answered.
  func length(answered answer: borrowing Value) throws(Fault) -> Int {
    if let length = answer.asInt, length >= 0 { return length }
    let integer = try answeredInteger(answer)
    if integer < 0 { throw Fault(.valueError, "__len__() should return >= 0") }
    return integer
  }

  private func answeredInteger(_ answer: borrowing Value) throws(Fault) -> Int {
    let kept = answer.copy()
    guard
      let length = try Fault.replacing(
        .indexError, with: .overflowError,
        { () throws(Fault) in
          try indexInteger(kept)
        })
    else {
      throw Fault(.typeError, "'\(answer.typeName)' object cannot be interpreted as an integer")
    }
    return length
  }

  /// The integer that `__index__` gives; an instance of a class derived from `int` is its number, whatever it defines.
  func specialIndex(_ value: borrowing Value) throws(Fault) -> Value? {
    if let payload = value.payload, payload.isInteger { return payload }
    guard let answer = try callSpecial(.indexMethod, of: value) else { return nil }
    guard answer.isInteger else {
      throw Fault(.typeError, "__index__ returned non-int (type \(answer.typeName))")
    }
    return answer
  }

  /// The integer that `__int__`, `__index__` or `__trunc__` gives.
  func specialInteger(_ value: borrowing Value) throws(Fault) -> Value? {
    for name in [Symbol.intMethod, .indexMethod, .truncMethod] {
      if name == .indexMethod, let payload = value.payload, payload.isInteger { return payload }
      guard let answer = try callSpecial(name, of: value) else { continue }
      if answer.isInteger { return answer }
      throw Fault(
        .typeError,
        "\(name.name) returned non-\(name == .truncMethod ? "Integral" : "int") "
          + "(type \(answer.typeName))")
    }
    return nil
  }

  /// The float that `__float__` or `__index__` gives.
  func specialFloat(_ value: borrowing Value) throws(Fault) -> Double? {
    guard value.hasSpecialMethods else { return nil }
    if let answer = try callSpecial(.floatMethod, of: value) {
      if let result = answer.floatOperand { return result }
      throw Fault(.typeError, "\(value.typeName).__float__ returned non-float (type \(answer.typeName))")
    }
    guard value.payload == nil, let integer = try specialIndex(value), let number = integer.number else { return nil }
    return try number.double()
  }

  /// The text that `__repr__` or `__str__` gives.
  func specialText(_ name: Symbol, _ value: borrowing Value) throws(Fault) -> [UInt8]? {
    guard let answer = try callSpecial(name, of: value) else { return nil }
    guard let text = answer.asString else {
      throw Fault(.typeError, "\(name.name) returned non-string (type \(answer.typeName))")
    }
    return text.value.text.utf8
  }

  /// The text that `__format__` gives.
  func specialFormat(_ value: borrowing Value, _ specification: [UInt8]) throws(Fault) -> [UInt8]? {
    let text = Value.string(UnicodeText(utf8: specification))
    guard let answer = try callSpecial(.formatMethod, of: value, text) else { return nil }
    guard let result = answer.asString else {
      throw Fault(.typeError, "__format__ must return a str, not \(answer.typeName)")
    }
    return result.value.text.utf8
  }

  /// The hash of an instance.
  func specialHash(_ value: borrowing Value) throws(Fault) -> Int? {
    if let type = value.specialClass, let member = userMember(.hashMethod, in: type), member.value.isNone {
      throw Fault(.typeError, "unhashable type: '\(value.typeName)'")
    }
    guard let answer = try callSpecial(.hashMethod, of: value) else { return nil }
    return try hash(answered: answer)
  }

  /// What `__hash__` has answered, as a hash.
  func hash(answered answer: borrowing Value) throws(Fault) -> Int {
    if let small = answer.asInt { return small == -1 ? -2 : small }
    guard let number = answer.number?.integer else {
      throw Fault(.typeError, "__hash__ method should return an integer")
    }
    if let small = Int(exactly: number) { return small == -1 ? -2 : small }
    return NumberHash.big(number)
  }
}

extension Value {
  /// Whether the value is an `int`, bools included.
  var isInteger: Bool {
    borrowing get {
      switch self {
      case .int: true
      case .bool: true
      case .bigInteger: true
      default: false
      }
    }
  }
}

extension Fault {
  /// Runs `body`; a fault of one kind becomes one of another, with its message.
  static func replacing<T: ~Copyable>(
    _ kind: ExceptionKind, with other: ExceptionKind, _ body: () throws(Fault) -> T
  ) throws(Fault) -> T {
    do throws(Fault) { return try body() } catch {
      throw error.kind == kind ? Fault(other, error.message, hint: error.hint) : error
    }
  }
}
