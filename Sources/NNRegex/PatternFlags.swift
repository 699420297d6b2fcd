/// How a pattern is read and matched; the raw values are those of Python's `re.RegexFlag`.
public struct PatternFlags: OptionSet, Hashable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let ignoreCase = PatternFlags(rawValue: 2)
  public static let locale = PatternFlags(rawValue: 4)
  public static let multiline = PatternFlags(rawValue: 8)
  public static let dotAll = PatternFlags(rawValue: 16)
  public static let unicode = PatternFlags(rawValue: 32)
  public static let verbose = PatternFlags(rawValue: 64)
  public static let ascii = PatternFlags(rawValue: 256)

  /// The flag of a letter inside `(?…)`.
  init?(letter: UInt32) {
    switch Character(Unicode.Scalar(letter) ?? " ") {
    case "i": self = .ignoreCase
    case "L": self = .locale
    case "m": self = .multiline
    case "s": self = .dotAll
    case "u": self = .unicode
    case "x": self = .verbose
    case "a": self = .ascii
    default: return nil
    }
  }
}
