/// What the `is…` methods of `str` ask of ASCII text.
enum AsciiTest {
  case digit, letter, alphanumeric, space, printable, ascii, identifier, upper, lower, titled

  /// Whether a text is of that sort.
  func holds(_ bytes: ByteView) -> Bool {
    if bytes.count == 0 { return self == .printable || self == .ascii }
    switch self {
    case .digit, .letter, .alphanumeric, .space, .printable: return holdsEverywhere(bytes)
    case .ascii: return true
    case .identifier:
      if bytes[0] &- 48 < 10 { return false }
      for index in 0..<bytes.count where !AsciiTest.isAlphanumeric(bytes[index]) && bytes[index] != 95 { return false }
      return true
    case .upper: return AsciiTest.has(bytes, 65) && !AsciiTest.has(bytes, 97)
    case .lower: return AsciiTest.has(bytes, 97) && !AsciiTest.has(bytes, 65)
    case .titled: return AsciiTest.isTitled(bytes)
    }
  }

  private func holdsEverywhere(_ bytes: ByteView) -> Bool {
    for index in 0..<bytes.count {
      let byte = bytes[index]
      let isRight: Bool
      switch self {
      case .digit: isRight = byte &- 48 < 10
      case .letter: isRight = (byte | 0x20) &- 97 < 26
      case .alphanumeric: isRight = AsciiTest.isAlphanumeric(byte)
      case .space: isRight = AsciiTest.isSpace(byte)
      default: isRight = byte >= 32 && byte < 127
      }
      if !isRight { return false }
    }
    return true
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 }

  /// White space as `str` has it, the separators of records and files included.
  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool { byte &- 9 < 5 || byte &- 28 < 5 }

  /// Whether there is one of the 26 letters from `first` on.
  private static func has(_ bytes: ByteView, _ first: UInt8) -> Bool {
    for index in 0..<bytes.count where bytes[index] &- first < 26 { return true }
    return false
  }

  private static func isTitled(_ bytes: ByteView) -> Bool {
    var (hasCased, followsCased) = (false, false)
    for index in 0..<bytes.count {
      let (isCapital, isSmall) = (bytes[index] &- 65 < 26, bytes[index] &- 97 < 26)
      if isCapital && followsCased || isSmall && !followsCased { return false }
      followsCased = isCapital || isSmall
      if followsCased { hasCased = true }
    }
    return hasCased
  }
}
