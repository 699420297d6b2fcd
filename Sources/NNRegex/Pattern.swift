/// A compiled regular expression with Python's syntax (Python's `re` documentation) over code points.
public final class Pattern {
  /// The flags that are in force: those given and those inside the pattern.
  public let flags: PatternFlags
  /// The number of capturing groups.
  public let groupCount: Int
  /// The groups' names with their numbers, in their order.
  public let groupNames: [(name: String, number: Int)]
  private var matcher: Matcher
  /// What a match begins with, below 256 and beyond; nil where it may begin with anything, or be empty.
  private let firstSet: [Bool]?
  private let beginsBeyond: Bool
  /// Whether a match can only begin where the text does.
  private let beginsAtStart: Bool

  /// Where a match has to lie.
  public enum Anchoring {
    /// Anywhere: the first one counts.
    case search
    /// At the start of the range.
    case prefix
    /// The whole range.
    case full
  }

  public enum Answer {
    case match
    case none
    /// `shouldStop` said so.
    case stopped
    /// The pattern has more choices open than memory is given.
    case tooDeep
  }

  /// Where a match and its groups lie.
  public struct Marks {
    /// The start and end of the match and of each group; -1 where a group took no part.
    public fileprivate(set) var places: [Int] = []
    /// The group that was closed last; nil where there is none.
    public fileprivate(set) var lastGroup: Int?
    public init() {}
    public var start: Int { places.first ?? 0 }
    public var end: Int { places.count > 1 ? places[1] : 0 }
  }

  /// Compiles a pattern. `isBytes`: it stands for bytes, so that its classes are ASCII's.
  public init(_ pattern: [UInt32], flags: PatternFlags = [], isBytes: Bool = false) throws(PatternError) {
    var parser = try PatternParser(pattern, flags: flags, isBytes: isBytes)
    let node = try parser.parse()
    let compiler = PatternCompiler(node, groupCount: parser.groupCount)
    self.flags = parser.flags
    groupCount = parser.groupCount
    groupNames = parser.names
    let program = compiler.program
    matcher = Matcher(program, registerCount: compiler.registerCount, groupCount: groupCount)
    let first = node.beginning.required
    firstSet = first.map { set in (0..<256).map { set.mayContain($0) } }
    beginsBeyond = first?.reachesBeyond ?? true
    beginsAtStart = if case .boundary(.start)? = program.instructions.first { true } else { false }
  }

  /// Whether a group may have this name: whether it is an identifier.
  public static func isGroupName(_ name: String) -> Bool {
    name.unicodeScalars.enumerated().allSatisfy { (index, scalar) in
      scalar == "_" || (index == 0 ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue)
    }
  }

  /// Matches bytes, or code points of ASCII, in `subject[start..<end]`; look-behinds see what stands before `start`,
  /// nothing sees what is behind `end`. A match that is empty at `forbidden` does not count. `shouldStop` is asked now and
  /// then. A match puts its places into `marks`.
  public func match(
    _ subject: Subject<UInt8>, _ start: Int, _ end: Int, _ anchoring: Anchoring, notEmptyAt forbidden: Int,
    into marks: inout Marks, shouldStop: () -> Bool
  ) -> Answer {
    matchUnits(subject, start, end, anchoring, forbidden, &marks, shouldStop)
  }

  /// The same with code points.
  public func match(
    _ subject: Subject<UInt32>, _ start: Int, _ end: Int, _ anchoring: Anchoring, notEmptyAt forbidden: Int,
    into marks: inout Marks, shouldStop: () -> Bool
  ) -> Answer {
    matchUnits(subject, start, end, anchoring, forbidden, &marks, shouldStop)
  }

  private func matchUnits<Unit: UnsignedInteger & FixedWidthInteger>(
    _ subject: Subject<Unit>, _ start: Int, _ end: Int, _ anchoring: Anchoring, _ forbidden: Int, _ marks: inout Marks,
    _ shouldStop: () -> Bool
  ) -> Answer {
    let end = min(max(end, 0), subject.count)
    var start = max(start, 0)
    if start > end { return .none }
    matcher.prepare(end: end, mustReachEnd: anchoring == .full, forbiddenEnd: forbidden)
    while start <= end {
      if let firstSet {
        if anchoring == .search {
          while start < end && !begins(firstSet, subject[start]) { start &+= 1 }
        }
        if start == end || !begins(firstSet, subject[start]) { return .none }
      }
      if let reached = matcher.match(at: start, subject, shouldStop) {
        note(start, reached, &marks)
        return .match
      }
      switch matcher.outcome {
      case .decided: break
      case .stopped: return .stopped
      case .tooDeep: return .tooDeep
      }
      if anchoring != .search || beginsAtStart { return .none }
      start += 1
    }
    return .none
  }

  @inline(__always) private func begins(_ firstSet: [Bool], _ point: UInt32) -> Bool {
    point < 256 ? firstSet[Int(point)] : beginsBeyond
  }

  private func note(_ start: Int, _ end: Int, _ marks: inout Marks) {
    let count = 2 * (groupCount + 1)
    if marks.places.count != count { marks.places = Array(repeating: -1, count: count) }
    marks.places[0] = start
    marks.places[1] = end
    for group in 0..<groupCount {
      let closed = matcher.registers[2 * group + 3]
      marks.places[2 * group + 2] = closed < 0 ? -1 : matcher.registers[2 * group + 2]
      marks.places[2 * group + 3] = closed
    }
    let group = matcher.registers[count]
    marks.lastGroup = group > 0 ? group : nil
  }
}
