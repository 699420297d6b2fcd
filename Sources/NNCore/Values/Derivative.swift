/// What a builtin does with arrays that are being differentiated.
enum Derivative {
  /// An elementwise function's: by its formulas.
  case ufunc(Ufunc)
  /// Written in Swift: computes and records.
  case native(Builtin.Body)
  /// Written in Swift, but where one of the parameters of some numbers is given: the function of its name in a module of
  /// `autograd._rules`.
  case nativeWithout(Builtin.Body, rare: [Int], module: StaticString)
  /// Written in the language: the function of its name in that module of `autograd._rules`.
  case library(StaticString)
  /// The result is constant but for jumps, or made of integers: as far as derivatives go it depends on nothing.
  case constant
  /// The same for results that are floats.
  case steps
  /// The result is a view, which the record derives from its memory.
  case view
  /// It computes nothing of arrays: the result may hold the arguments themselves.
  case transparent
  /// There is none.
  case missing

  /// The derivatives of the builtins that bear none in their declaration, by dotted name.
  static let table = makeTable()
  /// Makes the table when it is first needed.
  static var makeTable: () -> [String: Derivative] = { [:] }
  /// The modules and types whose functions have to be in the table.
  static let numeric: Set<String> = ["numpy", "ndarray", "generic", "math"]
}

extension Builtin {
  /// Where the builtin stands: `numpy.linalg.inv`.
  var dottedName: String { owner.isEmpty ? name : "\(owner).\(name)" }

  func findDerivative() -> Derivative {
    if let known = Derivative.table[dottedName] { return known }
    let root = owner.split(separator: ".").first.map(String.init) ?? ""
    return Derivative.numeric.contains(root) || root.hasPrefix("_") && root != "_autograd" ? .missing : .transparent
  }
}
