import NNKernels

/// An n-dimensional array: a dtype, a shape and byte strides over storage that views share.
///
/// The elements are read and written through `data` and `mutableData` only (ArrayData.swift).
struct NDArray: Object, ~Copyable {
  static var kind: Kind { .array }

  /// The bytes; `offset` of them come before the first element.
  let storage: Ref<Storage>
  let offset: Int
  let shape: Dimensions
  /// The distance in bytes between neighbours along each axis.
  let strides: Dimensions
  /// How many elements the array has.
  let count: Int
  let type: ElementType
  var isWriteable: Bool
  /// Whether the memory belongs to another array: `a.base is not None`.
  let isView: Bool
  /// Whether the elements stand in C order without gaps.
  let isContiguous: Bool
  /// The entry of the gradients' record that the array stands for; 0 for none.
  var serial = 0
  /// Whether the array is the record's own and stands for its entry whatever becomes of the memory.
  var isPinned = false
  /// Whether the array stands for a float: it has no axes, and prints and compares as a number.
  var isTracedFloat = false

  /// An array over given storage. The caller answers for shape, strides and offset staying inside it.
  @inline(__always)
  init(
    storage: consuming Ref<Storage>, offset: Int, type: ElementType, shape: Dimensions, strides: Dimensions,
    isWriteable: Bool, isView: Bool
  ) {
    self.storage = storage
    self.offset = offset
    self.type = type
    self.shape = shape
    self.strides = strides
    self.isWriteable = isWriteable
    self.isView = isView
    count = shape.product
    isContiguous = strides.areContiguous(for: shape, itemSize: type.size)
  }

  /// A fresh C-ordered array over its own storage.
  @inline(__always)
  init(owning storage: consuming Ref<Storage>, type: ElementType, shape: Dimensions) {
    self.storage = storage
    offset = 0
    self.type = type
    self.shape = shape
    count = shape.product
    // NumPy gives arrays without elements no steps.
    strides = count == 0 ? Dimensions(repeating: 0, count: shape.count) : shape.contiguousStrides(itemSize: type.size)
    isWriteable = true
    isView = false
    isContiguous = true
  }

  var dtype: DType { DType(type) }
  /// The number of axes.
  @inline(__always) var rank: Int { shape.count }
  @inline(__always) var itemSize: Int { type.size }
  /// NumPy's `nbytes`.
  var byteCount: Int { count &* itemSize }
  /// Whether the elements stand in Fortran order without gaps.
  var isFortranContiguous: Bool { strides.backwards.areContiguous(for: shape.backwards, itemSize: itemSize) }

  /// Whether an operation may write its result into this array instead of fresh memory, given that its last
  /// reference dies: nobody else sees the memory.
  @inline(__always) var isReusable: Bool { !isView && isContiguous && isWriteable && storage.isUnique }

  /// Another array over the same storage.
  @inline(__always)
  func view(offset: Int, shape: Dimensions, strides: Dimensions) -> NDArray {
    NDArray(
      storage: storage.copy(), offset: offset, type: type, shape: shape, strides: strides, isWriteable: isWriteable,
      isView: true)
  }

  /// A view of everything.
  func view() -> NDArray { view(offset: offset, shape: shape, strides: strides) }

  /// Whether both arrays have the same storage.
  func sharesStorage(with other: borrowing NDArray) -> Bool { storage.object == other.storage.object }

  /// The same elements under a header of their own, which owns the memory as this one does: for taking a result out
  /// of a reference that dies.
  func adopted() -> NDArray {
    NDArray(
      storage: storage.copy(), offset: offset, type: type, shape: shape, strides: strides, isWriteable: isWriteable,
      isView: isView)
  }

  /// Throws ValueError where the array is read-only.
  @inline(__always) func checkWriteable(_ what: String = "assignment destination") throws(Fault) {
    try checkFlag(what)
    if Tracing.isOpen { try Tracing.prepareWrite(self) }
  }

  /// The same before only a part is written, which is checked by itself.
  @inline(__always) func checkFlag(_ what: String = "assignment destination") throws(Fault) {
    if !isWriteable { throw Fault(.valueError, "\(what) is read-only") }
  }

  /// The bytes from the first to behind the last element, relative to the storage.
  var extent: Range<Int> {
    var low = offset
    var high = offset &+ itemSize
    for axis in 0..<rank {
      let reach = (shape[axis] &- 1) &* strides[axis]
      if reach < 0 { low &+= reach } else { high &+= reach }
    }
    return count == 0 ? offset..<offset : low..<high
  }

  /// Whether some byte may belong to both arrays (bounds are compared, not single elements).
  func mayOverlap(_ other: borrowing NDArray) -> Bool { sharesStorage(with: other) && extent.overlaps(other.extent) }

  /// Whether both arrays have the same elements at the same places.
  func isSameView(as other: borrowing NDArray) -> Bool {
    sharesStorage(with: other) && offset == other.offset && type == other.type && shape == other.shape
      && strides == other.strides
  }
}
