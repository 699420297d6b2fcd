extension Context {
  func ufuncAttribute(_ builtin: Builtin, _ name: Symbol) throws(Fault) -> Value? { nil }
  func setArrayAttribute(_ array: Unowned<NDArray>, _ name: Symbol, _ new: borrowing Value) throws(Fault) -> Bool { false }
}
