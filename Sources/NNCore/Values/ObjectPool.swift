import NNKernels

/// The values that elements of arrays stand for. An element has the number of its value: 0 is None, an odd number a
/// small integer, an even one a place in the pool. Elements are copied without asking; now and then the values that no
/// array has any more are dropped.
enum ObjectPool {
  private static var values = ValueList()
  private static var free: [Int] = []
  /// How many places are taken before the next look for values that nobody has.
  private static var limit = 4096
  /// How many are at work that hold numbers of values apart from arrays: nothing is dropped then.
  static var users = 0

  /// The number of a value.
  static func number(of value: consuming Value) -> UInt64 {
    if value.isNone { return 0 }
    if let integer = value.asInt, integer.magnitude < 1 << 62, value.payload == nil {
      return UInt64(bitPattern: Int64(integer &<< 1)) | 1
    }
    if let place = free.popLast() {
      values[place] = value
      return UInt64(place &+ 1) &<< 1
    }
    values.append(value)
    return UInt64(values.count) &<< 1
  }

  /// The value with a number; None for a number without one.
  static func value(_ number: UInt64) -> Value {
    if number & 1 == 1 { return .int(Int(Int64(bitPattern: number) &>> 1)) }
    guard let place = place(number) else { return .nothing }
    return values[place].copy()
  }

  /// The value with a number, which nobody asks for again.
  static func take(_ number: UInt64) -> Value {
    let result = value(number)
    if let place = place(number) {
      values[place] = .nothing
      free.append(place)
    }
    return result
  }

  private static func place(_ number: UInt64) -> Int? {
    guard number > 0, number & 1 == 0 else { return nil }
    let place = Int(number &>> 1) &- 1
    return place < values.count ? place : nil
  }

  /// Drops the values that no array has, where there are many.
  static func collect() {
    guard users == 0, values.count &- free.count > limit else { return }
    var isUsed = Array(repeating: false, count: values.count)
    for block in ObjectStorages.all {
      DataPointer.forEachWord(block.address, block.byteCount, block.step) {
        if let place = place($0) { isUsed[place] = true }
      }
    }
    free = []
    for place in 0..<values.count where !isUsed[place] {
      values[place] = .nothing
      free.append(place)
    }
    limit = max(4096, 2 &* (values.count &- free.count))
  }
}

extension NumPyScalar {
  /// A value of the language as an element.
  static func object(_ value: consuming Value) -> NumPyScalar {
    NumPyScalar(type: .object, bits: ObjectPool.number(of: value))
  }

  /// Text as an element of its own length.
  static func text(_ value: consuming Value, length: Int) -> NumPyScalar {
    NumPyScalar(type: .text(UInt32(max(length, 1))), bits: ObjectPool.number(of: value))
  }

  /// Bytes as an element of their own length.
  static func bytes(_ value: consuming Value, length: Int) -> NumPyScalar {
    NumPyScalar(type: .bytes(UInt32(max(length, 1))), bits: ObjectPool.number(of: value))
  }
}
