import Glibc
import NNKernels

/// Fresh arrays.
enum Creation {
  /// Throws ValueError for a negative dimension and for a size that no memory has. NumPy counts zero lengths as one
  /// here, so that strides stay in range.
  @inline(__always) static func check(_ shape: Dimensions, itemSize: Int) throws(Fault) {
    var bytes = itemSize
    for axis in 0..<shape.count {
      let extent = shape[axis]
      if extent < 0 { throw Fault(.valueError, "negative dimensions are not allowed") }
      let (product, overflow) = bytes.multipliedReportingOverflow(by: max(extent, 1))
      if overflow { throw tooBig() }
      bytes = product
    }
  }

  private static func tooBig() -> Fault {
    Fault(
      .valueError,
      "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.")
  }

  /// An array with undefined contents. Throws ValueError for an impossible shape, MemoryError without memory.
  @inline(__always) static func empty(_ shape: Dimensions, _ type: ElementType) throws(Fault) -> NDArray {
    try check(shape, itemSize: type.size)
    return try unchecked(shape, type)
  }

  /// An array with undefined contents of a shape that some array has. Throws MemoryError without memory.
  @inline(__always) static func unchecked(_ shape: Dimensions, _ type: ElementType) throws(Fault) -> NDArray {
    if !type.isNumber, let special = try special(shape, type) { return special }
    guard let storage = Storage.allocate(byteCount: shape.product &* type.size) else {
      throw outOfMemory(shape, type)
    }
    return NDArray(owning: storage, type: type, shape: shape)
  }

  /// Memory in whose every `step`th byte the number of a value may begin.
  private static func registered(_ storage: consuming Ref<Storage>, step: Int = 8) -> Ref<Storage> {
    storage.unowned.value.registerObjects(step: step)
    return storage
  }

  /// An array of values of the language, or of elements of several parts; nil for other types.
  @inline(never) private static func special(_ shape: Dimensions, _ type: ElementType) throws(Fault) -> NDArray? {
    if type == .object { return try objects(shape) }
    if RecordTypes.holdsObjects(type) { return try objectRecords(shape, type) }
    guard let (base, parts) = RecordTypes.parts(type) else { return nil }
    var whole = shape
    if shape.count + parts.count > Dimensions.capacity { throw Dimensions.tooMany(shape.count + parts.count) }
    for extent in parts { whole.append(extent) }
    return try empty(whole, base)
  }

  /// Records with values of the language in some fields, all of them None.
  @inline(never) private static func objectRecords(_ shape: Dimensions, _ type: ElementType) throws(Fault) -> NDArray {
    guard let storage = Storage.allocateZeroed(byteCount: shape.product &* type.size) else {
      throw outOfMemory(shape, type)
    }
    return NDArray(owning: registered(storage, step: 1), type: type, shape: shape)
  }

  /// Writes the integer 0 to all fields that hold values of the language.
  private static func clearObjects(_ records: borrowing NDArray) {
    for field in RecordTypes.fields(records.type) ?? [] {
      if field.type == .object {
        records.field(field).fillUnchecked(NumPyScalar(type: .object, bits: 1))
      } else if RecordTypes.holdsObjects(field.type) {
        clearObjects(records.field(field))
      }
    }
  }

  /// An array of values of the language, all None.
  @inline(never) private static func objects(_ shape: Dimensions) throws(Fault) -> NDArray {
    guard let storage = Storage.allocateZeroed(byteCount: shape.product &* 8) else {
      throw outOfMemory(shape, .object)
    }
    return NDArray(owning: registered(storage), type: .object, shape: shape)
  }

  /// An array of zeros. Throws like `empty`.
  static func zeros(_ shape: Dimensions, _ type: ElementType = .float64) throws(Fault) -> NDArray {
    try check(shape, itemSize: type.size)
    if type == .object {
      let result = try objects(shape)
      // The number of the integer 0.
      for index in 0..<result.count { result.mutableData.store(UInt64(1), at: index &* 8) }
      return result
    }
    if !type.isNumber, RecordTypes.holdsObjects(type) {
      let result = try objectRecords(shape, type)
      clearObjects(result)
      return result
    }
    if let (base, parts) = RecordTypes.parts(type) {
      var whole = shape
      if shape.count + parts.count > Dimensions.capacity { throw Dimensions.tooMany(shape.count + parts.count) }
      for extent in parts { whole.append(extent) }
      return try zeros(whole, base)
    }
    guard let storage = Storage.allocateZeroed(byteCount: shape.product &* type.size) else {
      throw outOfMemory(shape, type)
    }
    return NDArray(owning: storage, type: type, shape: shape)
  }

  @inline(never) static func outOfMemory(_ shape: Dimensions, _ type: ElementType) -> Fault {
    Fault(
      .memoryError,
      "Unable to allocate \(sizeText(Double(shape.product) * Double(type.size))) for an array with shape "
        + "\(shape.text) and data type \(type.name)")
  }

  /// A byte count as NumPy's MemoryError writes it: three significant digits and a binary unit.
  private static func sizeText(_ bytes: Double) -> String {
    var value = bytes
    var unit = 0
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    while value >= 1024 && unit < units.count - 1 {
      value /= 1024
      unit += 1
    }
    if unit == 0 { return "\(Int(value)) bytes" }
    if value >= 1000 { return "\(Int(value.rounded())). \(units[unit])" }
    let digits = value >= 100 ? 0 : (value >= 10 ? 1 : 2)
    let scale = digits == 0 ? 1.0 : (digits == 1 ? 10.0 : 100.0)
    let scaled = Int((value * scale).rounded(.toNearestOrEven))
    let fraction = scaled % Int(scale)
    let head = "\(scaled / Int(scale))"
    if digits == 0 { return head + ". \(units[unit])" }
    let tail = digits == 2 && fraction < 10 ? "0\(fraction)" : "\(fraction)"
    return head + "." + tail + " \(units[unit])"
  }

  /// An array of shape () with one element.
  static func scalar(_ value: NumPyScalar) throws(Fault) -> NDArray {
    let result = try empty(Dimensions(), value.type)
    result.mutableData.store(value)
    return result
  }

  /// An array with the same element everywhere.
  static func full(_ shape: Dimensions, _ value: NumPyScalar) throws(Fault) -> NDArray {
    if value.bits == 0 && value.high == 0 && value.type.isNumber { return try zeros(shape, value.type) }
    let result = try empty(shape, value.type)
    result.fillUnchecked(value)
    return result
  }

  /// An array of ones.
  static func ones(_ shape: Dimensions, _ type: ElementType = .float64) throws(Fault) -> NDArray {
    try full(shape, NumPyScalar(1).cast(to: type))
  }

  /// An array from elements in C order, of which there are as many as the shape asks for.
  static func array(_ elements: [Double], shape: Dimensions) throws(Fault) -> NDArray {
    try fill(try empty(shape, .float64), elements.count) { $0.store(elements[$1], at: $1 &* 8) }
  }

  /// An array from integers in C order.
  static func array(_ elements: [Int], shape: Dimensions) throws(Fault) -> NDArray {
    try fill(try empty(shape, .int64), elements.count) { $0.store(elements[$1], at: $1 &* 8) }
  }

  /// An array from truth values in C order.
  static func array(_ elements: [Bool], shape: Dimensions) throws(Fault) -> NDArray {
    try fill(try empty(shape, .bool), elements.count) { $0.store(elements[$1] ? UInt8(1) : 0, at: $1) }
  }

  /// An array from scalars in C order, cast to `type`.
  static func array(_ elements: [NumPyScalar], type: ElementType, shape: Dimensions) throws(Fault) -> NDArray {
    let size = type.size
    return try fill(try empty(shape, type), elements.count) { (data, index) throws(Fault) in
      let element = try elements[index].converted(to: type)
      // A text that is shorter than its place still fills it.
      data.store(type.isText ? NumPyScalar(type: type, bits: element.bits) : element, at: index &* size)
    }
  }

  /// Runs `store` for each element. Throws ValueError where the number of elements is not that of the shape.
  @inline(__always)
  private static func fill(
    _ array: consuming NDArray, _ count: Int, _ store: (DataPointer, Int) throws(Fault) -> Void
  ) throws(Fault) -> NDArray {
    guard count == array.count else {
      throw Fault(.valueError, "cannot reshape array of size \(count) into shape \(array.shape.compactText)")
    }
    let data = array.mutableData
    for index in 0..<count { try store(data, index) }
    return array
  }
}
