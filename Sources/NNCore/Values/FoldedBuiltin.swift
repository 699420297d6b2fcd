/// A builtin that goes through an iterable to its end, or to the answer. Called with a generator expression it needs no
/// generator: the compiler has the loop run in place.
enum FoldedBuiltin: UInt8 {
  case sum, any, all, list, set, tuple, sorted, min, max, dict, frozenset

  init?(named name: String) {
    switch name {
    case "sum": self = .sum
    case "any": self = .any
    case "all": self = .all
    case "list": self = .list
    case "set": self = .set
    case "tuple": self = .tuple
    case "sorted": self = .sorted
    case "min": self = .min
    case "max": self = .max
    case "dict": self = .dict
    case "frozenset": self = .frozenset
    default: return nil
    }
  }

  /// The type that is called, where it is one.
  var type: BuiltinType? {
    switch self {
    case .list: .list
    case .set: .set
    case .tuple: .tuple
    case .dict: .dictionary
    case .frozenset: .frozenset
    case .sum, .any, .all, .sorted, .min, .max: nil
    }
  }
}

extension Value {
  /// Whether this is that builtin itself.
  borrowing func isBuiltin(_ fold: FoldedBuiltin) -> Bool {
    switch self {
    case .type(let type): type == fold.type
    case .builtin(let r): r.value.builtin.fold == fold
    default: false
    }
  }
}
