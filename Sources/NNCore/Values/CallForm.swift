/// A builtin's parameters in the form that calls bind: names, limits, and the defaults as values.
final class CallForm {
  let count: Int
  /// Parameters that can be given by position.
  let positional: Int
  let positionalOnly: Int
  /// Parameters without a default among the positional ones.
  let required: Int
  /// The slots of `*args` and `**kwargs`; -1 where there are none.
  let variadic: Int
  let keywordVariadic: Int
  let names: [Symbol]
  /// The same, one load away.
  let nameBuffer: Buffer<Symbol>
  /// Unbound for a parameter without a default, and for one that may be absent.
  let defaults: ValueList
  /// Whether a parameter has to be given.
  let isRequired: [Bool]

  init(_ list: ParameterList) {
    count = list.count
    positional = list.positional
    positionalOnly = list.positionalOnly
    required = list.required
    variadic = list.variadic ?? -1
    keywordVariadic = list.keywordVariadic ?? -1
    names = list.parameters.map(\.name)
    nameBuffer = Buffer(names)
    var defaults = ValueList(capacity: list.count)
    var isRequired: [Bool] = []
    for parameter in list.parameters {
      let value = Value.ofDefault(parameter.defaultValue)
      isRequired.append(value == nil)
      defaults.append(value ?? .unbound)
    }
    self.defaults = defaults
    self.isRequired = isRequired
  }

  /// Whether calls pass through without `*args` and `**kwargs`.
  @inline(__always) var isPlain: Bool { variadic < 0 && keywordVariadic < 0 }

  /// The slot of the parameter with this name; nil where none can be given by it.
  @inline(__always) func slot(named name: Symbol) -> Int? {
    for index in positionalOnly..<max(count, positionalOnly) where names[index] == name {
      return index == variadic || index == keywordVariadic ? nil : index
    }
    return nil
  }

  /// Gives the parameters from `first` on their defaults, where they have none of their own yet. False where one that
  /// has to be given is missing.
  @inline(__always) func fillDefaults(_ window: inout Registers, from first: Int) -> Bool {
    for index in max(first, 0)..<max(count, first, 0) where window[index].isUnbound {
      if isRequired[index] { return false }
      window.set(index, defaults[index].copy())
    }
    return true
  }
}
