import NNKernels

extension Builtin {
  /// What ufuncs have as objects.
  static let ufuncMembers: [Builtin] = [
    .ufuncReduce, .ufuncAccumulate, .ufuncReduceAt, .ufuncOuter, .ufuncAt,
    ufuncProperty("nin", "The number of operands.", "np.add.nin  # 2") { .int($0.inputs) },
    ufuncProperty("nout", "The number of results.", "np.divmod.nout  # 2") { .int($0.outputs) },
    ufuncProperty("nargs", "The number of operands and results.", "np.add.nargs  # 3") {
      .int($0.inputs + $0.outputs)
    },
    ufuncProperty("ntypes", "The number of loops.", "np.add.ntypes  # 22") { .int($0.types.count) },
    ufuncProperty("types", "The types of the loops' operands and results.", "np.isnat.types  # ['M->?', 'm->?']") {
      var items = ValueList()
      for type in $0.types { items.append(.string(type)) }
      return .list(items)
    },
    ufuncProperty("identity", "What a reduction of nothing gives; None where it gives nothing.", "np.add.identity  # 0")
    {
      switch $0.identity {
      case .none: .nothing
      case .integer(let value): .int(value)
      case .real(let value): .float(value)
      case .truth(let value): .bool(value)
      }
    },
    ufuncProperty(
      "signature", "The core dimensions of a function of whole axes; None for one of elements.",
      "np.add.signature  # None"
    ) {
      $0.signature.isEmpty ? .nothing : .string($0.signature)
    },
  ]

  private static func ufuncProperty(
    _ name: String, _ documentation: String, _ example: String, _ read: @escaping (UfuncTable) -> Value
  ) -> Builtin {
    Builtin("ufunc.\(name)", documentation, example: example) { (_, arguments) throws(Fault) in
      guard let table = arguments[0].asBuiltin?.value.builtin.ufuncTable else { return .nothing }
      return read(table)
    }
  }

  static let ufuncReduce = Builtin(
    "ufunc.reduce(self, array, /, axis=0, dtype=None, out=None, keepdims=False, initial=<no value>, where=True)",
    "The function applied along an axis: between the first two elements, then the result and the third, and so on.",
    example: "np.multiply.reduce([2, 3, 4])  # np.int64(24)"
  ) { (context, arguments) throws(Fault) in
    let ufunc = try context.foldable(arguments[0], "reduce")
    let keep = try context.flag(arguments[5])
    let a = try context.array(arguments, 1)
    let type = try context.foldingType(ufunc, a.value.type, arguments[3], arguments[4])
    // A number has no axis, and needs none.
    let isDefault = arguments[2].asInt == 0 && a.value.rank == 0
    let axes = isDefault ? nil : try context.axes(arguments[2])
    var start: NumPyScalar? = arguments.isNone(6) ? nil : try context.scalar(arguments[6])
    var mask: Ref<NDArray>?
    if arguments[7].asBool != true {
      guard let first = start ?? (arguments[6].isNone ? nil : ufunc.identity(a.value.type)) else {
        throw Reduction.noIdentity(ufunc.name)
      }
      start = first
      mask = Ref(try context.array(arguments, 7).value.view())
    } else if arguments[6].isNone && !arguments[6].isUnbound && a.value.count == 0 {
      try Reduction.checkExtents(a.value.shape, try Axes.normalized(axes, rank: a.value.rank), ufunc.name)
    }
    let result = try ufunc.reduce(
      a.value, axes: axes, keepDimensions: keep, type: type, initial: start, mask: mask)
    return try context.deliver(result, to: arguments[4], of: ufunc.name)
  }

  static let ufuncAccumulate = Builtin(
    "ufunc.accumulate(self, array, /, axis=0, dtype=None, out=None)",
    "The results of the function along an axis, with what stands before each element.",
    example: "np.maximum.accumulate([1, 3, 2])  # array([1, 3, 3])"
  ) { (context, arguments) throws(Fault) in
    let ufunc = try context.foldable(arguments[0], "accumulate")
    let a = try context.array(arguments, 1)
    let result = try ufunc.accumulate(
      a.value, axis: try context.singleAxis(arguments[2], a.value.rank, "accumulate"),
      type: try context.foldingType(ufunc, a.value.type, arguments[3], arguments[4]))
    return try context.deliver(result, to: arguments[4], of: ufunc.name)
  }

  static let ufuncReduceAt = Builtin(
    "ufunc.reduceat(self, array, indices, /, axis=0, dtype=None, out=None)",
    "The function along the stretches of an axis that begin at the indices.",
    example: "np.add.reduceat([1, 2, 3, 4], [0, 2])  # array([3, 7])"
  ) { (context, arguments) throws(Fault) in
    let ufunc = try context.foldable(arguments[0], "reduceat")
    let indices = try context.integers(arguments[2])
    let a = try context.array(arguments, 1)
    let result = try ufunc.reduceAt(
      a.value, indices, axis: try context.singleAxis(arguments[3], a.value.rank, "reduceat"),
      type: try context.foldingType(ufunc, a.value.type, arguments[4], arguments[5]))
    return try context.deliver(result, to: arguments[5], of: ufunc.name)
  }

  static let ufuncOuter = Builtin(
    "ufunc.outer(self, A, B, /, *, out=None, dtype=None)", "The function of all pairs of elements of two arrays.",
    example: "np.add.outer([1, 2], [10, 20])  # array([[11, 21], [12, 22]])"
  ) { (context, arguments) throws(Fault) in
    guard let table = arguments[0].asBuiltin?.value.builtin.ufuncTable, table.inputs == 2 else {
      throw Fault(.valueError, "outer product only supported for binary functions")
    }
    let (a, b) = (try context.array(arguments, 1), try context.array(arguments, 2))
    let type = try context.optionalDType(arguments[4])
    if table.outputs == 2 {
      let quotient = try Ufunc.floorDivide.outer(a.value, b.value)
      return .tuple(.result(quotient), .result(try Ufunc.remainder.outer(a.value, b.value)))
    }
    let ufunc = try context.foldable(arguments[0], "outer")
    if let type {
      let result = try ufunc.outer(try a.value.cast(to: type), try b.value.cast(to: type))
      return try context.deliver(result, to: arguments[3])
    }
    return try context.deliver(try ufunc.outer(a.value, b.value), to: arguments[3])
  }

  static let ufuncAt = Builtin(
    "ufunc.at(self, a, indices, b=<no value>, /)",
    "Applies the function in place to the elements at the indices, to an element that stands there twice two times.",
    example: "np.add.at(zeros(3), [0, 0, 2], 1)  # None"
  ) { (context, arguments) throws(Fault) in
    guard let a = arguments[1].asArray else { throw Fault(.typeError, "first operand must be array") }
    if let builtin = arguments[0].asBuiltin?.value.builtin, let table = builtin.ufuncTable, !table.signature.isEmpty {
      throw Fault(
        .typeError,
        "\(builtin.name).at does not support ufunc with non-trivial signature: \(builtin.name) has signature "
          + "\(table.signature).")
    }
    guard let name = arguments[0].asBuiltin?.value.builtin.name, let ufunc = Ufunc.byName[name] else {
      throw Fault(.typeError, "only supported for functions of elements with one result")
    }
    let hasSecond = !arguments[3].isUnbound
    if ufunc.arity == 2 && !hasSecond { throw Fault(.valueError, "second operand needed for ufunc") }
    if hasSecond {
      // Types are looked at before indices.
      _ = try ufunc.computingType(.strong(a.value.type), .strong(try context.array(arguments, 3).value.type))
    }
    let places = try a.value.places(of: try ArrayConversion.indices(arguments[2], in: context))
    guard hasSecond else {
      try ufunc.apply(a.value, at: places, nil)
      return .nothing
    }
    let b = try context.array(arguments, 3)
    guard Broadcasting.fits(b.value.shape, into: places.shape) else {
      throw Broadcasting.mismatch([places.shape, b.value.shape])
    }
    try ufunc.apply(a.value, at: places, Ref(b.value.broadcastView(places.shape)))
    return .nothing
  }
}

extension Context {
  /// The type that a fold computes in: the one that is asked for, else that of the array for the result. TypeError
  /// where the function has no such loop.
  fileprivate func foldingType(
    _ ufunc: Ufunc, _ own: ElementType, _ dtype: borrowing Value, _ out: borrowing Value
  ) throws(Fault) -> ElementType? {
    if let type = try optionalDType(dtype) {
      if ufunc.isLogical && type != .bool && type != .object {
        throw Fault(
          .typeError, "No loop matching the specified signature and casting was found for ufunc \(ufunc.name)")
      }
      return type
    }
    guard let target = try optionalOut(out)?.value.type, target.isNumber, own.isNumber, !ufunc.isLogical,
      !ufunc.isComparison, target != own, Casting.sameKind.allows(own, to: target)
    else { return nil }
    return target
  }

  /// The function behind a ufunc of two operands with one result. ValueError for another one.
  fileprivate func foldable(_ value: borrowing Value, _ method: String) throws(Fault) -> Ufunc {
    guard let builtin = value.asBuiltin?.value.builtin, let table = builtin.ufuncTable else {
      throw Fault(.typeError, "a ufunc is expected")
    }
    if !table.signature.isEmpty && method == "outer" {
      throw Fault(.typeError, "method outer is not allowed in ufunc with non-trivial signature")
    }
    if !table.signature.isEmpty { throw Fault(.runtimeError, "Reduction not defined on ufunc with signature") }
    if table.inputs != 2 { throw Fault(.valueError, "\(method) only supported for binary functions") }
    guard table.outputs == 1, let ufunc = Ufunc.byName[builtin.name] else {
      throw Fault(.valueError, "\(method) only supported for functions returning a single value")
    }
    return ufunc
  }

  /// The one axis that a method of ufuncs goes along: None and a tuple may name it. ValueError for several.
  fileprivate func singleAxis(_ value: borrowing Value, _ rank: Int, _ method: String) throws(Fault) -> Int {
    if let tuple = value.asTuple, tuple.value.items.count == 1 { return try integer(tuple.value.items[0]) }
    if value.isNone && rank == 1 { return 0 }
    if value.isNone || value.asTuple != nil {
      throw Fault(.valueError, "\(method) does not allow multiple axes")
    }
    let axis = try integer(value)
    if rank == 0 && axis != 0 && axis != -1 { _ = try Axes.normalized(axis, rank: 0) }
    return axis
  }
}
