/// Reads the templates of `str.format`, with CPython's errors; it counts the automatic field numbers.
struct FormatTemplateParser {
  private enum Numbering {
    case undecided, automatic, manual
  }

  private var numbering = Numbering.undecided
  private var nextIndex = 0

  /// The pieces of `template`; fields nest once, so `depth` is 2 outside and 1 inside of a specification.
  mutating func pieces(_ template: ArraySlice<UInt32>, depth: Int) -> [FormatTemplate.Piece] {
    guard depth > 0 else { return [.malformed(.value("Max string recursion exceeded"))] }
    var pieces: [FormatTemplate.Piece] = []
    var literal: [UInt8] = []
    var rest = template
    do throws(FormatError) {
      while let point = rest.popFirst() {
        guard point == UInt32(UInt8(ascii: "{")) || point == UInt32(UInt8(ascii: "}")) else {
          CodePoints.append(point, to: &literal)
          continue
        }
        if rest.first == point {
          rest.removeFirst()
          CodePoints.append(point, to: &literal)
          continue
        }
        if point == UInt32(UInt8(ascii: "}")) { throw .value("Single '}' encountered in format string") }
        if rest.isEmpty { throw .value("Single '{' encountered in format string") }
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal.removeAll()
        pieces.append(.field(try field(&rest, depth: depth)))
      }
    } catch {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      return pieces + [.malformed(error)]
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    return pieces
  }

  /// Reads a field behind its opening brace, up to and with the closing one.
  private mutating func field(_ rest: inout ArraySlice<UInt32>, depth: Int) throws(FormatError) -> FormatTemplate.Field
  {
    let (nameText, end) = try FormatTemplateParser.fieldName(&rest)
    var conversion: UInt32?
    var specText: ArraySlice<UInt32> = []
    switch end {
    case UInt32(UInt8(ascii: "}")): break
    case UInt32(UInt8(ascii: "!")), UInt32(UInt8(ascii: ":")):
      var hasSpec = true
      if end == UInt32(UInt8(ascii: "!")) {
        guard let letter = rest.popFirst() else {
          throw .value("end of string while looking for conversion specifier")
        }
        conversion = letter
        if let next = rest.popFirst() {
          hasSpec = next != UInt32(UInt8(ascii: "}"))
          if hasSpec && next != UInt32(UInt8(ascii: ":")) {
            throw .value("expected ':' after conversion specifier")
          }
        }
      }
      if hasSpec { specText = try FormatTemplateParser.spec(&rest) }
    default: throw .value("expected '}' before end of string")
    }
    var field = try self.field(named: nameText)
    field.conversion = conversion
    if specText.contains(UInt32(UInt8(ascii: "{"))) {
      field.spec = pieces(specText, depth: depth - 1)
    } else if !specText.isEmpty {
      field.spec = [.literal(CodePoints.encode(specText))]
    }
    return field
  }

  /// Reads the name; returns it and the code point that ended it, 0 for the end of the template.
  private static func fieldName(
    _ rest: inout ArraySlice<UInt32>
  ) throws(FormatError) -> (name: ArraySlice<UInt32>, end: UInt32) {
    let whole = rest
    while let point = rest.popFirst() {
      switch Unicode.Scalar(point) {
      case "{": throw .value("unexpected '{' in field name")
      case "[":
        while let inner = rest.first, inner != UInt32(UInt8(ascii: "]")) { rest.removeFirst() }
      case "}", ":", "!": return (whole[..<(rest.startIndex - 1)], point)
      default: break
      }
    }
    return (whole, 0)
  }

  /// Reads a specification up to its field's closing brace.
  private static func spec(_ rest: inout ArraySlice<UInt32>) throws(FormatError) -> ArraySlice<UInt32> {
    let whole = rest
    var depth = 1
    while let point = rest.popFirst() {
      if point == UInt32(UInt8(ascii: "{")) { depth += 1 }
      if point == UInt32(UInt8(ascii: "}")) { depth -= 1 }
      if depth == 0 { return whole[..<(rest.startIndex - 1)] }
    }
    throw .value("unmatched '{' in format spec")
  }

  /// The field whose name is `text`, numbered when that is empty.
  private mutating func field(named text: ArraySlice<UInt32>) throws(FormatError) -> FormatTemplate.Field {
    let isAccess: (UInt32) -> Bool = { $0 == UInt32(UInt8(ascii: "[")) || $0 == UInt32(UInt8(ascii: ".")) }
    let first = text.prefix { !isAccess($0) }
    var field = FormatTemplate.Field(name: try name(first))
    var rest = text[first.endIndex...]
    do throws(FormatError) {
      while let accessor = try FormatTemplateParser.accessor(&rest, isAccess) { field.accessors.append(accessor) }
    } catch {
      field.accessorError = error
    }
    return field
  }

  private mutating func name(_ text: ArraySlice<UInt32>) throws(FormatError) -> FormatTemplate.Name {
    let index = try FormatTemplateParser.index(text)
    guard text.isEmpty || index != nil else { return .keyword(CodePoints.encode(text)) }
    if numbering == .undecided { numbering = text.isEmpty ? .automatic : .manual }
    if numbering == .manual && text.isEmpty {
      throw .value("cannot switch from manual field specification to automatic field numbering")
    }
    if numbering == .automatic && !text.isEmpty {
      throw .value("cannot switch from automatic field numbering to manual field specification")
    }
    if let index { return .index(index) }
    nextIndex += 1
    return .index(nextIndex - 1)
  }

  /// Reads `.name` or `[index]`; nil at the end.
  private static func accessor(
    _ rest: inout ArraySlice<UInt32>, _ isAccess: (UInt32) -> Bool
  ) throws(FormatError) -> FormatTemplate.Accessor? {
    guard let mark = rest.popFirst() else { return nil }
    let accessor: FormatTemplate.Accessor
    let text: ArraySlice<UInt32>
    if mark == UInt32(UInt8(ascii: ".")) {
      text = rest.prefix { !isAccess($0) }
      rest = rest[text.endIndex...]
      accessor = .attribute(CodePoints.encode(text))
    } else if mark == UInt32(UInt8(ascii: "[")) {
      text = rest.prefix { $0 != UInt32(UInt8(ascii: "]")) }
      rest = rest[text.endIndex...]
      if rest.popFirst() == nil { throw .value("Missing ']' in format string") }
      accessor = try index(text).map { .index($0) } ?? .key(CodePoints.encode(text))
    } else {
      throw .value("Only '.' or '[' may follow ']' in format field specifier")
    }
    if text.isEmpty { throw .value("Empty attribute in format string") }
    return accessor
  }

  /// The number that `text` is, or nil when it is none. Throws ValueError when it does not fit.
  private static func index(_ text: ArraySlice<UInt32>) throws(FormatError) -> Int? {
    var cursor = FormatCursor(points: Array(text))
    let value = try cursor.integer()
    return cursor.left == 0 ? value : nil
  }
}
