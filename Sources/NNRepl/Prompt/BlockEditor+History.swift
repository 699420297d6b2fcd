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
      ?? (index: entries.count, live: text, prefix: TypedText(text[..<cursor]), shown: text)
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

  /// Ctrl-R: the latest statement that has what is typed here; Ctrl-R again goes on to older ones, Ctrl-G gives up, any
  /// other control key takes the statement and does what it does.
  func search() -> UInt8 {
    let saved = line
    let entries = history.entries
    var pattern: TypedText = []
    var hit = entries.count
    func look(from start: Int) -> Bool {
      let wanted = pattern.string
      for index in stride(from: min(start, entries.count - 1), through: 0, by: -1) {
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
      below = [ScreenRow((fails ? "(failing search)`" : "(reverse-i-search)`") + pattern.string + "':")]
      let label = below
      paint()
      below = label
      var character: wchar_t = 0
      guard el_wgetc(editor, &character) == 1 else { return UInt8(CC_EOF) }
      let key = Unicode.Scalar(wide: character)
      fails = false
      switch key.value {
      case 18: fails = !pattern.isEmpty && !look(from: hit - 1)
      case 8, 127:
        if !pattern.isEmpty { pattern.removeLast() }
        hit = entries.count
        if pattern.isEmpty { set(saved.text, saved.cursor) } else { _ = look(from: entries.count) }
      case 3, 7:
        set(saved.text, saved.cursor)
        return UInt8(CC_REFRESH)
      case 0..<32, 0x80..<0xA0:
        if entries.indices.contains(hit) && !pattern.isEmpty { walk = (hit, saved.text, [], TypedText(entries[hit])) }
        if key == "\r" || key == "\n" { move(to: line.text.count) }
        queue = [key] + queue
        return UInt8(CC_REFRESH)
      default:
        pattern.append(key)
        fails = !look(from: hit)
      }
    }
  }

  /// Tab: the common beginning of all that fits, or their list; an indentation where nothing stands before the cursor.
  func tab() -> UInt8 {
    let (text, cursor) = line
    let head = text[text.lineStart(cursor)..<cursor]
    // More than a key or two waiting: a tab in a paste.
    let isPasted = nn_terminal_pending() > 8
    if head.allSatisfy(\.isBlank) || isPasted {
      insert(isPasted ? ["\t"] : TypedText(repeating: " ", count: 4 - head.count % 4))
      return UInt8(CC_REFRESH)
    }
    let found = rules.completions(text[..<cursor].string)
    guard let first = found.texts.first else { return UInt8(CC_ERROR) }
    let common = found.texts.dropFirst().reduce(TypedText(first)) { common, text in
      TypedText(common.prefix(zip(common, text.unicodeScalars).prefix { $0 == $1 }.count))
    }
    let typed = text[max(0, cursor - found.replaced)..<cursor]
    if common.count > typed.count || (found.texts.count == 1 && !common.elementsEqual(typed)) {
      let start = cursor - typed.count
      set(TypedText(text[..<start]) + common + TypedText(text[cursor...]), start + common.count)
    } else if found.texts.count > 1 {
      below = screen.listing(found.labels.isEmpty ? found.texts : found.labels)
    }
    return UInt8(CC_REFRESH)
  }
}
