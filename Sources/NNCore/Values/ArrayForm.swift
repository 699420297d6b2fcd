// Builtins of Python that are NumPy's function of the same name where the arguments are arrays.

extension Builtin {
  /// Whether a call is one of `arrayForm`: its first argument is an array (or its only one a NumPy scalar), or it has a
  /// keyword that NumPy's function has and this one lacks.
  func yields(
    to arrayForm: Builtin, _ window: Registers, positional: Int, keywords: Int, first: Int, names: Window<Symbol>
  ) -> Bool {
    if positional > 0 {
      if let array = window[0].asArray, array.value.rank > 0 || positional == 1 { return true }
      if positional == 1 && window[0].asScalar != nil { return true }
    }
    for index in 0..<keywords {
      let name = names[first &+ index]
      if arrayForm.form.slot(named: name) != nil && form.slot(named: name) == nil { return true }
    }
    return false
  }
}
