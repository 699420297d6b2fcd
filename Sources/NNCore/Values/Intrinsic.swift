/// Builtins that the machine carries out itself where their arguments are plain ints, floats, texts and containers.
enum Intrinsic: UInt8 {
  /// Not looked up yet.
  case unknown
  /// The builtin is none of these.
  case none
  case len, ord, chr, abs, isInstance, min, max
  case append, pop
  case get, setDefault, keys, values, items
  case add
  case startsWith, endsWith
  /// Of texts of one character of ASCII.
  case isDigit, isLetter, isAlphanumeric, isSpace
  case bool, int, float, string, range, type
  case next
  /// Of generators only; `tuple` of lists too.
  case list, tuple
  case send

  /// Whether it is a method that has arguments.
  var takesOperands: Bool {
    switch self {
    case .append, .pop, .get, .setDefault, .add, .startsWith, .endsWith: true
    default: false
    }
  }

  init(_ builtin: Builtin) {
    switch builtin.owner {
    case "": self = Intrinsic.functions(builtin.name)
    case "list": self = builtin.name == "append" ? .append : builtin.name == "pop" ? .pop : .none
    case "dict": self = Intrinsic.dictionaryMethods(builtin.name)
    case "set": self = builtin.name == "add" ? .add : .none
    case "generator": self = builtin.name == "send" ? .send : builtin.name == "__next__" ? .next : .none
    case "str": self = Intrinsic.textMethods(builtin.name)
    default: self = .none
    }
  }

  private static func functions(_ name: String) -> Intrinsic {
    switch name {
    case "len": .len
    case "ord": .ord
    case "chr": .chr
    case "abs": .abs
    case "isinstance": .isInstance
    case "min": .min
    case "max": .max
    case "bool": .bool
    case "int": .int
    case "float": .float
    case "str": .string
    case "range": .range
    case "type": .type
    case "next": .next
    case "list": .list
    case "tuple": .tuple
    default: .none
    }
  }

  private static func textMethods(_ name: String) -> Intrinsic {
    switch name {
    case "startswith": .startsWith
    case "endswith": .endsWith
    case "isdigit": .isDigit
    case "isalpha": .isLetter
    case "isalnum": .isAlphanumeric
    case "isspace": .isSpace
    default: .none
    }
  }

  private static func dictionaryMethods(_ name: String) -> Intrinsic {
    switch name {
    case "get": .get
    case "setdefault": .setDefault
    case "keys": .keys
    case "values": .values
    case "items": .items
    default: .none
    }
  }
}
