extension Builtin {
  static let stringTranslate = stringMethod(
    "str.translate(self, table, /)", "Each character replaced by what a table has for its code point; None removes it.",
    example: "'abc'.translate({97: 'x'})  # 'xbc'"
  ) { (context, text, arguments) throws(Fault) in
    if let quick = try context.quickTranslation(of: text, arguments[1]) { return quick }
    var result: [UInt32] = []
    for point in text.value.text.codePoints {
      try context.appendTranslation(of: point, arguments[1], to: &result)
      if result.count > Context.largestText { throw Fault(.memoryError, "") }
    }
    return .string(UnicodeText(codePoints: result))
  }

  static let stringMakeTable = Builtin(
    "str.maketrans(x, y=<no value>, z=<no value>, /)",
    "A table for `translate`: from a dictionary, or from two texts of equal length and one of what to remove.",
    example: "str.maketrans('ab', 'xy')  # {97: 120, 98: 121}"
  ) { (context, arguments) throws(Fault) in
    let table = Ref(DictionaryObject())
    if !arguments.isGiven(1) {
      try context.fillTable(table.unowned, arguments[0])
      return .dictionary(table)
    }
    let to = try context.textArgument(arguments[1], "maketrans() argument 2 must be str, not ")
    let from = try context.textArgument(
      arguments[0], "first maketrans argument must be a string if there is a second argument, not ")
    if from.count != to.count {
      throw Fault(.valueError, "the first two maketrans arguments must have equal length")
    }
    for index in 0..<from.count { try context.set(table.unowned, .int(Int(from[index])), .int(Int(to[index]))) }
    if arguments.isGiven(2) {
      let gone = try context.textArgument(arguments[2], "maketrans() argument 3 must be str, not ")
      for index in 0..<gone.count { try context.set(table.unowned, .int(Int(gone[index])), .nothing) }
    }
    return .dictionary(table)
  }
}

extension Context {
  /// The translation by a dictionary whose values for the text's characters are code points, short texts and None; nil
  /// for all else.
  fileprivate func quickTranslation(
    of text: Unowned<StringObject>, _ table: borrowing Value
  ) throws(Fault) -> Value? {
    guard table.asInstance == nil, let dictionary = table.asDictionary, !dictionary.value.isNamespace else {
      return nil
    }
    var builder = TextBuilder(capacity: text.value.byteCount)
    for index in 0..<text.value.count {
      if index & 0xFFF == 0xFFF { try checkInterrupt() }
      let point = text.value[index]
      guard let entry = try find(dictionary, .int(Int(point))) else {
        builder.append(codePoint: point)
        continue
      }
      if let other = dictionary.value.table.entries[entry].value.asInt {
        guard other >= 0, other < 0xD800 else { return nil }
        builder.append(codePoint: UInt32(other))
      } else if let part = dictionary.value.table.entries[entry].value.asString {
        guard part.value.byteCount < 16 else { return nil }
        builder.append(part)
      } else if !dictionary.value.table.entries[entry].value.isNone {
        return nil
      }
    }
    return builder.finish()
  }

  fileprivate func appendTranslation(
    of point: UInt32, _ table: borrowing Value, to result: inout [UInt32]
  ) throws(Fault) {
    let replacement: Value
    do throws(Fault) { replacement = try item(table, at: .int(Int(point))) } catch {
      guard error.isKind(.lookupError) else { throw error }
      result.append(point)
      return
    }
    if let string = replacement.asString {
      result += string.value.text.codePoints
    } else if let integer = replacement.asInt {
      guard let code = UInt32(exactly: integer), code <= 0x10FFFF else {
        throw Fault(.valueError, "character mapping must be in range(0x110000)")
      }
      result.append(code)
    } else if !replacement.isNone {
      throw Fault(.typeError, "character mapping must return integer, None or str")
    }
  }

  /// A translation table from a dictionary of characters or code points.
  fileprivate func fillTable(_ table: Unowned<DictionaryObject>, _ source: borrowing Value) throws(Fault) {
    guard let dictionary = source.asDictionary else {
      throw Fault(.typeError, "if you give only one argument to maketrans it must be a dict")
    }
    var entry = 0
    while entry < dictionary.value.table.entries.count {
      let key = dictionary.value.table.entries[entry].key.copy()
      let value = dictionary.value.table.entries[entry].value.copy()
      entry += 1
      if key.isUnbound { continue }
      if let string = key.asString {
        if string.value.text.count != 1 {
          throw Fault(.valueError, "string keys in translate table must be of length 1")
        }
        try set(table, .int(Int(string.value.text[0])), value)
      } else if key.asInt != nil {
        try set(table, key, value)
      } else {
        throw Fault(.typeError, "keys in translate table must be strings or integers")
      }
    }
  }
}
