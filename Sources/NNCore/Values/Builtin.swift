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
  /// Gets the arguments of a call as they stand, all of them given by position, and declines by nil, before anything has
  /// happened.
  typealias QuickBody = (_ context: Context, _ arguments: Registers, _ count: Int) throws(Fault) -> Value?
  /// The same of a builtin that calls nothing back, fails never and knows no arrays. That of a method leaves its receiver
  /// where it is.
  typealias LeafBody = (_ context: Context, _ arguments: Registers, _ count: Int) -> Value?

  /// The last part of the name.
  let name: String
  /// What stands before the last dot: a type, a module, or nothing.
  let owner: String
  /// Whether it has no parameters, not even parentheses.
  let isProperty: Bool
  /// The name and the parameters as written.
  private let declaration: String
  let documentation: String
  let example: String
  let body: Body
  /// Types that have this function as a method too, their value as its first argument.
  let methodOf: [String]
  /// The type whose values the builtin makes: calling the type calls it.
  let constructs: BuiltinType?
  /// What plain calls try first: for builtins whose arguments would have to be collected in tuples and dictionaries.
  let quick: QuickBody?
  /// What plain calls try before all else, for the commonest arguments of what is called most.
  let leaf: LeafBody?

  init(
    _ declaration: String, _ documentation: String, example: String = "", methodOf: [String] = [],
    constructs: BuiltinType? = nil, quick: QuickBody? = nil, leaf: LeafBody? = nil, body: @escaping Body
  ) {
    // By bytes: hundreds of declarations are taken apart at every start.
    let path = declaration.utf8.prefix { $0 != UInt8(ascii: "(") }
    self.declaration = declaration
    isProperty = path.endIndex == declaration.endIndex
    let dot = path.lastIndex(of: UInt8(ascii: "."))
    owner = dot.map { String(declaration[..<$0]) } ?? ""
    name = String(declaration[(dot.map { path.index(after: $0) } ?? path.startIndex)..<path.endIndex])
    self.documentation = documentation
    self.example = example
    self.methodOf = methodOf
    self.constructs = constructs
    self.quick = quick
    self.leaf = leaf
    self.body = body
  }

  /// The parameters as written, with parentheses; empty for a property.
  var signature: String { String(Substring(declaration.utf8.drop { $0 != UInt8(ascii: "(") })) }
  /// Whether it belongs to a type, and not to a module.
  private(set) lazy var isTypeMember = isSpecial || AttributeOwner(named: owner) != nil
  /// Whether this is a method of a type, which binds its receiver.
  private(set) lazy var isMethod = isTypeMember && !isStatic
  /// Whether this is a function of a type that takes no receiver.
  private(set) lazy var isStatic = ["__new__", "fromkeys", "maketrans", "fromhex", "__prepare__"].contains(name)
  /// The fold that it is, if any.
  private(set) lazy var fold = owner.isEmpty ? FoldedBuiltin(named: name) : nil
  /// What NumPy tells of it, where it is a ufunc.
  private(set) lazy var ufuncTable: UfuncTable? = owner == "numpy" ? UfuncTable.entries[name] : nil
  /// Whether it is an operation of the language as a method of a builtin type: `int.__add__`.
  var isSpecial = false
  /// What it is to classes that extend arrays.
  private(set) lazy var arrayRole = ArrayRole(self)
  /// A function of NumPy's as the method of arrays that it also is.
  private(set) lazy var methodForm = Builtin("ndarray.\(name)\(signature)", documentation, body: body)
  /// What it does with arrays that are being differentiated.
  lazy var derivative = findDerivative()
  /// The parsed parameters.
  private(set) lazy var parameters = ParameterList(signature)
  /// The parameters as calls bind them.
  private(set) lazy var form = CallForm(parameters)
  /// What is called instead where the arguments are NumPy's: an array first, or a keyword that only arrays have.
  private(set) var arrayForm: Builtin?

  /// The same builtin, which gives way to another one for NumPy's arguments.
  func yielding(to arrayForm: Builtin) -> Builtin {
    let result = Builtin(
      declaration, documentation, example: example, methodOf: methodOf, constructs: constructs,
      quick: quick, leaf: leaf, body: body)
    result.arrayForm = arrayForm
    return result
  }
}

/// A builtin as a value.
struct BuiltinObject: Object, ~Copyable {
  static var kind: Kind { .builtin }
  let builtin: Builtin
  /// What plain positional calls need, one load away: the body, and how many values it gets.
  let body: Builtin.Body
  let quick: Builtin.QuickBody?
  let leaf: Builtin.LeafBody?
  /// What the machine does itself.
  private(set) var intrinsic = Intrinsic.unknown
  /// How many values the body gets; -2 before the first call.
  private(set) var arity = -2
  /// The least and the greatest number of arguments that need no binding; -1 where all calls have to be bound.
  private var least = 0
  private var most = -1
  /// Whether the first argument decides on what is done: an instance stands for its payload, an array has a function of
  /// its own.
  private(set) var looksAtFirst = false
  /// Of the parameters, unbound where there is none.
  private var defaults: Registers?
  /// The parameters' names, the first of which cannot be given by name.
  private var names: Window<Symbol>?
  private var positionalOnly = 0

  private init(_ builtin: Builtin) {
    self.builtin = builtin
    body = builtin.body
    quick = builtin.quick
    leaf = builtin.leaf
  }

  /// Whether a call with so many positional arguments needs no binding.
  @inline(__always) mutating func takes(_ count: Int) -> Bool {
    if arity == -2 { prepare() }
    return count <= most && count >= least
  }

  /// At the first call.
  @inline(never) mutating func findIntrinsic() { intrinsic = Intrinsic(builtin) }

  /// At the first call, since parameters are parsed only then.
  @inline(never) private mutating func prepare() {
    let form = builtin.form
    arity = form.count
    least = form.required
    let isBoundByPlace = form.isPlain && !form.isRequired.dropFirst(form.positional).contains(true)
    most = isBoundByPlace && !builtin.isProperty ? form.positional : -1
    looksAtFirst = builtin.arrayForm != nil || builtin.isMethod && !builtin.isSpecial
    defaults = form.defaults.registers
    names = form.nameBuffer.window
    positionalOnly = form.positionalOnly
  }

  /// The parameter behind the `positional` first ones that can be given by a name; nil where there is none.
  @inline(__always) borrowing func slot(named name: Symbol, behind positional: Int) -> Int? {
    guard let names else { return nil }
    var index = max(positional, positionalOnly)
    while index < arity {
      if names[index] == name { return index }
      index &+= 1
    }
    return nil
  }

  /// Gives the parameters from `first` on their defaults, where they have no value.
  borrowing func fillGaps(_ window: inout Registers, from first: Int) {
    guard let defaults else { return }
    var index = first
    while index < arity {
      if window[index].isUnbound { window.copy(index, from: defaults, index) }
      index &+= 1
    }
  }

  /// Gives the parameters from `first` on their defaults.
  @inline(__always) borrowing func fillDefaults(_ window: inout Registers, from first: Int) {
    guard let defaults else { return }
    var index = first
    while index < arity {
      window.copy(index, from: defaults, index)
      index &+= 1
    }
  }

  /// A builtin on the heap. Not inlined: where it is, the optimiser of Swift 6.3.1 aborts.
  @inline(never) static func make(_ builtin: Builtin) -> Ref<BuiltinObject> { Ref(BuiltinObject(builtin)) }
}
