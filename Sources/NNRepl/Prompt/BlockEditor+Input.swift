import CEditLine
import Glibc

/// Reading keys and pastes.
extension BlockEditor {
  /// What libedit is given next; nil at the input's end.
  func nextCharacter() -> Unicode.Scalar? {
    while true {
      if queue.isEmpty {
        let isIdle = nn_terminal_wait(0) == 0
        if isIdle || lastGiven.value < 32 || lastGiven.value >= 127 { nn_editor_refresh(editor) }
        if isIdle { paint() }
        guard let character = readCharacter() else { return nil }
        queue = character == "\u{1B}" ? readSequence() : [character]
        below = []
      }
      lastGiven = queue.isEmpty ? "\0" : queue.removeFirst()
      if lastGiven != "\0" { return lastGiven }
    }
  }

  func readCharacter() -> Unicode.Scalar? {
    while nn_terminal_wait(-1) < 0 {
      if nn_terminal_resumed() != 0 {
        enterTerminal()
        paint()
      }
      if nn_terminal_resized() != 0 { resize() }
    }
    let first = nn_terminal_byte()
    guard first >= 0 else { return nil }
    if first < 0x80 { return Unicode.Scalar(UInt8(first)) }
    var bytes = [UInt8(truncatingIfNeeded: first)]
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
    while bytes.count <= more, nn_terminal_wait(100) > 0 {
      let byte = nn_terminal_byte()
      if byte < 0 { break }
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
    // C1 controls stand for keys here.
    return scalar.map { (0x80...0x9F).contains($0.value) ? "\u{FFFD}" : $0 }
  }

  /// The rest of an escape sequence: as it is where something is bound to it, one stand-in character under vi's keys, where
  /// ESC alone is a key.
  private func readSequence() -> TypedText {
    var keys: TypedText = ["\u{1B}"]
    while nn_terminal_wait(50) > 0, let character = readCharacter() {
      keys.append(character)
      if keys.count == 2 ? character != "[" && character != "O" : isFinal(character, after: keys[1]) { break }
    }
    if isVi {
      if let standIn = BlockEditor.standIns[keys.string] { return [standIn] }
      return keys.count < 3 ? keys : []
    }
    return keys.count < 3 || keepsUnknownKeys || bound.contains(keys.string) ? keys : []
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

  /// A paste between its brackets, as it is; other kinds of line ends become line feeds.
  func pasteBracketed() -> UInt8 {
    var pasted: TypedText = []
    let end = TypedText("\u{1B}[201~")
    while !pasted.suffix(end.count).elementsEqual(end) {
      guard let character = readCharacter() else { return UInt8(CC_EOF) }
      pasted.append(character)
    }
    insert(BlockEditor.withLineFeeds(pasted.dropLast(end.count)))
    return UInt8(CC_REFRESH)
  }

  /// Lines that come in at once after an Enter, a paste without brackets: all up to the last line end, or up to a key
  /// that is none of a text. False where a statement was complete with the last of them, and is to run.
  func pasteLines() -> Bool {
    isPasting = true
    var pasted: TypedText = ["\r"]
    while nn_terminal_wait(15) > 0, let character = readCharacter() {
      if character.value < 32, character != "\r", character != "\n", character != "\t" {
        queue = character == "\u{1B}" ? readSequenceAfterPaste() : [character]
        break
      }
      pasted.append(character)
    }
    let endsLine = pasted.count > 1 && (pasted.last == "\r" || pasted.last == "\n")
    insert(BlockEditor.withLineFeeds(pasted.dropLast(endsLine ? 1 : 0)))
    return !endsLine
  }

  private func readSequenceAfterPaste() -> TypedText { readSequence() }

  private static func withLineFeeds(_ text: some Collection<Unicode.Scalar>) -> TypedText {
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
