import NNKernels

extension Builtin {
  /// Arrays as bytes, and what `numpy`'s own files written in the language stand on.
  static let arrayBytes: [Builtin] = [.frombuffer, .tofile]
  static let arrayFileParts: [Builtin] = [.inflateBytes, .deflateBytes, .checksumBytes, .writeableDiagonal]

  static let frombuffer = Builtin(
    "numpy.frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None)", "The bytes of a buffer as elements.",
    example: "frombuffer(b'\\x01\\x02', dtype='u1')  # array([1, 2], dtype=uint8)"
  ) { (context, arguments) throws(Fault) in
    // A buffer that is none is told before the dtype is looked at.
    let given = arguments[0].asBytes == nil && arguments[0].asArray == nil ? try context.bytesLike(arguments[0]) : []
    let dtype = arguments[1].isNone || arguments[1].isUnbound ? DType.float64 : try ArrayConversion.dtype(arguments[1])
    if RecordTypes.holdsObjects(dtype.type) {
      throw Fault(.valueError, "cannot create an OBJECT array from memory buffer")
    }
    let count = try context.indexInteger(arguments[2]) ?? -1
    let offset = try context.indexInteger(arguments[3]) ?? 0
    let bytes: [UInt8]
    let isReadOnly: Bool
    if let buffer = arguments[0].asBytes {
      bytes = buffer.value.bytes
      isReadOnly = !buffer.value.isMutable
    } else if let array = arguments[0].asArray {
      bytes = try array.value.bytes()
      isReadOnly = !array.value.isWriteable
    } else {
      bytes = given
      isReadOnly = false
    }
    var result = try elements(bytes, dtype.type, count: count, offset: offset)
    result.isWriteable = !isReadOnly
    return .view(result)
  }

  private static func elements(
    _ bytes: [UInt8], _ type: ElementType, count: Int, offset: Int
  ) throws(Fault) -> NDArray {
    guard offset >= 0, offset <= bytes.count else {
      throw Fault(
        .valueError, "offset must be non-negative and no greater than buffer length (\(bytes.count))")
    }
    let size = Swift.max(type.size, 1)
    let available = bytes.count - offset
    var length = count
    if count < 0 {
      guard available % size == 0 else {
        throw Fault(.valueError, "buffer size must be a multiple of element size")
      }
      length = available / size
    } else if count > available / size {
      throw Fault(.valueError, "buffer is smaller than requested size")
    }
    // Loops take for granted that a truth is 0 or 1.
    let result = try Creation.empty(Dimensions(length), type == .bool ? .uint8 : type)
    result.fill(from: bytes, start: offset)
    return type == .bool ? try result.cast(to: .bool) : result
  }

  static let tofile = Builtin(
    "ndarray.tofile(self, fid, sep='', format='%s')",
    "Writes the elements to a file: their bytes, or with `sep` their texts.",
    example: "import io; f = io.BytesIO(); array([1, 2], dtype='u1').tofile(f); f.getvalue()  # b'\\x01\\x02'"
  ) { (context, arguments) throws(Fault) in
    guard let machine = context as? Machine else { return .nothing }
    let function = try context.attribute(try machine.importModule("_numpy.files"), Symbol("_tofile"))
    var values = ValueList(capacity: 4)
    for index in 0..<4 { values.append(arguments[index].copy()) }
    return try context.call(function, values)
  }

  static let inflateBytes = Builtin(
    "_npy.inflate(data, size, /)", "Deflated data unpacked to at most `size` bytes; None where they are broken."
  ) { (context, arguments) throws(Fault) in
    let size = try context.indexInteger(arguments[1]) ?? 0
    let bytes = try context.bytesLike(arguments[0])
    guard size >= 0, size / 1032 <= bytes.count + 64 else { return .nothing }
    var output = [UInt8](repeating: 0, count: size)
    let count: Int?
    do { count = try inflate(bytes, into: &output, flag: Interrupts.flag) } catch { throw Interrupts.fault }
    guard let count else { return .nothing }
    output.removeLast(output.count - count)
    return .byteString(output)
  }

  static let deflateBytes = Builtin("_npy.deflate(data, /)", "Bytes packed as zip files have them.") {
    (context, arguments) throws(Fault) in
    let bytes = try context.bytesLike(arguments[0])
    do { return .byteString(try deflate(bytes, flag: Interrupts.flag)) } catch { throw Interrupts.fault }
  }

  static let checksumBytes = Builtin("_npy.crc32(data, value, /)", "The check sum of zip files.") {
    (context, arguments) throws(Fault) in
    let start = try context.indexInteger(arguments[1]) ?? 0
    return .int(Int(checksum(try context.bytesLike(arguments[0]), after: UInt32(truncatingIfNeeded: start))))
  }

  static let writeableDiagonal = Builtin("_npy.diagonal(a, first, second, /)", "A view of a diagonal, to be written.") {
    (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let first = try context.indexInteger(arguments[1]) ?? 0
    let second = try context.indexInteger(arguments[2]) ?? 1
    var result = try a.value.diagonal(offset: 0, first, second)
    result.isWriteable = a.value.isWriteable
    return .view(result)
  }
}
