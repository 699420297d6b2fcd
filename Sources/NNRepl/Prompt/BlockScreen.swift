import CEditLine
import Glibc

/// A row of the terminal: what is written for it, and the columns it takes.
struct ScreenRow: Equatable {
  var text = ""
  var width = 0

  init() {}
  /// A row in one style.
  init(_ text: String, _ style: TextStyle = .plain, _ styles: TerminalStyle = TerminalStyle(hasColour: false)) {
    var written = ""
    for scalar in text.unicodeScalars {
      let glyph = ScreenRow.glyph(scalar, at: width)
      written += glyph.text
      width += glyph.columns
    }
    self.text = styles.text(written, style)
  }

  /// A plain row that ends before a column.
  init(_ text: String, below limit: Int) {
    for scalar in text.unicodeScalars {
      let glyph = ScreenRow.glyph(scalar, at: width)
      if width + glyph.columns >= limit { return }
      self.text += glyph.text
      width += glyph.columns
    }
  }

  /// What to write for a character at a column, and the columns it takes.
  static func glyph(_ scalar: Unicode.Scalar, at column: Int) -> (text: String, columns: Int) {
    if scalar == "\t" {
      let count = 4 - column % 4
      return (String(repeating: " ", count: count), count)
    }
    if scalar.value < 32 || scalar.value == 127 {
      return ("^" + String(Unicode.Scalar(UInt8(scalar.value ^ 64))), 2)
    }
    if scalar.value < 127 { return (String(scalar), 1) }
    let columns = Int(nn_terminal_width(scalar.wide))
    return columns < 0 ? ("\u{FFFD}", 1) : (String(scalar), columns)
  }
}

/// Paints a block of lines at and below the row where it began, by difference with what it painted before. Rows are
/// broken here, one column short of the margin, so that no terminal's own breaking of lines matters.
struct BlockScreen {
  /// What is shown of a block.
  struct Content {
    var text: TypedText = []
    var styles: [TextStyle] = []
    var cursor = 0
    /// Rows below the block: a listing, or what is searched for.
    var below: [ScreenRow] = []
  }

  let styles: TerminalStyle
  private(set) var height = 24
  private(set) var columns = 80
  private var shown: [ScreenRow] = []
  /// Where the terminal's cursor is, counted from the first shown row.
  private var at = (row: 0, column: 0)
  /// The block's first row in view, where it is taller than the terminal.
  private var top = 0

  init(styles: TerminalStyle) { self.styles = styles }

  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return }
      bytes = bytes.dropFirst(max(count, 0))
    }
  }

  /// The cursor is where a block's first row goes; the view of an unfinished one is kept.
  mutating func begin(keepingView: Bool = false) {
    (shown, at) = ([], (0, 0))
    if !keepingView { top = 0 }
    var (rows, width): (Int32, Int32) = (0, 0)
    nn_terminal_size(&rows, &width)
    (height, columns) = (Int(rows), Int(width))
  }

  mutating func clear() {
    BlockScreen.write("\u{1B}[H\u{1B}[2J")
    begin(keepingView: true)
  }

  /// Goes to where the block's first row is after the terminal has changed its width, and forgets what is shown.
  mutating func resize() {
    let (old, from) = (shown, at)
    begin(keepingView: true)
    // A terminal that reflows breaks each row wider than itself; xterm cuts it off.
    let reflows = getenv("XTERM_VERSION") == nil
    let above = old.prefix(from.row).reduce(0) {
      $0 + (reflows ? max(1, ($1.width + columns - 1) / columns) : 1)
    }
    let up = above + (reflows ? from.column / columns : 0)
    BlockScreen.write((up > 0 ? "\u{1B}[\(up)A" : "") + "\r\u{1B}[J")
  }

  /// A listing in columns, read downwards, and where the next one begins. What does not fit below `above` rows is counted
  /// in a last row.
  func listing(_ names: [String], from start: Int, above: Int) -> (rows: [ScreenRow], next: Int) {
    let cells = names.map { ScreenRow($0, below: columns - 1) }
    let width = (cells.map(\.width).max() ?? 0) + 2
    let across = max(1, (columns - 1) / width)
    let space = max(2, height - min(above, height / 2))
    let isWhole = start == 0 && names.count <= across * space
    let end = isWhole ? names.count : min(names.count, start + across * (space - 1))
    let down = (end - start + across - 1) / across
    var rows = (0..<down).map { row in
      var line = ScreenRow()
      for index in stride(from: start + row, to: end, by: down) {
        line.text += cells[index].text
        line.width += cells[index].width
        if index + down >= end { continue }
        line.text += String(repeating: " ", count: width - cells[index].width)
        line.width = (line.width / width + 1) * width
      }
      return line
    }
    if !isWhole {
      let more = end < names.count ? ": Tab for more" : ""
      rows.append(ScreenRow("\(start + 1) to \(end) of \(names.count)\(more)", below: columns - 1))
    }
    return (rows, end)
  }

  /// Shows a block; `isWhole` shows all its rows, taller than the terminal or not.
  mutating func paint(_ content: Content, isWhole: Bool = false) {
    var (rows, goal) = rows(of: content)
    if !isWhole {
      let space = max(1, height - min(content.below.count, height / 2))
      top = max(0, min(max(min(top, goal.row), goal.row - space + 1), rows.count - space))
      rows = Array(rows.dropFirst(top).prefix(space))
      goal.row -= top
      rows += content.below.prefix(height - rows.count)
    }
    update(rows, goal)
  }

  /// The rows of a block, and where its cursor is.
  private func rows(of content: Content) -> (rows: [ScreenRow], cursor: (row: Int, column: Int)) {
    var rows = [ScreenRow(">>> ", .prompt, styles)]
    var mark: (row: Int, column: Int)?
    var row = rows.removeLast()
    var style = TextStyle.plain
    func finished(_ row: ScreenRow) -> ScreenRow {
      if style == .plain || !styles.hasColour { return row }
      var row = row
      row.text += "\u{1B}[0m"
      return row
    }
    for (index, scalar) in content.text.enumerated() {
      let glyph = scalar == "\n" ? ("", 0) : ScreenRow.glyph(scalar, at: row.width)
      if row.width + glyph.1 > columns - 1 {
        rows.append(finished(row))
        (row, style) = (ScreenRow(), .plain)
      }
      if index == content.cursor { mark = (rows.count, row.width) }
      if scalar == "\n" {
        rows.append(finished(row))
        (row, style) = (ScreenRow("... ", .continuation, styles), .plain)
      }
      let wanted = index < content.styles.count ? content.styles[index] : .plain
      if wanted != style && styles.hasColour && scalar != "\n" {
        if style != .plain { row.text += "\u{1B}[0m" }
        row.text += styles.start(wanted)
        style = wanted
      }
      row.text += glyph.0
      row.width += glyph.1
    }
    let end = (rows.count, row.width)
    rows.append(finished(row))
    return (rows, mark ?? end)
  }

  private mutating func update(_ rows: [ScreenRow], _ goal: (row: Int, column: Int)) {
    var out = ""
    func go(_ row: Int) {
      if row < at.row { out += "\u{1B}[\(at.row - row)A" }
      // Unlike the sequence for moving down, line feeds scroll at the bottom.
      out += "\r" + String(repeating: "\n", count: max(0, row - at.row))
      at = (row, 0)
    }
    for (index, row) in rows.enumerated() where index >= shown.count || shown[index] != row {
      // Typing at a row's end, which is most of all typing, writes the new characters only.
      if index < shown.count, index == at.row, at.column == shown[index].width, row.text.hasPrefix(shown[index].text) {
        out += String(row.text.dropFirst(shown[index].text.count))
        at.column = row.width
        continue
      }
      go(index)
      out += row.text + "\u{1B}[K"
      at.column = row.width
    }
    if rows.count < shown.count {
      go(rows.count)
      out += "\u{1B}[J"
    }
    if at != goal {
      go(goal.row)
      if goal.column > 0 { out += "\u{1B}[\(goal.column)C" }
    }
    (at, shown) = (goal, rows)
    if !out.isEmpty { BlockScreen.write("\u{1B}[?25l" + out + "\u{1B}[?25h") }
  }
}
