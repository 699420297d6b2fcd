import NNIntegers
import NNSyntax

extension Context {
  /// `repr(value)`.
  func repr(_ value: borrowing Value) throws(Fault) -> String {
    var text: [UInt8] = []
    try appendRepr(value, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// `str(value)` where that is at hand: of strings and small integers.
  func quickText(_ value: borrowing Value) -> Value? {
    if value.asString != nil, value.payload == nil { return value.copy() }
    if let float = value.asFloat, NumberText.isPlain(float) { return .string(float.description) }
    guard let integer = value.asInt else { return nil }
    return .decimal(integer)
  }

  /// The longest string, in bytes.
  static let largestString = 1 << 31

  /// `str(value)` as UTF-8.
  func text(_ value: borrowing Value) throws(Fault) -> [UInt8] {
    switch value {
    case .string(let r): return r.value.bytes.array
    case .instance(let r):
      if let text = try specialText(.strMethod, value) { return text }
      // A class that extends str has its text, whatever its repr is.
      if r.value.payload.asString != nil { return try text(r.value.payload) }
      if let array = r.value.payload.asArray, try specialMethod(.reprMethod, of: value) == nil {
        return try arrayText(array, isRepr: false)
      }
      if let text = try specialText(.reprMethod, value) { return text }
      return Array(try repr(value).utf8)
    case .native:
      if let text = try specialText(.strMethod, value) { return text }
      return Array(try repr(value).utf8)
    case .number(let scalar): return scalar.element.text
    case .wide(let r):
      if let record = value.asRecord { return try recordText(record.value, isRepr: false) }
      return r.value.element.text
    case .array(let r): return try guardedArrayText(r.unowned, r.object, isRepr: false)
    case .dtype(let dtype): return Array(dtype.plainText.utf8)
    case .exception(let r):
      if r.value.type.asClassObject != nil, let text = try callSpecial(.strMethod, of: value) {
        return try stringAnswer(text, "__str__")
      }
      return try exceptionText(r.unowned)
    default:
      var text: [UInt8] = []
      try appendRepr(value, to: &text)
      return text
    }
  }

  /// Appends `str(value)`.
  func appendText(_ value: borrowing Value, to text: inout [UInt8]) throws(Fault) {
    if value.asInstance == nil, let string = value.asString {
      string.value.bytes.append(to: &text)
    } else {
      text += try self.text(value)
    }
  }

  func appendRepr(_ value: borrowing Value, to text: inout [UInt8]) throws(Fault) {
    switch value {
    case .special(let special): text += special.text.utf8
    case .bool(let value): text += (value ? "True" : "False").utf8
    case .int(let value): text += String(value).utf8
    case .float(let value): NumberText.appendRepr(value, to: &text)
    case .number(let scalar): text += scalar.element.representation
    case .wide(let r):
      if let record = value.asRecord {
        text += try recordText(record.value, isRepr: true)
      } else {
        text += r.value.element.representation
      }
    case .dtype(let dtype): text += dtype.text.utf8
    case .type(let type): text += type.representation.utf8
    case .string(let r):
      if !r.value.bytes.appendPlainRepr(to: &text) { text += StringText.repr(r.value.bytes.array) }
    case .bigInteger(let r): text += try Context.digits(r.value.value)
    case .slice(let r):
      text += "slice(".utf8
      try appendRepr(r.value.start, to: &text)
      text += ", ".utf8
      try appendRepr(r.value.stop, to: &text)
      text += ", ".utf8
      try appendRepr(r.value.step, to: &text)
      text += ")".utf8
    case .range(let r):
      text += "range(".utf8
      try appendRepr(r.value.startValue, to: &text)
      text += ", ".utf8
      try appendRepr(r.value.stopValue, to: &text)
      if r.value.wide.map({ $0.step != 1 }) ?? (r.value.step != 1) {
        text += ", ".utf8
        try appendRepr(r.value.stepValue, to: &text)
      }
      text += ")".utf8
    case .array(let r): text += try guardedArrayText(r.unowned, r.object, isRepr: true)
    case .builtin(let r): text += r.value.builtin.representation.utf8
    case .code(let r): text += "<code object \(r.value.name)>".utf8
    case .tuple(let r):
      let closing = r.value.items.count == 1 ? ",)" : ")"
      try appendItems(r.value.items, r.object, ("(", closing, "(...)"), to: &text)
    case .list(let r): try appendItems(r.value.items, r.object, ("[", "]", "[...]"), to: &text)
    case .dictionary(let r): try appendDictionary(r.unowned, r.object, to: &text)
    case .bytes(let r): text += bytesRepr(r.unowned)
    case .complex(let r): r.value.number.appendText(to: &text)
    case .set(let r): try appendSet(r.unowned, r.object, to: &text)
    case .view(let r):
      text += "\(r.value.isOrdered ? "o" : "")dict_\(r.value.mode.rawValue)(".utf8
      let items = try self.items(value)
      try appendItems(items, r.object, ("[", "]", "[...]"), to: &text)
      text += ")".utf8
    case .iterator(let r): text += "<\(r.value.iteratorKind.rawValue) object at \(r.object.shownAddress)>".utf8
    case .function(let r): text += "<function \(r.value.shownName) at \(r.object.shownAddress)>".utf8
    case .cell(let r):
      let content = r.value.content.copy()
      if content.isUnbound {
        text += "<object object at \(r.object.shownAddress)>".utf8
      } else {
        let object = content.object?.shownAddress ?? "0x7f0000000000"
        text += "<cell at \(r.object.shownAddress): \(content.typeName) object at \(object)>".utf8
      }
    case .boundMethod(let r):
      let name = try r.value.function.callableName
      if let function = r.value.function.asFunction {
        let receiver = r.value.receiver.copy()
        text += "<bound method \(function.value.shownName) of \(try repr(receiver))>".utf8
      } else {
        let address = r.value.receiver.object?.shownAddress ?? "0x7f0000000000"
        let kind = value.builtinType == .methodWrapper ? "method-wrapper '\(name)'" : "built-in method \(name)"
        text += "<\(kind) of \(r.value.receiver.typeName) object at \(address)>".utf8
      }
    case .classObject(let r):
      if let own = try specialText(.reprMethod, value) { return text += own }
      text += "<class '\(r.value.fullName)'>".utf8
    case .instance(let r):
      if let own = try specialText(.reprMethod, value) { return text += own }
      if !r.value.payload.isUnbound { return try appendPayloadRepr(r.unowned, to: &text) }
      text += "<\(r.value.type.value.fullName) object at \(r.object.shownAddress)>".utf8
    case .superObject(let r):
      let receiver = r.value.receiver.specialClass?.value.name.name ?? r.value.receiver.typeName
      text += "<super: <class '\(r.value.type.className)'>, <\(receiver) object>>".utf8
    case .module(let r):
      let name = r.value.text(of: .nameName) ?? r.value.name
      let origin = r.value.text(of: .fileName).map {
        " from " + String(decoding: StringText.repr(Array($0.utf8)), as: UTF8.self)
      }
      let kind = r.value.value(of: .pathName) == nil ? "built-in" : "namespace"
      text += "<module '\(name)'\(origin ?? " (\(kind))")>".utf8
    case .generator(let r):
      text += "<generator object ".utf8
      text += r.value.shownQualifiedName.asString?.value.text.utf8 ?? []
      text += " at 0x\(String(r.object.address, radix: 16))>".utf8
    case .exception(let r):
      if r.value.type.asClassObject != nil, let own = try callSpecial(.reprMethod, of: value) {
        text += try stringAnswer(own, "__repr__")
        return
      }
      try appendExceptionRepr(r.unowned, to: &text)
    case .descriptor(let r) where r.value.mode == .member:
      let name = r.value.getter.asString?.value.text.string ?? ""
      let owner = r.value.setter.asString?.value.text.string ?? ""
      text += "<member '\(name)' of '\(owner)' objects>".utf8
    default:
      if let own = try specialText(.reprMethod, value) { return text += own }
      if let union = value.asUnion { return text += try unionText(union).utf8 }
      text += "<\(value.typeName) object at \(value.object?.shownAddress ?? "0x7f0000000000")>".utf8
    }
  }

  /// `ValueError('bad')`, as long as no class of the program defines it otherwise.
  func appendExceptionRepr(_ exception: Unowned<ExceptionObject>, to text: inout [UInt8]) throws(Fault) {
    text += exception.value.className.utf8
    let value = Value.exception(exception.owned())
    guard let object = value.object else { return }
    let arguments = exception.value.arguments.copies()
    try appendItems(arguments, object, ("(", ")", "(...)"), to: &text)
  }

  /// The text that a special method gave. TypeError for anything else.
  private func stringAnswer(_ value: borrowing Value, _ method: String) throws(Fault) -> [UInt8] {
    guard let string = value.asString else {
      throw Fault(.typeError, "\(method) returned non-string (type \(value.typeName))")
    }
    return string.value.text.utf8
  }

  /// The text of an instance that extends a builtin value: mostly that one's, some name the class.
  private func appendPayloadRepr(
    _ instance: Unowned<InstanceObject>, to text: inout [UInt8]
  ) throws(Fault) {
    let payload = instance.value.payload.copy()
    let own = try repr(payload)
    let base = payload.builtinType
    if base == .array, own.hasPrefix("array(") {
      let name = instance.value.type.value.name.name
      let lines = own.dropFirst(5).split(separator: "\n", omittingEmptySubsequences: false)
      let gap = String(repeating: " ", count: Swift.max(name.utf8.count - 5, 0))
      for (index, line) in lines.enumerated() {
        if index > 0 { text += "\n".utf8 }
        if index == 0 { text += name.utf8 } else if !line.isEmpty { text += gap.utf8 }
        text += (index > 0 ? line.dropFirst(Swift.max(5 - name.utf8.count, 0)) : line).utf8
      }
      return
    }
    let namesItsClass = base == .set || base == .frozenset || base == .bytearray
    guard namesItsClass || base.isNative else { return text += own.utf8 }
    let name = instance.value.type.value.name.name
    if own.hasPrefix("{") { return text += "\(name)(\(own))".utf8 }
    guard own.hasPrefix(base.shortName + "("), namesItsClass || !own.hasPrefix("<") else {
      return text += own.utf8
    }
    text += (name + own.dropFirst(base.shortName.count)).utf8
  }

  /// The items of a container between brackets; `inside` where the container stands in itself.
  private func appendItems(
    _ items: borrowing ValueList, _ object: ObjectPointer, _ marks: (open: String, close: String, inside: String),
    to text: inout [UInt8]
  ) throws(Fault) {
    if openReprs.contains(object.address) {
      text += marks.inside.utf8
      return
    }
    try enterRepr(object)
    defer { openReprs.removeLast() }
    text += marks.open.utf8
    for index in 0..<items.count {
      if index > 0 { text += ", ".utf8 }
      try appendRepr(items[index], to: &text)
    }
    text += marks.close.utf8
  }

  private func appendSet(
    _ set: Unowned<SetObject>, _ object: ObjectPointer, to text: inout [UInt8]
  ) throws(Fault) {
    let isFrozen = set.value.isFrozen
    if set.value.table.count == 0 {
      text += (isFrozen ? "frozenset()" : "set()").utf8
      return
    }
    let items = try self.items(.set(set.owned()))
    let marks = isFrozen ? ("frozenset({", "})", "frozenset(...)") : ("{", "}", "set(...)")
    try appendItems(items, object, marks, to: &text)
  }

  private func enterRepr(_ object: ObjectPointer) throws(Fault) {
    if openReprs.count >= Context.deepestNesting {
      throw Fault(.recursionError, "maximum recursion depth exceeded while getting the repr of an object")
    }
    openReprs.append(object.address)
  }

  /// The text of an array, which may hold itself among its objects.
  private func guardedArrayText(
    _ array: Unowned<NDArray>, _ object: ObjectPointer, isRepr: Bool
  ) throws(Fault) -> [UInt8] {
    if array.value.type.isNumber { return try arrayText(array, isRepr: isRepr) }
    if openReprs.contains(object.address) { return Array("array(..., dtype=object)".utf8) }
    try enterRepr(object)
    defer { openReprs.removeLast() }
    return try arrayText(array, isRepr: isRepr)
  }

  private func appendDictionary(
    _ dictionary: Unowned<DictionaryObject>, _ object: ObjectPointer, to text: inout [UInt8]
  ) throws(Fault) {
    if dictionary.value.isNamespace { try refresh(dictionary) }
    if openReprs.contains(object.address) {
      text += "{...}".utf8
      return
    }
    try enterRepr(object)
    defer { openReprs.removeLast() }
    text += "{".utf8
    var isFirst = true
    for index in 0..<dictionary.value.table.entries.count {
      if dictionary.value.table.entries[index].key.isUnbound { continue }
      if !isFirst { text += ", ".utf8 }
      isFirst = false
      try appendRepr(dictionary.value.table.entries[index].key, to: &text)
      text += ": ".utf8
      try appendRepr(dictionary.value.table.entries[index].value, to: &text)
    }
    text += "}".utf8
  }

  /// The decimal digits of an integer. ValueError beyond CPython's limit of 4300 digits.
  static func digits(_ value: BigInteger) throws(Fault) -> [UInt8] {
    try Fault.formatting { () throws(FormatError) in try IntegerText.decimal(value) }
  }
}

extension ObjectPointer {
  /// The address as CPython writes it.
  var shownAddress: String { "0x" + String(shownNumber, radix: 16) }

  /// The address as a number: always of twelve hexadecimal digits.
  var shownNumber: Int { address < 1 << 44 ? address | 0x7f00_0000_0000 : address }
}

extension Function {
  /// The qualified name.
  var shownName: String {
    borrowing get {
      extras?.qualifiedName.asString?.value.text.string ?? code.value.qualifiedName
    }
  }
}

extension ClassObject {
  /// The name with its module, which is left out for builtins.
  var fullName: String {
    borrowing get {
      guard let position = members.position(of: .moduleName), let module = members.values[position].asString,
        module.value.text.string != "builtins"
      else { return qualifiedName }
      return "\(module.value.text.string).\(qualifiedName)"
    }
  }
}

extension Special {
  var text: String {
    switch self {
    case .none, .unbound: "None"
    case .ellipsis: "Ellipsis"
    case .notImplemented: "NotImplemented"
    }
  }
}

extension Builtin {
  /// `repr` of the builtin: `<method 'upper' of 'str' objects>`.
  fileprivate var representation: String {
    switch type {
    case .methodDescriptor: "<method '\(name)' of '\(owner)' objects>"
    case .wrapperDescriptor: "<slot wrapper '\(name)' of '\(owner)' objects>"
    case .attributeDescriptor: "<attribute '\(name)' of '\(owner)' objects>"
    case .ufunc: "<ufunc '\(name)'>"
    default: isTypeMember ? "<built-in method \(name) of type object>" : "<built-in function \(name)>"
    }
  }
}

extension BuiltinType {
  /// `repr` of the type: `<class 'int'>`.
  var representation: String { "<class '\(name)'>" }
}

extension NumPyScalar {
  /// `str` of the scalar.
  var text: [UInt8] {
    switch type {
    case .bool: Array((asBool ? "True" : "False").utf8)
    case .uint64: Array(String(bits).utf8)
    case .float16: NumberText.scalarText(asHalf)
    case .float32: NumberText.scalarText(asFloat)
    case .float64: NumberText.scalarText(Double(bitPattern: bits))
    case .complex64: NumberText.complexText(real: asFloat, imaginary: Float(imaginary))
    case .complex128: NumberText.complexText(real: asDouble, imaginary: imaginary)
    case .object, .text, .bytes, .record: []
    default: Array(String(asInt).utf8)
    }
  }

  /// `repr` of the scalar: `np.float64(1.5)`.
  var representation: [UInt8] {
    switch type {
    case .bool: ScalarText.repr(asBool)
    case .uint64: ScalarText.repr(bits, dtype: dtype.name)
    case .float16: ScalarText.repr(asHalf, dtype: dtype.name)
    case .float32: ScalarText.repr(asFloat, dtype: dtype.name)
    case .float64: ScalarText.repr(Double(bitPattern: bits), dtype: dtype.name)
    case .complex64: ScalarText.repr(real: asFloat, imaginary: Float(imaginary), dtype: dtype.name)
    case .complex128: ScalarText.repr(real: asDouble, imaginary: imaginary, dtype: dtype.name)
    case .object, .text, .bytes, .record: []
    default: ScalarText.repr(asInt, dtype: dtype.name)
    }
  }

  /// Python's hash: that of the number.
  var hash: Int {
    switch type {
    case .bool: asBool ? 1 : 0
    case .uint64: NumberHash.big(BigInteger(bits))
    // A scalar that is nan is another object than the Python number, and so has another hash.
    case .float16, .float32, .float64: NumberHash.float(asDouble) ^ (asDouble.isNaN ? 0x5C1A_1A50 : 0)
    case .complex64, .complex128:
      NumberHash.complex(ComplexNumber(asDouble, imaginary))
        ^ (asDouble.isNaN || imaginary.isNaN ? 0x5C1A_1A50 : 0)
    default: NumberHash.int(asInt)
    }
  }
}

extension Value {
  /// The name of a function of any kind.
  var callableName: String {
    borrowing get throws(Fault) {
      switch self {
      case .function(let r): r.value.code.value.name
      case .builtin(let r): r.value.builtin.name
      case .boundMethod(let r): try r.value.function.callableName
      case .type(let type): type.name
      default: typeName
      }
    }
  }
}
