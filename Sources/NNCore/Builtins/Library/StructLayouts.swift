/// A layout of bytes as the library has parsed it: `(order, size, [(letter, count, place, size)])`.
private struct StructLayout {
  let isBig: Bool
  let size: Int
  let parts: Unowned<ListObject>

  init?(_ value: borrowing Value) {
    guard let tuple = value.exactTuple, tuple.value.items.count == 3, let order = tuple.value.items[0].exactString,
      let size = tuple.value.items[1].asInt, size >= 0, size <= 1 << 20, let parts = tuple.value.items[2].exactList
    else { return nil }
    (isBig, self.size, self.parts) = (order.value.count == 3, size, parts)
  }

  /// Letter, count, place and size of a part.
  func part(_ index: Int) -> (letter: UInt8, count: Int, place: Int, size: Int)? {
    guard let part = parts.value.items[index].exactTuple, part.value.items.count == 4,
      let letter = part.value.items[0].exactString, letter.value.count == 1, let count = part.value.items[1].asInt,
      let place = part.value.items[2].asInt, let size = part.value.items[3].asInt,
      [count, place, size].allSatisfy({ $0 >= 0 && $0 <= self.size }), size > 0, place + count * size <= self.size,
      StructLayout.fits(size, letter.value.bytes[0])
    else { return nil }
    return (letter.value.bytes[0], count, place, size)
  }

  /// Whether values of a letter may have that size.
  private static func fits(_ size: Int, _ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "s"): true
    case UInt8(ascii: "d"): size == 8
    case UInt8(ascii: "f"): size == 4
    default: size <= 8
    }
  }
}

extension [UInt8] {
  /// Writes the bytes of a number.
  fileprivate mutating func write(_ bits: UInt64, at place: Int, _ size: Int, isBig: Bool) {
    for index in 0..<size {
      self[place + (isBig ? size - 1 - index : index)] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * index))
    }
  }

  fileprivate func read(at place: Int, _ size: Int, isBig: Bool) -> UInt64 {
    var bits: UInt64 = 0
    for index in 0..<size { bits = bits << 8 | UInt64(self[place + (isBig ? index : size - 1 - index)]) }
    return bits
  }
}

extension Builtin {
  /// The native part of `struct`: None of all that is an error or not commonplace.
  static let structFunctions: [Builtin] = [
    Builtin("_struct.pack(layout, values, /)", "The values as bytes of a layout.") { (_, arguments) throws(Fault) in
      guard let layout = StructLayout(arguments[0]), let values = arguments[1].exactTuple else { return .nothing }
      var bytes = [UInt8](repeating: 0, count: layout.size)
      var used = 0
      for index in 0..<layout.parts.value.items.count {
        guard let part = layout.part(index), used + part.count <= values.value.items.count else { return .nothing }
        for step in 0..<part.count {
          let place = part.place + step * part.size
          guard pack(values.value.items[used], part.letter, &bytes, place, part.size, layout.isBig) else {
            return .nothing
          }
          used += 1
        }
      }
      return used == values.value.items.count ? .bytes(Ref(BytesObject(bytes))) : .nothing
    },
    Builtin("_struct.unpack(layout, data, start, /)", "The values of bytes of a layout.") {
      (_, arguments) throws(Fault) in
      guard let layout = StructLayout(arguments[0]), let data = arguments[1].asBytes, let start = arguments[2].asInt,
        start >= 0, start <= data.value.bytes.count - layout.size
      else { return .nothing }
      var values = ValueList()
      for index in 0..<layout.parts.value.items.count {
        guard let part = layout.part(index) else { return .nothing }
        for step in 0..<part.count {
          let place = start + part.place + step * part.size
          guard let value = unpack(data.value.bytes, part.letter, place, part.size, layout.isBig) else {
            return .nothing
          }
          values.append(value)
        }
      }
      return .tuple(values)
    },
  ]

  private static func pack(
    _ value: borrowing Value, _ letter: UInt8, _ bytes: inout [UInt8], _ place: Int, _ size: Int, _ isBig: Bool
  ) -> Bool {
    switch letter {
    case UInt8(ascii: "d"):
      guard let number = value.asFloat ?? value.asInt.map({ Double($0) }) else { return false }
      bytes.write(number.bitPattern, at: place, 8, isBig: isBig)
    case UInt8(ascii: "f"):
      guard let number = value.asFloat ?? value.asInt.map({ Double($0) }), number.magnitude < 0x1p127 else {
        return false
      }
      bytes.write(UInt64(Float(number).bitPattern), at: place, 4, isBig: isBig)
    case UInt8(ascii: "?"):
      guard let truth = value.asBool else { return false }
      bytes[place] = truth ? 1 : 0
    case UInt8(ascii: "s"):
      guard let text = value.asBytes, text.value.bytes.count <= size else { return false }
      for (index, byte) in text.value.bytes.enumerated() { bytes[place + index] = byte }
    case UInt8(ascii: "b"), UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "q"):
      guard let number = value.asInt else { return false }
      let spare = 64 - size * 8
      if (number << spare) >> spare != number { return false }
      bytes.write(UInt64(bitPattern: Int64(number)), at: place, size, isBig: isBig)
    case UInt8(ascii: "B"), UInt8(ascii: "H"), UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "Q"):
      guard let number = value.asInt, number >= 0, size == 8 || number >> (size * 8) == 0 else { return false }
      bytes.write(UInt64(number), at: place, size, isBig: isBig)
    default: return false
    }
    return true
  }

  private static func unpack(
    _ bytes: [UInt8], _ letter: UInt8, _ place: Int, _ size: Int, _ isBig: Bool
  ) -> Value? {
    switch letter {
    case UInt8(ascii: "d"): return .float(Double(bitPattern: bytes.read(at: place, 8, isBig: isBig)))
    case UInt8(ascii: "f"):
      let bits = UInt32(truncatingIfNeeded: bytes.read(at: place, 4, isBig: isBig))
      return .float(Double(Float(bitPattern: bits)))
    case UInt8(ascii: "?"): return .bool(bytes[place] != 0)
    case UInt8(ascii: "s"): return .bytes(Ref(BytesObject(Array(bytes[place..<place + size]))))
    case UInt8(ascii: "b"), UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "q"):
      let spare = 64 - size * 8
      return .int(Int(Int64(bitPattern: bytes.read(at: place, size, isBig: isBig) << UInt64(spare))) >> spare)
    case UInt8(ascii: "B"), UInt8(ascii: "H"), UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "Q"):
      let bits = bytes.read(at: place, size, isBig: isBig)
      return bits >> 63 == 0 ? .int(Int(bits)) : nil
    default: return nil
    }
  }
}
