extension Builtin {
  static let stringMethods: [Builtin] = [
    caseMethod(.upper, "upper", "In upper case.", "'ab'.upper()  # 'AB'", CaseMapping.upper),
    caseMethod(.lower, "lower", "In lower case.", "'AB'.lower()  # 'ab'", CaseMapping.lower),
    caseMethod(
      .capitalized, "capitalize", "The first letter capital, the others small.", "'aB'.capitalize()  # 'Ab'",
      CaseMapping.capitalized),
    caseMethod(.titled, "title", "Each word with a capital letter.", "'a b'.title()  # 'A B'", CaseMapping.titled),
    caseMethod(
      .swapped, "swapcase", "Capital letters small and small ones capital.", "'aB'.swapcase()  # 'Ab'",
      CaseMapping.swapped),
    caseMethod(.lower, "casefold", "In lower case for comparisons.", "'ß'.casefold()  # 'ss'", CaseMapping.folded),
    .stringCenter, .stringJustifyLeft, .stringJustifyRight, .stringZeroFill, .stringExpandTabs, .stringStrip,
    .stringStripLeft, .stringStripRight, .stringRemovePrefix, .stringRemoveSuffix, .stringReplace, .stringFormat,
    .stringFormatMap, .stringTranslate, .stringMakeTable, .stringEncode,
  ]

  private static func caseMethod(
    _ form: AsciiCase, _ name: String, _ documentation: String, _ example: String,
    _ mapping: @escaping (UnicodeText) -> UnicodeText
  ) -> Builtin {
    stringMethod(
      "str.\(name)(self, /)", documentation, example: example,
      leaf: { (_, arguments, count) in caseLeaf(form, arguments, count) }
    ) { (_, text, arguments) throws(Fault) in
      if text.value.isASCII {
        return form.keeps(text.value.bytes) ? arguments[0].copy() : form.mapped(text.value.bytes)
      }
      if let result = CaseMapping.quick(form, text) { return result }
      return .string(mapping(text.value.text))
    }
  }

  /// A method of `str`, with the receiver's text unpacked.
  static func textMethod(
    _ declaration: String, _ documentation: String, example: String,
    body: @escaping (Context, UnicodeText, Registers) throws(Fault) -> Value
  ) -> Builtin {
    method(declaration, documentation, example: example, on: { $0.asString }) {
      (context, string: Unowned<StringObject>, arguments) throws(Fault) in
      try body(context, string.value.text, arguments)
    }
  }

  static let stringCenter = stringMethod(
    "str.center(self, width, fillchar=' ', /)", "Padded on both sides to a width.", example: "'a'.center(3)  # ' a '"
  ) { (context, text, arguments) throws(Fault) in
    let (fill, padding) = try context.padding(text, arguments)
    let left = padding / 2 + (padding & (text.value.count + padding) & 1)
    return text.value.padded(fill, left, padding - left)
  }

  static let stringJustifyLeft = stringMethod(
    "str.ljust(self, width, fillchar=' ', /)", "Padded on the right to a width.", example: "'a'.ljust(3)  # 'a  '"
  ) { (context, text, arguments) throws(Fault) in
    let (fill, padding) = try context.padding(text, arguments)
    return text.value.padded(fill, 0, padding)
  }

  static let stringJustifyRight = stringMethod(
    "str.rjust(self, width, fillchar=' ', /)", "Padded on the left to a width.", example: "'a'.rjust(3)  # '  a'"
  ) { (context, text, arguments) throws(Fault) in
    let (fill, padding) = try context.padding(text, arguments)
    return text.value.padded(fill, padding, 0)
  }

  static let stringZeroFill = stringMethod(
    "str.zfill(self, width, /)", "Padded with zeros behind the sign to a width.", example: "'-7'.zfill(4)  # '-007'"
  ) { (context, text, arguments) throws(Fault) in
    let padding = try context.paddingCount(text, try context.integer(arguments[1]))
    let bytes = text.value.bytes
    let signs = bytes.count > 0 && (bytes[0] == 43 || bytes[0] == 45) ? 1 : 0
    var builder = TextBuilder(capacity: bytes.count &+ padding)
    builder.append(bytes.slice(0, signs))
    builder.append(repeating: 48, count: padding)
    builder.append(bytes.slice(signs, bytes.count))
    return builder.finish()
  }

  static let stringExpandTabs = textMethod(
    "str.expandtabs(self, tabsize=8)", "Tabs as spaces up to the next column.",
    example: "'a\\tb'.expandtabs(4)  # 'a   b'"
  ) { (context, text, arguments) throws(Fault) in
    let size = try context.integer(arguments[1])
    var result: [UInt32] = []
    var column = 0
    for point in text.codePoints {
      if point == 9 {
        let width = size > 0 ? size - column % size : 0
        if width > Context.largestText - result.count { throw Fault(.overflowError, "result too long") }
        result += repeatElement(32, count: width)
        column += width
      } else {
        result.append(point)
        column = point == 10 || point == 13 ? 0 : column + 1
      }
    }
    return .string(UnicodeText(codePoints: result))
  }

  static let stringStrip = stringMethod(
    "str.strip(self, chars=None, /)", "Without white space, or the given characters, at both ends.",
    example: "' a '.strip()  # 'a'",
    leaf: { (_, arguments, count) in stripLeaf(arguments, count, left: true, right: true) }
  ) { (context, text, arguments) throws(Fault) in
    try context.stripped(text, arguments[0], arguments[1], "strip", left: true, right: true)
  }

  static let stringStripLeft = stringMethod(
    "str.lstrip(self, chars=None, /)", "Without white space, or the given characters, at the start.",
    example: "' a '.lstrip()  # 'a '",
    leaf: { (_, arguments, count) in stripLeaf(arguments, count, left: true, right: false) }
  ) { (context, text, arguments) throws(Fault) in
    try context.stripped(text, arguments[0], arguments[1], "lstrip", left: true, right: false)
  }

  static let stringStripRight = stringMethod(
    "str.rstrip(self, chars=None, /)", "Without white space, or the given characters, at the end.",
    example: "' a '.rstrip()  # ' a'",
    leaf: { (_, arguments, count) in stripLeaf(arguments, count, left: false, right: true) }
  ) { (context, text, arguments) throws(Fault) in
    try context.stripped(text, arguments[0], arguments[1], "rstrip", left: false, right: true)
  }

  static let stringRemovePrefix = stringMethod(
    "str.removeprefix(self, prefix, /)", "Without a prefix, where it is there.",
    example: "'abc'.removeprefix('a')  # 'bc'"
  ) { (context, text, arguments) throws(Fault) in
    let part = try context.stringArgument(arguments[1], "removeprefix() argument must be str, not ")
    if !text.value.has(part.value, at: 0) { return arguments[0].copy() }
    return text.value.slice(part.value.count, text.value.count)
  }

  static let stringRemoveSuffix = stringMethod(
    "str.removesuffix(self, suffix, /)", "Without a suffix, where it is there.",
    example: "'abc'.removesuffix('c')  # 'ab'"
  ) { (context, text, arguments) throws(Fault) in
    let part = try context.stringArgument(arguments[1], "removesuffix() argument must be str, not ")
    let end = text.value.count - part.value.count
    return text.value.has(part.value, at: end) ? text.value.slice(0, end) : arguments[0].copy()
  }

  static let stringReplace = stringMethod(
    "str.replace(self, old, new, count=-1, /)", "With every `old` replaced by `new`, or the first `count`.",
    example: "'aa'.replace('a', 'b', 1)  # 'ba'"
  ) { (context, text, arguments) throws(Fault) in
    let old = try context.stringArgument(arguments[1], "replace() argument 1 must be str, not ")
    let new = try context.stringArgument(arguments[2], "replace() argument 2 must be str, not ")
    let most = try context.integer(arguments[3])
    if most < 0, text.value.isASCII, old.value.byteCount == 1, new.value.byteCount == 1,
      old.value.isASCII && new.value.isASCII
    {
      let (bytes, wanted) = (text.value.bytes, old.value.bytes[0])
      if bytes.find(wanted, from: 0) == nil { return arguments[0].copy() }
      var builder = TextBuilder(capacity: bytes.count)
      builder.append(ascii: bytes, replacing: wanted, by: new.value.bytes[0])
      return builder.finish()
    }
    let found = Swift.min(
      text.value.occurrences(of: old.value, from: 0, to: text.value.count), most < 0 ? Int.max : most)
    if found == 0 { return arguments[0].copy() }
    return try context.replaced(text, old, new, found)
  }

  static let stringFormat = Builtin(
    "str.format(self, /, *args, **kwargs)", "The template with its fields replaced by the arguments.",
    example: "'{:.2f}'.format(1.5)  # '1.50'",
    quick: { (context, arguments, count) throws(Fault) in
      guard count > 0, let text = arguments[0].asString else { return nil }
      var items = ValueList(capacity: count - 1)
      for index in 1..<count { items.append(arguments[index].copy()) }
      let positional = Ref(TupleObject(items))
      return try context.quickFormat(text, positional.unowned)
    }
  ) { (context, arguments) throws(Fault) in
    guard let text = arguments[0].asString else { throw wrongReceiver("str.format", arguments[0]) }
    if let positional = arguments.variadic(1), arguments[2].asDictionary.map({ $0.value.table.count == 0 }) ?? true,
      let result = try context.quickFormat(text, positional)
    {
      return result
    }
    if let named = arguments[2].exactDictionary, let result = try context.quickFormat(text, named: named) {
      return result
    }
    return .string(try context.formatTemplate(text.value.bytes.array, arguments[1], arguments[2]))
  }

  static let stringFormatMap = textMethod(
    "str.format_map(self, mapping, /)", "The template with its fields replaced by a dictionary's values.",
    example: "'{a}'.format_map({'a': 1})  # '1'"
  ) { (context, text, arguments) throws(Fault) in
    .string(try context.formatTemplate(text.utf8, .nothing, arguments[1]))
  }

  static let stringEncode = stringMethod(
    "str.encode(self, /, encoding=<no value>, errors=<no value>)", "The bytes of the text in an encoding.",
    example: "'é'.encode()  # b'\\xc3\\xa9'"
  ) { (context, text, arguments) throws(Fault) in
    if !arguments.isGiven(1), !arguments.isGiven(2), text.value.isASCII {
      return .bytes(Ref(BytesObject(text.value.bytes.array)))
    }
    // How to treat errors is looked at where there are some.
    let ignores = text.value.isASCII && arguments[2].asString != nil
    let (encoding, errors) = try context.codec(arguments[1], ignores ? .unbound : arguments[2].copy(), of: "encode")
    return .bytes(try context.encoded(text.value.text, encoding, errors))
  }
}

extension StringObject {
  /// The text with so many fills before and behind it.
  fileprivate borrowing func padded(_ fill: UInt32, _ left: Int, _ right: Int) -> Value {
    var builder = TextBuilder(capacity: byteCount &+ left &+ right)
    builder.append(repeatingPoint: fill, count: left)
    builder.append(bytes)
    builder.append(repeatingPoint: fill, count: right)
    return builder.finish()
  }
}

extension TextBuilder {
  fileprivate mutating func append(repeatingPoint point: UInt32, count: Int) {
    if point < 0x80 { return append(repeating: UInt8(truncatingIfNeeded: point), count: count) }
    for _ in 0..<max(count, 0) { append(codePoint: point) }
  }
}

extension Context {
  /// The longest text, in code points, that a method may make.
  static let largestText = 1 << 28

  /// A text argument; TypeError with the message and the type's name otherwise.
  func textArgument(_ value: borrowing Value, _ message: String) throws(Fault) -> UnicodeText {
    guard let string = value.asString else { throw Fault(.typeError, message + value.typeName) }
    return string.value.text
  }

  fileprivate func paddingCount(_ text: Unowned<StringObject>, _ width: Int) throws(Fault) -> Int {
    if width > Context.largestText { throw Fault(.memoryError, "") }
    return max(width &- text.value.count, 0)
  }

  /// The fill and the number of code points to add: `(self, width, fillchar)`.
  fileprivate func padding(_ text: Unowned<StringObject>, _ arguments: Registers) throws(Fault) -> (UInt32, Int) {
    let width = try integer(arguments[1])
    let fill = try stringArgument(arguments[2], "The fill character must be a unicode character, not ")
    if fill.value.count != 1 { throw Fault(.typeError, "The fill character must be exactly one character long") }
    return (fill.value[0], try paddingCount(text, width))
  }

  fileprivate func stripped(
    _ text: Unowned<StringObject>, _ whole: borrowing Value, _ characters: borrowing Value, _ name: String, left: Bool,
    right: Bool
  ) throws(Fault) -> Value {
    var (start, end) = (0, text.value.count)
    if characters.isNone && text.value.isASCII {
      let bytes = text.value.bytes
      while left && start < end && AsciiTest.isSpace(bytes[start]) { start &+= 1 }
      while right && end > start && AsciiTest.isSpace(bytes[end &- 1]) { end &-= 1 }
    } else if characters.isNone {
      while left && start < end && CharacterClass.isSpace(text.value[start]) { start += 1 }
      while right && end > start && CharacterClass.isSpace(text.value[end - 1]) { end -= 1 }
    } else {
      guard let set = characters.asString else { throw Fault(.typeError, "\(name) arg must be None or str") }
      while left && start < end && set.value.hasCharacter(text.value[start]) { start += 1 }
      while right && end > start && set.value.hasCharacter(text.value[end - 1]) { end -= 1 }
    }
    return start == 0 && end == text.value.count ? whole.copy() : text.value.slice(start, end)
  }

  /// The text with the first `found` places of `old`, of which there are as many, replaced.
  fileprivate func replaced(
    _ text: Unowned<StringObject>, _ old: Unowned<StringObject>, _ new: Unowned<StringObject>, _ found: Int
  ) throws(Fault) -> Value {
    let (growth, overflow) = (new.value.byteCount - old.value.byteCount).multipliedReportingOverflow(by: found)
    if overflow || growth > Context.largestText { throw Fault(.memoryError, "") }
    var builder = TextBuilder(capacity: text.value.byteCount &+ growth)
    // By bytes: where one text stands in another it begins with a whole character.
    let (bytes, part) = (text.value.bytes, old.value.bytes)
    var (place, count) = (0, 0)
    while count < found, let next = bytes.find(part, from: place, to: bytes.count) {
      builder.append(bytes.slice(place, next))
      builder.append(new)
      place = next + part.count
      if part.count == 0 {
        // Between all characters: the next one follows.
        let end = next < bytes.count ? next + bytes.characterLength(next) : next
        builder.append(bytes.slice(next, end))
        place = max(end, next)
        if next == bytes.count { break }
      }
      count += 1
      if count & 0xFFF == 0 { try checkInterrupt() }
    }
    if place < bytes.count { builder.append(bytes.slice(place, bytes.count)) }
    return builder.finish()
  }
}

extension StringObject {
  fileprivate borrowing func hasCharacter(_ point: UInt32) -> Bool {
    for index in 0..<count where self[index] == point { return true }
    return false
  }
}

extension ByteView {
  /// The number of bytes of the character that begins at an index.
  fileprivate func characterLength(_ index: Int) -> Int {
    let lead = self[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return Swift.min(length, count - index)
  }
}
