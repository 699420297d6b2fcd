/// A compiled regular expression with Python's syntax (Python's `re` documentation) over code points.
public final class Pattern {
  /// The flags that are in force: those given and those inside the pattern.
  public let flags: PatternFlags
  /// The number of capturing groups.
  public let groupCount: Int
  /// The groups' names with their numbers, in their order.
  public let groupNames: [(name: String, number: Int)]
  private let program: [PatternInstruction]
  private let sets: [CodePointSet]
  private let registerCount: Int
  /// What a match can begin with; nil where it may begin with anything.
  private let firstSet: CodePointSet?

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
    /// The start and end of the match and of each group; -1 where a group took no part. `lastGroup` closed last.
    case match(marks: [Int], lastGroup: Int?)
    case none
    /// `shouldStop` said so.
    case stopped
    /// The pattern has more choices open than memory is given.
    case tooDeep
  }

  /// Compiles a pattern. `isBytes`: it stands for bytes, so that its classes are ASCII's.
  public init(_ pattern: [UInt32], flags: PatternFlags = [], isBytes: Bool = false) throws(PatternError) {
    var parser = try PatternParser(pattern, flags: flags, isBytes: isBytes)
    let node = try parser.parse()
    let compiler = PatternCompiler(node, groupCount: parser.groupCount)
    self.flags = parser.flags
    groupCount = parser.groupCount
    groupNames = parser.names
    program = compiler.program
    sets = compiler.sets
    registerCount = compiler.registerCount
    firstSet = Pattern.first(of: program, sets)
  }

  /// Whether a group may have this name: whether it is an identifier.
  public static func isGroupName(_ name: String) -> Bool {
    name.unicodeScalars.enumerated().allSatisfy { (index, scalar) in
      scalar == "_" || (index == 0 ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue)
    }
  }

  /// Matches in `subject[start..<end]`; look-behinds see what stands before `start`, nothing sees what is behind `end`.
  /// A match that is empty at `forbidden` does not count.
  public func match(
    _ subject: [UInt32], _ start: Int, _ end: Int, _ anchoring: Anchoring, notEmptyAt forbidden: Int = -1,
    shouldStop: @escaping () -> Bool
  ) -> Answer {
    let end = min(max(end, 0), subject.count)
    var start = max(start, 0)
    if start > end { return .none }
    var matcher = Matcher(
      program, sets, registerCount: registerCount, subject: subject, end: end, shouldStop: shouldStop)
    while start <= end {
      if anchoring == .search, let firstSet {
        while start < end && !firstSet.contains(subject[start]) { start += 1 }
        if start == end { return .none }
      }
      if let reached = matcher.match(at: start, mustReachEnd: anchoring == .full, forbiddenEnd: forbidden) {
        return .match(marks: marks(matcher, start, reached), lastGroup: lastGroup(matcher))
      }
      switch matcher.outcome {
      case .decided: break
      case .stopped: return .stopped
      case .tooDeep: return .tooDeep
      }
      if anchoring != .search { return .none }
      start += 1
    }
    return .none
  }

  private func marks(_ matcher: Matcher, _ start: Int, _ end: Int) -> [Int] {
    var marks = Array(matcher.registers[0..<2 * (groupCount + 1)])
    marks[0] = start
    marks[1] = end
    for group in 0..<max(groupCount, 0) where marks[2 * group + 3] < 0 { marks[2 * group + 2] = -1 }
    return marks
  }

  /// The group that was closed last.
  private func lastGroup(_ matcher: Matcher) -> Int? {
    let group = matcher.registers[2 * (groupCount + 1)]
    return group > 0 ? group : nil
  }

  /// The set of what the program's first instruction takes, where every match has to begin with it.
  private static func first(of program: [PatternInstruction], _ sets: [CodePointSet]) -> CodePointSet? {
    for instruction in program {
      switch instruction {
      case .mark: continue
      case .literal(let point): return CodePointSet([.range(point...point)])
      case .set(let set): return sets[set]
      case .run(let set, let least, _, _): return least > 0 ? sets[set] : nil
      default: return nil
      }
    }
    return nil
  }
}
