extension Builtin {
  /// The native part of `dataclasses`.
  static let dataclassesModule: [Builtin] = [
    Builtin(
      "_dataclasses.plain(function, /)",
      "Lets a function store attributes as `object.__setattr__` does; returns the function.",
      example: "import _dataclasses; _dataclasses.plain(lambda: 1)()  # 1"
    ) { (_, arguments) throws(Fault) in
      switch arguments[0] {
      case .function(let function): function.value.code.value.storePlainly()
      default: throw Fault(.typeError, "a function is required")
      }
      return arguments[0].copy()
    }
  ]
}
