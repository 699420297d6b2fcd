import NNSyntax

/// What an expression's value is, or at least its type, found without running anything: `x[0]` is looked up, `f(1)` is an
/// array where `f` is a function of NumPy's that makes such.
struct Guess: ~Copyable {
  /// The value, or the type of it.
  let value: Value
  let isInstance: Bool

  private init(_ value: consuming Value) {
    self.value = value
    isInstance = false
  }
  private init(instanceOf type: consuming Value) {
    value = type
    isInstance = true
  }

  /// The guess for a text; nil where nothing is known of it.
  init?(_ text: ArraySlice<UInt8>, in completer: Completer) {
    let source = SourceText(name: "<tab>", rawBytes: Array(text))
    guard let module = try? Parser.parse(source, options: ParserOptions()), module.statements.count == 1,
      let statement = module.statements.first, case .expression(let expression) = statement.node,
      let guess = Guess.make(expression, completer)
    else { return nil }
    self = guess
  }

  /// The names behind the value's dot.
  borrowing func names(in machine: Machine) -> [String] { machine.knownNames(of: value) }

  private static func make(_ expression: Expression, _ completer: Completer) -> Guess? {
    switch expression.node {
    case .constant(let constant): return Guess(constant)
    case .formatted: return Guess(instanceOf: .type(.string))
    case .name(let name):
      guard let value = completer.value(of: [name]) else { return nil }
      return Guess(value)
    case .list, .listComprehension: return Guess(instanceOf: .type(.list))
    case .tuple: return Guess(instanceOf: .type(.tuple))
    case .set, .setComprehension: return Guess(instanceOf: .type(.set))
    case .dict, .dictComprehension: return Guess(instanceOf: .type(.dictionary))
    case .attribute(let owner, let name, _): return attribute(owner, name, completer)
    case .subscript(let owner, let index): return element(owner, index, completer)
    case .call(let callee, _): return result(callee, completer)
    case .binary(_, let left, let right):
      for side in [left, right] { if let guess = make(side, completer), guess.isArray { return array } }
      return nil
    default: return nil
    }
  }

  private init?(_ constant: Constant) {
    switch constant {
    case .string: self.init(instanceOf: .type(.string))
    case .bytes: self.init(instanceOf: .type(.bytes))
    case .integer, .bigInteger: self.init(instanceOf: .type(.int))
    case .float: self.init(instanceOf: .type(.float))
    case .imaginary: self.init(instanceOf: .type(.complex))
    case .boolean: self.init(instanceOf: .type(.bool))
    case .none, .ellipsis: return nil
    }
  }

  private static var array: Guess { Guess(instanceOf: .type(.array)) }

  /// The type where it is one of the language's own.
  private var builtinType: BuiltinType? { isInstance ? value.asType : value.builtinType }
  private var isArray: Bool { builtinType == .array }

  private static func attribute(_ owner: Expression, _ name: String, _ completer: Completer) -> Guess? {
    guard let guess = make(owner, completer) else { return nil }
    if !guess.isInstance {
      guard let value = completer.member(guess.value, Symbol(name)) else { return nil }
      return Guess(value)
    }
    if guess.isArray, ["T", "real", "imag"].contains(name) { return array }
    if guess.isArray, name == "shape" { return Guess(instanceOf: .type(.tuple)) }
    guard let type = guess.value.asClassObject, let value = completer.classMember(type, Symbol(name)) else {
      return nil
    }
    return Guess(value)
  }

  private static func element(_ owner: Expression, _ index: Expression, _ completer: Completer) -> Guess? {
    guard let guess = make(owner, completer) else { return nil }
    if guess.isArray { return array }
    if guess.builtinType == .string { return Guess(instanceOf: .type(.string)) }
    if guess.isInstance { return nil }
    if let dictionary = guess.value.exactDictionary {
      guard case .constant(let key) = index.node, let place = entry(dictionary, key, completer) else { return nil }
      return Guess(dictionary.value.table.entries[place].value.copy())
    }
    guard var place = position(index) else { return nil }
    if let list = guess.value.exactList {
      if place < 0 { place += list.value.items.count }
      return place >= 0 && place < list.value.items.count ? Guess(list.value.items[place].copy()) : nil
    }
    guard let tuple = guess.value.exactTuple else { return nil }
    if place < 0 { place += tuple.value.items.count }
    return place >= 0 && place < tuple.value.items.count ? Guess(tuple.value.items[place].copy()) : nil
  }

  /// A text or a number finds its entry without asking the program.
  private static func entry(_ dictionary: Unowned<DictionaryObject>, _ key: Constant, _ completer: Completer) -> Int? {
    switch key {
    case .string(let bytes): try? completer.machine.find(dictionary, .string(String(decoding: bytes, as: UTF8.self)))
    case .integer(let number): try? completer.machine.find(dictionary, .int(number))
    default: nil
    }
  }

  private static func position(_ index: Expression) -> Int? {
    switch index.node {
    case .constant(.integer(let number)): number
    case .unary(.minus, let inner): position(inner).map { 0 &- $0 }
    default: nil
    }
  }

  private static func result(_ callee: Expression, _ completer: Completer) -> Guess? {
    var name = ""
    switch callee.node {
    case .name(let text): name = text
    case .attribute(let owner, let text, _):
      name = text
      if let guess = make(owner, completer), let type = guess.builtinType, let result = results[type]?[text] {
        return Guess(instanceOf: .type(result))
      }
    default: break
    }
    if let guess = make(callee, completer), !guess.isInstance {
      if guess.value.asClassObject != nil || guess.value.asType != nil {
        return Guess(instanceOf: guess.value.copy())
      }
      // A function of the program's may give anything.
      guard guess.value.asBuiltin != nil else { return nil }
    }
    if name == "sorted" { return Guess(instanceOf: .type(.list)) }
    if name == "repr" || name == "input" { return Guess(instanceOf: .type(.string)) }
    return arrayMakers.contains(name) ? array : nil
  }

  /// What methods give.
  private static let results: [BuiltinType: [String: BuiltinType]] = [
    .string: [
      "upper": .string, "lower": .string, "strip": .string, "lstrip": .string, "rstrip": .string, "replace": .string,
      "join": .string, "format": .string, "title": .string, "capitalize": .string, "center": .string, "ljust": .string,
      "rjust": .string, "zfill": .string, "removeprefix": .string, "removesuffix": .string, "split": .list,
      "rsplit": .list, "splitlines": .list, "encode": .bytes,
    ],
    .bytes: ["decode": .string, "split": .list],
    .list: ["copy": .list],
    .dictionary: ["copy": .dictionary],
    .set: ["copy": .set, "union": .set, "intersection": .set, "difference": .set],
    .array: [
      "reshape": .array, "copy": .array, "astype": .array, "transpose": .array, "ravel": .array, "flatten": .array,
      "sum": .array, "mean": .array, "max": .array, "min": .array, "std": .array, "var": .array, "dot": .array,
      "cumsum": .array, "cumprod": .array, "clip": .array, "round": .array, "squeeze": .array, "repeat": .array,
      "take": .array, "argsort": .array, "swapaxes": .array, "tolist": .list,
    ],
  ]

  /// Functions that give arrays.
  private static let arrayMakers: Set<String> = [
    "zeros", "ones", "empty", "full", "zeros_like", "ones_like", "empty_like", "full_like", "arange", "linspace",
    "logspace", "eye", "identity", "array", "asarray", "asanyarray", "copy", "dot", "matmul", "outer", "einsum",
    "tensordot", "maximum", "minimum", "exp", "log", "sqrt", "sin", "cos", "tan", "tanh", "abs", "absolute", "square",
    "where", "reshape", "transpose", "concatenate", "stack", "vstack", "hstack", "sort", "argsort", "cumsum", "cumprod",
    "tile", "repeat", "clip", "diag", "rand", "randn", "random", "randint", "normal", "uniform", "permutation",
    "loadtxt",
    "roll", "flip", "unique", "cross", "kron", "tril", "triu", "inv", "solve", "expand_dims", "squeeze",
  ]
}
