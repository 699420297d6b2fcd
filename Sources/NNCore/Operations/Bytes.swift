// What operators and subscripts do with bytes and bytearrays.

extension Value {
  static func bytes(_ bytes: [UInt8], isMutable: Bool = false) -> Value {
    .bytes(Ref(BytesObject(bytes, isMutable: isMutable)))
  }
}

extension Context {
  /// A bytes-like argument. TypeError for other values.
  func bytesLike(_ value: borrowing Value) throws(Fault) -> [UInt8] {
    if let bytes = value.asBytes { return bytes.value.bytes }
    if let bytes = try buffer(value) { return bytes }
    throw Fault(.typeError, "a bytes-like object is required, not '\(value.typeName)'")
  }

  /// The bytes of any object that holds some: bytes, a memoryview, an array. Nil for other values.
  func optionalBytes(_ value: borrowing Value) throws(Fault) -> [UInt8]? {
    if let bytes = value.asBytes { return bytes.value.bytes }
    return try buffer(value)
  }

  private static let bufferMethod = Symbol("__buffer_bytes__")

  /// What the classes of the library that hold bytes say they hold.
  private func buffer(_ value: borrowing Value) throws(Fault) -> [UInt8]? {
    if value.asArray != nil {
      let made = try call(try attribute(value, Symbol("tobytes")), ValueList())
      return made.asBytes?.value.bytes
    }
    guard value.asInstance != nil else { return nil }
    guard let made = try callSpecial(Context.bufferMethod, of: value) else { return nil }
    return made.asBytes?.value.bytes
  }

  /// An integer as a byte. ValueError where it is none.
  func byte(_ value: borrowing Value, orSay message: String = "byte must be in range(0, 256)") throws(Fault) -> UInt8 {
    if value.asBigInteger != nil { throw Fault(.valueError, message) }
    guard let integer = try indexInteger(value) else {
      throw Fault(.typeError, "'\(value.typeName)' object cannot be interpreted as an integer")
    }
    guard let byte = UInt8(exactly: integer) else { throw Fault(.valueError, message) }
    return byte
  }

  /// The bytes that an iterable of integers gives.
  func bytes(ofItems source: borrowing Value, orSay message: String) throws(Fault) -> [UInt8] {
    var result: [UInt8] = []
    try forEach(source) { (item) throws(Fault) in
      result.append(try byte(item, orSay: message))
      if result.count > Context.largestString { throw Fault(.memoryError, "") }
      return true
    }
    return result
  }

  // MARK: Subscripts

  /// `bytes[key]`: an integer, or bytes for a slice.
  func bytesItem(_ object: Unowned<BytesObject>, at key: borrowing Value) throws(Fault) -> Value {
    let isMutable = object.value.isMutable
    if let slice = try bounds(key, object.value.bytes.count) {
      if slice.step == 1 {
        return .bytes(Array(object.value.bytes[slice.start..<slice.start + slice.count]), isMutable: isMutable)
      }
      let picked = (0..<slice.count).map { object.value.bytes[slice.start &+ $0 &* slice.step] }
      return .bytes(picked, isMutable: isMutable)
    }
    return .int(Int(object.value.bytes[try byteIndex(key, object)]))
  }

  private func byteIndex(_ key: borrowing Value, _ object: Unowned<BytesObject>) throws(Fault) -> Int {
    let isMutable = object.value.isMutable
    guard let integer = try indexInteger(key) else {
      let kind = isMutable ? "bytearray" : "byte"
      throw Fault(.typeError, "\(kind) indices must be integers or slices, not \(key.typeName)")
    }
    let count = object.value.bytes.count
    let position = integer < 0 ? integer &+ count : integer
    guard position >= 0 && position < count else {
      throw Fault(.indexError, isMutable ? "bytearray index out of range" : "index out of range")
    }
    return position
  }

  /// `bytearray[key] = new`.
  func setBytesItem(
    _ object: Unowned<BytesObject>, at key: borrowing Value, to new: borrowing Value
  ) throws(Fault) {
    guard object.value.isMutable else {
      throw Fault(.typeError, "'bytes' object does not support item assignment")
    }
    guard key.asSlice != nil else {
      let position = try byteIndex(key, object)
      let byte = try byte(new)
      if position < object.value.bytes.count { object.value.bytes[position] = byte }
      return
    }
    let bytes = try assignedBytes(new)
    guard let slice = try bounds(key, object.value.bytes.count) else { return }
    if slice.step == 1 {
      object.value.bytes.replaceSubrange(slice.start..<slice.start + slice.count, with: bytes)
      return
    }
    guard bytes.count == slice.count else {
      throw Fault(
        .valueError, "attempt to assign bytes of size \(bytes.count) to extended slice of size \(slice.count)")
    }
    for offset in 0..<slice.count { object.value.bytes[slice.start &+ offset &* slice.step] = bytes[offset] }
  }

  private func assignedBytes(_ new: borrowing Value) throws(Fault) -> [UInt8] {
    if let bytes = new.asBytes { return bytes.value.bytes }
    let message = "can assign only bytes, buffers, or iterables of ints in range(0, 256)"
    if new.asString != nil || new.number != nil { throw Fault(.typeError, message) }
    return try bytes(ofItems: new, orSay: "byte must be in range(0, 256)")
  }

  /// `del bytearray[key]`.
  func deleteBytesItem(_ object: Unowned<BytesObject>, at key: borrowing Value) throws(Fault) {
    guard object.value.isMutable else { throw Fault(.typeError, "'bytes' object doesn't support item deletion") }
    guard let slice = try bounds(key, object.value.bytes.count) else {
      object.value.bytes.remove(at: try byteIndex(key, object))
      return
    }
    if slice.count == 0 { return }
    let gone = Set((0..<slice.count).map { slice.start &+ $0 &* slice.step })
    object.value.bytes = object.value.bytes.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
  }

  /// `item in bytes`: an integer or a part.
  func bytesContain(_ object: Unowned<BytesObject>, _ item: borrowing Value) throws(Fault) -> Bool {
    if try indexInteger(item) != nil { return object.value.bytes.contains(try byte(item)) }
    return ByteSearch.find(try bytesLike(item), in: object.value.bytes, from: 0, to: object.value.bytes.count) != nil
  }

  // MARK: Operators

  /// MemoryError where so many bytes in one piece are more than texts may have, or than the system has.
  private func checkRoom(_ bytes: Int, growing: Bool = false) throws(Fault) {
    if bytes > Context.largestString || bytes > 1 << 20 && !BlockPool.hasRoom(growing ? 2 &* bytes : bytes) {
      throw Fault(.memoryError, "")
    }
  }

  /// The same of so many values.
  func checkRoom(values count: Int) throws(Fault) {
    let bytes = count &* MemoryLayout<Value>.stride
    if bytes > 1 << 20, !BlockPool.hasRoom(bytes) { throw Fault(.memoryError, "") }
  }

  /// The same where an array has to grow to hold so many elements.
  @inline(__always) func checkGrowth<Element>(of array: [Element], to count: Int) throws(Fault) {
    if count > array.capacity { try checkRoom(count * MemoryLayout<Element>.stride, growing: true) }
  }

  /// `+`, `*` and `%` of bytes; nil where the operator is not theirs.
  func bytesArithmetic(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value, inPlace: Bool
  ) throws(Fault) -> Value? {
    switch op {
    case .add:
      guard let left = x.asBytes else { return nil }
      guard let added = try optionalBytes(y) else {
        throw Fault(.typeError, "can't concat \(y.typeName) to \(x.typeName)")
      }
      let total = left.value.bytes.count + added.count
      if inPlace && left.value.isMutable {
        try checkGrowth(of: left.value.bytes, to: total)
        left.value.bytes += added
        return x.copy()
      }
      try checkRoom(total)
      return .some(.bytes(left.value.bytes + added, isMutable: left.value.isMutable))
    case .multiply:
      if x.asBytes == nil {
        // A text on the left says itself that it cannot be multiplied.
        return x.asString == nil ? try repeatedBytes(y, x, inPlace: false) : nil
      }
      return try repeatedBytes(x, y, inPlace: inPlace)
    case .remainder:
      guard let template = x.asBytes else { return nil }
      let isMutable = template.value.isMutable
      return .some(.bytes(try percentFormat(bytes: template.value.bytes, y), isMutable: isMutable))
    default: return nil
    }
  }

  private func repeatedBytes(
    _ bytes: borrowing Value, _ count: borrowing Value, inPlace: Bool
  ) throws(Fault) -> Value? {
    guard let object = bytes.asBytes else { return nil }
    guard let times = try indexInteger(count, orRaise: .overflowError) else {
      throw Fault(.typeError, "can't multiply sequence by non-int of type '\(count.typeName)'")
    }
    // Nothing stays nothing, however often.
    let repetitions = object.value.bytes.isEmpty ? 0 : max(times, 0)
    let (total, overflow) = object.value.bytes.count.multipliedReportingOverflow(by: repetitions)
    if overflow { throw Fault(.memoryError, "") }
    try checkRoom(total)
    var result: [UInt8] = []
    result.reserveCapacity(total)
    for _ in 0..<repetitions { result += object.value.bytes }
    if inPlace && object.value.isMutable {
      object.value.bytes = result
      return bytes.copy()
    }
    return .some(.bytes(result, isMutable: object.value.isMutable))
  }

  /// `repr` of bytes or a bytearray.
  func bytesRepr(_ object: Unowned<BytesObject>) -> [UInt8] {
    let text = StringText.bytesRepr(object.value.bytes, escapesApostrophes: object.value.isMutable)
    return object.value.isMutable ? Array("bytearray(".utf8) + text + [UInt8(ascii: ")")] : text
  }
}

/// Searching bytes in bytes.
enum ByteSearch {
  static func find(_ part: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard start >= 0, end <= bytes.count, start <= end - part.count else { return nil }
    guard let first = part.first else { return start }
    var place = start
    while place <= end - part.count {
      if bytes[place] == first && matches(part, bytes, place) { return place }
      place += 1
    }
    return nil
  }

  static func findLast(_ part: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard start >= 0, end <= bytes.count, start <= end - part.count else { return nil }
    var place = end - part.count
    while place >= start {
      if matches(part, bytes, place) { return place }
      place -= 1
    }
    return nil
  }

  static func matches(_ part: [UInt8], _ bytes: [UInt8], _ place: Int) -> Bool {
    guard place >= 0, place <= bytes.count - part.count else { return false }
    for offset in 0..<part.count where bytes[place + offset] != part[offset] { return false }
    return true
  }

  /// The number of places that do not overlap; of nothing, one more than the length.
  static func count(_ part: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    if start > end { return 0 }
    if part.isEmpty { return end - start + 1 }
    var (count, place) = (0, start)
    while let found = find(part, in: bytes, from: place, to: end) {
      count += 1
      place = found + part.count
    }
    return count
  }
}
