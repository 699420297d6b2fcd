/// A whole program text.
public struct Module: Sendable {
  public let statements: [Statement]
  /// What CPython would warn of (invalid escapes, `is` with a literal…), in source order.
  public let warnings: [Diagnostic]
  /// Whether it has a `print` statement: then it is Python 2's.
  public let isPython2: Bool
}

/// A statement and its place.
public struct Statement: Sendable {
  /// The text of the statement; a block's runs to the end of its last statement.
  public let span: Span
  /// What the statement is.
  public let node: Node

  /// The kinds of statement.
  public indirect enum Node: Sendable {
    case expression(Expression)
    /// `a = b = value`: the targets from left to right.
    case assign(targets: [Expression], value: Expression)
    case augmentedAssign(target: Expression, BinaryOperator, value: Expression)
    /// `target: annotation = value`; `isSimple` is false for `(x): int`, attributes and subscripts.
    case annotatedAssign(target: Expression, annotation: Expression, value: Expression?, isSimple: Bool)
    case print(PrintStatement)
    case pass
    case `break`
    case `continue`
    case `return`(Expression?)
    case delete([Expression])
    case global([Identifier])
    case nonlocal([Identifier])
    case assert(test: Expression, message: Expression?)
    case `import`([ImportAlias])
    case importFrom(ImportFrom)
    /// `if` and its `elif`s in order, then `else`.
    case `if`([ConditionalBlock], orElse: [Statement])
    case `for`(target: Expression, iterable: Expression, body: [Statement], orElse: [Statement])
    case `while`(test: Expression, body: [Statement], orElse: [Statement])
    case function(FunctionDefinition)
    case `class`(ClassDefinition)
    case `try`(TryStatement)
    case with([WithItem], body: [Statement])
    case raise(exception: Expression?, cause: Expression?)
    case magic(MagicLine)
  }
}

/// A name and its place.
public struct Identifier: Hashable, Sendable {
  public let name: String
  public let span: Span
}

/// Python 2's `print >>file, a, b,`.
public struct PrintStatement: Sendable {
  /// The `file` of `>>file`.
  public let file: Expression?
  public let values: [Expression]
  /// Whether the line ends with a comma, which prints no newline.
  public let hasTrailingComma: Bool
}

/// `a.b.c as name`, or `name as other` of a from-import.
public struct ImportAlias: Sendable {
  /// The dotted name's parts, one at least (exactly one in a from-import).
  public let path: [Identifier]
  public let alias: Identifier?
  public let span: Span
}

/// `from ..module import names`.
public struct ImportFrom: Sendable {
  /// The number of leading dots.
  public let level: Int
  /// The module's dotted name, empty in `from . import x`.
  public let path: [Identifier]
  /// The names; nil for `*`.
  public let names: [ImportAlias]?
}

/// `if test:` or `elif test:` and its body.
public struct ConditionalBlock: Sendable {
  public let test: Expression
  public let body: [Statement]
}

/// `def name(parameters) -> returns: body`.
public struct FunctionDefinition: Sendable {
  public let name: Identifier
  public let parameters: Parameters
  public let returns: Expression?
  public let decorators: [Expression]
  /// The body; a docstring is its first statement, an expression that is a string.
  public let body: [Statement]
  /// What parses the body when it is wanted, where only its docstring has been read.
  public var deferred: (any UnparsedBody)?
}

/// The body of a function that is parsed when it is wanted.
public protocol UnparsedBody: Sendable {
  /// Whether a method of this body needs its class, for `super()` or by the name `__class__`.
  var namesClass: Bool { get }
  /// Its statements.
  func parse() throws(Diagnostic) -> [Statement]
}

/// `class name(arguments): body`.
public struct ClassDefinition: Sendable {
  public let name: Identifier
  public let arguments: [Argument]
  public let decorators: [Expression]
  public let body: [Statement]
}

/// `try: … except …: … else: … finally: …`.
public struct TryStatement: Sendable {
  public let body: [Statement]
  public let handlers: [ExceptHandler]
  public let orElse: [Statement]
  public let finally: [Statement]
  /// Whether the handlers are `except*`.
  public let isGroup: Bool
}

/// `except type as name: body`.
public struct ExceptHandler: Sendable {
  public let type: Expression?
  public let name: Identifier?
  public let body: [Statement]
  public let span: Span
}

/// `context as target` of a with statement.
public struct WithItem: Sendable {
  public let context: Expression
  public let target: Expression?
}

/// A line that begins with `%` or `!`, as in a notebook: `%matplotlib inline`, `%%time`, `!ls`.
public struct MagicLine: Sendable {
  /// `%`, `%%` or `!`.
  public let marker: String
  /// The word after the marker, empty after `!`.
  public let name: String
  /// The rest of the line, without the space around it.
  public let arguments: String
}

extension MagicLine {
  /// `name?` and `name??` mean `%pinfo name` and `%pinfo2 name`; the marks may stand before the name as well.
  fileprivate init?(asking line: Substring) {
    guard let first = line.first, first != "%", first != "!" else { return nil }
    let marks = first == "?" ? line.prefix { $0 == "?" }.count : line.reversed().prefix { $0 == "?" }.count
    guard marks > 0 else { return nil }
    let name = (first == "?" ? line.dropFirst(marks) : line.dropLast(marks)).drop { $0 == " " || $0 == "\t" }
    guard !name.isEmpty else { return nil }
    self.init(marker: "%", name: marks > 1 ? "pinfo2" : "pinfo", arguments: String(name))
  }

  init?(question line: String) {
    self.init(asking: line.prefix(line.utf8.count - line.reversed().prefix { $0 == " " || $0 == "\t" }.count))
  }
}
