/// What a match can begin with: the code points below 256, and whether one beyond them may do.
struct LatinSet {
  private(set) var words: (UInt64, UInt64, UInt64, UInt64)
  /// Whether some code point from 256 on may be a member.
  private(set) var reachesBeyond: Bool

  static let empty = LatinSet(words: (0, 0, 0, 0), reachesBeyond: false)
  static let full = LatinSet(words: (.max, .max, .max, .max), reachesBeyond: true)

  init(words: (UInt64, UInt64, UInt64, UInt64), reachesBeyond: Bool) {
    self.words = words
    self.reachesBeyond = reachesBeyond
  }

  /// The one member.
  init(_ point: UInt32) {
    self = .empty
    if point < 256 { insert(point) } else { reachesBeyond = true }
  }

  /// Adds a code point below 256.
  mutating func insert(_ point: UInt32) {
    let bit = UInt64(1) << UInt64(point & 63)
    switch point >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  @inline(__always) func mayContain(_ point: UInt32) -> Bool {
    if point >= 256 { return reachesBeyond }
    let word =
      switch point >> 6 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return word >> UInt64(point & 63) & 1 != 0
  }

  func union(_ other: LatinSet) -> LatinSet {
    LatinSet(
      words: (
        words.0 | other.words.0, words.1 | other.words.1, words.2 | other.words.2, words.3 | other.words.3
      ), reachesBeyond: reachesBeyond || other.reachesBeyond)
  }

  func isDisjoint(with other: LatinSet) -> Bool {
    words.0 & other.words.0 | words.1 & other.words.1 | words.2 & other.words.2 | words.3 & other.words.3 == 0
      && !(reachesBeyond && other.reachesBeyond)
  }

  var isFull: Bool { reachesBeyond && words.0 & words.1 & words.2 & words.3 == .max }
}

/// How the matches of a part of a pattern begin.
struct Beginning {
  /// What the first code point may be, if there is one.
  let set: LatinSet
  /// Whether it may match nothing; then what follows decides.
  let mayBeEmpty: Bool

  static let anything = Beginning(set: .full, mayBeEmpty: true)

  /// That of this part with another behind it.
  func followed(by next: Beginning) -> Beginning {
    mayBeEmpty ? Beginning(set: set.union(next.set), mayBeEmpty: next.mayBeEmpty) : self
  }

  /// That of either part.
  func or(_ other: Beginning) -> Beginning {
    Beginning(set: set.union(other.set), mayBeEmpty: mayBeEmpty || other.mayBeEmpty)
  }

  /// What has to stand at the place; nil where nothing has to, or anything may.
  var required: LatinSet? { mayBeEmpty || set.isFull ? nil : set }
}

extension Node {
  var beginning: Beginning {
    switch self {
    case .empty, .look, .boundary: return Beginning(set: .empty, mayBeEmpty: true)
    case .literal(let point): return Beginning(set: LatinSet(point), mayBeEmpty: false)
    case .set(let set): return Beginning(set: set.latin, mayBeEmpty: false)
    case .sequence(let parts):
      var result = Beginning(set: .empty, mayBeEmpty: true)
      for part in parts where result.mayBeEmpty { result = result.followed(by: part.beginning) }
      return result
    case .alternation(let parts):
      guard let first = parts.first?.beginning else { return Beginning(set: .empty, mayBeEmpty: true) }
      return parts.dropFirst().reduce(first) { $0.or($1.beginning) }
    case .group(_, let body), .atomic(let body): return body.beginning
    case .repetition(let body, let least, _, _):
      let first = body.beginning
      return Beginning(set: first.set, mayBeEmpty: least == 0 || first.mayBeEmpty)
    case .backreference: return .anything
    case .conditional(_, let then, let otherwise): return then.beginning.or(otherwise.beginning)
    }
  }
}
