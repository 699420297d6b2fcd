import CEditLine
import Glibc

/// A prompt for statements of many lines. libedit holds the whole block, line ends included, in its one buffer and runs
/// the keys; its own drawing goes nowhere. Each time it asks for a character, the block is painted here.
///
/// libedit takes for granted what its screen shows, so each command here returns CC_REFRESH, and a refresh comes before
/// it reads (`nextCharacter`).
public final class BlockEditor: StatementReader {
  let editor: OpaquePointer
  let rules: StatementRules
  var screen: BlockScreen
  var history: HistoryFile
  /// Rows below the block, until the next key.
  var below: [ScreenRow] = []
  /// How the reading ended; libedit's own answer is the same for an empty line as for the end of the input.
  var outcome: TypedStatement?
  /// A walk through the history.
  struct Walk {
    /// The entry shown; `entries.count` is the live text.
    var index: Int
    /// What was typed before the walk began.
    var live: TypedText
    /// What entries must begin with.
    var prefix: TypedText
    /// What the walk put into the buffer.
    var shown: TypedText
  }
  var walk: Walk?
  /// The column that moves up and down aim at, as long as the cursor stands where the last one left it.
  var wanted: (cursor: Int, column: Int)?
  /// Characters read and not yet handed to libedit.
  var queue: TypedText = []
  /// A byte read and not yet looked at.
  var givenBack: UInt8?
  /// How much of a listing Tab has shown, and for what.
  var page: (text: TypedText, cursor: Int, next: Int)?
  var lastGiven: Unicode.Scalar = "\0"
  /// The escape sequences that something is bound to; others are dropped, since libedit would insert their rest.
  var bound: Set<String> = ["\u{1B}[200~", "\u{1B}[201~"]
  /// Whether .editrc may have bound more.
  var keepsUnknownKeys = false
  var isVi = false
  /// Whether lines of a paste without brackets are coming in.
  var isPasting = false
  private var draft: TypedText = []
  /// Whether keys were waiting when the reading began: typed while a program ran.
  var isTypedAhead = false
  /// Lines typed ahead, which are taken one statement at a time.
  private var ahead: TypedText = []
  /// Where a program has left the cursor.
  public enum CursorPlace { case lineStart, midLine, unknown }
  /// Called before the prompt is shown.
  public var cursorPlace: () -> CursorPlace = { .lineStart }

  /// An editor on the terminal; nil when standard input is none, or one that cannot move its cursor. What is typed is
  /// kept in the file at `historyPath`.
  public init?(rules: StatementRules, historyPath: String?, style: TerminalStyle) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
    nn_terminal_use_utf8()
    nn_terminal_guard()
    guard nn_terminal_moves_cursor() != 0, let editor = nn_editor_open("nn") else { return nil }
    self.editor = editor
    self.rules = rules
    screen = BlockScreen(styles: style)
    if let historyPath { HistoryFile.makeFolder(of: historyPath) }
    history = HistoryFile(historyPath)
    nn_editor_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    nn_editor_set_reader(editor) { editor, character in
      guard let editor, let character, let next = BlockEditor.of(editor).nextCharacter() else { return 0 }
      character.pointee = next.wide
      return 1
    }
    addCommands()
    sourceSettings()
  }

  /// The editor that a command of libedit's is called for.
  static func of(_ editor: OpaquePointer) -> BlockEditor {
    Unmanaged<BlockEditor>.fromOpaque(nn_editor_client(editor)).takeUnretainedValue()
  }

  public var earlier: [String] { history.entries }
  public func close() { nn_editor_close(editor) }
  public func begin(with text: String) { draft = TypedText(text) }
  public func forgetTypedAhead() { ahead = [] }

  public func read() -> TypedStatement {
    (outcome, walk, wanted, below, isPasting, page) = (nil, nil, nil, [], false, nil)
    fflush(nil)
    findLineStart()
    screen.begin()
    if let text = takeAhead() { return shown(text, as: .text(PastedText.program(text.string))) }
    isVi = nn_editor_is_vi(editor) != 0
    // From here on, not only once libedit reads: what is typed in between would be lost or misread.
    nn_editor_set_raw(editor, 1)
    BlockScreen.write("\u{1B}[?2004h")
    isTypedAhead = nn_terminal_pending() > 0
    while true {
      if !draft.isEmpty { queue = [BlockEditor.draftKey] + queue }
      var count: Int32 = 0
      let end = el_wgets(editor, &count)
      below = []
      let text = line.text
      if let outcome { return shown(text, as: outcome) }
      if end == nil || count <= 0 { return shown(text, as: .end) }
      // A command of libedit's that ends a line, such as ed-newline or vi's comment.
      let whole = TypedText(text.last == "\n" ? text.dropLast() : text[...])
      if isComplete(whole) { return shown(whole, as: .text(PastedText.program(whole.string))) }
      draft = whole + ["\n"]
    }
  }

  /// Shows all of a block that has ended, and leaves the terminal to what runs now.
  private func shown(_ text: TypedText, as outcome: TypedStatement) -> TypedStatement {
    screen.paint(BlockScreen.Content(text: text, styles: colours(text), cursor: text.count), isWhole: true)
    BlockScreen.write("\u{1B}[?2004l\n")
    if case .text(let text) = outcome { history.add(text) }
    return outcome
  }

  /// Goes to the beginning of a line that is empty.
  private func findLineStart() {
    switch cursorPlace() {
    case .lineStart: break
    case .midLine: BlockScreen.write("\n")
    case .unknown:
      // A row of blanks: from within a line it ends in the row below, from a line's beginning in the same row.
      screen.begin()
      BlockScreen.write(String(repeating: " ", count: screen.columns) + "\r")
    }
  }

  /// The next statement of those typed ahead; nil where there is none that is complete, which is then to be edited.
  private func takeAhead() -> TypedText? {
    guard !ahead.isEmpty else { return nil }
    let lines = ahead.split(separator: "\n", omittingEmptySubsequences: false)
    ahead = []
    var text: TypedText = []
    for (index, line) in lines.enumerated() {
      if index == lines.count - 1 {
        // What follows the last line end is still being typed.
        let rest = text + (text.isEmpty ? [] : ["\n"]) + TypedText(line)
        if !rest.isEmpty { draft = rest }
        return nil
      }
      if text.isEmpty, line.allSatisfy(\.isBlank) { continue }
      text += (text.isEmpty ? [] : ["\n"]) + TypedText(line)
      // Lines that are indented go on with a statement, whatever blank lines stand between.
      let next = lines[(index + 1)...].first { !$0.allSatisfy(\.isBlank) }
      if next?.first?.isBlank ?? false || !isComplete(text) { continue }
      ahead = TypedText(lines[(index + 1)...].joined(separator: ["\n"]))
      return text.withoutBlankTail
    }
    return nil
  }

  /// Whether the block's lines, which have come in at once, are to run one by one: they were typed while a program ran, or
  /// each is a statement of its own. Then the first is the block, and the others wait.
  private func splitsLines(isLineOpen: Bool) -> Bool {
    let (text, cursor) = line
    guard cursor == text.count, text.contains("\n") else { return false }
    if !isTypedAhead {
      let lines = text.split(separator: "\n").filter { !$0.allSatisfy(\.isBlank) }
      guard !isLineOpen, lines.allSatisfy({ !($0.first?.isBlank ?? true) && isComplete($0) }) else { return false }
    }
    ahead = text + (isLineOpen ? [] : ["\n"])
    guard let first = takeAhead() else {
      draft = []
      return false
    }
    set(first, first.count)
    return true
  }

  /// A key that nobody has, for the command that inserts the draft.
  static let draftKey: Unicode.Scalar = "\u{9F}"

  func insertDraft() -> UInt8 {
    let text = draft
    draft = []
    insert(text)
    return UInt8(CC_REFRESH)
  }

  // MARK: The buffer

  /// The block and the cursor in it.
  var line: (text: TypedText, cursor: Int) {
    let info = el_wline(editor).pointee
    let text = UnsafeBufferPointer(start: info.buffer, count: info.lastchar - info.buffer)
    return (text.map(Unicode.Scalar.init(wide:)), info.cursor - info.buffer)
  }

  /// Replaces the whole block.
  func set(_ text: TypedText, _ cursor: Int) {
    if text.isEmpty {
      // el_wreplacestr refuses an empty text; unlike el_deletestr it leaves the kill buffer alone.
      let count = Int32(clamping: line.text.count)
      el_cursor(editor, count)
      el_deletestr(editor, count)
    } else {
      el_wreplacestr(editor, (text + ["\0"]).map(\.wide))
      el_cursor(editor, Int32(clamping: cursor - line.cursor))
    }
  }

  func insert(_ new: TypedText) {
    let (text, cursor) = line
    set(TypedText(text[..<cursor]) + new + TypedText(text[cursor...]), cursor + new.count)
  }

  /// Deletes into the kill buffer, from which Ctrl-Y inserts.
  func kill(_ range: Range<Int>) {
    el_cursor(editor, Int32(clamping: range.upperBound - line.cursor))
    el_deletestr(editor, Int32(clamping: range.count))
  }

  func move(to index: Int) { el_cursor(editor, Int32(clamping: index - line.cursor)) }

  func colours(_ text: TypedText) -> [TextStyle] {
    screen.styles.hasColour ? SourceColours.styles(text) : []
  }

  func paint() {
    let (text, cursor) = line
    screen.paint(BlockScreen.Content(text: text, styles: colours(text), cursor: cursor, below: below))
  }

  // MARK: Ending

  func finish(_ how: TypedStatement) -> UInt8 {
    outcome = how
    return UInt8(CC_NEWLINE)
  }

  /// Ends with the block as a program.
  func submit() -> UInt8 { finish(.text(PastedText.program(line.text.withoutBlankTail.string))) }

  func isComplete(_ text: some Collection<Unicode.Scalar>) -> Bool { rules.isComplete(PastedText.program(text.string)) }

  /// Enter: runs a complete statement, goes on with any other.
  func enter() -> UInt8 {
    if queue.isEmpty, hasByte(within: isPasting ? 15 : 1) {
      let isLineOpen = pasteLines()
      if splitsLines(isLineOpen: isLineOpen) { return submit() }
      if isLineOpen { return UInt8(CC_REFRESH) }
    }
    isPasting = false
    let (text, cursor) = line
    if let walk, walk.index < history.entries.count, walk.shown == text, cursor == text.count { return submit() }
    let isSingle = !text.contains("\n")
    if isSingle || text[cursor...].allSatisfy({ $0.isBlank || $0 == "\n" }) {
      if isComplete(isSingle ? text[...] : text[..<cursor]) { return submit() }
    }
    insert(TypedText("\n" + rules.indentation(text[..<cursor].string)))
    return UInt8(CC_REFRESH)
  }
}
