extension Builtin {
  static let pythonFunctions: [Builtin] = [.print, .len, .range]

  static let print = Builtin(
    "print(*args, sep=' ', end='\\n', file=None, flush=False)",
    "Writes the values, separated by `sep` and followed by `end`, to standard output.",
    example: "print(1, 2, sep=', ')  # 1, 2"
  ) { (context, arguments) throws(Fault) in
    var text: [UInt8] = []
    let separator = arguments[1].isNone ? [32] : try context.string(arguments[1], of: "print").utf8
    if let values = arguments.variadic(0) {
      for index in 0..<values.value.items.count {
        if index > 0 { text += separator }
        text += try context.text(values.value.items[index])
      }
    }
    text += arguments[2].isNone ? [10] : try context.string(arguments[2], of: "print").utf8
    try context.output.write(text)
    return .nothing
  }

  static let len = Builtin("len(obj, /)", "Number of items of a container.", example: "len([1, 2])  # 2") {
    (context, arguments) throws(Fault) in
    .int(try context.length(arguments[0]))
  }

  static let range = Builtin(
    "range(start, stop=None, step=1, /)", "The integers from `start` to before `stop`.",
    example: "list(range(2, 8, 3))  # [2, 5]", constructs: .range
  ) { (context, arguments) throws(Fault) in
    let first = try context.integer(arguments[0])
    let step = try context.integer(arguments[2])
    if step == 0 { throw Fault(.valueError, "range() arg 3 must not be zero") }
    guard let stop = try context.optionalInteger(arguments[1]) else { return .range(Ref(RangeObject(0, first, step))) }
    return .range(Ref(RangeObject(first, stop, step)))
  }
}
