/// The indices of the shown elements of an array: all, or those at the ends of each axis.
struct EdgeIndices {
  let shape: [Int]
  /// The number of indices at each end of an axis that a summary shows; nil when everything is shown.
  let edgeitems: Int?
  private let strides: [Int]

  init(shape: [Int], edgeitems: Int?) {
    self.shape = shape
    self.edgeitems = edgeitems.map { max($0, 0) }
    var strides: [Int] = []
    var step = 1
    for length in shape.reversed() {
      strides.append(step)
      step = step &* length
    }
    self.strides = strides.reversed()
  }

  /// The distance in flat indices between neighbours along `axis`.
  func stride(_ axis: Int) -> Int { strides[axis] }

  /// The number of leading and trailing indices along `axis`; nil when the axis is shown whole.
  func edge(_ axis: Int) -> Int? {
    guard let edgeitems, edgeitems < shape[axis] &- edgeitems else { return nil }
    return edgeitems
  }

  /// Calls `body` with each index that the format is fitted to, in C order.
  func forEach(_ body: (Int) -> Void) {
    visit(axis: 0, base: 0, body)
  }

  private func visit(axis: Int, base: Int, _ body: (Int) -> Void) {
    guard axis < shape.count else {
      body(base)
      return
    }
    let length = shape[axis]
    // With no edge items NumPy's slice `[-0:]` is the whole axis.
    if let edge = edge(axis), edge > 0 {
      visit(axis: axis, base: base, range: 0..<edge, body)
      visit(axis: axis, base: base, range: (length - edge)..<length, body)
    } else {
      visit(axis: axis, base: base, range: 0..<length, body)
    }
  }

  private func visit(axis: Int, base: Int, range: Range<Int>, _ body: (Int) -> Void) {
    for index in range {
      let flat = base &+ index &* strides[axis]
      if axis == shape.count - 1 { body(flat) } else { visit(axis: axis + 1, base: flat, body) }
    }
  }
}

/// Lays the elements out in nested brackets and lines, as NumPy's `_formatArray` does.
struct ArrayLayout<Format: ElementFormat> {
  let indices: EdgeIndices
  let separator: [UInt8]
  let lineWidth: Int
  /// The column of the elements of a 1-d array: the prefix and a bracket.
  let indent: Int
  let format: Format
  private var out: [UInt8] = []
  private var word: [UInt8] = []
  /// Where the current line starts in `out`, and its width in code points.
  private var lineStart = 0
  private var column = 0

  init(indices: EdgeIndices, separator: [UInt8], lineWidth: Int, indent: Int, format: Format) {
    self.indices = indices
    self.separator = separator
    self.lineWidth = lineWidth
    self.indent = indent
    self.format = format
  }

  /// The text of the array.
  mutating func text() -> [UInt8] {
    out.removeAll()
    appendAxis(0, base: 0)
    return out
  }

  private var trimmedSeparator: ArraySlice<UInt8> {
    separator[..<((separator.lastIndex { !ArrayLayout.isBlank($0) } ?? -1) + 1)]
  }

  private mutating func appendAxis(_ axis: Int, base: Int) {
    let dimensions = indices.shape.count
    if axis == dimensions {
      format.append(base, to: &out)
      return
    }
    out.append(UInt8(ascii: "["))
    if axis == dimensions - 1 {
      appendRow(axis, base: base)
    } else {
      appendBlocks(axis, base: base)
    }
    out.append(UInt8(ascii: "]"))
  }

  /// An inner axis but the last: its blocks stand on lines of their own.
  private mutating func appendBlocks(_ axis: Int, base: Int) {
    let length = indices.shape[axis]
    let stride = indices.stride(axis)
    let hanging = indent + axis
    var isFirst = true
    func startBlock(_ layout: inout ArrayLayout) {
      if !isFirst {
        layout.out.append(contentsOf: layout.trimmedSeparator)
        layout.out.append(contentsOf: repeatElement(10, count: layout.indices.shape.count - axis - 1))
        layout.appendBlanks(hanging)
      }
      isFirst = false
    }
    let edge = indices.edge(axis)
    for index in 0..<(edge ?? 0) {
      startBlock(&self)
      appendAxis(axis + 1, base: base &+ index &* stride)
    }
    if edge != nil {
      startBlock(&self)
      out.append(contentsOf: "...".utf8)
    }
    // The last block is shown even when a summary has no edge items.
    for index in (length - max(edge ?? length, 1))..<length {
      startBlock(&self)
      appendAxis(axis + 1, base: base &+ index &* stride)
    }
  }

  /// The last axis: elements are wrapped where they would not fit on the line.
  private mutating func appendRow(_ axis: Int, base: Int) {
    let length = indices.shape[axis]
    let width = lineWidth &- axis &- max(trimmedSeparator.count, 1)
    let hanging = indent + axis
    let rowStart = out.count
    lineStart = rowStart
    appendBlanks(hanging)
    column = hanging
    let edge = indices.edge(axis)
    for index in 0..<(edge ?? 0) {
      appendElement(base &+ index, width: width, hanging: hanging)
      appendSeparator()
    }
    if edge != nil {
      word.removeAll(keepingCapacity: true)
      word.append(contentsOf: "...".utf8)
      appendWord(width: width, hanging: hanging)
      appendSeparator()
    }
    let start = length - max(edge ?? length, 1)
    for index in start..<length {
      if index > start { appendSeparator() }
      appendElement(base &+ index, width: width, hanging: hanging)
    }
    // The bracket takes the place of the first line's blanks. NumPy cuts as many characters where a line of blank
    // elements has lost them.
    out.removeSubrange(rowStart..<min(rowStart + hanging, out.count))
  }

  private mutating func appendSeparator() {
    out.append(contentsOf: separator)
    column += CodePoints.count(separator)
  }

  private mutating func appendElement(_ index: Int, width: Int, hanging: Int) {
    word.removeAll(keepingCapacity: true)
    format.append(index, to: &word)
    if Format.self == TextFormat.self, word.contains(10) {
      appendLines(width: width, hanging: hanging)
    } else {
      appendWord(width: width, hanging: hanging)
    }
  }

  private mutating func appendWord(width: Int, hanging: Int) {
    let wordWidth = CodePoints.count(word)
    if column + wordWidth > width && column > hanging { wrap(hanging) }
    out.append(contentsOf: word)
    column += wordWidth
  }

  /// An element of several lines (an array in an object array): its lines stand under each other.
  private mutating func appendLines(width: Int, hanging: Int) {
    let lines = word.split(separator: 10, omittingEmptySubsequences: false)
    let widest = lines.reduce(0) { max($0, CodePoints.count($1)) }
    if column + widest > width && column > hanging { wrap(hanging) }
    let left = column
    var lastWidth = 0
    for (number, line) in lines.enumerated() {
      if number > 0 { wrap(left) }
      out.append(contentsOf: line)
      lastWidth = CodePoints.count(line)
    }
    appendBlanks(widest - lastWidth)
    column = left + widest
  }

  /// Ends the line, without blanks at its end, and starts the next one at `hanging`.
  private mutating func wrap(_ hanging: Int) {
    while out.count > lineStart, let last = out.last, ArrayLayout.isBlank(last) { out.removeLast() }
    out.append(10)
    lineStart = out.count
    appendBlanks(hanging)
    column = hanging
  }

  private mutating func appendBlanks(_ count: Int) {
    out.append(contentsOf: repeatElement(32, count: max(count, 0)))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
}
