/// The parameters of a builtin, parsed from its signature.
struct ParameterList {
  /// What a parameter is when it isn't given.
  enum Default {
    case required, none, noValue
    case bool(Bool), int(Int), float(Double), string(String)
  }

  struct Parameter {
    let name: Symbol
    let defaultValue: Default
  }

  private(set) var parameters: [Parameter] = []
  private(set) var positionalOnly = 0
  /// Parameters that can be given by position.
  private(set) var positional = 0
  /// The slot of `*args`, which stands behind the positional parameters.
  private(set) var variadic: Int?
  /// The slot of `**kwargs`, the last.
  private(set) var keywordVariadic: Int?
  /// Positional parameters without a default.
  private(set) var required = 0

  /// Parses `(a, /, b=None, *args, c=1, **kwargs)`.
  init(_ signature: String) {
    var isKeywordOnly = false
    for part in ParameterList.split(signature) {
      switch part {
      case "/": positionalOnly = parameters.count
      case "*":
        isKeywordOnly = true
      case _ where part.hasPrefix("**"):
        keywordVariadic = parameters.count
        parameters.append(Parameter(name: Symbol(String(part.dropFirst(2))), defaultValue: .none))
      case _ where part.hasPrefix("*"):
        variadic = parameters.count
        isKeywordOnly = true
        parameters.append(Parameter(name: Symbol(String(part.dropFirst())), defaultValue: .none))
      default:
        let halves = part.split(separator: "=", maxSplits: 1).map(ParameterList.trimmed)
        let value = halves.count > 1 ? ParameterList.parseDefault(halves[1]) : .required
        parameters.append(Parameter(name: Symbol(halves.first ?? ""), defaultValue: value))
        if !isKeywordOnly {
          positional += 1
          if case .required = value { required = positional }
        }
      }
    }
    tellOut()
  }

  /// An elementwise function tells `out=None` from no `out`: without it, `where` leaves the rest open, and warns.
  private mutating func tellOut() {
    guard parameters.last?.name.name == "subok" else { return }
    var place: Int?
    var isMasked = false
    for (index, parameter) in parameters.enumerated() {
      if parameter.name.name == "out" { place = index }
      if parameter.name.name == "where" { isMasked = true }
    }
    guard isMasked, let place else { return }
    parameters[place] = Parameter(name: parameters[place].name, defaultValue: .noValue)
  }

  var count: Int { parameters.count }

  /// The parts between top-level commas, without the parentheses around all.
  private static func split(_ signature: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    for character in signature.dropFirst().dropLast() {
      if character == "," && depth == 0 {
        parts.append(trimmed(Substring(part)))
        part = ""
        continue
      }
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      part.append(character)
    }
    let last = trimmed(Substring(part))
    return last.isEmpty ? parts : parts + [last]
  }

  private static func trimmed(_ text: Substring) -> String {
    // Without generic views, whose types would be made at run time, at every start.
    var text = text
    while text.utf8.first == UInt8(ascii: " ") { text = text.dropFirst() }
    while text.utf8.last == UInt8(ascii: " ") { text = text.dropLast() }
    return String(text)
  }

  private static func parseDefault(_ text: String) -> Default {
    switch text {
    case "None": .none
    case "True": .bool(true)
    case "False": .bool(false)
    case "<no value>": .noValue
    default:
      if let value = Int(text) {
        .int(value)
      } else if let value = Double(text) {
        .float(value)
      } else if text.hasPrefix("'") {
        .string(text == "'\\n'" ? "\n" : String(text.dropFirst().dropLast()))
      } else {
        // `float`, `(0, 1)`: the body knows what that means.
        .noValue
      }
    }
  }
}

extension Value {
  /// The value of a parameter's default; nil when it has none. An absent value is unbound.
  static func ofDefault(_ defaultValue: ParameterList.Default) -> Value? {
    switch defaultValue {
    case .required: return nil
    case .none: return .some(.nothing)
    case .noValue: return .some(.unbound)
    case .bool(let value): return .some(.bool(value))
    case .int(let value): return .some(.int(value))
    case .float(let value): return .some(.float(value))
    case .string(let value): return .some(.string(value))
    }
  }
}
