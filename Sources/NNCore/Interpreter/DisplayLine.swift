import NNSyntax

/// A source line as a terminal shows it: tabs expanded, control characters escaped, with the column of each byte.
struct DisplayLine {
  private static let tabStop = 4
  /// A line longer than this is cut around the place in question.
  static let maximumColumns = 100
  private static let ellipsis = "…"

  private(set) var text = ""
  /// The text and column of each character of the source line.
  private var pieces: [(text: String, column: Int, columns: Int)] = []
  /// The index in `pieces` of the character that each byte of the line belongs to, and one past the end.
  private var pieceOfByte: [Int] = []
  private var shown: Range<Int> = 0..<0
  private var shift = 0

  /// The line at `lineSpan`, cut so that the bytes from `focus` on are visible.
  init(_ source: SourceText, _ lineSpan: Span, focus: Int32) {
    var column = 0
    for scalar in source.text(of: lineSpan).unicodeScalars {
      let piece = DisplayLine.piece(scalar, at: column)
      pieceOfByte += Array(repeating: pieces.count, count: UTF8.width(scalar))
      pieces.append((piece.text, column, piece.columns))
      column += piece.columns
    }
    pieceOfByte.append(pieces.count)
    cut(around: index(of: focus - lineSpan.start))
  }

  private static func piece(_ scalar: Unicode.Scalar, at column: Int) -> (text: String, columns: Int) {
    if scalar == "\t" {
      let width = tabStop - column % tabStop
      return (String(repeating: " ", count: width), width)
    }
    let text = String(scalar).escapedForTerminal
    return (text, text.unicodeScalars.reduce(0) { $0 + $1.columns })
  }

  private mutating func cut(around focus: Int) {
    shown = 0..<pieces.count
    if column(ofPiece: pieces.count) > DisplayLine.maximumColumns {
      let wanted = max(column(ofPiece: focus) - DisplayLine.maximumColumns / 3, 0)
      var first = 0
      while first < pieces.count && pieces[first].column < wanted { first += 1 }
      var last = first
      while last < pieces.count && pieces[last].column - wanted < DisplayLine.maximumColumns { last += 1 }
      shown = first..<last
    }
    text = pieces[shown].reduce(into: "") { $0 += $1.text }
    shift = column(ofPiece: shown.lowerBound)
    if shown.lowerBound > 0 {
      text = DisplayLine.ellipsis + text
      shift -= 1
    }
    if shown.upperBound < pieces.count { text += DisplayLine.ellipsis }
    while text.last == " " { text.removeLast() }
  }

  private func index(of byte: Int32) -> Int {
    let byte = max(0, Int(byte))
    return byte < pieceOfByte.count ? pieceOfByte[byte] : pieces.count
  }

  private func column(ofPiece index: Int) -> Int {
    if index < pieces.count { return pieces[index].column }
    guard let last = pieces.last else { return 0 }
    return last.column + last.columns
  }

  /// The columns in `text` of the bytes `range` of the line; never empty.
  func columns(_ range: Range<Int32>) -> Range<Int> {
    let first = min(max(index(of: range.lowerBound), shown.lowerBound), shown.upperBound)
    let last = min(max(index(of: range.upperBound), first), shown.upperBound)
    let start = column(ofPiece: first) - shift
    return start..<max(column(ofPiece: last) - shift, start + 1)
  }
}
