import NNIntegers

extension Builtin {
  static let sequenceMethods: [Builtin] = [
    position("list"), position("tuple"), position("range"), count("list"), count("tuple"), count("range"),
    .rangeStart, .rangeStop, .rangeStep, .sliceIndices,
    slicePart("start", "Where it begins.") { $0.value.start.copy() },
    slicePart("stop", "Where it ends.") { $0.value.stop.copy() },
    slicePart("step", "The distance of two indices.") { $0.value.step.copy() },
  ]

  private static func slicePart(
    _ name: String, _ documentation: String, _ body: @escaping (Unowned<SliceObject>) -> Value
  ) -> Builtin {
    method("slice.\(name)", documentation, on: { $0.asSlice }) { (_, slice, _) throws(Fault) in body(slice) }
  }

  private static func position(_ type: String) -> Builtin {
    Builtin(
      type == "range"
        ? "range.index(self, value, /)" : "\(type).index(self, value, start=<no value>, stop=<no value>, /)",
      "The first index of a value; ValueError where there is none.", example: "\(type)([1, 2]).index(2)  # 1"
    ) { (context, arguments) throws(Fault) in
      if !arguments.isGiven(2), let place = arguments[0].plainPosition(of: arguments[1]) { return .int(place) }
      try context.checkReceiver(arguments[0], type, "index")
      if let place = context.widePosition(of: arguments[1], in: arguments[0]) { return .integer(place) }
      let count = type == "range" ? Int.max : try context.length(arguments[0])
      let (start, end) = type == "range" ? (0, count) : try context.range(of: count, arguments[2], arguments[3])
      if let place = try context.position(of: arguments[1], in: arguments[0], start, end) { return .int(place) }
      let shown = type == "tuple" ? "" : try context.repr(arguments[1])
      throw Fault(
        .valueError,
        type == "list"
          ? "\(shown) is not in list" : type == "tuple" ? "tuple.index(x): x not in tuple" : "\(shown) is not in range")
    }
  }

  private static func count(_ type: String) -> Builtin {
    Builtin(
      "\(type).count(self, value, /)", "How many items are equal to a value.", example: "\(type)([1, 2]).count(2)  # 1"
    ) { (context, arguments) throws(Fault) in
      try context.checkReceiver(arguments[0], type, "count")
      if arguments[0].asRange != nil && arguments[1].number != nil {
        return .int(try context.contains(arguments[0], arguments[1]) ? 1 : 0)
      }
      var count = 0
      if arguments[0].plainCount != nil, let wanted = arguments[1].asInt,
        let items = arguments[0].asList?.value.items.registers ?? arguments[0].asTuple?.value.items.registers
      {
        var (index, size) = (0, arguments[0].plainCount ?? 0)
        while index < size, let item = items[index].asInt {
          if item == wanted { count += 1 }
          index += 1
        }
        if index == size { return .int(count) }
        (count, size) = (0, 0)
      }
      try context.forEach(arguments[0]) { (item) throws(Fault) in
        if try context.sameOrEqual(item, arguments[1]) { count += 1 }
        return true
      }
      return .int(count)
    }
  }

  static let rangeStart = method("range.start", "The first number.", on: { $0.asRange }) {
    (_, range, _) throws(Fault) in
    range.value.startValue
  }
  static let rangeStop = method("range.stop", "The end, which does not belong to it.", on: { $0.asRange }) {
    (_, range, _) throws(Fault) in
    range.value.stopValue
  }
  static let rangeStep = method("range.step", "The distance of two numbers.", on: { $0.asRange }) {
    (_, range, _) throws(Fault) in
    range.value.stepValue
  }

  static let sliceIndices = Builtin(
    "slice.indices(self, len, /)", "Start, stop and step for a sequence of that length.",
    example: "slice(-2, None).indices(5)  # (3, 5, 1)"
  ) { (context, arguments) throws(Fault) in
    let length = try context.wideInteger(arguments[1])
    if length.isNegative { throw Fault(.valueError, "length should not be negative") }
    guard let slice = arguments[0].asSlice else { return .nothing }
    let (start, stop, step) = try context.bounds(of: slice, length)
    var items = ValueList(capacity: 3)
    items.append(.integer(start))
    items.append(.integer(stop))
    items.append(.integer(step))
    return .tuple(items)
  }
}

extension Value {
  /// The first place of a small integer or a string in a list or tuple whose items before it are of such types too; nil
  /// where it is not there, or where finding it takes more.
  fileprivate borrowing func plainPosition(of value: borrowing Value) -> Int? {
    guard plainCount != nil, let items = asList?.value.items.registers ?? asTuple?.value.items.registers else {
      return nil
    }
    let count = plainCount ?? 0
    for index in 0..<count {
      if let wanted = value.asInt {
        guard let item = items[index].asInt else { return nil }
        if item == wanted { return index }
      } else {
        guard let wanted = value.asString, let item = items[index].asString else { return nil }
        if item == wanted || item.value.isEqual(to: wanted.value) { return index }
      }
    }
    return nil
  }
}

extension Context {
  fileprivate func checkReceiver(_ value: borrowing Value, _ type: String, _ name: String) throws(Fault) {
    if value.typeName != type {
      throw Fault(
        .typeError, "descriptor '\(name)' for '\(type)' objects doesn't apply to a '\(value.typeName)' object")
    }
  }

  /// Where a number stands in a wide range; nil where it is no element, and for anything else.
  fileprivate func widePosition(of value: borrowing Value, in sequence: borrowing Value) -> BigInteger? {
    guard let wide = sequence.asRange?.value.wide, let number = value.number?.exactInteger else { return nil }
    return wide.index(of: number)
  }

  fileprivate func position(
    of value: borrowing Value, in sequence: borrowing Value, _ start: Int, _ end: Int
  ) throws(Fault) -> Int? {
    if let range = sequence.asRange, let number = value.number {
      if range.value.wide != nil { return nil }
      guard let wanted = number.exactInt, range.value.contains(wanted) else { return nil }
      let distance = UInt(bitPattern: wanted) &- UInt(bitPattern: range.value.start)
      let steps =
        range.value.step > 0 ? distance / range.value.step.magnitude : (0 &- distance) / range.value.step.magnitude
      return Int(clamping: steps)
    }
    var index = start
    while index < end, let item = try item(sequence, index) {
      if try sameOrEqual(item, value) { return index }
      index += 1
      if index & 0xFFF == 0 { try checkInterrupt() }
    }
    return nil
  }
}
