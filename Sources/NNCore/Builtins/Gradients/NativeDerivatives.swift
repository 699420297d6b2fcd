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
      let x = try converted(context, try term(tape, arguments, 0), arguments[2])
      var total = try context.sum(x, axes: try axes(context, arguments, x), keep: try context.flag(arguments[4]))
      if !arguments.isNone(5) { total = try total + Term(arguments[5].copy(), context) }
      return try tape.deliver(total.value.copy(), to: arguments[3])
    }.without([6], "folding"),
    "numpy.mean": rule { (context, tape, arguments) throws(Fault) in
      let x = try converted(context, try term(tape, arguments, 0), arguments[2])
      let axes = try context.axes(arguments[1])
      let total = try context.sum(x, axes: axes, keep: try context.flag(arguments[4]))
      let count = try context.count(x, axes)
      return try tape.deliver((total / Double(count)).value.copy(), to: arguments[3])
    }.without([5], "folding"),
    "numpy.max": extreme(.maximum), "numpy.min": extreme(.minimum),
    "numpy.dot": rule { (context, tape, arguments) throws(Fault) in
      let (a, b) = (try term(tape, arguments, 0), try term(tape, arguments, 1))
      return try tape.deliver(try context.dot(a, b).value.copy(), to: arguments[2])
    },
    "numpy.matmul": rule { (context, tape, arguments) throws(Fault) in
      let (a, b) = (try term(tape, arguments, 0), try term(tape, arguments, 1))
      return try tape.deliver(try context.matrixProduct(a, b).value.copy(), to: arguments[2])
    }.without([5], "products"),
    "numpy.where": rule { (context, tape, arguments) throws(Fault) in
      guard !arguments[1].isUnbound, !arguments[2].isUnbound else { return .nothing }
      let condition = Ref(try ArrayConversion.array(arguments[0], in: context))
      let mask = Ref(try condition.value.cast(to: .bool))
      return try context.selection(mask, try term(tape, arguments, 1), try term(tape, arguments, 2)).value.copy()
    },
    "numpy.reshape": reshape, "ndarray.reshape": reshape, "numpy.ravel": flatten(isView: true),
    "ndarray.flatten": flatten(isView: false), "ndarray.ravel": flatten(isView: true),
    "numpy.copy": copy, "ndarray.copy": copy, "ndarray.__copy__": copy, "ndarray.__deepcopy__": copy,
    "ndarray.conj": ufunc1(.conjugate),
    "numpy.array": array(.copy), "numpy.asarray": array(.same), "numpy.ascontiguousarray": array(.flat),
    "numpy.asfarray": array(.same),
    "numpy.float64": rule { (context, tape, arguments) throws(Fault) in
      if let array = arguments[0].asArray, array.value.rank == 0 {
        return array.value.isTracedFloat ? arguments[0].copy() : try single(context, arguments[0], array)
      }
      return try context.copy(try term(tape, arguments, 0)).value.copy()
    },
    "ndarray.astype": rule { (context, tape, arguments) throws(Fault) in
      let type = try ArrayConversion.dtype(arguments[1]).type
      if type == .object { try context.checkUntraced(arguments[0]) }
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
      let whole = Term(try concatenate(context, parts, try context.integer(arguments[1])), context)
      return whole.value.copy()
    }.without([2, 3], "joining"),
    "float": rule { (context, tape, arguments) throws(Fault) in
      guard let array = arguments[0].asArray, array.value.count == 1 else {
        throw Fault(.typeError, "only length-1 arrays can be converted to Python scalars")
      }
      if array.value.type.isComplex {
        throw Fault(.typeError, "float() argument must be a string or a real number, not 'complex'")
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
      let x = try term(tape, arguments, 0)
      let result = try context.extreme(
        reduction, x, try axes(context, arguments, x), keep: try context.flag(arguments[3]))
      return try tape.deliver(result.value.copy(), to: arguments[2])
    }.without([4, 5], "folding")
  }

  /// The axes of a fold. As NumPy has it, a number has one.
  private static func axes(_ context: Context, _ arguments: Registers, _ x: Term) throws(Fault) -> Dimensions? {
    let axes = try context.axes(arguments[1])
    if x.shape.count == 0, let axes, axes.count == 1, axes[0] == 0 || axes[0] == -1 { return nil }
    return axes
  }

  /// The same rule, but where a parameter of some numbers is given: that one of the library.
  private func without(_ rare: [Int], _ module: StaticString) -> Derivative {
    guard case .native(let body) = self else { return self }
    return .nativeWithout(body, rare: rare, module: module)
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
      let isFlat = flat.value.asArray?.value.isContiguous ?? true
      return isView && isFlat ? flat.value.copy() : try context.copy(flat).value.copy()
    }
  }

  private static let copy = rule { (context, tape, arguments) throws(Fault) in
    if let array = arguments[0].asArray, array.value.isTracedFloat { return arguments[0].copy() }
    return try context.copy(try term(tape, arguments, 0)).value.copy()
  }

  /// When a function that makes arrays of anything gives an array that it gets itself.
  private enum Kept {
    case copy, same, flat
  }

  private static func array(_ kept: Kept) -> Derivative {
    rule { (context, tape, arguments) throws(Fault) in
      let wanted = arguments[1].isUnbound ? .nothing : arguments[1].copy()
      let type = wanted.isNone ? nil : try ArrayConversion.dtype(wanted).type
      if let type, !type.isInexact {
        if type == .object { try context.checkUntraced(arguments[0]) }
        return .array(Ref(try ArrayConversion.array(arguments[0], in: context).astype(type, order: .c)))
      }
      guard let own = arguments[0].asArray else {
        let made = Term(try context.stacked(arguments[0]), context)
        let least = kept == .copy ? try context.integer(arguments[5]) : 0
        return try deepened(context, try converted(context, made, wanted), least).value.copy()
      }
      let isSame = type == nil || type == own.value.type
      let copies = kept == .copy ? arguments[2].asBool != false : kept == .same && arguments[3].asBool == true
      if isSame && !copies && !own.value.isTracedFloat && (kept != .flat || own.value.isContiguous) {
        return arguments[0].copy()
      }
      let x = Term(arguments[0].copy(), context)
      let result = isSame ? try context.copy(x) : try converted(context, x, wanted)
      return try deepened(context, result, kept == .copy ? try context.integer(arguments[5]) : 0).value.copy()
    }
  }

  /// An array of at least so many axes.
  private static func deepened(_ context: Context, _ x: Term, _ least: Int) throws(Fault) -> Term {
    guard x.shape.count < least, least <= Dimensions.capacity else { return x }
    var shape = Dimensions(repeating: 1, count: least &- x.shape.count)
    for length in x.shape { shape.append(length) }
    return try context.reshape(x, shape)
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
    let places = try Axes.normalized(axes, rank: array.value.rank)
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
      // Where all elements of a lane are nan, none is the extreme: 0 · inf is nan, as it has to be.
      return [try isExtreme * (try context.reshape(try g.broadcast(to: full), kept) / ties)]
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
