import NNKernels

/// The keyword arguments of an elementwise function.
struct UfuncOptions: ~Copyable {
  /// Where the result goes.
  var out: Ref<NDArray>? = nil
  /// Which elements are computed; the others of `out` stay as they are (zero without `out`).
  var mask: Ref<NDArray>? = nil
  /// The type to compute in.
  var type: ElementType? = nil
  /// How far inputs and the result may be converted.
  var casting = Casting.sameKind

  init() {}
}

extension Ufunc {
  /// The function of one operand with options. Throws TypeError and ValueError.
  func unary(_ x: consuming ArrayOperand, _ options: consuming UfuncOptions) throws(Fault) -> Ref<NDArray> {
    let computing = try computingType(x.promotion.alone, requested: options.type, options.casting, x, nil)
    let source = try Ufunc.prepared(x, computing)
    let none: Ref<NDArray>? = nil
    return try finish(source, none, computing, options)
  }

  /// The function of two operands with options. Throws TypeError, ValueError and OverflowError.
  func binary(
    _ x: consuming ArrayOperand, _ y: consuming ArrayOperand, _ options: consuming UfuncOptions
  ) throws(Fault) -> Ref<NDArray> {
    if options.type == nil {
      if isComparison, let result = try compareOutOfRange(x, y) {
        return try Ufunc.logicalOr.binary(.array(result), .boolean(false), options)
      }
      if isLogical && (x.promotion == .weakInteger || y.promotion == .weakInteger) {
        return try binary(x.truthOfInteger(), y.truthOfInteger(), options)
      }
    }
    let computing =
      options.type == nil
      ? try computingType(x.promotion, y.promotion)
      : try computingType(
        Promotion.result(x.promotion, y.promotion), requested: options.type, options.casting, x, y.promotion)
    if !y.isArray {
      let mark = FloatingPointWarnings.mark()
      _ = try y.scalar(as: computing)
      FloatingPointWarnings.forget(since: mark)
    }
    switch options.out {
    case .some(let out): try checkOutputType(out.value, computing, options.casting)
    case .none: break
    }
    if options.mask == nil { try checkExponent(x, y, computing) }
    let left = try Ufunc.prepared(x, computing)
    let right: Ref<NDArray>? = try Ufunc.prepared(y, computing)
    return try finish(left, right, computing, options)
  }

  /// `target op= y` in the memory of `target`. Throws TypeError where the result does not fit its type, ValueError
  /// for a read-only array or a shape that does not fit.
  func inPlace(_ target: borrowing Ref<NDArray>, _ y: consuming ArrayOperand) throws(Fault) {
    try target.value.checkWriteable("output array")
    let type = try computingType(.strong(target.value.type), y.promotion)
    if type == target.value.type && resultType(type) == type {
      if try inPlaceDirectly(target.value, y, type) { return }
    }
    var options = UfuncOptions()
    options.out = target.copy()
    _ = try binary(.array(target.copy()), y, options)
  }

  /// The case without conversions and conflicts in memory; false where it does not apply.
  private func inPlaceDirectly(
    _ target: borrowing NDArray, _ y: borrowing ArrayOperand, _ type: ElementType
  ) throws(Fault) -> Bool {
    try checkExponent(.array(Ref(target.view())), y, type)
    switch y {
    case .array(let array):
      guard array.value.type == type, Broadcasting.fits(array.value.shape, into: target.shape),
        !target.mayOverlap(array.value) || target.isSameView(as: array.value)
      else { return false }
      try run(type, out: target, x: target, y: array.value)
    default:
      try run(type, out: target, x: target, scalar: try y.scalar(as: type), scalarFirst: false)
    }
    return true
  }

  /// The type to compute in when one may be requested. Throws TypeError where inputs cannot be converted to it.
  private func computingType(
    _ common: ElementType, requested: ElementType?, _ casting: Casting, _ x: borrowing ArrayOperand,
    _ y: Promotion?
  ) throws(Fault) -> ElementType {
    guard let requested else { return try computingType(common) }
    if resultType(requested) != requested || (isComparison || isLogical) && requested == .bool {
      // What gives truths has loops for any operands, and none for another result.
      if requested != .bool && requested != .object && (isComparison || isLogical) {
        throw Fault(
          .typeError, "No loop matching the specified signature and casting was found for ufunc \(name)")
      }
      return try computingType(common)
    }
    let type = try computingType(requested)
    if type != requested {
      throw Fault(
        .typeError, "No loop matching the specified signature and casting was found for ufunc \(name)")
    }
    try checkInput(x.promotion, 0, type, casting)
    if let y { try checkInput(y, 1, type, casting) }
    return type
  }

  private func checkInput(_ input: Promotion, _ number: Int, _ type: ElementType, _ casting: Casting) throws(Fault) {
    let own: ElementType
    switch input {
    case .strong(let type): own = type
    case .weakReal where !type.isInexact: own = .float64
    case .weakComplex where !type.isComplex: own = .complex128
    default: return
    }
    if casting.allows(own, to: type) { return }
    let place = arity == 1 ? "input" : "input \(number)"
    throw Fault(
      .outputCastingError,
      "Cannot cast ufunc '\(name)' \(place) from \(DType(own).text) to \(DType(type).text) with casting rule "
        + "'\(casting.rawValue)'")
  }

  /// An operand as an array of the given type.
  private static func prepared(_ x: consuming ArrayOperand, _ type: ElementType) throws(Fault) -> Ref<NDArray> {
    guard x.isArray else { return Ref(try Creation.scalar(try x.scalar(as: type))) }
    guard let array = x.takeArray() else { throw Fault(.systemError, "no operand") }
    return try converted(array, type)
  }

  /// Computes and writes where the options say.
  private func finish(
    _ x: borrowing Ref<NDArray>, _ y: borrowing Ref<NDArray>?, _ type: ElementType,
    _ options: borrowing UfuncOptions
  ) throws(Fault) -> Ref<NDArray> {
    var shapes = [x.value.shape]
    if let second = Ufunc.shape(of: y) { shapes.append(second) }
    guard let shape = shapes.count == 1 ? shapes[0] : Broadcasting.shape(shapes[0], shapes[1]) else {
      if let out = Ufunc.shape(of: options.out) { shapes.append(out) }
      throw Broadcasting.mismatch(shapes)
    }
    switch options.out {
    case .none:
      let result = resultType(type)
      switch options.mask {
      case .none: return Ref(try compute(x.value, y, shape, type))
      case .some(let mask):
        guard let total = Broadcasting.shape(shape, mask.value.shape) else {
          throw Broadcasting.mismatch(shapes + [mask.value.shape])
        }
        let out = try Creation.zeros(total, result)
        try computeMasked(x.value, y, type, mask.value, out)
        return Ref(out)
      }
    case .some(let out):
      try checkOutput(out.value, shape, shapes, type, options.casting)
      switch options.mask {
      case .none: try write(x.value, y, shape, type, out.value)
      case .some(let mask): try computeMasked(x.value, y, type, mask.value, out.value)
      }
      return out.copy()
    }
  }

  private static func shape(of array: borrowing Ref<NDArray>?) -> Dimensions? {
    switch array {
    case .none: nil
    case .some(let array): array.value.shape
    }
  }

  private func checkOutput(
    _ out: borrowing NDArray, _ shape: Dimensions, _ shapes: [Dimensions], _ type: ElementType, _ casting: Casting
  ) throws(Fault) {
    try checkOutputType(out, type, casting)
    guard let total = Broadcasting.shape(shape, out.shape) else { throw Broadcasting.mismatch(shapes + [out.shape]) }
    if total != out.shape {
      throw Fault(
        .valueError,
        "non-broadcastable output operand with shape \(out.shape.compactText) doesn't match the broadcast shape "
          + total.compactText, operands: shapes.map(\.text))
    }
  }

  private func checkOutputType(_ out: borrowing NDArray, _ type: ElementType, _ casting: Casting) throws(Fault) {
    try out.checkWriteable("output array")
    let result = resultType(type)
    if !casting.allows(result, to: out.type) {
      throw Fault(
        .outputCastingError,
        "Cannot cast ufunc '\(name)' output from \(DType(result).text) to \(DType(out.type).text) with casting rule "
          + "'\(casting.rawValue)'")
    }
  }

  /// The result in fresh memory.
  private func compute(
    _ x: borrowing NDArray, _ y: borrowing Ref<NDArray>?, _ shape: Dimensions, _ type: ElementType
  ) throws(Fault) -> NDArray {
    switch y {
    case .none:
      let out = try x.emptyLike(resultType(type))
      try run(type, out: out, x: x)
      return out
    case .some(let y):
      let out = try Ufunc.allocate(shape, resultType(type), x, y.value)
      try run(type, out: out, x: x, y: y.value)
      return out
    }
  }

  /// The result in given memory: directly, or by way of a copy where types differ or operands overlap.
  private func write(
    _ x: borrowing NDArray, _ y: borrowing Ref<NDArray>?, _ shape: Dimensions, _ type: ElementType,
    _ out: borrowing NDArray
  ) throws(Fault) {
    // The optional array is handed on before the switch, not inside: there the optimiser of Swift 6.3.1 may abort.
    if resultType(type) != out.type || !Ufunc.isClear(out, x) || !Ufunc.isClear(out, y) {
      return try out.assign(try compute(x, y, shape, type))
    }
    switch y {
    case .none: try run(type, out: out, x: x)
    case .some(let second): try run(type, out: out, x: x, y: second.value)
    }
  }

  private static func isClear(_ out: borrowing NDArray, _ y: borrowing Ref<NDArray>?) -> Bool {
    switch y {
    case .none: true
    case .some(let second): isClear(out, second.value)
    }
  }

  /// Whether writing to `out` in a loop cannot disturb the reading of `x`.
  private static func isClear(_ out: borrowing NDArray, _ x: borrowing NDArray) -> Bool {
    !out.mayOverlap(x) || (out.isSameView(as: x))
  }

  /// Computes only where the mask is true, so that the rest neither changes nor warns.
  private func computeMasked(
    _ x: borrowing NDArray, _ y: borrowing Ref<NDArray>?, _ type: ElementType, _ mask: borrowing NDArray,
    _ out: borrowing NDArray
  ) throws(Fault) {
    guard Broadcasting.fits(mask.shape, into: out.shape) else { throw Broadcasting.mismatch([mask.shape, out.shape]) }
    if mask.type != .bool {
      throw Fault(
        .typeError,
        "Cannot cast array data from \(DType(mask.type).text) to dtype('bool') according to the rule 'safe'")
    }
    let places = Ref(mask.broadcastView(out.shape))
    let left = try Masks.read(x.broadcastView(out.shape), places.value)
    let values: NDArray
    switch y {
    case .none: values = try compute(left, nil, left.shape, type)
    case .some(let second):
      let chosen = Ref(try Masks.read(second.value.broadcastView(out.shape), places.value))
      try checkExponent(.array(chosen.copy()), .array(chosen.copy()), type)
      let right: Ref<NDArray>? = chosen
      values = try compute(left, right, left.shape, type)
    }
    var index = List<Index>()
    index.append(.array(places.copy()))
    if out.rank > 0 { return try out.assign(values, at: index) }
    if values.count > 0 { out.fillUnchecked(values.firstElement) }
  }
}
