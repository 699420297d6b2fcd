extension Expression.Node {
  /// The depth of the deepest child, 0 for a leaf.
  var childDepth: Int32 {
    switch self {
    case .constant, .name: 0
    case .formatted(let parts): parts.depth
    case .attribute(let value, _, _), .starred(let value), .unary(_, let value), .yieldFrom(let value),
      .await(let value), .walrus(_, _, let value):
      value.depth
    case .subscript(let value, let index): max(value.depth, index.depth)
    case .slice(let lower, let upper, let step): max(lower.depth, upper.depth, step.depth)
    case .tuple(let items), .list(let items), .set(let items), .boolean(_, let items): items.depth
    case .dict(let entries): entries.reduce(0) { max($0, $1.depth) }
    case .binary(_, let left, let right): max(left.depth, right.depth)
    case .compare(let first, let links): links.reduce(first.depth) { max($0, $1.value.depth) }
    case .conditional(let test, let body, let orElse): max(test.depth, body.depth, orElse.depth)
    case .call(let function, let arguments): arguments.reduce(function.depth) { max($0, $1.value.depth) }
    case .lambda(let parameters, let body):
      parameters.all.reduce(body.depth) { max($0, $1.annotation.depth, $1.defaultValue.depth) }
    case .listComprehension(let element, let clauses), .setComprehension(let element, let clauses),
      .generator(let element, let clauses):
      max(element.depth, clauses.depth)
    case .dictComprehension(let key, let value, let clauses): max(key.depth, value.depth, clauses.depth)
    case .yield(let value): value.depth
    }
  }
}

extension Expression? {
  fileprivate var depth: Int32 { self?.depth ?? 0 }
}

extension [Expression] {
  fileprivate var depth: Int32 { reduce(0) { Swift.max($0, $1.depth) } }
}

extension [ComprehensionClause] {
  fileprivate var depth: Int32 {
    reduce(0) { Swift.max($0, $1.target.depth, Swift.max($1.iterable.depth, $1.conditions.depth)) }
  }
}

extension [FormattedPart] {
  fileprivate var depth: Int32 {
    reduce(0) { depth, part in
      guard case .value(let value) = part else { return depth }
      return Swift.max(depth, value.expression.depth, value.spec?.depth ?? 0)
    }
  }
}

extension DictEntry {
  fileprivate var depth: Int32 {
    switch self {
    case .pair(let key, let value): max(key.depth, value.depth)
    case .unpack(let value): value.depth
    }
  }
}
