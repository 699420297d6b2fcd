/// What CPython says of a call whose arguments do not fit a builtin's signature.
struct CallFaults {
  private let builtin: Builtin
  private let list: ParameterList
  /// 1 where the first parameter is the method's receiver, which is not counted.
  private let receiver: Int

  init(_ builtin: Builtin) {
    self.builtin = builtin
    list = builtin.parameters
    receiver = builtin.parameters.parameters.first?.name.name == "self" ? 1 : 0
  }

  private var name: String { builtin.name }
  /// The name with its type or module.
  private var fullName: String { builtin.owner.isEmpty ? name : "\(builtin.owner).\(name)" }
  private var hint: String { "its signature is \(name)\(builtin.signature)" }
  private var positional: Int { list.positional - receiver }
  private var required: Int { max(list.required - receiver, 0) }
  /// Whether no parameter can be given by name.
  private var takesNoNames: Bool { list.positionalOnly == list.count && list.keywordVariadic == nil }
  private var isExceptionClass: Bool { if case .exception? = builtin.constructs { true } else { false } }
  /// Whether every parameter that can be given by position cannot be given by name.
  private var isPositionalOnly: Bool { list.positionalOnly == list.positional }
  /// NumPy's functions are written in Python and word it as Python functions do.
  private var isNumPy: Bool { builtin.owner.hasPrefix("numpy") || builtin.owner == "ndarray" }

  private func plural(_ count: Int) -> String { count == 1 ? "argument" : "arguments" }

  func unexpected(_ keyword: String) -> Fault {
    let near = Spelling.nearest(keyword, list.parameters.dropFirst(list.positionalOnly).map(\.name.name))
    let hint = near.map { "did you mean '\($0)'?" } ?? hint
    if isNumPy, list.parameters.prefix(list.positionalOnly).contains(where: { $0.name.name == keyword }) {
      return Fault(.typeError, CallTexts.positionalOnly(name, keyword), hint: hint)
    }
    if takesNoNames || isExceptionClass {
      return Fault(.typeError, "\(fullName)() takes no keyword arguments", hint: hint)
    }
    if isNumPy || builtin.owner == "ufunc" {
      return Fault(.typeError, CallTexts.unexpected(name, keyword), hint: hint)
    }
    // `sorted` hands its named arguments on.
    let shown = name == "sorted" ? "sort" : name
    return Fault(.typeError, "'\(keyword)' is an invalid keyword argument for \(shown)()", hint: hint)
  }

  /// Methods of texts that count their arguments in words of their own.
  private static let searches: Set<String> = ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]

  /// NumPy's functions that are written in C and word it as Python's own builtins do.
  private static let compiled: Set<String> = ["array", "asarray", "asanyarray", "ascontiguousarray", "zeros", "empty"]

  /// Whether this is an elementwise function.
  private var isUfunc: Bool { isNumPy && list.parameters.last?.name.name == "subok" }

  func missing(_ parameter: String, _ index: Int, given: Int) -> Fault {
    if isUfunc {
      let text = CallTexts.wrongCount(name, least: list.required, most: list.positional, given: given)
      return Fault(.typeError, text, hint: hint)
    }
    if builtin.owner.hasPrefix("numpy") && !CallFaults.compiled.contains(name) {
      let missing = list.parameters[index..<max(list.required, index + 1)].map(\.name.name)
      return Fault(.typeError, CallTexts.missing(name, missing), hint: hint)
    }
    if receiver == 1, given == 0 {
      return Fault(
        .typeError,
        builtin.isSpecial
          ? "descriptor '\(name)' of '\(builtin.owner)' object needs an argument"
          : "unbound method \(fullName)() needs an argument", hint: hint)
    }
    if builtin.owner.isEmpty, name == "enumerate" {
      return Fault(.typeError, "enumerate() missing required argument '\(parameter)'", hint: hint)
    }
    if builtin.owner.isEmpty, name == "map" {
      return Fault(.typeError, "map() must have at least two arguments.", hint: hint)
    }
    if builtin.owner == "str", CallFaults.searches.contains(name), given < 2 {
      return Fault(.typeError, "\(name)() takes at least 1 argument (0 given)", hint: hint)
    }
    guard isPositionalOnly, index < list.positional else {
      let place = builtin.owner == "numpy" ? index : index - receiver + 1
      return Fault(
        .typeError, "\(name)() missing required argument '\(parameter)' (pos \(place))", hint: hint)
    }
    return Fault(.typeError, count(max(given - receiver, 0)), hint: hint)
  }

  func tooMany(given: Int) -> Fault {
    let given = given - receiver
    if builtin.owner.hasPrefix("numpy") && !CallFaults.compiled.contains(name) {
      let text = CallTexts.wrongCount(name, least: required, most: positional, given: given)
      return Fault(.typeError, text, hint: hint)
    }
    if isPositionalOnly && !(isNumPy && !takesNoNames) { return Fault(.typeError, count(given), hint: hint) }
    let isExact = required == positional
    if positional == 0 { return Fault(.typeError, "\(name)() takes no arguments (\(given) given)", hint: hint) }
    if isExact && positional == 1 {
      return Fault(.typeError, "\(name)() takes exactly one argument (\(given) given)", hint: hint)
    }
    let range = isExact ? "exactly \(positional)" : "at most \(positional)"
    return Fault(.typeError, "\(name)() takes \(range) \(plural(positional)) (\(given) given)", hint: hint)
  }

  /// The message for a wrong number of arguments that cannot be given by name.
  private func count(_ given: Int) -> String {
    let hasNames = list.count > list.positional
    if positional == 0 {
      return hasNames ? "\(name)() takes no positional arguments" : "\(fullName)() takes no arguments (\(given) given)"
    }
    if positional == 1 && required == 1 && !hasNames {
      return "\(fullName)() takes exactly one argument (\(given) given)"
    }
    if required == positional { return "\(name) expected \(positional) \(plural(positional)), got \(given)" }
    if given < required { return "\(name) expected at least \(required) \(plural(required)), got \(given)" }
    return "\(name) expected at most \(positional) \(plural(positional)), got \(given)"
  }
}
