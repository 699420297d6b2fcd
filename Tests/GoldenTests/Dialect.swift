/// The ways one recorded source is run.
enum Dialect: String, CaseIterable, CustomStringConvertible {
  /// As it stands, with Python's names alone.
  case py
  /// As it stands, with the array names of `.nn` besides.
  case nn
  /// With `np.` and `np.random.` dropped, so that the bare names of `.nn` carry it.
  case bare

  var description: String { rawValue }

  var fileExtension: String { self == .py ? "py" : "nn" }

  /// The text that is run in this dialect.
  func source(_ text: String) -> String {
    guard self == .bare else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { $0 != "import numpy as np" }
    return Self.withoutPrefixes(lines.joined(separator: "\n"))
  }

  /// `text` without the prefixes `np.` and `np.random.` where a name follows and no name or point stands before.
  private static func withoutPrefixes(_ text: String) -> String {
    let bytes = Array(text.utf8), prefix = Array("np.".utf8), random = Array("random.".utf8)
    func isLetter(_ byte: UInt8) -> Bool { byte | 32 >= 97 && byte | 32 <= 122 }
    func isWordPart(_ byte: UInt8) -> Bool { isLetter(byte) || byte == 95 || byte >= 128 || (byte >= 48 && byte <= 57) }
    func stands(_ word: [UInt8], at position: Int) -> Bool {
      let end = position + word.count
      return end < bytes.count && bytes[position..<end].elementsEqual(word) && isLetter(bytes[end])
    }
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let before = position > 0 ? bytes[position - 1] : 0
      if !isWordPart(before), before != UInt8(ascii: "."), stands(prefix, at: position) {
        position += prefix.count
        if stands(random, at: position) { position += random.count }
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
