import CEditLine

/// Completing what stands before the cursor.
extension BlockEditor {
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
      list(found.texts, in: text, cursor)
    }
    return UInt8(CC_REFRESH)
  }

  /// Shows names below the block, as many as there is room for; Tab again shows the next ones.
  private func list(_ names: [String], in text: TypedText, _ cursor: Int) {
    var start = 0
    if let page, page.text == text, page.cursor == cursor, page.next < names.count { start = page.next }
    let (rows, next) = screen.listing(names, from: start, above: text.count { $0 == "\n" } + 1)
    below = rows
    page = (text, cursor, next)
  }
}
