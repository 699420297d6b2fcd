/// How fields stand in a line: the options of a dialect of `csv`, checked by the module already.
struct CsvDialect {
  /// When fields stand in quotes.
  enum Quoting: Int { case minimal, all, nonNumeric, none }

  /// Code points; nil where there is none.
  let delimiter: UInt32
  let quote: UInt32?
  let escape: UInt32?
  let doublesQuotes: Bool
  let skipsSpace: Bool
  let isStrict: Bool
  let quoting: Quoting
  let lineTerminator: [UInt32]
  /// The ASCII characters that make a field need quotes, a bit each.
  private let specials: SIMD2<UInt64>

  /// Reads the attributes of the module's dialect object.
  init(_ dialect: borrowing Value, in context: Context) throws(Fault) {
    func text(_ name: String) throws(Fault) -> [UInt32]? {
      let value = try context.attribute(dialect, Symbol(name))
      return value.asString?.value.text.codePoints
    }
    func flag(_ name: String) throws(Fault) -> Bool {
      let value = try context.attribute(dialect, Symbol(name))
      return try context.truth(value)
    }
    delimiter = try text("delimiter")?.first ?? 44
    quote = try text("quotechar")?.first
    escape = try text("escapechar")?.first
    lineTerminator = try text("lineterminator") ?? []
    doublesQuotes = try flag("doublequote")
    skipsSpace = try flag("skipinitialspace")
    isStrict = try flag("strict")
    let quotingValue = try context.attribute(dialect, Symbol("quoting"))
    quoting = Quoting(rawValue: quotingValue.asInt ?? 0) ?? .minimal
    var specials = SIMD2<UInt64>(0, 0)
    for point in [delimiter, quote ?? delimiter, escape ?? delimiter] + lineTerminator where point < 128 {
      specials[point < 64 ? 0 : 1] |= 1 << UInt64(point & 63)
    }
    self.specials = specials
  }

  /// Whether integers can stand as they are.
  var takesDigits: Bool { specials[0] & (0x3FF << 48 | 1 << 45) == 0 }

  /// Whether no character of an ASCII text is special.
  func isPlain(_ text: ByteView) -> Bool {
    let (low, high) = (specials[0], specials[1])
    for index in 0..<text.count {
      let byte = text[index]
      if (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1 { return false }
    }
    return true
  }

  /// Whether a code point makes a field need quotes or an escape when it is written.
  @inline(__always) func isSpecial(_ point: UInt32) -> Bool {
    if point == delimiter { return true }
    return point == quote || point == escape || lineTerminator.contains(point)
  }
}

extension Context {
  /// An exception of the class `csv.Error`.
  func csvFault(_ errorClass: borrowing Value, _ message: String) -> Fault {
    do throws(Fault) {
      let made = try call(errorClass, .string(message))
      if let exception = made.asException { return Fault(raising: exception) }
      return Fault(.valueError, message)
    } catch {
      return error
    }
  }
}
