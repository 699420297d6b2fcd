/// A builtin function, method, property or constant's one declaration: its name and signature in Python's form, its
/// documentation, an example and its body. Calls, the hints of error reports and `__doc__` come from here; a test runs
/// the example.
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
  /// Whether it belongs to a type, and not to a module.
  private(set) lazy var isTypeMember = isSpecial || AttributeOwner(named: owner) != nil
  /// Whether this is a method of a type, which binds its receiver.
  private(set) lazy var isMethod = isTypeMember && !isStatic
  /// Whether this is a function of a type that takes no receiver.
  private(set) lazy var isStatic = ["__new__", "fromkeys", "maketrans", "fromhex", "__prepare__"].contains(name)
  /// What NumPy tells of it, where it is a ufunc.
  private(set) lazy var ufuncTable: UfuncTable? = owner == "numpy" ? UfuncTable.entries[name] : nil
  /// Whether it is an operation of the language as a method of a builtin type: `int.__add__`.
  var isSpecial = false
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
