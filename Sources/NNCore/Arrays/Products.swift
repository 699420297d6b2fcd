import NNKernels

/// Sums of products: `dot`, `matmul` and their kin.
enum Products {
  /// NumPy's `dot`: the sum over the last axis of `a` and the last but one of `b`; a product with a number for arrays
  /// without axes. Throws ValueError where the lengths differ.
  static func dot(_ a: borrowing NDArray, _ b: borrowing NDArray) throws(Fault) -> NDArray {
    let common = Promotion.common(a.type, b.type)
    if common.isInexact, common != .float16, isNumberLike(a) || isNumberLike(b), a.rank <= 2, b.rank <= 2,
      let result = try scaled(a, b, common)
    {
      return result
    }
    return try plainDot(a, b)
  }

  /// Whether BLAS would count an array as a number: no axes, or one row and one column at the most.
  private static func isNumberLike(_ x: borrowing NDArray) -> Bool {
    x.rank == 0 || x.count <= 1 && x.shape[0] <= 1 && (x.rank == 1 || x.rank == 2 && x.shape[1] == 1)
  }

  /// The product of an array and a number as NumPy's `dot` makes it by BLAS: that of two numbers is one product, others
  /// are added to zeros, by 0 not even that. Nil where lengths clash.
  private static func scaled(_ a: borrowing NDArray, _ b: borrowing NDArray, _ type: ElementType) throws(Fault)
    -> NDArray?
  {
    var shape = a.rank == 0 ? b.shape : a.shape
    if a.rank > 0 && b.rank > 0 {
      if a.shape[a.rank &- 1] != b.shape[0] { return nil }
      shape = a.shape.removing(a.rank &- 1)
      if b.rank == 2 { shape.append(b.shape[1]) }
    }
    if a.count == 0 || b.count == 0 { return try Creation.zeros(shape, type) }
    let isLeft = isNumberLike(a)
    let factor = isLeft ? a.firstElement : b.firstElement
    if shape.product != 1 && !factor.cast(to: .bool).asBool { return try Creation.zeros(shape, type) }
    let product = try Ufunc.multiply.binary(try a.raveled().cast(to: type), try b.raveled().cast(to: type))
    let result = shape.product == 1 ? product : try Ufunc.add.binary(product, try Creation.zeros(Dimensions(), type))
    return try result.reshaped(shape)
  }

  /// The same as sums of products, which `matmul` makes of numbers too.
  static func plainDot(_ a: borrowing NDArray, _ b: borrowing NDArray) throws(Fault) -> NDArray {
    if a.rank == 0 || b.rank == 0 {
      let product = try Ufunc.multiply.binary(a, b)
      // A sum of one product: no zero of it is negative.
      return product.type.isInexact
        ? try Ufunc.add.binary(product, try Creation.zeros(Dimensions(), product.type)) : product
    }
    let axis = max(b.rank &- 2, 0)
    let length = a.shape[a.rank &- 1]
    if length != b.shape[axis] { throw notAligned(a.shape, b.shape, axis) }
    let type = Promotion.common(a.type, b.type)
    if type == .object { return try objectDot(a, b) }
    if !hasProducts(type) { throw Fault(.valueError, "data type must provide an itemsize") }
    if let wide = wider(type) { return try plainDot(try a.cast(to: wide), try b.cast(to: wide)).cast(to: type) }
    if a.type != type { return try plainDot(try a.cast(to: type), b) }
    if b.type != type { return try plainDot(a, try b.cast(to: type)) }
    if a.rank <= 2 && b.rank <= 2 { return try simple(a, b, type) }
    return try general(a, b, type)
  }

  /// The product of arrays of values: sums of products along the last axis of `a` and the last but one of `b`.
  private static func objectDot(_ a: borrowing NDArray, _ b: borrowing NDArray) throws(Fault) -> NDArray {
    let axis = max(b.rank &- 2, 0)
    let moved = try b.movingAxes(Dimensions(axis), to: [0])
    // (…, 1, k) against (columns…, k): the last axes meet.
    var rows = Dimensions()
    for place in 0..<(a.rank &- 1) { rows.append(a.shape[place]) }
    for _ in 1..<max(b.rank, 1) { try rows.appendChecked(1) }
    try rows.appendChecked(a.shape[a.rank &- 1])
    let columns = try moved.movingAxes([0], to: Dimensions(b.rank &- 1))
    let products = try Ufunc.multiply.binary(try a.reshaped(rows), columns)
    return try Ufunc.add.reduce(
      products, axes: Dimensions(products.rank &- 1), keepDimensions: false, type: nil, initial: nil)
  }

  /// Whether elements are numbers, or values of the language: texts and records have no products.
  private static func hasProducts(_ type: ElementType) -> Bool {
    type.isNumber || type == .object || RecordTypes.native(type) != nil
  }

  /// The type that computes for elements of another one; nil where they compute themselves.
  private static func wider(_ type: ElementType) -> ElementType? {
    type.computingType == type ? nil : type.computingType
  }

  /// The product of arrays of one or two axes that fit.
  private static func simple(_ a: borrowing NDArray, _ b: borrowing NDArray, _ type: ElementType) throws(Fault)
    -> NDArray
  {
    if a.rank == 2 && b.rank == 2, let result = try LazyProducts.product(a, b, type) { return result }
    var shape = Dimensions()
    if a.rank == 2 { shape.append(a.shape[0]) }
    if b.rank == 2 { shape.append(b.shape[1]) }
    let out = try Creation.empty(shape, type)
    let left = rowMatrix(a)
    let right = columnMatrix(b)
    try ArrayKernels.product(type, left, right, out: target(out.mutableData, left.rows, right.columns, type))
    return out
  }

  /// Any axes: the rows of `a` times each matrix of the stack `b`.
  private static func general(_ a: borrowing NDArray, _ b: borrowing NDArray, _ type: ElementType) throws(Fault)
    -> NDArray
  {
    let length = a.shape[a.rank &- 1]
    var shape = a.shape.removing(a.rank &- 1)
    let axis = max(b.rank &- 2, 0)
    for extent in b.shape.removing(axis) { try shape.appendChecked(extent) }
    let out = try Creation.empty(shape, type)
    if out.count == 0 { return out }
    let rows = a.shape.removing(a.rank &- 1).product
    let flat = try a.reshaped(Dimensions(rows, length))
    let left = rowMatrix(flat)
    let columns = b.rank > 1 ? b.shape[b.rank &- 1] : 1
    let width = b.shape.removing(axis).product
    var stack = b.shape
    var strides = b.strides
    stack.truncate(to: axis)
    strides.truncate(to: axis)
    let data = out.mutableData
    let right = columnMatrix(b)
    try Lanes.forEach(stack, strides, stack.contiguousStrides(itemSize: columns &* type.size)) {
      (from, to) throws(Fault) in
      var matrix = right
      matrix.data = right.data.advanced(by: from)
      var result = target(data.advanced(by: to), rows, columns, type)
      result.rowStride = width &* type.size
      try ArrayKernels.product(type, left, matrix, out: result)
    }
    return out
  }

  /// The last two axes (or one, as a row).
  static func rowMatrix(_ a: borrowing NDArray) -> ArrayKernels.Matrix {
    let last = a.rank &- 1
    return ArrayKernels.Matrix(
      data: a.data, rows: last > 0 ? a.shape[last &- 1] : 1, columns: a.shape[last],
      rowStride: last > 0 ? a.strides[last &- 1] : 0, columnStride: a.strides[last])
  }

  /// The last two axes (or one, as a column).
  static func columnMatrix(_ b: borrowing NDArray) -> ArrayKernels.Matrix {
    if b.rank > 1 { return rowMatrix(b) }
    return ArrayKernels.Matrix(
      data: b.data, rows: b.shape[0], columns: 1, rowStride: b.strides[0], columnStride: b.itemSize)
  }

  static func target(_ data: DataPointer, _ rows: Int, _ columns: Int, _ type: ElementType)
    -> ArrayKernels.Matrix
  {
    ArrayKernels.Matrix(
      data: data, rows: rows, columns: columns, rowStride: columns &* type.size, columnStride: type.size)
  }

  /// NumPy's `matmul`: matrices in the last two axes, the others broadcast; one axis counts as a row or column that is
  /// dropped again. Throws ValueError.
  static func matmul(_ a: borrowing NDArray, _ b: borrowing NDArray) throws(Fault) -> NDArray {
    if a.rank == 0 || b.rank == 0 { throw noAxes(a.rank == 0 ? 0 : 1) }
    let inner = a.shape[a.rank &- 1]
    let other = b.shape[max(b.rank &- 2, 0)]
    if inner != other { throw coreMismatch(a.shape, b.shape, inner, other) }
    let type = Promotion.common(a.type, b.type)
    if !hasProducts(type) {
      throw Fault(
        .noLoopError,
        "ufunc 'matmul' did not contain a loop with signature matching types (\(a.dtype.text), \(b.dtype.text)) -> None"
      )
    }
    if a.rank <= 2 && b.rank <= 2 { return try plainDot(a, b) }
    if let wide = wider(type) { return try matmul(try a.cast(to: wide), try b.cast(to: wide)).cast(to: type) }
    if a.type != type { return try matmul(try a.cast(to: type), b) }
    if b.type != type { return try matmul(a, try b.cast(to: type)) }
    return try stacked(a, b, type)
  }

  private static func stacked(_ a: borrowing NDArray, _ b: borrowing NDArray, _ type: ElementType) throws(Fault)
    -> NDArray
  {
    let aStack = a.shape.dropping(last: 2)
    let bStack = b.shape.dropping(last: 2)
    guard let stack = Broadcasting.shape(aStack, bStack) else { throw stackMismatch(a.shape, b.shape) }
    let left = rowMatrix(a)
    let right = columnMatrix(b)
    var shape = stack
    if a.rank > 1 { try shape.appendChecked(left.rows) }
    if b.rank > 1 { try shape.appendChecked(right.columns) }
    let out = try Creation.empty(shape, type)
    var place = out.mutableData
    let step = left.rows &* right.columns &* type.size
    try Lanes.forEach(
      stack, Broadcasting.strides(a.strides.dropping(last: 2), of: aStack, in: stack),
      Broadcasting.strides(b.strides.dropping(last: 2), of: bStack, in: stack)
    ) { (aOffset, bOffset) throws(Fault) in
      var (x, y) = (left, right)
      x.data = left.data.advanced(by: aOffset)
      y.data = right.data.advanced(by: bOffset)
      try ArrayKernels.product(type, x, y, out: target(place, x.rows, y.columns, type))
      place = place.advanced(by: step)
    }
    return out
  }

  /// NumPy's `inner`: the sum over the last axes of both. Throws ValueError.
  static func inner(_ a: borrowing NDArray, _ b: borrowing NDArray) throws(Fault) -> NDArray {
    if a.rank == 0 || b.rank == 0 { return try dot(a, b) }
    if b.rank < 2 { return try dot(a, b) }
    return try dot(a, try b.movingAxes([-1], to: [-2]))
  }

  /// NumPy's `outer`: all products of the elements of two flattened arrays.
  static func outer(_ a: borrowing NDArray, _ b: borrowing NDArray) throws(Fault) -> NDArray {
    try Ufunc.multiply.binary(try a.reshaped([-1, 1]), try b.reshaped([1, -1]))
  }

  /// NumPy's `vdot`: the inner product of two flattened arrays. Throws ValueError where their sizes differ.
  static func vdot(_ a: borrowing NDArray, _ b: borrowing NDArray) throws(Fault) -> NDArray {
    let x = try a.raveled()
    let y = try b.raveled()
    if x.count != y.count {
      throw Fault(.valueError, "cannot reshape array of size \(y.count) into shape \(x.shape.compactText)")
    }
    return x.type.isComplex ? try plainDot(try Ufunc.conjugate.unary(x), y) : try plainDot(x, y)
  }
}

extension Dimensions {
  /// The elements without the last `count`; none where there are fewer.
  func dropping(last count: Int) -> Dimensions {
    var result = self
    result.truncate(to: self.count &- count)
    return result
  }
}

// The errors.
extension Products {
  private static func notAligned(_ a: Dimensions, _ b: Dimensions, _ axis: Int) -> Fault {
    let last = a.count &- 1
    return Fault(
      .valueError,
      "shapes \(a.compactText) and \(b.compactText) not aligned: \(a[last]) (dim \(last)) != \(b[axis]) (dim \(axis))",
      operands: [a.text, b.text], hint: hint("dot", a, b))
  }

  private static func coreMismatch(_ a: Dimensions, _ b: Dimensions, _ inner: Int, _ other: Int) -> Fault {
    Fault(
      .valueError,
      "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) "
        + "(size \(other) is different from \(inner))", operands: [a.text, b.text], hint: hint("matmul", a, b))
  }

  private static func noAxes(_ operand: Int) -> Fault {
    Fault(
      .valueError,
      "matmul: Input operand \(operand) does not have enough dimensions (has 0, gufunc core with signature "
        + "(n?,k),(k,m?)->(n?,m?) requires 1)")
  }

  private static func stackMismatch(_ a: Dimensions, _ b: Dimensions) -> Fault {
    let texts = [a, b].map { shape in
      let stack = shape.dropping(last: 2).map(String.init)
      let core = Array(repeating: "newaxis", count: min(shape.count, 2))
      return "\(shape.compactText)->(\((stack + core).joined(separator: ",")))"
    }
    var core = Dimensions()
    if a.count > 1 { core.append(a[a.count &- 2]) }
    if b.count > 1 { core.append(b[b.count &- 1]) }
    return Fault(
      .valueError,
      "operands could not be broadcast together with remapped shapes [original->remapped]: "
        + "\(texts.joined(separator: " "))  and requested shape \(core.compactText)", operands: [a.text, b.text])
  }

  /// Which transposition makes two matrices fit.
  private static func hint(_ function: String, _ a: Dimensions, _ b: Dimensions) -> String? {
    guard a.count == 2 && b.count == 2 else { return nil }
    if a[0] == b[0] { return "\(function)(a.T, b) has shape (\(a[1]), \(b[1]))" }
    if a[1] == b[1] { return "\(function)(a, b.T) has shape (\(a[0]), \(b[0]))" }
    if a[0] == b[1] { return "\(function)(b, a) has shape (\(b[0]), \(a[1]))" }
    return nil
  }
}
