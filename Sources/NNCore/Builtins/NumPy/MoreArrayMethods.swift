import NNKernels

extension Builtin {
  /// Methods of arrays about their memory, and the ones by which the language sees them.
  static let moreArrayMethods: [Builtin] = [
    .byteswap, .tobytes, .setflags, .flags, .device, .toDevice, .chooseMethod, .argpartition, .partitionMethod,
    .arrayProtocol, .indexMethod, .integerMethod, .floatMethod, .complexMethod, .copyProtocol, .deepCopyProtocol,
    .getfield, .conjugateMethod, .bitCountMethod, .integerRatio, .hexMethod,
  ]

  static let byteswap = Builtin(
    "ndarray.byteswap(self, /, inplace=False)", "The elements with the order of their bytes turned.",
    example: "array([1, 2], dtype='int16').byteswap()  # array([256, 512], dtype=int16)", methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in
    let isScalar = arguments[0].asScalar != nil
    let a = try context.rawArray(arguments, 0)
    let inPlace = try context.flag(arguments[1])
    if inPlace { try a.value.checkWriteable() }
    let result = inPlace ? a.value.view() : try a.value.copied(order: .keep)
    let (size, data) = ((RecordTypes.native(result.type) ?? result.type).partType.size, result.mutableData)
    let unit = result.type.isText ? (result.dtype.kind == "U" ? 4 : 1) : size
    try Lanes.forEach(result.shape, result.strides) { offset in
      for part in Swift.stride(from: 0, to: result.itemSize, by: Swift.max(unit, 1)) {
        for byte in 0..<unit / 2 {
          let (low, high) = (offset &+ part &+ byte, offset &+ part &+ unit &- 1 &- byte)
          let (first, last) = (data.load(UInt8.self, at: low), data.load(UInt8.self, at: high))
          data.store(last, at: low)
          data.store(first, at: high)
        }
      }
    }
    if inPlace { return arguments[0].copy() }
    return isScalar ? .result(result) : .view(result)
  }

  static let tobytes = Builtin(
    "ndarray.tobytes(self, /, order='C')", "The bytes of the elements in C order.",
    example: "array([1, 2], dtype='int16').tobytes()  # b'\\x01\\x00\\x02\\x00'", methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in
    let a = try context.rawArray(arguments, 0)
    let order = try context.order(arguments[1])
    let isFortran = order == .fortran || (order == .any && a.value.isFortranContiguous && !a.value.isContiguous)
    return .byteString(try (isFortran ? a.value.transpose : a.value.view()).bytes())
  }

  static let setflags = Builtin(
    "ndarray.setflags(self, /, *, write=None, align=None, uic=None)",
    "Makes an array read-only, or writeable again.", example: "zeros(2).setflags(write=False)  # None"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    if !arguments[1].isNone {
      let writes = try context.flag(arguments[1])
      if writes && a.value.isView && a.value.isBroadcast {
        throw Fault(.valueError, "cannot set WRITEABLE flag to True of this array")
      }
      a.value.isWriteable = writes
    }
    if try context.flag(arguments[3]) { throw Fault(.valueError, "cannot set WRITEBACKIFCOPY flag to True") }
    return .nothing
  }

  static let flags = Builtin(
    "ndarray.flags", "How the array lies in memory: attributes as `c_contiguous`, `writeable`, `owndata`.",
    example: "zeros(2).flags.writeable  # True", methodOf: []
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    guard let core = context.module("numpy.core"),
      let maker = try context.libraryMember(core.unowned, Symbol("flagsobj"))
    else { return .nothing }
    var values = ValueList()
    values.append(arguments[0].copy())
    values.append(.bool(a.value.isContiguous))
    values.append(.bool(a.value.isFortranContiguous))
    values.append(.bool(!a.value.isView))
    values.append(.bool(a.value.isWriteable))
    return try context.call(maker, values)
  }

  static let device = Builtin("ndarray.device", "Where the memory is: `cpu`.", example: "zeros(2).device  # 'cpu'") {
    (_, _) throws(Fault) in .string("cpu")
  }

  static let toDevice = Builtin(
    "ndarray.to_device(self, device, /, *, stream=None)", "The array itself, for the device `cpu`.",
    example: "zeros(2).to_device('cpu')  # array([0., 0.])"
  ) { (context, arguments) throws(Fault) in
    guard try context.optionalText(arguments[1], "device") == "cpu" else {
      throw Fault(.valueError, "Unsupported device: \(try context.repr(arguments[1]))")
    }
    return arguments[0].copy()
  }

  static let chooseMethod = Builtin(
    "ndarray.choose(self, /, *choices, out=None, mode='raise')",
    "For each index in the array the element of that choice.",
    example: "array([1, 0]).choose([[1, 2], [3, 4]])  # array([3, 2])"
  ) { (context, arguments) throws(Fault) in
    guard let numpy = context.module("numpy"), let choose = numpy.value.value(of: Symbol("choose")) else {
      return .nothing
    }
    var values = ValueList()
    values.append(arguments[0].copy())
    if let given = arguments.variadic(1), given.value.items.count == 1 {
      values.append(given.value.items[0].copy())
    } else {
      values.append(arguments[1].copy())
    }
    for index in 2..<4 { values.append(arguments[index].copy()) }
    return try context.call(choose, values)
  }

  static let argpartition = Builtin(
    "numpy.argpartition(a, kth, axis=-1, kind='introselect', order=None)",
    "Indices that put the kth element where sorting puts it (here: indices that sort).",
    example: "argpartition([3, 1, 2], 1)  # array([1, 2, 0])", methodOf: ["ndarray"]
  ) { (context, arguments) throws(Fault) in
    let axis = try context.optionalInteger(arguments[2])
    let a = try context.array(arguments, 0)
    try context.checkPartition(arguments[1], of: a.value, axis, kind: arguments[3])
    if RecordTypes.fields(a.value.type) != nil {
      return .view(try context.recordOrder(a.value, by: arguments[4]))
    }
    return .view(try Sorting.argsort(try a.value.atLeast(dimensions: 1), axis: axis))
  }

  static let partitionMethod = Builtin(
    "ndarray.partition(self, kth, axis=-1, kind='introselect', order=None)",
    "Puts the kth element in place where sorting puts it (here: sorts).",
    example: "array([3, 1, 2]).partition(1)  # None"
  ) { (context, arguments) throws(Fault) in
    let axis = try context.integer(arguments[2])
    let a = try context.array(arguments, 0)
    try context.checkPartition(arguments[1], of: a.value, axis, kind: arguments[3])
    try Sorting.sortInPlace(a.value, axis: axis)
    return .nothing
  }

  // MARK: The language's protocols

  static let arrayProtocol = Builtin(
    "ndarray.__array__(self, dtype=None, /, *, copy=None)", "The array itself, or its elements as another type.",
    example: "array([1]).__array__()  # array([1])", methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    guard let type = try context.optionalDType(arguments[1]), type != a.value.type else {
      return arguments[0].copy()
    }
    return .view(try a.value.cast(to: type))
  }

  static let indexMethod = conversion("__index__", "The only element as an integer.", "array(3).__index__()  # 3") {
    (context, value) throws(Fault) in
    guard let index = try context.indexInteger(value) else {
      throw Fault(.typeError, "only integer scalar arrays can be converted to a scalar index")
    }
    return .int(index)
  }
  static let integerMethod = conversion("__int__", "The only element as an integer.", "array(3.7).__int__()  # 3") {
    (context, value) throws(Fault) in try context.callNamed("int", value.copy())
  }
  static let floatMethod = conversion("__float__", "The only element as a float.", "array(3).__float__()  # 3.0") {
    (context, value) throws(Fault) in try context.callNamed("float", value.copy())
  }
  static let complexMethod = conversion(
    "__complex__", "The only element as a complex.", "array(3).__complex__()  # (3+0j)"
  ) { (context, value) throws(Fault) in
    let a = try ArrayConversion.array(value, in: context)
    if a.count != 1 || a.rank > 0 {
      throw Fault(.typeError, "only 0-dimensional arrays can be converted to Python scalars")
    }
    if a.type.isText || a.type.isRecord {
      throw Fault(.typeError, "Unable to convert \(a.dtype.text) to complex")
    }
    if a.type == .object { return try context.callNamed("complex", ArrayConversion.pythonNumber(a.firstElement)) }
    let z = a.firstElement
    return .complex(ComplexNumber(z.asDouble, z.imaginary))
  }

  private static func conversion(
    _ name: String, _ documentation: String, _ example: String,
    _ body: @escaping (Context, borrowing Value) throws(Fault) -> Value
  ) -> Builtin {
    Builtin("ndarray.\(name)(self, /)", documentation, example: example, methodOf: ["generic"]) {
      (context, arguments) throws(Fault) in
      try body(context, arguments[0])
    }
  }

  static let copyProtocol = Builtin(
    "ndarray.__copy__(self, /)", "A copy with its own memory.", example: "array([1]).__copy__()  # array([1])",
    methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in
    if arguments[0].asScalar != nil { return arguments[0].copy() }
    if arguments[0].asArray?.value.type == .object {
      return try context.callLibrary("_numpy.pickling", "_deep_copy", arguments, 2)
    }
    return .view(try context.rawArray(arguments, 0).value.copied(order: .keep))
  }

  static let deepCopyProtocol = Builtin(
    "ndarray.__deepcopy__(self, memo, /)", "A copy with its own memory.",
    example: "array([1]).__deepcopy__({})  # array([1])", methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in
    if arguments[0].asScalar != nil { return arguments[0].copy() }
    if let array = arguments[0].asArray, array.value.type == .object {
      return try context.callLibrary("_numpy.pickling", "_deep_copy", arguments, 2)
    }
    return .view(try context.rawArray(arguments, 0).value.copied(order: .keep))
  }

  static let conjugateMethod = Builtin(
    "ndarray.conj(self, /)", "The complex conjugates of the elements.",
    example: "array([1+2j]).conj()  # array([1.-2.j])", methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in
    let isScalar = arguments[0].asScalar != nil
    let result = try Ufunc.conjugate.unary(try context.array(arguments, 0).value)
    return isScalar ? .result(result) : .view(result)
  }

  static let bitCountMethod = Builtin(
    "generic.bit_count(self, /)", "How many bits of an integer's magnitude are set.",
    example: "int64(5).bit_count()  # 2"
  ) { (context, arguments) throws(Fault) in
    guard let scalar = arguments[0].asScalar, scalar.type.isInteger else {
      throw Fault(.attributeError, "'\(arguments[0].typeName)' object has no attribute 'bit_count'")
    }
    return .int(scalar.type == .uint64 ? scalar.bits.nonzeroBitCount : scalar.asInt.magnitude.nonzeroBitCount)
  }

  static let integerRatio = Builtin(
    "generic.as_integer_ratio(self, /)", "A float as the quotient of two integers.",
    example: "float32(1.5).as_integer_ratio()  # (3, 2)"
  ) { (context, arguments) throws(Fault) in
    guard let scalar = arguments[0].asScalar, scalar.type.isFloat else {
      throw Fault(.attributeError, "'\(arguments[0].typeName)' object has no attribute 'as_integer_ratio'")
    }
    let method = try context.attribute(.float(scalar.asDouble), Symbol("as_integer_ratio"))
    return try context.call(method, ValueList())
  }

  static let hexMethod = Builtin(
    "generic.hex(self, /)", "A float64 as a hexadecimal text.", example: "float64(1.5).hex()  # '0x1.8000000000000p+0'"
  ) { (context, arguments) throws(Fault) in
    guard let scalar = arguments[0].asScalar, scalar.type == .float64 else {
      throw Fault(.attributeError, "'\(arguments[0].typeName)' object has no attribute 'hex'")
    }
    return try context.call(try context.attribute(.float(scalar.asDouble), Symbol("hex")), ValueList())
  }

  static let getfield = Builtin(
    "ndarray.getfield(self, dtype, /, offset=0)", "A view of a part of each element as another type.",
    example: "array([1+2j]).getfield('float64', 8)  # array([2.])"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let type = try ArrayConversion.dtype(arguments[1]).type
    let offset = try context.integer(arguments[2])
    guard offset >= 0, type.size <= a.value.itemSize, offset <= a.value.itemSize - type.size else {
      throw Fault(.valueError, "new type is larger than original type")
    }
    return .view(
      NDArray(
        storage: a.value.storage.copy(), offset: a.value.offset &+ offset, type: type, shape: a.value.shape,
        strides: a.value.strides, isWriteable: a.value.isWriteable, isView: true))
  }
}

extension NDArray {
  /// Whether elements share memory.
  var isBroadcast: Bool {
    for axis in 0..<rank where strides[axis] == 0 && shape[axis] > 1 { return true }
    return false
  }
}
