import CEditLine
import Glibc

/// What the keys do.
extension BlockEditor {
  /// The keys that send sequences, by what stands for them under vi's keys: ESC alone would end the insertion there.
  static let standIns: [String: Unicode.Scalar] = [
    "\u{1B}[A": "\u{80}", "\u{1B}OA": "\u{80}", "\u{1B}[B": "\u{81}", "\u{1B}OB": "\u{81}",
    "\u{1B}[C": "\u{82}", "\u{1B}OC": "\u{82}", "\u{1B}[D": "\u{83}", "\u{1B}OD": "\u{83}",
    "\u{1B}[H": "\u{84}", "\u{1B}OH": "\u{84}", "\u{1B}[1~": "\u{84}",
    "\u{1B}[F": "\u{85}", "\u{1B}OF": "\u{85}", "\u{1B}[4~": "\u{85}",
    "\u{1B}[3~": "\u{86}", "\u{1B}[200~": "\u{87}", "\u{1B}[5~": "\u{88}", "\u{1B}[6~": "\u{89}",
    "\u{1B}\r": "\u{8A}",
  ]

  private func add(_ name: String, _ keys: [String], _ command: @escaping nn_editor_command) {
    nn_editor_add(editor, name, command)
    bind(name, keys)
  }

  private func bind(_ name: String, _ keys: [String]) {
    for key in keys where !isVi || key.unicodeScalars.first != "\u{1B}" {
      bound.insert(key)
      nn_editor_bind(editor, key, name)
    }
  }

  func addCommands() {
    add("nn-enter", ["\r", "\n"]) { editor, _ in BlockEditor.of(editor).enter() }
    add("nn-submit", ["\u{1B}\r", "\u{1B}\n"]) { editor, _ in BlockEditor.of(editor).submit() }
    add("nn-up", ["\u{1B}[A", "\u{1B}OA"]) { editor, _ in BlockEditor.of(editor).up() }
    add("nn-down", ["\u{1B}[B", "\u{1B}OB"]) { editor, _ in BlockEditor.of(editor).down() }
    add("nn-older", ["^P", "\u{1B}[5~"]) { editor, _ in BlockEditor.of(editor).recall(older: true) }
    add("nn-newer", ["^N", "\u{1B}[6~"]) { editor, _ in BlockEditor.of(editor).recall(older: false) }
    add("nn-home", ["^A", "\u{1B}[H", "\u{1B}OH", "\u{1B}[1~"]) { editor, _ in
      BlockEditor.of(editor).goTo { $0.lineStart($1) }
    }
    add("nn-end", ["^E", "\u{1B}[F", "\u{1B}OF", "\u{1B}[4~"]) { editor, _ in
      BlockEditor.of(editor).goTo { $0.lineEnd($1) }
    }
    add("nn-first", ["\u{1B}<"]) { editor, _ in BlockEditor.of(editor).goTo { _, _ in 0 } }
    add("nn-last", ["\u{1B}>"]) { editor, _ in BlockEditor.of(editor).goTo { text, _ in text.count } }
    add("nn-kill-line", ["^K"]) { editor, _ in BlockEditor.of(editor).killLine() }
    add("nn-kill-to-home", ["^U"]) { editor, _ in BlockEditor.of(editor).killToHome() }
    add("nn-backspace", ["^?", "^H"]) { editor, _ in BlockEditor.of(editor).backspace() }
    add("nn-tab", ["\t"]) { editor, _ in BlockEditor.of(editor).tab() }
    add("nn-paste", ["\u{1B}[200~"]) { editor, _ in BlockEditor.of(editor).pasteBracketed() }
    add("nn-search", ["^R", "^S"]) { editor, _ in BlockEditor.of(editor).search() }
    add("nn-cancel", ["^C"]) { editor, _ in BlockEditor.of(editor).cancel() }
    add("nn-leave", ["^D"]) { editor, _ in BlockEditor.of(editor).deleteOrLeave() }
    add("nn-stop", ["^Z"]) { editor, _ in BlockEditor.of(editor).stop() }
    add("nn-quit", ["^\\"]) { editor, _ in BlockEditor.of(editor).quit() }
    add("nn-edit", ["^X^E"]) { editor, _ in BlockEditor.of(editor).editOutside() }
    add("nn-draft", [String(BlockEditor.draftKey)]) { editor, _ in BlockEditor.of(editor).insertDraft() }
    add("nn-clear", ["^L"]) { editor, _ in
      BlockEditor.of(editor).screen.clear()
      return UInt8(CC_REFRESH)
    }
    bindMoves()
  }

  private func bindMoves() {
    bind("ed-prev-word", ["\u{1B}[1;5D", "\u{1B}[1;3D"])
    bind("em-next-word", ["\u{1B}[1;5C", "\u{1B}[1;3C"])
    bind("ed-prev-char", ["\u{1B}[D", "\u{1B}OD"])
    bind("ed-next-char", ["\u{1B}[C", "\u{1B}OC"])
    bind("ed-delete-next-char", ["\u{1B}[3~"])
    bind("ed-delete-prev-word", ["^W", "\u{1B}^?"])
    // libedit's own prompt for a command draws by itself, and dies of an open quote.
    bind("ed-unassigned", ["\u{1B}x", "\u{1B}X"])
  }

  /// Reads the user's `.editrc`. Where it asks for vi's keys, ours are bound there too, and then what it binds itself.
  func sourceSettings() {
    let path = getenv("EDITRC").map { String(cString: $0) } ?? getenv("HOME").map { String(cString: $0) + "/.editrc" }
    guard let path, access(path, R_OK) == 0, nn_editor_source(editor, path) == 0 else { return }
    keepsUnknownKeys = true
    isVi = nn_editor_is_vi(editor) != 0
    if !isVi { return }
    addCommands()
    for (name, key) in BlockEditor.viKeys {
      nn_editor_bind(editor, key, name)
      nn_editor_bind_command_mode(editor, key, name)
    }
    for (name, key) in BlockEditor.viCommands { nn_editor_bind_command_mode(editor, key, name) }
  }

  /// The keys that send sequences, in both of vi's modes.
  private static let viKeys: [(String, String)] = [
    ("nn-up", "\u{80}"), ("nn-down", "\u{81}"), ("ed-next-char", "\u{82}"), ("ed-prev-char", "\u{83}"),
    ("nn-home", "\u{84}"), ("nn-end", "\u{85}"), ("ed-delete-next-char", "\u{86}"), ("nn-paste", "\u{87}"),
    ("nn-older", "\u{88}"), ("nn-newer", "\u{89}"), ("nn-submit", "\u{8A}"),
  ]

  /// Keys of vi's command mode that have to know of blocks.
  private static let viCommands: [(String, String)] = [
    ("nn-enter", "\r"), ("nn-enter", "\n"), ("nn-up", "k"), ("nn-down", "j"), ("nn-search", "/"), ("nn-edit", "v"),
    ("nn-cancel", "^C"), ("nn-leave", "^D"), ("nn-stop", "^Z"), ("nn-clear", "^L"), ("nn-search", "^R"),
    ("nn-quit", "^\\"), ("nn-draft", String(draftKey)), ("nn-home", "^"), ("nn-older", "^P"), ("nn-newer", "^N"),
    ("nn-search", "?"), ("nn-older", "-"), ("nn-newer", "+"),
    // These ask libedit for its history, which is empty, or draw by themselves.
    ("ed-unassigned", "_"), ("ed-unassigned", "G"), ("ed-unassigned", "n"), ("ed-unassigned", "N"),
    ("ed-unassigned", ":"), ("ed-unassigned", "@"),
  ]

  // MARK: Moves and deletions

  func goTo(_ place: (TypedText, Int) -> Int) -> UInt8 {
    let (text, cursor) = line
    move(to: place(text, cursor))
    return UInt8(CC_REFRESH)
  }

  func up() -> UInt8 {
    let (text, cursor) = line
    let start = text.lineStart(cursor)
    if start == 0 { return recall(older: true) }
    return vertical(from: cursor - start, to: text.lineStart(start - 1)..<start - 1)
  }

  func down() -> UInt8 {
    let (text, cursor) = line
    let end = text.lineEnd(cursor)
    if end == text.count { return recall(older: false) }
    return vertical(from: cursor - text.lineStart(cursor), to: end + 1..<text.lineEnd(end + 1))
  }

  /// Repeated moves through shorter lines keep the column of the first.
  private func vertical(from column: Int, to target: Range<Int>) -> UInt8 {
    var goal = column
    if let wanted, wanted.cursor == line.cursor { goal = wanted.column }
    move(to: min(target.lowerBound + goal, target.upperBound))
    wanted = (line.cursor, goal)
    return UInt8(CC_REFRESH)
  }

  func killLine() -> UInt8 {
    let (text, cursor) = line
    let end = text.lineEnd(cursor)
    kill(cursor..<(end > cursor ? end : min(end + 1, text.count)))
    return UInt8(CC_REFRESH)
  }

  func killToHome() -> UInt8 {
    let (text, cursor) = line
    kill(text.lineStart(cursor)..<cursor)
    return UInt8(CC_REFRESH)
  }

  /// Deletes a character, or as many blanks of an indentation as make a step.
  func backspace() -> UInt8 {
    let (text, cursor) = line
    if cursor == 0 { return UInt8(CC_ERROR) }
    let head = text[text.lineStart(cursor)..<cursor]
    let count = !head.isEmpty && head.allSatisfy { $0 == " " } ? (head.count - 1) % 4 + 1 : 1
    set(TypedText(text[..<(cursor - count)]) + TypedText(text[cursor...]), cursor - count)
    return UInt8(CC_REFRESH)
  }

  // MARK: Leaving

  func cancel() -> UInt8 {
    queue = []
    return finish(.interrupted)
  }

  /// Ctrl-D: leaves where nothing is typed, deletes a character elsewhere.
  func deleteOrLeave() -> UInt8 {
    let (text, cursor) = line
    if text.isEmpty { return finish(.end) }
    if cursor == text.count { return UInt8(CC_ERROR) }
    set(TypedText(text[..<cursor]) + TypedText(text[(cursor + 1)...]), cursor)
    return UInt8(CC_REFRESH)
  }

  /// Gives the terminal back to the shell, and takes it again when the shell says so.
  func stop() -> UInt8 {
    leaveTerminal()
    nn_terminal_stop()
    enterTerminal()
    return UInt8(CC_REFRESH)
  }

  func quit() -> UInt8 {
    leaveTerminal()
    nn_terminal_raise(SIGQUIT)
    enterTerminal()
    return UInt8(CC_REFRESH)
  }

  private func leaveTerminal() {
    let (text, _) = line
    screen.paint(BlockScreen.Content(text: text, styles: colours(text), cursor: text.count))
    BlockScreen.write("\u{1B}[?2004l\n")
    nn_editor_set_raw(editor, 0)
  }

  /// Takes keys again, after the shell or an editor had the terminal.
  func enterTerminal() {
    // libedit trusts its own note of the mode; what the shell changed needs this pair of calls.
    nn_editor_set_raw(editor, 0)
    nn_editor_set_raw(editor, 1)
    BlockScreen.write("\u{1B}[?2004h")
    screen.begin(keepingView: true)
  }

  /// The block in `$VISUAL` or `$EDITOR`, and what comes back in its place.
  func editOutside() -> UInt8 {
    leaveTerminal()
    let text = OutsideEditor.edit(line.text.string)
    enterTerminal()
    if let text {
      let new = TypedText(text).withoutBlankTail
      set(new, new.count)
    }
    return UInt8(CC_REFRESH)
  }
}
