// The derivatives that are written in Swift, because programs of numbers spend their time in them.

extension Derivative {
  /// A rule that gets the arguments and the record.
  private static func rule(_ body: @escaping (Context, Tape, Registers) throws(Fault) -> Value) -> Derivative {
    .native { (context, arguments) throws(Fault) in
      guard let tape = context.tracer as? Tape else { throw Fault(.systemError, "no gradient is open") }
      return try body(context, tape, arguments)
    }
  }

  private static func term(_ tape: Tape, _ arguments: Registers, _ index: Int) throws(Fault) -> Term {
    Term(try tape.traceable(arguments[index].copy()), tape.context)
  }

  static let writtenHere: [String: Derivative] = [
    "numpy.sum": rule { (context, tape, arguments) throws(Fault) in
      if !arguments[6].isUnbound && arguments[6].asBool != true { throw unsupported("sum with where=") }
      let x = try converted(context, try term(tape, arguments, 0), arguments[2])
      var total = try context.sum(x, axes: try context.axes(arguments[1]), keep: try context.flag(arguments[4]))
      if !arguments.isNone(5) { total = try total + Term(arguments[5].copy(), context) }
      return try tape.deliver(total.value.copy(), to: arguments[3])
    },
    "numpy.mean": rule { (context, tape, arguments) throws(Fault) in
      let x = try converted(context, try term(tape, arguments, 0), arguments[2])
      let axes = try context.axes(arguments[1])
      let total = try context.sum(x, axes: axes, keep: try context.flag(arguments[4]))
      let count = try context.count(x, axes)
      return try tape.deliver((total / Double(count)).value.copy(), to: arguments[3])
    },
    "numpy.max": extreme(.maximum), "numpy.min": extreme(.minimum),
    "numpy.dot": rule { (context, tape, arguments) throws(Fault) in
      let (a, b) = (try term(tape, arguments, 0), try term(tape, arguments, 1))
      return try tape.deliver(try context.dot(a, b).value.copy(), to: arguments[2])
    },
    "numpy.matmul": rule { (context, tape, arguments) throws(Fault) in
      let (a, b) = (try term(tape, arguments, 0), try term(tape, arguments, 1))
      return try tape.deliver(try context.matrixProduct(a, b).value.copy(), to: arguments[2])
    },
    "numpy.where": rule { (context, tape, arguments) throws(Fault) in
      guard !arguments[1].isUnbound, !arguments[2].isUnbound else { return .nothing }
      let condition = Ref(try ArrayConversion.array(arguments[0], in: context))
      let mask = Ref(try condition.value.cast(to: .bool))
      return try context.selection(mask, try term(tape, arguments, 1), try term(tape, arguments, 2)).value.copy()
    },
    "numpy.reshape": reshape, "ndarray.reshape": reshape, "numpy.ravel": flatten(isView: true),
    "ndarray.flatten": flatten(isView: false), "ndarray.ravel": flatten(isView: true),
    "numpy.copy": copy, "ndarray.copy": copy,
    "numpy.array": array, "numpy.asarray": array, "numpy.ascontiguousarray": array, "numpy.asfarray": array,
    "ndarray.astype": rule { (context, tape, arguments) throws(Fault) in
      let type = try ArrayConversion.dtype(arguments[1]).type
      guard type.isInexact else {
        return .array(Ref(try ArrayConversion.array(arguments[0], in: context).astype(type, order: .c)))
      }
      return try converted(context, Term(arguments[0].copy(), context), arguments[1], isCopied: true).value.copy()
    },
    "numpy.concatenate": rule { (context, tape, arguments) throws(Fault) in
      let parts = try terms(tape, arguments[0])
      if arguments[1].isNone {
        let flat = try parts.map { (part) throws(Fault) in try context.reshape(part, Dimensions(part.shape.product)) }
        return try concatenate(context, flat, 0)
      }
      return try tape.deliver(try concatenate(context, parts, try context.integer(arguments[1])), to: arguments[2])
    },
    "float": rule { (context, tape, arguments) throws(Fault) in
      guard let array = arguments[0].asArray, array.value.count == 1 else {
        throw Fault(.typeError, "only length-1 arrays can be converted to Python scalars")
      }
      if array.value.isTracedFloat { return arguments[0].copy() }
      return try single(context, arguments[0], array)
    },
    "ndarray.item": rule { (context, tape, arguments) throws(Fault) in
      guard let array = arguments[0].asArray else { return .nothing }
      if let places = arguments.variadic(1), places.value.items.count > 0 {
        if places.value.items.count == array.value.rank { return try context.item(arguments[0], at: arguments[1]) }
        let flat = try context.reshape(Term(arguments[0].copy(), context), Dimensions(array.value.count))
        return try context.item(flat.value, at: places.value.items[0])
      }
      if array.value.isTracedFloat { return arguments[0].copy() }
      if array.value.count != 1 { throw Fault(.valueError, "can only convert an array of size 1 to a Python scalar") }
      return try single(context, arguments[0], array)
    },
    "abs": .ufunc1(.absolute), "numpy.fabs": .ufunc1(.absolute),
  ]

  /// The elements in another type, where one is given.
  private static func converted(
    _ context: Context, _ x: Term, _ wanted: borrowing Value, isCopied: Bool = false
  ) throws(Fault) -> Term {
    if wanted.isNone || wanted.isUnbound { return x }
    let type = try ArrayConversion.dtype(wanted).type
    let plain = Ref(try ArrayConversion.array(x.value, in: context))
    if plain.value.type == type && !isCopied { return x }
    let result = Ref(try plain.value.astype(type, order: .c))
    let isFloat = x.value.asArray?.value.isTracedFloat == true
    return x.with(
      try context.recordedCopy(of: x.value, isFloat ? .scalar(result.value.element(0)) : .array(result.copy())))
  }

  /// A function of one argument that is an elementwise one.
  static func ufunc1(_ ufunc: Ufunc) -> Derivative {
    rule { (context, tape, arguments) throws(Fault) in
      try context.elementwise(ufunc, try tape.traceable(arguments[0].copy()))
    }
  }

  /// A function of two arguments that is an elementwise one.
  static func ufunc2(_ ufunc: Ufunc) -> Derivative {
    rule { (context, tape, arguments) throws(Fault) in
      try context.elementwise(
        ufunc, try tape.traceable(arguments[0].copy()), try tape.traceable(arguments[1].copy()))
    }
  }

  private static func unsupported(_ what: String) -> Fault {
    Fault(.notImplementedError, "\(what) has no derivative here")
  }

  /// The only element of an array as a traced float.
  private static func single(
    _ context: Context, _ value: borrowing Value, _ array: Unowned<NDArray>
  ) throws(Fault) -> Value {
    var zeros = ValueList()
    for _ in 0..<array.value.rank { zeros.append(.int(0)) }
    return try context.item(value, at: .tuple(zeros))
  }

  private static func extreme(_ reduction: Reduction) -> Derivative {
    rule { (context, tape, arguments) throws(Fault) in
      if !arguments[5].isUnbound && arguments[5].asBool != true { throw unsupported("max with where=") }
      let x = try term(tape, arguments, 0)
      let result = try context.extreme(
        reduction, x, try context.axes(arguments[1]), keep: try context.flag(arguments[3]))
      if arguments.isNone(4) { return try tape.deliver(result.value.copy(), to: arguments[2]) }
      let bounded = try result(reduction.joining, Term(arguments[4].copy(), context))
      return try tape.deliver(bounded.value.copy(), to: arguments[2])
    }
  }

  private static let reshape = rule { (context, tape, arguments) throws(Fault) in
    let x = try term(tape, arguments, 0)
    let order = try context.order(arguments[2])
    let rest = arguments.variadic(1)
    let isWrapped = rest.map { $0.value.items.count == 1 && $0.value.items[0].isSequence } == true
    let wanted = isWrapped ? rest?.value.items[0].copy() ?? .nothing : arguments[1].copy()
    let shape = try ArrayConversion.shape(wanted, in: context)
    if order != .c {
      let turned = try context.reshape(
        try context.copy(try context.reversed(x)), try context.resolved(shape.backwards, x.shape.product))
      return try context.reversed(turned).value.copy()
    }
    return try context.reshape(x, try context.resolved(shape, x.shape.product)).value.copy()
  }

  private static func flatten(isView: Bool) -> Derivative {
    rule { (context, tape, arguments) throws(Fault) in
      let x = try term(tape, arguments, 0)
      let order = try context.order(arguments[1])
      let source = order == .fortran ? try context.reversed(x) : x
      let flat = try context.reshape(source, Dimensions(x.shape.product))
      return isView ? flat.value.copy() : try context.copy(flat).value.copy()
    }
  }

  private static let copy = rule { (context, tape, arguments) throws(Fault) in
    if let array = arguments[0].asArray, array.value.isTracedFloat { return arguments[0].copy() }
    return try context.copy(try term(tape, arguments, 0)).value.copy()
  }

  private static let array = rule { (context, tape, arguments) throws(Fault) in
    if arguments[0].asArray != nil {
      return try context.copy(Term(arguments[0].copy(), context)).value.copy()
    }
    return try context.stacked(arguments[0])
  }

  private static func terms(_ tape: Tape, _ value: borrowing Value) throws(Fault) -> [Term] {
    let items = try tape.context.items(value)
    var result: [Term] = []
    for index in 0..<items.count {
      let item = Term(try tape.traceable(items[index].copy()), tape.context)
      result.append(
        item.value.asArray != nil
          ? item : item.with(.array(Ref(try ArrayConversion.array(item.value, in: tape.context)))))
    }
    return result
  }

  private static func concatenate(_ context: Context, _ parts: [Term], _ axis: Int) throws(Fault) -> Value {
    var arrays = List<Ref<NDArray>>()
    for part in parts { arrays.append(Ref(try ArrayConversion.array(part.value, in: context))) }
    let result = try Joining.concatenate(arrays, axis: axis)
    let place = try Axes.normalized(axis, rank: result.rank)
    return try context.joined(parts, result, axis: place, areRows: false).value.copy()
  }
}

extension Context {
  /// How many elements are added into each of a sum's.
  fileprivate func count(_ x: Term, _ axes: Dimensions?) throws(Fault) -> Int {
    guard let axes else { return x.shape.product }
    return try Axes.normalized(axes, rank: x.shape.count).reduce(1) { $0 * x.shape[$1] }
  }

  /// A shape with its -1 resolved.
  fileprivate func resolved(_ shape: Dimensions, _ count: Int) throws(Fault) -> Dimensions {
    guard let open = shape.firstIndex(of: -1) else { return shape }
    let rest = shape.enumerated().reduce(1) { $1.offset == open ? $0 : $0 &* $1.element }
    guard rest > 0, count % rest == 0 else {
      throw Fault(.valueError, "cannot reshape array of size \(count) into shape \(shape.compactText)")
    }
    return shape.replacing(open, with: count / rest)
  }

  fileprivate func reversed(_ x: Term) throws(Fault) -> Term {
    try permute(x, Axes.all(x.shape.count).backwards)
  }

  /// NumPy's `dot`: products of numbers, vectors and matrices; of others by way of one matrix product.
  func dot(_ a: Term, _ b: Term) throws(Fault) -> Term {
    let (x, y) = (a.shape, b.shape)
    if x.count == 0 || y.count == 0 { return try a * b }
    if x.count <= 2 && y.count <= 2 {
      if x[x.count &- 1] != y[max(y.count &- 2, 0)] {
        _ = try Products.dot(try ArrayConversion.array(a.value, in: self), try ArrayConversion.array(b.value, in: self))
      }
      return try matrixProduct(a, b)
    }
    let length = x[x.count &- 1]
    var order = Dimensions()
    let inner = max(y.count &- 2, 0)
    order.append(inner)
    for axis in 0..<y.count where axis != inner { order.append(axis) }
    var result = x.dropping(last: 1)
    for axis in 0..<y.count where axis != inner { result.append(y[axis]) }
    if length != y[inner] {
      _ = try Products.dot(try ArrayConversion.array(a.value, in: self), try ArrayConversion.array(b.value, in: self))
    }
    let rows = try reshape(a, Dimensions(x.product / max(length, 1), length))
    let columns = try reshape(try permute(b, order), Dimensions(length, y.product / max(length, 1)))
    return try reshape(try matrixProduct(rows, columns), result)
  }

  /// The largest or smallest elements over axes; equal ones share the cotangent.
  func extreme(_ reduction: Reduction, _ x: Term, _ axes: Dimensions?, keep: Bool) throws(Fault) -> Term {
    let array = Ref(try ArrayConversion.array(x.value, in: self))
    let places: Dimensions =
      if let axes { try Axes.normalized(axes, rank: array.value.rank) } else { Axes.all(array.value.rank) }
    let result = Value.result(try reduction.reduce(array.value, axes: places, keepDimensions: keep))
    guard let tape = tracer as? Tape, let node = tape.node(of: x.value) else { return x.with(result) }
    let kept = kept(array.value.shape, places)
    let saved = tape.save(x.value)
    let box = SavedTerm()
    let full = result.asArray?.value.shape ?? Dimensions()
    let entry = ClosureNode([node]) { (sweep, g) throws(Fault) in
      guard let out = box.term else { return [] }
      let context = g.context
      let isExtreme = try saved(.equal, try context.reshape(out, kept)) * 1.0
      let ties = try context.sum(isExtreme, axes: places, keep: true)
      return [try context.reshape(try g.broadcast(to: full), kept) * (isExtreme / ties)]
    }
    let recorded = try tape.record(result, entry)
    box.term = tape.save(recorded)
    return x.with(recorded)
  }
}

/// A result that a rule reads, set once it is recorded.
final class SavedTerm {
  var term: Term?
}
