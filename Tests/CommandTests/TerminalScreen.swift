import Glibc

/// What a person sees: a terminal's screen, drawn from the bytes that a program writes. It knows the sequences of xterm
/// that the prompt may use; an unknown one fails the test that reads `unknown`.
struct TerminalScreen {
  /// A character and what combines with it; empty behind a wide one.
  private var cells: [[String]]
  private(set) var rows: Int
  private(set) var columns: Int
  private(set) var row = 0
  private(set) var column = 0
  /// What has scrolled off the top.
  private(set) var scrolled: [String] = []
  private(set) var unknown: [String] = []
  /// Whether the program has asked for bracketed pastes.
  private(set) var bracketsPastes = false
  /// How many sequences have set a colour.
  private(set) var colours = 0
  private var wrapsNext = false
  private var pending: [UInt8] = []

  init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The lines without blanks at their ends, down to the last with text.
  var lines: [String] {
    var lines = cells.map { $0.joined().trimmedEnd }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// All lines, those that have scrolled away too.
  var all: [String] { scrolled + lines }

  /// As xterm does it: rows are cut or filled up, and the cursor's row stays visible.
  mutating func resize(rows: Int, columns: Int) {
    let surplus = max(0, row - rows + 1)
    scrolled += cells.prefix(surplus).map { $0.joined().trimmedEnd }
    cells = Array(cells.dropFirst(surplus).prefix(rows)).map { line in
      Array(line.prefix(columns)) + Array(repeating: " ", count: max(0, columns - line.count))
    }
    while cells.count < rows { cells.append(Array(repeating: " ", count: columns)) }
    row -= surplus
    column = min(column, columns - 1)
    (self.rows, self.columns, wrapsNext) = (rows, columns, false)
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var position = 0
    while position < pending.count, let end = endOfUnit(at: position) {
      obey(Array(pending[position..<end]))
      position = end
    }
    pending.removeFirst(position)
  }

  /// Where the character or sequence at a position ends; nil while its rest is missing.
  private func endOfUnit(at start: Int) -> Int? {
    let first = pending[start]
    if first == 0x1B {
      guard start + 1 < pending.count else { return nil }
      if pending[start + 1] != UInt8(ascii: "[") { return start + 2 }
      return pending[(start + 2)...].firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    return start + length <= pending.count ? start + length : nil
  }

  private mutating func obey(_ unit: [UInt8]) {
    switch unit[0] {
    case 0x1B: obeySequence(String(decoding: unit.dropFirst(), as: UTF8.self))
    case 13: (column, wrapsNext) = (0, false)
    case 10: lineFeed()
    case 8: (column, wrapsNext) = (max(0, column - 1), false)
    case 7, 0: break
    default: String(decoding: unit, as: UTF8.self).unicodeScalars.forEach { put($0) }
    }
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if row < rows - 1 {
      row += 1
    } else {
      scrolled.append(cells.removeFirst().joined().trimmedEnd)
      cells.append(Array(repeating: " ", count: columns))
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(scalar)
    if width == 0 {
      let target = max(0, wrapsNext ? column : column - 1)
      cells[row][target].unicodeScalars.append(scalar)
      return
    }
    if wrapsNext || column + width > columns {
      column = 0
      lineFeed()
    }
    cells[row][column] = String(scalar)
    if width == 2, column + 1 < columns { cells[row][column + 1] = "" }
    column += width
    if column >= columns { (column, wrapsNext) = (columns - 1, true) }
  }

  /// The columns of a character, as far as the tests use such.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xFF00...0xFF60, 0x1F300...0x1FAFF: 2
    default: 1
    }
  }

  private mutating func obeySequence(_ sequence: String) {
    guard sequence.hasPrefix("["), let final = sequence.last else {
      if !["=", ">"].contains(sequence) { unknown.append(sequence) }
      return
    }
    let parameters = sequence.dropFirst().dropLast()
    if parameters.hasPrefix("?") {
      if parameters == "?2004" { bracketsPastes = final == "h" }
      return
    }
    let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    wrapsNext = false
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "H":
      row = min(rows, count) - 1
      column = min(columns, numbers.count > 1 ? max(1, numbers[1]) : 1) - 1
    case "J": erase(below: numbers.first ?? 0)
    case "K": for index in column..<columns { cells[row][index] = " " }
    case "m": if numbers.contains(where: { $0 > 0 }) { colours += 1 }
    default: unknown.append(sequence)
    }
  }

  private mutating func erase(below mode: Int) {
    let first = mode == 2 ? 0 : row + 1
    if mode == 0 { for index in column..<columns { cells[row][index] = " " } }
    for index in first..<max(first, rows) { cells[index] = Array(repeating: " ", count: columns) }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
