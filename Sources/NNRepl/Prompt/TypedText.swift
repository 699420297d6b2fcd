/// A text being edited: libedit's unit is a code point.
typealias TypedText = [Unicode.Scalar]

extension Unicode.Scalar {
  /// As C's libraries have it.
  var wide: Int32 { Int32(bitPattern: value) }
  init(wide: Int32) { self = Unicode.Scalar(UInt32(bitPattern: wide)) ?? "\u{FFFD}" }

  var isBlank: Bool { self == " " || self == "\t" }
}

extension Collection where Element == Unicode.Scalar {
  /// The same as a string.
  var string: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: self)
    return String(scalars)
  }
}

extension Array where Element == Unicode.Scalar {
  init(_ text: String) { self = Array(text.unicodeScalars) }

  /// Where the line of an index begins.
  func lineStart(_ index: Int) -> Int { self[..<index].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }
  /// Where the line of an index ends.
  func lineEnd(_ index: Int) -> Int { self[index...].firstIndex(of: "\n") ?? count }

  /// The text without lines at its end that hold blanks only.
  var withoutBlankTail: Self {
    var end = count
    while end > 0 {
      let start = lineStart(end)
      guard self[start..<end].allSatisfy(\.isBlank) else { break }
      end = Swift.max(start - 1, 0)
    }
    return Self(self[..<end])
  }
}
