/// The encodings of text that programs can name.
enum TextEncoding: Hashable {
  case utf8, utf8Signature, ascii, latin1, windows1252
  /// The escapes of source text: `\\n`, `\\xe9`; raw, those of code points beyond Latin-1 alone.
  case escapes(isRaw: Bool)
  /// The order of bytes, nil: told by a mark at the start.
  case utf16(isBig: Bool?), utf32(isBig: Bool?)

  /// The encoding of a name in any of its spellings.
  init?(named name: String) {
    if name == "utf-8" {
      self = .utf8
      return
    }
    let plain = name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 }
    switch String(plain) {
    case "utf-8", "utf8", "u8", "utf", "cp65001", "utf8-ucs2", "utf8-ucs4": self = .utf8
    case "utf-8-sig", "utf8-sig": self = .utf8Signature
    case "ascii", "us-ascii", "646", "ansi-x3.4-1968": self = .ascii
    case "latin-1", "latin1", "latin", "iso-8859-1", "iso8859-1", "8859", "cp819", "l1": self = .latin1
    case "unicode-escape", "unicodeescape": self = .escapes(isRaw: false)
    case "raw-unicode-escape", "rawunicodeescape": self = .escapes(isRaw: true)
    case "cp1252", "windows-1252", "1252": self = .windows1252
    case "utf-16", "utf16", "u16": self = .utf16(isBig: nil)
    case "utf-16-le", "utf-16le", "utf16-le": self = .utf16(isBig: false)
    case "utf-16-be", "utf-16be", "utf16-be": self = .utf16(isBig: true)
    case "utf-32", "utf32", "u32": self = .utf32(isBig: nil)
    case "utf-32-le", "utf-32le", "utf32-le": self = .utf32(isBig: false)
    case "utf-32-be", "utf-32be", "utf32-be": self = .utf32(isBig: true)
    default: return nil
    }
  }

  /// The name in messages of its codec.
  var codecName: String {
    switch self {
    case .utf8: "utf-8"
    case .utf8Signature: "utf-8"
    case .ascii: "ascii"
    case .latin1: "latin-1"
    case .windows1252: "charmap"
    case .escapes(let isRaw): isRaw ? "rawunicodeescape" : "unicodeescape"
    case .utf16(nil): "utf-16"
    case .utf16(let isBig): isBig == true ? "utf-16-be" : "utf-16-le"
    case .utf32(nil): "utf-32"
    case .utf32(let isBig): isBig == true ? "utf-32-be" : "utf-32-le"
    }
  }

  /// Whether a byte below 128 is always the character of that number, so that lines can be told apart in the bytes.
  var isByteBased: Bool {
    switch self {
    case .utf16, .utf32, .escapes: false
    default: true
    }
  }
}

/// What happens to what cannot be decoded or encoded.
enum CodecErrors: String {
  case strict, ignore, replace, backslashreplace, xmlcharrefreplace, namereplace, surrogateescape, surrogatepass
}

/// Bytes that are no text in an encoding, or text that has no bytes in it.
struct CodecFailure: Error {
  let encoding: String
  let range: Range<Int>
  let reason: String
}
