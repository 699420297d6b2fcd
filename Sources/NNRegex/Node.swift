/// A part of a parsed pattern.
indirect enum Node {
  case empty
  case literal(UInt32)
  case set(CodePointSet)
  case sequence([Node])
  case alternation([Node])
  /// A capturing group.
  case group(Int, Node)
  case repetition(Node, least: Int, most: Int, mode: RepetitionMode)
  case atomic(Node)
  case look(Node, isAhead: Bool, isNegated: Bool)
  case boundary(Boundary)
  case backreference(Int, ignoresCase: Bool, isASCII: Bool)
  case conditional(group: Int, then: Node, otherwise: Node)
}

enum RepetitionMode { case greedy, lazy, possessive }

/// What holds between two code points.
enum Boundary {
  case start, lineStart, end, lineEnd, absoluteEnd
  case word(ascii: Bool), notWord(ascii: Bool)
}

extension Node {
  /// "Without an upper limit", and the largest width.
  static let unlimited = Int.max

  /// The least and the largest number of code points that the node matches.
  var width: (least: Int, most: Int) { width([:]) }

  private func width(_ groups: [Int: (Int, Int)]) -> (least: Int, most: Int) {
    switch self {
    case .empty, .look, .boundary: return (0, 0)
    case .literal, .set: return (1, 1)
    case .sequence(let parts):
      return parts.reduce((0, 0)) { (Node.add($0.0, $1.width.least), Node.add($0.1, $1.width.most)) }
    case .alternation(let parts):
      let widths = parts.map(\.width)
      return (widths.map(\.least).min() ?? 0, widths.map(\.most).max() ?? 0)
    case .group(_, let body), .atomic(let body): return body.width
    case .repetition(let body, let least, let most, _):
      let width = body.width
      return (Node.multiply(width.least, least), Node.multiply(width.most, most))
    case .backreference: return (0, Node.unlimited)
    case .conditional(_, let then, let otherwise):
      let (x, y) = (then.width, otherwise.width)
      return (min(x.least, y.least), max(x.most, y.most))
    }
  }

  private static func add(_ x: Int, _ y: Int) -> Int {
    let (sum, isTooBig) = x.addingReportingOverflow(y)
    return isTooBig ? unlimited : sum
  }
  private static func multiply(_ x: Int, _ y: Int) -> Int {
    if x == 0 || y == 0 { return 0 }
    let (product, isTooBig) = x.multipliedReportingOverflow(by: y)
    return isTooBig ? unlimited : product
  }
}
