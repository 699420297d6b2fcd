/// A builtin function, method, property or constant's one declaration: its name and signature in Python's form, its
/// documentation, an example and its body. Calls, `help`, completion and the reference come from here.
///
/// ```swift
/// static let len = Builtin("len(obj, /)", "Number of items of a container.", example: "len([1, 2])  # 2") {
///   (context, arguments) throws(Fault) in .int(try context.length(arguments[0]))
/// }
/// ```
/// A dotted name names the owner: `list.append(self, x, /)` is a method, `numpy.random.randn(*shape)` a member of a
/// module, and `ndarray.T` without parentheses a property (its body gets the receiver as its only argument).
final class Builtin {
  /// Gets its parameters in order, every default filled in; `*args` as one tuple, `**kwargs` as one dictionary.
  typealias Body = (_ context: Context, _ arguments: Registers) throws(Fault) -> Value

  /// The last part of the name.
  let name: String
  /// What stands before the last dot: a type, a module, or nothing.
  let owner: String
  /// The parameters as written, with parentheses; empty for a property.
  let signature: String
  let documentation: String
  let example: String
  let body: Body
  /// Types that have this function as a method too, their value as its first argument.
  let methodOf: [String]
  /// The type whose values the builtin makes: calling the type calls it.
  let constructs: BuiltinType?

  init(
    _ declaration: String, _ documentation: String, example: String = "", methodOf: [String] = [],
    constructs: BuiltinType? = nil, body: @escaping Body
  ) {
    // By bytes: hundreds of declarations are taken apart at every start.
    let path = declaration.utf8.prefix { $0 != UInt8(ascii: "(") }
    signature = String(declaration[path.endIndex...])
    let dot = path.lastIndex(of: UInt8(ascii: "."))
    owner = dot.map { String(declaration[..<$0]) } ?? ""
    name = String(declaration[(dot.map { path.index(after: $0) } ?? path.startIndex)..<path.endIndex])
    self.documentation = documentation
    self.example = example
    self.methodOf = methodOf
    self.constructs = constructs
    self.body = body
  }

  var isProperty: Bool { signature.isEmpty }
  /// The parsed parameters.
  private(set) lazy var parameters = ParameterList(signature)
  /// The parameters as calls bind them.
  private(set) lazy var form = CallForm(parameters)
  /// What is called instead where the arguments are NumPy's: an array first, or a keyword that only arrays have.
  private(set) var arrayForm: Builtin?

  /// The same builtin, which gives way to another one for NumPy's arguments.
  func yielding(to arrayForm: Builtin) -> Builtin {
    let qualified = owner.isEmpty ? name : "\(owner).\(name)"
    let result = Builtin(
      qualified + signature, documentation, example: example, methodOf: methodOf, constructs: constructs, body: body)
    result.arrayForm = arrayForm
    return result
  }
}

/// A builtin as a value.
struct BuiltinObject: Object, ~Copyable {
  static var kind: Kind { .builtin }
  let builtin: Builtin
  private init(_ builtin: Builtin) { self.builtin = builtin }

  /// A builtin on the heap. Not inlined: where it is, the optimiser of Swift 6.3.1 aborts.
  @inline(never) static func make(_ builtin: Builtin) -> Ref<BuiltinObject> { Ref(BuiltinObject(builtin)) }
}

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
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
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
