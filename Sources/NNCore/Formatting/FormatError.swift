/// An error of a formatting operation, with the exception class and the words CPython uses for it.
struct FormatError: Error, Equatable {
  /// The exception class that the caller raises.
  enum Kind: Equatable {
    case value, type, overflow, memory
  }

  var kind: Kind
  var message: String

  static func value(_ message: String) -> FormatError { FormatError(kind: .value, message: message) }
  static func type(_ message: String) -> FormatError { FormatError(kind: .type, message: message) }
  static func overflow(_ message: String) -> FormatError { FormatError(kind: .overflow, message: message) }
  static func memory(_ message: String) -> FormatError { FormatError(kind: .memory, message: message) }
}

/// Bounds on what a format may ask for, so that a width in a template cannot exhaust the memory.
enum FormatLimits {
  /// The largest field width and the largest precision, in characters.
  static let maximumWidth = 50_000_000

  /// Throws MemoryError when `width` is above the largest field width.
  static func checkWidth(_ width: Int) throws(FormatError) {
    if width > maximumWidth {
      throw .memory("field width \(width) is too large (at most \(maximumWidth))")
    }
  }

  /// Throws ValueError when `precision` is above the largest precision.
  static func checkPrecision(_ precision: Int) throws(FormatError) {
    if precision > maximumWidth { throw .value("precision too big") }
  }
}
