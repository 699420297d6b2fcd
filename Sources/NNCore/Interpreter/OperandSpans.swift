import NNSyntax

/// Finds the operands of a failing expression in its source: both sides of an operator, the arguments of a call.
enum OperandSpans {
  /// The spans of the `count` operands of the expression or statement at `span`; empty when they cannot be told.
  static func spans(of span: Span, in source: SourceText, count: Int) -> [Span] {
    if count == 0 { return [] }
    let found = spans(in: source.text(of: span), from: span.start, count: count)
    if !found.isEmpty { return found }
    // A store into `x[i]` has the place of its target: its operands are those of the statement.
    let line = source.lineSpan(source.lineColumn(of: span.start).line)
    return spans(in: source.text(of: Span(start: span.start, end: line.end)), from: span.start, count: count)
  }

  private static func spans(in text: String, from start: Int32, count: Int) -> [Span] {
    // An expression in parentheses may go over several lines; a statement cannot stand in them.
    for prefix in ["(", ""] {
      let wrapped = SourceText(name: "", prefix + text + (prefix.isEmpty ? "" : ")"))
      guard let tree = parse(wrapped), tree.statements.count == 1, let statement = tree.statements.first else {
        continue
      }
      let found = operands(of: statement, count)
      let shift = start - Int32(prefix.utf8.count)
      return found.count == count ? found.map { Span(start: $0.span.start + shift, end: $0.span.end + shift) } : []
    }
    return []
  }

  private static func parse(_ source: SourceText) -> Module? {
    do throws(Diagnostic) {
      return try Parser.parse(source)
    } catch {
      return nil
    }
  }

  private static func operands(of statement: Statement, _ count: Int) -> [Expression] {
    switch statement.node {
    case .expression(let expression): operands(of: expression, count)
    case .augmentedAssign(let target, _, let value): [target, value]
    case .assign(let targets, let value): Array(targets.prefix(1)) + [value]
    default: []
    }
  }

  private static func operands(of expression: Expression, _ count: Int) -> [Expression] {
    switch expression.node {
    case .binary(_, let left, let right): return [left, right]
    case .unary(_, let operand): return [operand]
    case .compare(let first, let links): return [first] + links.map(\.value)
    case .subscript(let value, _): return count == 1 ? [value] : []
    case .attribute(let value, _, _): return [value]
    case .call(let callee, let arguments): return operands(ofCall: callee, arguments, count)
    default: return []
    }
  }

  /// The arguments of a function, the receiver and the arguments of a method, or the items of a first list argument.
  private static func operands(ofCall callee: Expression, _ arguments: [Argument], _ count: Int) -> [Expression] {
    let positional = arguments.filter { argument in
      if case .positional = argument.kind { return true }
      return false
    }.map(\.value)
    let items: [Expression]? =
      switch positional.first?.node {
      case .list(let items), .tuple(let items): items
      default: nil
      }
    if let items, positional.count == 1, items.count == count { return items }
    if positional.count == count { return positional }
    if case .attribute(let receiver, _, _) = callee.node, positional.count + 1 == count {
      return [receiver] + positional
    }
    return Array(positional.prefix(count))
  }
}
