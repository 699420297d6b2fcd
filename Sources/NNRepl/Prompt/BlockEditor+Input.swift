import CEditLine
import Glibc

/// Reading keys and pastes.
extension BlockEditor {
  /// What libedit is given next; nil at the input's end.
  func nextCharacter() -> Unicode.Scalar? {
    while true {
      if queue.isEmpty {
        let isIdle = !hasByte(within: 0)
        if isIdle || lastGiven.value < 32 || lastGiven.value >= 127 { nn_editor_refresh(editor) }
        if isIdle {
          isTypedAhead = false
          paint()
        }
        guard let character = readCharacter() else { return nil }
        queue = character == "\u{1B}" ? readSequence() : [character]
        below = []
      }
      lastGiven = queue.isEmpty ? "\0" : queue.removeFirst()
      if lastGiven != "\0" { return lastGiven }
    }
  }

  /// Whether a byte comes within some milliseconds.
  func hasByte(within milliseconds: Int32) -> Bool { givenBack != nil || nn_terminal_wait(milliseconds) > 0 }

  private func readByte() -> UInt8? {
    if let byte = givenBack {
      givenBack = nil
      return byte
    }
    let byte = nn_terminal_byte()
    return byte < 0 ? nil : UInt8(truncatingIfNeeded: byte)
  }

  func readCharacter() -> Unicode.Scalar? {
    while givenBack == nil, nn_terminal_wait(-1) < 0 {
      if nn_terminal_resumed() != 0 {
        enterTerminal()
        paint()
      }
      if nn_terminal_resized() != 0 { resize() }
    }
    guard let first = readByte() else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    var bytes = [first]
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
    while bytes.count <= more, hasByte(within: 100), let byte = readByte() {
      if byte & 0xC0 != 0x80 {
        // The text is in another encoding: the next key begins here.
        givenBack = byte
        break
      }
      bytes.append(byte)
    }
    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
    // C1 controls stand for keys here.
    return scalar.map { (0x80...0x9F).contains($0.value) ? "\u{FFFD}" : $0 }
  }

  /// The rest of an escape sequence: as it is where something is bound to it, one stand-in character under vi's keys, where
  /// ESC alone is a key.
  private func readSequence() -> TypedText {
    var keys: TypedText = ["\u{1B}"]
    while hasByte(within: 50), let character = readCharacter() {
      keys.append(character)
      if keys.count == 2, BlockEditor.stringIntroducers.contains(character), hasByte(within: 50) {
        return restOfString()
      }
      if keys.count == 2 ? character != "[" && character != "O" : isFinal(character, after: keys[1]) { break }
    }
    // A mouse's report has three more bytes.
    if keys.string == "\u{1B}[M" {
      for _ in 0..<3 where hasByte(within: 50) { _ = readByte() }
      return []
    }
    if isVi {
      if let standIn = BlockEditor.standIns[keys.string] { return [standIn] }
      return keys.count < 3 ? keys : []
    }
    return keys.count < 3 || keepsUnknownKeys || bound.contains(keys.string) ? keys : []
  }

  /// After ESC these begin a text that ends in BEL or ESC \: a terminal's late answer, which is no key.
  private static let stringIntroducers: Set<Unicode.Scalar> = ["]", "P", "_", "^"]

  /// Drops such a text; what ends it otherwise is a key.
  private func restOfString() -> TypedText {
    var last: Unicode.Scalar = "\0"
    while hasByte(within: 200), let character = readCharacter() {
      if character == "\u{7}" || (last == "\u{1B}" && character == "\\") { return [] }
      // No answer has this: a person types.
      if character == "\r" || character == "\u{3}" { return [character] }
      last = character
    }
    return []
  }

  private func isFinal(_ character: Unicode.Scalar, after introducer: Unicode.Scalar) -> Bool {
    introducer == "O" || (0x40...0x7E).contains(character.value)
  }

  private func resize() {
    screen.resize()
    el_resize(editor)
    // el_resize keeps its cursor's row, which may now lie outside its screen.
    nn_editor_refresh(editor)
    paint()
  }

  /// A paste between its brackets, as it is; other kinds of line ends become line feeds. Ctrl-C after a pause drops one
  /// that never ends.
  func pasteBracketed() -> UInt8 {
    var pasted: TypedText = []
    let end = TypedText("\u{1B}[201~")
    while !pasted.suffix(end.count).elementsEqual(end) {
      let isLate = !hasByte(within: 300)
      guard let character = readCharacter() else { return UInt8(CC_EOF) }
      if isLate, character == "\u{3}" { return cancel() }
      // libedit's buffer ends at a NUL.
      if character != "\0" { pasted.append(character) }
    }
    insert(BlockEditor.withLineFeeds(pasted.dropLast(end.count)))
    return UInt8(CC_REFRESH)
  }

  /// Lines that come in at once after an Enter, a paste without brackets: all up to the last line end, or up to a key
  /// that is none of a text. False where a statement was complete with the last of them, and is to run.
  func pasteLines() -> Bool {
    isPasting = true
    var pasted: TypedText = ["\r"]
    while hasByte(within: 15), let character = readCharacter() {
      if character.value < 32, character != "\r", character != "\n", character != "\t" {
        queue = character == "\u{1B}" ? readSequence() : [character]
        break
      }
      pasted.append(character)
    }
    let endsLine = pasted.count > 1 && (pasted.last == "\r" || pasted.last == "\n")
    insert(BlockEditor.withLineFeeds(pasted.dropLast(endsLine ? 1 : 0)))
    return !endsLine
  }

  static func withLineFeeds(_ text: some Collection<Unicode.Scalar>) -> TypedText {
    var result: TypedText = []
    var last: Unicode.Scalar = "\0"
    for character in text {
      if character == "\r" {
        result.append("\n")
      } else if character != "\n" || last != "\r" {
        result.append(character)
      }
      last = character
    }
    return result
  }
}
