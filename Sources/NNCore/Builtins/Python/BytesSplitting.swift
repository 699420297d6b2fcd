/// The classes of ASCII bytes.
enum ByteClass {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }
  static func isLower(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }
  static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
  static func upper(_ byte: UInt8) -> UInt8 { isLower(byte) ? byte - 32 : byte }
  static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte + 32 : byte }
}

/// Cutting bytes into parts.
enum BytesSplitting {
  static func parts(_ bytes: [UInt8], _ separator: [UInt8], most: Int) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var start = 0
    while parts.count < most, let place = ByteSearch.find(separator, in: bytes, from: start, to: bytes.count) {
      parts.append(Array(bytes[start..<place]))
      start = place + separator.count
    }
    parts.append(Array(bytes[start...]))
    return parts
  }

  static func words(_ bytes: [UInt8], most: Int) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var start = 0
    while true {
      while start < bytes.count && ByteClass.isSpace(bytes[start]) { start += 1 }
      if start == bytes.count { return words }
      if words.count == most { return words + [Array(bytes[start...])] }
      var end = start
      while end < bytes.count && !ByteClass.isSpace(bytes[end]) { end += 1 }
      words.append(Array(bytes[start..<end]))
      start = end
    }
  }

  static func lines(_ bytes: [UInt8], keepsEnds: Bool) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count && bytes[end] != 10 && bytes[end] != 13 { end += 1 }
      var next = Swift.min(end + 1, bytes.count)
      if next < bytes.count && bytes[end] == 13 && bytes[next] == 10 { next += 1 }
      lines.append(Array(bytes[start..<(keepsEnds ? next : end)]))
      start = next
    }
    return lines
  }

  static func replaced(_ bytes: [UInt8], _ old: [UInt8], _ new: [UInt8], _ found: Int) -> [UInt8] {
    var result: [UInt8] = []
    var (place, count) = (0, 0)
    while count < found, let next = ByteSearch.find(old, in: bytes, from: place, to: bytes.count) {
      result += bytes[place..<next]
      result += new
      place = next + old.count
      if old.isEmpty {
        if place < bytes.count { result.append(bytes[place]) }
        place += 1
      }
      count += 1
    }
    if place < bytes.count { result += bytes[place...] }
    return result
  }
}
