extension Builtin {
  /// The native part of `json`: plain values, and texts without faults. All else is done in the language.
  static let jsonModule: [Builtin] = [
    Builtin(
      "_json.encode(o, ascii, sort, indent, item_separator, key_separator, /)",
      "The JSON text of plain values; None where there are others.",
      example: "import json; json.dumps([1, None, 'a'])  # '[1, null, \"a\"]'"
    ) { (context, arguments) throws(Fault) in
      guard arguments[4].exactString != nil, arguments[5].exactString != nil,
        arguments[3].isNone || arguments[3].exactString != nil
      else { return .nothing }
      var writer = JsonWriter(
        isASCII: try context.truth(arguments[1]), sortsKeys: try context.truth(arguments[2]),
        indent: arguments[3].copy(), itemSeparator: arguments[4].copy(), keySeparator: arguments[5].copy())
      let isDone = try writer.append(arguments[0], context)
      let text = writer.finish()
      if isDone { return text }
      return .nothing
    },
    Builtin(
      "_json.decode(s, /)", "The value of a JSON text; NotImplemented where something is wrong with it.",
      example: "import json; json.loads('[1, null]')  # [1, None]"
    ) { (context, arguments) throws(Fault) in
      let text = arguments[0].copy()
      guard let string = text.asString else { return .special(.notImplemented) }
      var reader = JsonReader(string.value.bytes, context)
      guard let value = try reader.whole() else { return .special(.notImplemented) }
      return value
    },
  ]
}
