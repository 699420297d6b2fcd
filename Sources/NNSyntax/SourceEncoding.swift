/// How the bytes of a program's text are read: as UTF-8, or as a comment in one of its first two lines says.
enum SourceEncoding {
  /// The text as UTF-8, and the name of an encoding that is not known.
  static func decoded(_ bytes: [UInt8]) -> (text: [UInt8], unknown: String?, isDeclared: Bool) {
    guard let name = declared(in: bytes) else { return (bytes, nil, false) }
    let plain = name.lowercased().replacing("_", with: "-")
    if let single = singles(plain) { return (widened(bytes, single), nil, true) }
    return (bytes, isKnown(plain) ? nil : name, true)
  }

  /// The name after `coding:` or `coding=` in a comment of the first two lines; the first must hold no code either.
  private static func declared(in bytes: [UInt8]) -> String? {
    var line: [UInt8] = []
    var lines = 0
    for byte in bytes.prefix(2000) {
      if byte != Ascii.newline {
        line.append(byte)
        continue
      }
      if let name = declared(inLine: line) { return name }
      lines += 1
      let code = line.first { ![0x20, 0x09, 0x0C, 0x0D].contains($0) }
      if lines == 2 || code != nil && code != UInt8(ascii: "#") { return nil }
      line = []
    }
    return bytes.count < 2000 ? declared(inLine: line) : nil
  }

  private static func declared(inLine line: [UInt8]) -> String? {
    guard line.first(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0C }) == UInt8(ascii: "#") else { return nil }
    var rest = Substring(String(decoding: line, as: UTF8.self))
    while let place = rest.firstRange(of: "coding") {
      rest = rest[place.upperBound...]
      guard let sign = rest.first, sign == ":" || sign == "=" else { continue }
      let name = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
        .prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" || $0 == "_" || $0 == "." }
      if !name.isEmpty { return String(name) }
    }
    return nil
  }

  /// What an encoding of single bytes makes of those from 0x80 on that Latin-1 reads otherwise; nil for other encodings.
  private static func singles(_ name: String) -> [UInt8: UInt32]? {
    switch name {
    case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "iso-latin-1", "l1", "8859", "cp819": [:]
    case "iso-8859-15", "iso8859-15", "latin-9", "latin9", "l9":
      [
        0xA4: 0x20AC, 0xA6: 0x160, 0xA8: 0x161, 0xB4: 0x17D, 0xB8: 0x17E, 0xBC: 0x152, 0xBD: 0x153, 0xBE: 0x178,
      ]
    case "cp1252", "windows-1252", "1252":
      [
        0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021, 0x88: 0x2C6,
        0x89: 0x2030, 0x8A: 0x160, 0x8B: 0x2039, 0x8C: 0x152, 0x8E: 0x17D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C,
        0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014, 0x98: 0x2DC, 0x99: 0x2122, 0x9A: 0x161, 0x9B: 0x203A,
        0x9C: 0x153, 0x9E: 0x17E, 0x9F: 0x178,
      ]
    default: nil
    }
  }

  /// Whether Python knows an encoding by such a name. Of those that are not read here, texts in ASCII are.
  private static func isKnown(_ name: String) -> Bool {
    let beginnings = [
      "utf", "u8", "u7", "u16", "u32", "ascii", "us-ascii", "646", "ansi-x3", "latin", "iso", "l", "cp", "windows",
      "ibm",
      "koi8", "kz", "rk1048", "ptcp", "gb", "hz", "936", "big5", "euc", "shift", "sjis", "s-jis", "ms", "johab", "ujis",
      "mac", "tis", "hp-roman", "roman8", "cyrillic", "greek", "hebrew", "arabic", "thai", "turkish", "korean",
      "chinese",
      "unicode", "raw-unicode", "punycode", "csisolatin", "mbcs", "oem", "dbcs", "8859", "1252", "125", "43", "85",
      "86",
    ]
    return beginnings.contains { name.hasPrefix($0) }
  }

  /// Single bytes as UTF-8.
  private static func widened(_ bytes: [UInt8], _ others: [UInt8: UInt32]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else if let scalar = Unicode.Scalar(others[byte] ?? UInt32(byte)) {
        result.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
    }
    return result
  }
}
