/// An expression and its place.
public struct Expression: Sendable {
  /// The text of the expression, without parentheses around it (tuples in parentheses include them).
  public let span: Span
  /// What the expression is.
  public let node: Node
  /// The height of the tree below this node, 1 for a leaf; the parser bounds it, so recursion over a tree is safe.
  public let depth: Int32

  /// An expression with the depth that follows from its children.
  public init(_ node: Node, _ span: Span) {
    self.span = span
    self.node = node
    depth = node.childDepth &+ 1
  }

  /// The kinds of expression.
  public indirect enum Node: Sendable {
    /// A literal: `None`, `True`, `...`, `12`, `1.5`, `2j`, `"text"`, `b"bytes"`.
    case constant(Constant)
    /// An f-string (or a concatenation with one).
    case formatted([FormattedPart])
    case name(String)
    /// `value.name`.
    case attribute(Expression, name: String, nameSpan: Span)
    /// `value[index]`; several indices are a tuple.
    case `subscript`(Expression, index: Expression)
    /// `lower:upper:step` inside a subscript.
    case slice(lower: Expression?, upper: Expression?, step: Expression?)
    case tuple([Expression])
    case list([Expression])
    case set([Expression])
    case dict([DictEntry])
    /// `*value` in a display, a call's tuple index, or an assignment target.
    case starred(Expression)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a and b and c` or `a or b or c`; two values at least.
    case boolean(BooleanOperator, [Expression])
    /// `first op value op value …`; one link at least.
    case compare(Expression, [ComparisonLink])
    /// `body if test else orElse`.
    case conditional(test: Expression, body: Expression, orElse: Expression)
    case call(Expression, [Argument])
    case lambda(Parameters, body: Expression)
    case listComprehension(element: Expression, [ComprehensionClause])
    case setComprehension(element: Expression, [ComprehensionClause])
    case dictComprehension(key: Expression, value: Expression, [ComprehensionClause])
    case generator(element: Expression, [ComprehensionClause])
    case yield(Expression?)
    case yieldFrom(Expression)
    case await(Expression)
    /// `name := value`.
    case walrus(name: String, nameSpan: Span, value: Expression)
  }
}

/// The value of a literal.
public enum Constant: Hashable, Sendable {
  case none
  case boolean(Bool)
  case ellipsis
  case integer(Int)
  /// An integer that does not fit `Int`: its digits without prefix or underscores, in radix 2, 8, 10 or 16.
  case bigInteger(digits: String, radix: Int)
  case float(Double)
  /// The imaginary number with this imaginary part.
  case imaginary(Double)
  /// Text as UTF-8; a lone surrogate stands as its three-byte form (WTF-8).
  case string([UInt8])
  case bytes([UInt8])
}

/// A piece of an f-string.
public enum FormattedPart: Sendable {
  /// Text as UTF-8 (WTF-8). `{x=}` gives its `x=` as such a part before the value.
  case text([UInt8])
  case value(FormattedValue)
}

/// `{expression!conversion:spec}` of an f-string.
public struct FormattedValue: Sendable {
  /// The value's expression, with its place in the source.
  public let expression: Expression
  /// `!s`, `!r` or `!a`; `{x=}` without a spec has `.repr`.
  public let conversion: Conversion?
  /// The format spec's parts (values nest once), nil without a colon.
  public let spec: [FormattedPart]?

  /// What is applied to the value before it is formatted.
  public enum Conversion: String, Sendable {
    case string = "s"
    case repr = "r"
    case ascii = "a"
  }
}

/// One entry of a dict display.
public enum DictEntry: Sendable {
  case pair(key: Expression, value: Expression)
  /// `**mapping`.
  case unpack(Expression)
}

/// `op value` of a comparison chain.
public struct ComparisonLink: Sendable {
  public let op: ComparisonOperator
  /// The text of the operator.
  public let opSpan: Span
  public let value: Expression
}

/// One argument of a call (or of a class's bases).
public struct Argument: Sendable {
  /// How the argument is passed.
  public enum Kind: Sendable {
    case positional
    /// `*value`.
    case star
    /// `name=value`.
    case keyword(String)
    /// `**value`.
    case doubleStar
  }

  public let kind: Kind
  public let value: Expression
  /// The text of the whole argument, `name=` or stars included.
  public let span: Span

  public init(kind: Kind, value: Expression, span: Span) {
    self.kind = kind
    self.value = value
    self.span = span
  }
}

/// `for target in iterable if … if …` of a comprehension.
public struct ComprehensionClause: Sendable {
  public let target: Expression
  public let iterable: Expression
  public let conditions: [Expression]
  public let span: Span
}

/// The parameters of a function or lambda, in the order they are written.
public struct Parameters: Sendable {
  /// Those before `/`.
  public var positionalOnly: [Parameter] = []
  public var positional: [Parameter] = []
  /// `*args`.
  public var variadic: Parameter?
  /// Those after `*` or `*args`.
  public var keywordOnly: [Parameter] = []
  /// `**kwargs`.
  public var keywordVariadic: Parameter?

  /// No parameters.
  public init() {}

  /// One parameter, given by position, that no program wrote: a generator expression's iterator.
  public init(hidden name: String, at span: Span) {
    positionalOnly = [Parameter(name: name, nameSpan: span, annotation: nil, defaultValue: nil)]
  }

  /// All parameters, in the order they are written.
  public var all: [Parameter] {
    if variadic == nil, keywordVariadic == nil { return named }
    return positionalOnly + positional + (variadic.map { [$0] } ?? []) + keywordOnly
      + (keywordVariadic.map { [$0] } ?? [])
  }

  /// Those that take one argument each, in the order they are written.
  public var named: [Parameter] {
    positionalOnly.isEmpty && keywordOnly.isEmpty ? positional : positionalOnly + positional + keywordOnly
  }
}

/// One parameter.
public struct Parameter: Sendable {
  public let name: String
  public let nameSpan: Span
  public let annotation: Expression?
  public let defaultValue: Expression?
}
