/// A parsed template of `str.format`: literal text and replacement fields. The caller looks the fields' values up.
struct FormatTemplate {
  /// What a field's name starts with.
  enum Name: Equatable {
    /// The position of a positional argument.
    case index(Int)
    /// The name of a keyword argument, in UTF-8.
    case keyword([UInt8])
  }

  /// A step from a value to a part of it.
  enum Accessor: Equatable {
    /// `.name`
    case attribute([UInt8])
    /// `[3]`
    case index(Int)
    /// `[text]`
    case key([UInt8])
  }

  /// `{name.attribute[3]!r:spec}`
  struct Field {
    var name: Name
    var accessors: [Accessor] = []
    /// What is wrong behind the last accessor; raised when those before are looked up.
    var accessorError: FormatError?
    /// The code point behind `!`, or nil.
    var conversion: UInt32?
    /// The specification, itself a template.
    var spec: [Piece] = []

    /// What `!` asks for, or nil. Throws ValueError for a letter other than `r`, `s` and `a`.
    func checkedConversion() throws(FormatError) -> Conversion? {
      guard let conversion else { return nil }
      switch Unicode.Scalar(conversion) {
      case "r": return .repr
      case "s": return .str
      case "a": return .ascii
      case let scalar?:
        let isShown = conversion > 32 && conversion < 127
        let shown = isShown ? String(Character(scalar)) : "\\x" + String(conversion, radix: 16)
        throw .value("Unknown conversion specifier \(shown)")
      case nil: throw .value("Unknown conversion specifier \\x" + String(conversion, radix: 16))
      }
    }
  }

  /// `!r`, `!s` or `!a`.
  enum Conversion {
    case repr, str, ascii
  }

  /// A part of a template.
  enum Piece {
    /// Text in UTF-8, with doubled braces already single.
    case literal([UInt8])
    case field(Field)
    /// The template is wrong from here on; the error is raised when the pieces before are done.
    case malformed(FormatError)
  }

  /// The parts in their order; a malformed one is the last.
  let pieces: [Piece]

  /// Parses `template` (UTF-8).
  init(parsing template: [UInt8]) {
    var parser = FormatTemplateParser()
    pieces = parser.pieces(CodePoints.decode(template)[...], depth: 2)
  }

  /// CPython's IndexError for a missing positional argument.
  static func indexMessage(_ index: Int) -> String {
    "Replacement index \(index) out of range for positional args tuple"
  }
}
