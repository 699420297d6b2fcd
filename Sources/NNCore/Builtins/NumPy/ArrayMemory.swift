import NNKernels

extension Builtin {
  /// What arrays tell of their memory, and their pickles.
  static let arrayMemory: [Builtin] = [.arrayData, .arrayInterface, .dumps, .dump, .setfield]

  static let arrayData = Builtin(
    "ndarray.data", "The memory of the elements, as a `memoryview`.", example: "array([1, 2]).data[1]  # 2",
    methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in try context.callLibrary("_memory", "memoryview", arguments, 1) }

  static let arrayInterface = Builtin(
    "ndarray.__array_interface__", "What the protocol of arrays' memory asks for, by name.",
    example: "array([1, 2]).__array_interface__['typestr']  # '<i8'"
  ) { (context, arguments) throws(Fault) in
    let a = try context.rawArray(arguments, 0)
    let result = Ref(DictionaryObject())
    try context.set(result.unowned, .string("data"), .tuple(.int(a.value.data.address), .bool(!a.value.isWriteable)))
    let strides = a.value.isContiguous ? Value.nothing : .integers(a.value.strides)
    try context.set(result.unowned, .string("strides"), strides)
    let description = try context.attribute(.dtype(a.value.dtype), Symbol("descr"))
    try context.set(result.unowned, .string("descr"), description)
    try context.set(result.unowned, .string("typestr"), .string(a.value.dtype.protocolText))
    try context.set(result.unowned, .string("shape"), .integers(a.value.shape))
    try context.set(result.unowned, .string("version"), .int(3))
    return .dictionary(result)
  }

  static let dumps = Builtin(
    "ndarray.dumps(self, /)", "The array as a pickle.",
    example: "__import__('pickle').loads(array([1, 2]).dumps())  # array([1, 2])"
  ) { (context, arguments) throws(Fault) in try context.callLibrary("_numpy.pickling", "_dumped", arguments, 1) }

  static let dump = Builtin(
    "ndarray.dump(self, file, /)", "Writes the array as a pickle.",
    example: "import io; f = io.BytesIO(); array([1]).dump(f); f.tell() > 0  # True"
  ) { (context, arguments) throws(Fault) in try context.callLibrary("_numpy.pickling", "_dumped", arguments, 2) }

  static let setfield = Builtin(
    "ndarray.setfield(self, val, dtype, offset=0)", "Writes a value into a part of each element's bytes.",
    example: "x = zeros(1, dtype='int16'); x.setfield(1, 'int8', 1); x  # array([256], dtype=int16)"
  ) { (context, arguments) throws(Fault) in try context.callLibrary("_numpy.pickling", "_set_field", arguments, 4) }
}
