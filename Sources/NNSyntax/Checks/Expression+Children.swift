extension Expression {
  /// Calls `visit` with each direct child in the order of evaluation; a lambda's or comprehension's parts included.
  public func forEachChild(_ visit: (Expression) throws(Diagnostic) -> Void) throws(Diagnostic) {
    switch node {
    case .constant, .name: break
    case .formatted(let parts): try parts.forEachExpression(visit)
    case .attribute(let value, _, _), .starred(let value), .unary(_, let value), .yieldFrom(let value),
      .await(let value), .walrus(_, _, let value):
      try visit(value)
    case .subscript(let value, let index):
      try visit(value)
      try visit(index)
    case .slice(let lower, let upper, let step):
      for part in [lower, upper, step] {
        if let part { try visit(part) }
      }
    case .tuple(let items), .list(let items), .set(let items), .boolean(_, let items):
      for item in items { try visit(item) }
    case .dict(let entries):
      for entry in entries { try entry.forEachExpression(visit) }
    case .binary(_, let left, let right):
      try visit(left)
      try visit(right)
    case .compare(let first, let links):
      try visit(first)
      for link in links { try visit(link.value) }
    case .conditional(let test, let body, let orElse):
      try visit(test)
      try visit(body)
      try visit(orElse)
    case .call(let function, let arguments):
      try visit(function)
      for argument in arguments { try visit(argument.value) }
    case .lambda(let parameters, let body):
      try parameters.forEachOuterExpression(visit)
      try visit(body)
    case .listComprehension(let element, let clauses), .setComprehension(let element, let clauses),
      .generator(let element, let clauses):
      try clauses.forEachExpression(visit)
      try visit(element)
    case .dictComprehension(let key, let value, let clauses):
      try clauses.forEachExpression(visit)
      try visit(key)
      try visit(value)
    case .yield(let value):
      if let value { try visit(value) }
    }
  }
}

extension Parameters {
  /// Calls `visit` with the defaults and then the annotations, which are evaluated outside the function.
  func forEachOuterExpression(_ visit: (Expression) throws(Diagnostic) -> Void) throws(Diagnostic) {
    for parameter in all {
      if let value = parameter.defaultValue { try visit(value) }
    }
    for parameter in all {
      if let annotation = parameter.annotation { try visit(annotation) }
    }
  }
}

extension [FormattedPart] {
  fileprivate func forEachExpression(_ visit: (Expression) throws(Diagnostic) -> Void) throws(Diagnostic) {
    for part in self {
      guard case .value(let value) = part else { continue }
      try visit(value.expression)
      try value.spec?.forEachExpression(visit)
    }
  }
}

extension [ComprehensionClause] {
  fileprivate func forEachExpression(_ visit: (Expression) throws(Diagnostic) -> Void) throws(Diagnostic) {
    for clause in self {
      try visit(clause.iterable)
      try visit(clause.target)
      for condition in clause.conditions { try visit(condition) }
    }
  }
}

extension DictEntry {
  fileprivate func forEachExpression(_ visit: (Expression) throws(Diagnostic) -> Void) throws(Diagnostic) {
    switch self {
    case .pair(let key, let value):
      try visit(key)
      try visit(value)
    case .unpack(let value): try visit(value)
    }
  }
}
