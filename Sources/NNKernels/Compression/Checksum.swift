/// The check sum of zip files and PNG pictures: CRC-32, begun with that of what came before.
public func checksum(_ bytes: [UInt8], after start: UInt32 = 0) -> UInt32 {
  var sum = ~start
  for byte in bytes { sum = ChecksumTable.entries[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
  return ~sum
}

private enum ChecksumTable {
  static let entries: [UInt32] = (0..<256).map { index in
    var value = UInt32(index)
    for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    return value
  }
}
