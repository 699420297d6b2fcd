import CEditLine
import Glibc

/// Finding earlier statements.
extension BlockEditor {
  /// The next statement that begins with what stood before the cursor when the walk began. libedit's own search takes any
  /// part of a line, or a pattern.
  func recall(older: Bool) -> UInt8 {
    let (text, cursor) = line
    let entries = history.entries
    var walk =
      self.walk.flatMap { $0.shown == text ? $0 : nil }
      ?? Walk(index: entries.count, live: text, prefix: TypedText(text[..<cursor]), shown: text)
    let prefix = walk.prefix.string
    var index = walk.index
    repeat {
      index += older ? -1 : 1
    } while entries.indices.contains(index)
      && !(entries[index].utf8.starts(with: prefix.utf8) && TypedText(entries[index]) != text)
    guard (0...entries.count).contains(index) else { return UInt8(CC_ERROR) }
    walk.index = index
    walk.shown = index == entries.count ? walk.live : TypedText(entries[index])
    self.walk = walk
    set(walk.shown, walk.shown.count)
    return UInt8(CC_REFRESH)
  }

  /// Ctrl-R: the latest statement that has what is typed here; Ctrl-R again goes on to older ones, Ctrl-S to newer ones,
  /// Ctrl-G gives up, any other control key takes the statement and does what it does.
  func search() -> UInt8 {
    let saved = line
    let entries = history.entries
    var pattern: TypedText = []
    var hit = entries.count
    func look(from start: Int, older: Bool = true) -> Bool {
      let wanted = pattern.string
      let places =
        older
        ? stride(from: min(start, entries.count - 1), through: 0, by: -1)
        : stride(from: start, through: entries.count - 1, by: 1)
      for index in places {
        guard entries[index].contains(wanted) else { continue }
        let entry = TypedText(entries[index])
        let last = max(0, entry.count - pattern.count)
        guard let place = (0...last).first(where: { entry[$0...].starts(with: pattern) }) else { continue }
        hit = index
        set(entry, place)
        return true
      }
      return false
    }
    var fails = false
    while true {
      let label = (fails ? "(failing search)`" : "(reverse-i-search)`") + pattern.string + "':"
      below = [ScreenRow(label, below: screen.columns)]
      paint()
      var character: wchar_t = 0
      guard el_wgetc(editor, &character) == 1 else { return UInt8(CC_EOF) }
      let key = Unicode.Scalar(wide: character)
      fails = false
      switch key.value {
      case 18: fails = !pattern.isEmpty && !look(from: hit - 1)
      case 19: fails = !pattern.isEmpty && !look(from: hit + 1, older: false)
      case 8, 127:
        if !pattern.isEmpty { pattern.removeLast() }
        hit = entries.count
        if pattern.isEmpty { set(saved.text, saved.cursor) } else { _ = look(from: entries.count) }
      case 3, 7:
        set(saved.text, saved.cursor)
        return UInt8(CC_REFRESH)
      case 0..<32, 0x80..<0xA0:
        if entries.indices.contains(hit) && !pattern.isEmpty {
          walk = Walk(index: hit, live: saved.text, prefix: [], shown: TypedText(entries[hit]))
        }
        if key == "\r" || key == "\n" { move(to: line.text.count) }
        queue = [key] + queue
        return UInt8(CC_REFRESH)
      default:
        pattern.append(key)
        fails = !look(from: hit)
      }
    }
  }
}
