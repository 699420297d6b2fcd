/// NumPy's print options (`np.set_printoptions`), with its defaults.
struct PrintOptions {
  /// How many digits behind the point an array shows.
  enum FloatMode: String, CaseIterable {
    /// Exactly `precision`.
    case fixed
    /// As many as identify each value.
    case unique
    /// At most `precision`, fewer where fewer identify the value.
    case maxprec
    /// Like `maxprec`, the same number in every element.
    case maxprecEqual = "maxprec_equal"
  }

  /// Older layouts: all but the last show scalars without their types, the first leaves a blank before positive floats.
  enum Legacy: String {
    case none = ""
    case version113 = "1.13"
    case version121 = "1.21"
    case version125 = "1.25"
    case version21 = "2.1"
    case version22 = "2.2"

    var showsValues: Bool { self == .version113 || self == .version121 || self == .version125 }
  }

  /// What stands before numbers that are not negative.
  enum Sign: String, CaseIterable {
    case minus = "-"
    case plus = "+"
    case space = " "
  }

  var precision = 8
  /// Arrays with more elements are summarised.
  var threshold = 1000
  /// The number of elements at each end of an axis in a summary.
  var edgeitems = 3
  var linewidth = 75
  /// Whether small numbers print as 0 instead of switching to scientific notation.
  var suppress = false
  var nanstr: [UInt8] = Array("nan".utf8)
  var infstr: [UInt8] = Array("inf".utf8)
  var sign: Sign = .minus
  var floatmode: FloatMode = .maxprec
  /// The version of NumPy whose layout is kept.
  var legacy: Legacy = .none

  /// What stands before floats that are not negative.
  var floatSign: Sign { legacy == .version113 && sign == .minus ? .space : sign }

  /// NumPy's error for an unknown `floatmode`.
  static let floatModeError = FormatError.value(
    "floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", \"maxprec_equal\"")
  /// NumPy's error for an unknown `sign`.
  static let signError = FormatError.value("sign option must be one of ' ', '+', or '-'")
  /// NumPy's error for a negative precision, raised when floats are formatted.
  static let precisionError = FormatError.value("precision must be >= 0")
}
