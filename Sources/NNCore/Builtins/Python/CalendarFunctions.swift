extension Builtin {
  /// The functions of `time` that know the calendar.
  static let calendarFunctions: [Builtin] = [
    Builtin(
      "_datetime.to_ordinal(year, month, day, /)", "The number of a day, where 1 is the first day of year 1.",
      example: "import _datetime; _datetime.to_ordinal(2024, 2, 29)  # 738945",
      leaf: { (_, arguments, count) in
        guard count == 3, let year = arguments[0].asInt, let month = arguments[1].asInt, let day = arguments[2].asInt
        else { return nil }
        return Gregorian.ordinal(year, month, day).map { .int($0) }
      }
    ) { (context, arguments) throws(Fault) in
      let ordinal = Gregorian.ordinal(
        try context.integer(arguments[0]), try context.integer(arguments[1]), try context.integer(arguments[2]))
      guard let ordinal else { throw Fault(.valueError, "day is out of range for month") }
      return .int(ordinal)
    },
    Builtin(
      "_datetime.from_ordinal(n, /)", "Year, month and day of a number of days.",
      example: "import _datetime; _datetime.from_ordinal(738945)  # (2024, 2, 29)"
    ) { (context, arguments) throws(Fault) in
      guard let date = Gregorian.date(try context.integer(arguments[0])) else {
        throw Fault(.valueError, "year is out of range")
      }
      var parts = ValueList(capacity: 3)
      parts.append(.int(date.year))
      parts.append(.int(date.month))
      parts.append(.int(date.day))
      return .tuple(parts)
    },
    moment("localtime", "The local moment of so many seconds after 1970 began, by default now.", isLocal: true),
    moment("gmtime", "The same moment in Greenwich.", isLocal: false),
    Builtin("time.mktime(tuple, /)", "The seconds since 1970 of a local moment.") {
      (context, arguments) throws(Fault) in
      guard let seconds = try context.calendarTime(arguments[0]).seconds else {
        throw Fault(.overflowError, "mktime argument out of range")
      }
      return .float(Double(seconds))
    },
    Builtin(
      "time.strftime(format, t=None, /)", "A moment, by default now, as a format says.",
      example: "time.strftime('%Y-%m-%d', (2024, 2, 29, 0, 0, 0, 3, 60, 0))  # '2024-02-29'"
    ) { (context, arguments) throws(Fault) in
      guard let format = arguments[0].asString?.value.text.string else {
        throw Fault(.typeError, "strftime() argument 1 must be str, not \(arguments[0].typeName)")
      }
      if format.utf8.contains(0) { throw Fault(.valueError, "embedded null character") }
      if format.utf8.count > 1 << 16 { throw Fault(.memoryError, "") }
      let time = arguments[1].isNone ? try context.now(isLocal: true) : try context.calendarTime(arguments[1])
      return .string(time.text(format))
    },
    Builtin("time.strptime(data_string, format='%a %b %d %H:%M:%S %Y', /)", "The moment that a text names.") {
      (context, arguments) throws(Fault) in
      guard let machine = context as? Machine else { return .nothing }
      let module = try machine.importModule("_structures")
      var given = ValueList(capacity: 2)
      given.append(arguments[0].copy())
      given.append(arguments[1].copy())
      return try context.call(try context.attribute(module, Symbol("strptime")), given)
    },
    Builtin(
      "time.asctime(t=None, /)", "A moment, by default now, as `Thu Feb 29 00:00:00 2024`.",
      example: "time.asctime((2024, 2, 29, 0, 0, 0, 3, 60, 0))  # 'Thu Feb 29 00:00:00 2024'"
    ) { (context, arguments) throws(Fault) in
      let time = arguments[0].isNone ? try context.now(isLocal: true) : try context.calendarTime(arguments[0])
      return .string(context.clockText(time))
    },
    Builtin("time.ctime(secs=None, /)", "The local moment of so many seconds after 1970 began, as `asctime` has it.") {
      (context, arguments) throws(Fault) in
      .string(context.clockText(try context.moment(arguments[0], isLocal: true)))
    },
  ]

  private static func moment(_ name: String, _ documentation: String, isLocal: Bool) -> Builtin {
    Builtin("time.\(name)(secs=None, /)", documentation) { (context, arguments) throws(Fault) in
      try context.structure(try context.moment(arguments[0], isLocal: isLocal))
    }
  }

  /// `time.tzname`, `timezone`, `altzone` and `daylight`, made when they are asked for.
  static func zoneMember(_ name: String) -> Value {
    let zone = CalendarTime.zoneNames
    switch name {
    case "tzname": return .tuple(.string(zone.standard), .string(zone.summer))
    case "timezone": return .int(zone.standardWest)
    case "altzone": return .int(zone.summerWest)
    default: return .int(zone.hasSummer ? 1 : 0)
    }
  }
}

extension Context {
  fileprivate func now(isLocal: Bool) throws(Fault) -> CalendarTime {
    guard let time = CalendarTime(CLibrary.now.seconds, isLocal: isLocal) else {
      throw Fault(.overflowError, "timestamp out of range for platform time_t")
    }
    return time
  }

  /// The moment that a number of seconds names; now where there is none.
  fileprivate func moment(_ value: borrowing Value, isLocal: Bool) throws(Fault) -> CalendarTime {
    if value.isNone { return try now(isLocal: isLocal) }
    let seconds = try real(value) { .type("'\($0)' object cannot be interpreted as an integer") }
    if seconds.isNaN { throw Fault(.valueError, "Invalid value NaN (not a number)") }
    guard let whole = Int(exactly: seconds.rounded(.down)) else {
      throw Fault(.overflowError, "timestamp out of range for platform time_t")
    }
    guard let time = CalendarTime(whole, isLocal: isLocal) else {
      throw Fault.system(75, "Value too large for defined data type")
    }
    return time
  }

  /// A moment from a tuple of nine numbers.
  fileprivate func calendarTime(_ value: borrowing Value) throws(Fault) -> CalendarTime {
    let message = "Tuple or struct_time argument required"
    let items: ValueList
    if let tuple = value.asTuple {
      items = tuple.value.items.copies()
    } else if value.asInstance != nil {
      items = try self.items(value)
    } else {
      throw Fault(.typeError, message)
    }
    guard items.count == 9 else { throw Fault(.typeError, "time tuple must have exactly 9 elements") }
    var fields: [Int] = []
    for index in 0..<9 { fields.append(try integer(items[index])) }
    let bounds: [(ClosedRange<Int>, String)] = [
      (0...12, "month"), (0...31, "day of month"), (0...23, "hour"), (0...59, "minute"), (0...61, "seconds"),
      (-1...6, "day of week"), (0...366, "day of year"),
    ]
    for (place, (range, name)) in bounds.enumerated() where !range.contains(fields[place + 1]) {
      throw Fault(.valueError, "\(name) out of range")
    }
    for place in [1, 2, 7] where fields[place] == 0 { fields[place] = 1 }
    return CalendarTime(fields: fields)
  }

  fileprivate func clockText(_ time: CalendarTime) -> String {
    let day = time.fields[2]
    return time.text("%a %b ") + (day < 10 ? " " : "") + String(day) + time.text(" %H:%M:%S ") + String(time.fields[0])
  }

  /// The moment as a `struct_time`.
  fileprivate func structure(_ time: CalendarTime) throws(Fault) -> Value {
    var items = ValueList(capacity: 11)
    for field in time.fields { items.append(.int(field)) }
    items.append(.string(time.zone))
    items.append(.int(time.offset))
    return try structure("struct_time", .tuple(items))
  }
}
