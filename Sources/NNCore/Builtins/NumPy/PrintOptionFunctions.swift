import NNKernels

extension Builtin {
  /// How arrays print.
  static let printing: [Builtin] = [
    .setPrintOptions, .getPrintOptions, .array2string, .arrayRepr, .arrayStr,
  ]

  static let setPrintOptions = Builtin(
    "numpy.set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, "
      + "nanstr=None, infstr=None, formatter=None, sign=None, floatmode=None, *, legacy=None, override_repr=None)",
    "Sets how arrays print: digits behind the point, the size from which arrays are summarised, elements at the edges "
      + "of a summary, line width, whether small numbers print as 0, the texts of nan and infinity, signs, float mode.",
    example: "set_printoptions(precision=8)  # None"
  ) { (context, arguments) throws(Fault) in
    var options = context.printOptions
    try context.read(&options, arguments, [0, 1, 2, 3, 4, 5, 6, 8, 9])
    try context.readLegacy(&options, arguments[10])
    context.printOptions = options
    ScalarText.showsValues = options.legacy.showsValues
    context.printFormatter = arguments.isNone(7) ? .nothing : arguments[7].copy()
    return .nothing
  }

  static let getPrintOptions = Builtin(
    "numpy.get_printoptions()", "The print options as a dictionary.", example: "get_printoptions()['precision']  # 8"
  ) { (context, arguments) throws(Fault) in
    let options = context.printOptions
    let result = Ref(DictionaryObject())
    try context.set(result.unowned, .string("edgeitems"), .int(options.edgeitems))
    try context.set(result.unowned, .string("threshold"), .int(options.threshold))
    try context.set(result.unowned, .string("floatmode"), .string(options.floatmode.rawValue))
    try context.set(result.unowned, .string("precision"), .int(options.precision))
    try context.set(result.unowned, .string("suppress"), .bool(options.suppress))
    try context.set(result.unowned, .string("linewidth"), .int(options.linewidth))
    try context.set(result.unowned, .string("nanstr"), .string(UnicodeText(utf8: options.nanstr)))
    try context.set(result.unowned, .string("infstr"), .string(UnicodeText(utf8: options.infstr)))
    try context.set(result.unowned, .string("sign"), .string(options.sign.rawValue))
    try context.set(result.unowned, .string("formatter"), context.printFormatter.copy())
    let legacy = options.legacy
    try context.set(result.unowned, .string("legacy"), legacy == .none ? .bool(false) : .string(legacy.rawValue))
    try context.set(result.unowned, .string("override_repr"), .nothing)
    return .dictionary(result)
  }

  static let array2string = Builtin(
    "numpy.array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', *, "
      + "formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix='', legacy=None)",
    "An array's text, with its own print options.",
    example: "array2string(array([1.5, 2]), separator=', ')  # '[1.5, 2. ]'"
  ) { (context, arguments) throws(Fault) in
    var options = context.printOptions
    try context.read(&options, arguments, [2, 7, 8, 1, 3, nil, nil, 9, 10])
    let a = try context.array(arguments, 0)
    let separator = try context.optionalText(arguments[4], "separator") ?? " "
    let prefix = try context.optionalText(arguments[5], "prefix") ?? ""
    let suffix = try context.optionalText(arguments[11], "suffix") ?? ""
    let text = ArrayText(
      shape: Array(a.value.shape), elements: try context.shownElements(of: a, arguments, options), options: options)
    return .string(
      UnicodeText(
        utf8: try Fault.formatting { () throws(FormatError) in
          try text.array2string(
            separator: separator, prefixWidth: prefix.unicodeScalars.count, suffixWidth: suffix.unicodeScalars.count)
        }))
  }

  static let arrayRepr = Builtin(
    "numpy.array_repr(arr, max_line_width=None, precision=None, suppress_small=None)",
    "The text of an array as `repr` has it.",
    example: "array_repr(array([1, 2]))  # 'array([1, 2])'"
  ) { (context, arguments) throws(Fault) in try context.arrayText(arguments, isRepr: true) }

  static let arrayStr = Builtin(
    "numpy.array_str(a, max_line_width=None, precision=None, suppress_small=None)",
    "The text of an array as `str` has it.",
    example: "array_str(array([1, 2]))  # '[1 2]'"
  ) { (context, arguments) throws(Fault) in try context.arrayText(arguments, isRepr: false) }
}

extension Context {
  /// Reads print options from arguments; the places are those of precision, threshold, edgeitems, linewidth, suppress,
  /// nanstr, infstr, sign and floatmode. What is None stays. ValueError and TypeError.
  fileprivate func read(_ options: inout PrintOptions, _ arguments: Registers, _ places: [Int?]) throws(Fault) {
    func given(_ number: Int) -> Int? {
      guard number < places.count, let place = places[number], !arguments.isNone(place) else { return nil }
      return place
    }
    if let place = given(0) {
      options.precision = try integer(arguments[place])
      if options.precision < 0 { throw Fault(PrintOptions.precisionError) }
    }
    if let place = given(1) {
      // Infinity is the usual way to say "never".
      if let float = arguments[place].asNumber, float > 1e18 {
        options.threshold = Int.max
      } else {
        options.threshold = try integer(arguments[place])
      }
    }
    if let place = given(2) { options.edgeitems = try integer(arguments[place]) }
    if let place = given(3) {
      if let float = arguments[place].asNumber, float > 1e18 {
        options.linewidth = 1 << 40
      } else {
        options.linewidth = try integer(arguments[place])
      }
    }
    if let place = given(4) { options.suppress = try truth(arguments[place]) }
    if let place = given(5) { options.nanstr = try text(arguments[place]) }
    if let place = given(6) { options.infstr = try text(arguments[place]) }
    if let place = given(7) {
      guard let sign = PrintOptions.Sign(rawValue: String(decoding: try text(arguments[place]), as: UTF8.self)) else {
        throw Fault(PrintOptions.signError)
      }
      options.sign = sign
    }
    if let place = given(8) {
      let name = String(decoding: try text(arguments[place]), as: UTF8.self)
      guard let mode = PrintOptions.FloatMode(rawValue: name) else { throw Fault(PrintOptions.floatModeError) }
      options.floatmode = mode
    }
  }

  /// Reads the layout of an older NumPy; warns where there is none of that name.
  fileprivate func readLegacy(_ options: inout PrintOptions, _ value: borrowing Value) throws(Fault) {
    if value.isNone { return }
    options.legacy = .none
    if value.asBool == false { return }
    guard let text = value.asString, let legacy = PrintOptions.Legacy(rawValue: text.value.text.string) else {
      return try warn(
        .userWarning,
        "legacy printing option can currently only be '1.13', '1.21', '1.25', '2.1', '2.2' or `False`")
    }
    options.legacy = legacy
  }

  /// The elements as `array2string` shows them: by its formatter, or by the one that is set.
  fileprivate func shownElements(
    of array: Unowned<NDArray>, _ arguments: Registers, _ options: PrintOptions
  ) throws(Fault) -> ArrayElements {
    let own = arguments.isNone(6) ? printFormatter.copy() : arguments[6].copy()
    return try formattedElements(of: array, by: own, options) ?? ArrayConversion.elements(of: array, in: self)
  }

  /// `array_repr` and `array_str`.
  fileprivate func arrayText(_ arguments: Registers, isRepr: Bool) throws(Fault) -> Value {
    let old = printOptions
    defer { printOptions = old }
    try read(&printOptions, arguments, [2, nil, nil, 1, 3])
    return .string(UnicodeText(utf8: try arrayText(try array(arguments, 0), isRepr: isRepr)))
  }
}
