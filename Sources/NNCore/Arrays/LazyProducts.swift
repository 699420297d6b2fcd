import NNKernels

// Products of few terms that are put off: a row added to them, a bound and other products with few columns take them as
// they are; whoever asks for their elements has them made (`NDArray.data`).

extension NDArray {
  /// The product that the whole array will be, where that has been put off.
  var lazyProduct: LazyProduct? {
    guard let product = storage.value.pending, isContiguous, offset == 0, rank == 2, type == product.type,
      shape[0] == product.rows, shape[1] == product.columns
    else { return nil }
    return product
  }

  /// The product whose transpose the whole array will be, where that has been put off.
  fileprivate var transposedLazyProduct: LazyProduct? {
    guard let product = storage.value.pending, offset == 0, rank == 2, type == product.type,
      shape[1] == product.rows, shape[0] == product.columns, strides[0] == itemSize,
      strides[1] == shape[0] &* itemSize
    else { return nil }
    return product
  }
}

enum LazyProducts {
  /// How many products read one block by block before it is made for good.
  private static let mostUses = 2

  /// The product of two matrices that fit: put off, or made of one that was put off; nil where all elements are needed.
  static func product(_ a: borrowing NDArray, _ b: borrowing NDArray, _ type: ElementType) throws(Fault) -> NDArray? {
    if a.storage.value.pending != nil || b.storage.value.pending != nil, let result = try made(a, b, type) {
      return result
    }
    guard let product = ArrayKernels.putOff(type, a, b) else { return nil }
    return try array(product)
  }

  private static func made(_ a: borrowing NDArray, _ b: borrowing NDArray, _ type: ElementType) throws(Fault)
    -> NDArray?
  {
    if let product = a.lazyProduct {
      guard product.uses < mostUses else { return nil }
      return try multiplied(product, b, type)
    }
    if let product = a.transposedLazyProduct {
      guard product.uses < mostUses else { return nil }
      let out = try Creation.empty(Dimensions(a.shape[0], b.shape[1]), type)
      guard ArrayKernels.sumRows(product, b, out: out, isTransposed: true) else { return nil }
      product.uses &+= 1
      return out
    }
    guard let product = b.lazyProduct, product.uses < mostUses else { return nil }
    let out = try Creation.empty(Dimensions(a.shape[0], b.shape[1]), type)
    guard ArrayKernels.sumRows(product, a, out: out, isTransposed: false) else { return nil }
    product.uses &+= 1
    return out
  }

  /// The product that was made last of one that was put off, with copies of what it was made of. A training that looks
  /// at its loss and then differentiates it makes the same products twice in a row.
  private final class Made {
    let product: LazyProduct
    let right: Ref<NDArray>
    let out: Ref<NDArray>

    init(_ product: LazyProduct, _ right: consuming Ref<NDArray>, _ out: consuming Ref<NDArray>) {
      self.product = product
      self.right = right
      self.out = out
    }
  }

  private static var last: Made?
  /// Bytes up to which a product is remembered.
  private static let remembered = 1 << 16

  private static func multiplied(_ product: LazyProduct, _ b: borrowing NDArray, _ type: ElementType) throws(Fault)
    -> NDArray?
  {
    if let old = try again(product, b) {
      product.uses &+= 1
      return old
    }
    let out = try Creation.empty(Dimensions(product.rows, b.shape[1]), type)
    guard ArrayKernels.multiply(product, b, out: out) else { return nil }
    product.uses &+= 1
    if out.byteCount <= remembered && b.isContiguous {
      last = Made(product, Ref(try b.copied(order: .c)), Ref(try out.copied(order: .c)))
    }
    return out
  }

  /// The last product where this one is the same; nil for another one.
  private static func again(_ product: LazyProduct, _ b: borrowing NDArray) throws(Fault) -> NDArray? {
    guard let made = last, ArrayKernels.areSame(made.right.value, b), made.product.isSame(as: product) else {
      return nil
    }
    return try made.out.value.copied(order: .c)
  }

  /// An array whose elements are put off.
  static func array(_ product: LazyProduct) throws(Fault) -> NDArray {
    let shape = Dimensions(product.rows, product.columns)
    guard let storage = Storage.allocate(byteCount: shape.product &* product.type.size) else {
      throw Creation.outOfMemory(shape, product.type)
    }
    put(product, into: storage)
    return NDArray(owning: storage, type: product.type, shape: shape)
  }

  private static func put(_ product: LazyProduct, into storage: borrowing Ref<Storage>) {
    storage.value.pending = product
  }

  /// A product that was made of another one, in the memory of that where nobody else has it.
  static func array(_ product: LazyProduct, after old: borrowing Ref<NDArray>) throws(Fault) -> Ref<NDArray> {
    if old.isUnique && old.value.isReusable {
      put(product, into: old.value.storage)
      return old.copy()
    }
    return Ref(try array(product))
  }

  /// The sum of two arrays of one type where one is put off and the other is a row; nil for others.
  @inline(__always)
  static func sum(_ x: borrowing Ref<NDArray>, _ y: borrowing Ref<NDArray>) throws(Fault) -> Ref<NDArray>? {
    if x.value.storage.value.pending != nil { return try sum(x, row: y) }
    if y.value.storage.value.pending != nil { return try sum(y, row: x) }
    return nil
  }

  @inline(never) private static func sum(
    _ x: borrowing Ref<NDArray>, row y: borrowing Ref<NDArray>
  ) throws(Fault) -> Ref<NDArray>? {
    guard let product = x.value.lazyProduct, y.value.rank <= 2, y.value.isContiguous, y.value.rank > 0,
      y.value.count == product.columns, y.value.shape[y.value.rank &- 1] == product.columns,
      y.value.type == product.type, let result = ArrayKernels.adding(product, row: y.value)
    else { return nil }
    return try array(result, after: x)
  }

  /// The larger of a number and the elements of an array that is put off; nil for others.
  @inline(__always)
  static func maximum(_ x: borrowing Ref<NDArray>, _ number: NumPyScalar) throws(Fault) -> Ref<NDArray>? {
    guard x.value.storage.value.pending != nil, let result = x.value.lazyProduct?.bounded(below: number.asDouble)
    else { return nil }
    return try array(result, after: x)
  }

  /// The sums of the columns of an array that is put off and can sum them without being made; false for others.
  static func columnSums(_ x: borrowing NDArray, into out: borrowing NDArray) -> Bool {
    guard let product = x.lazyProduct, out.isContiguous, out.offset == 0, out.count == product.columns else {
      return false
    }
    return ArrayKernels.sumColumns(of: product, out: out)
  }
}
