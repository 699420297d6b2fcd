extension Expression {
  /// What a target is for.
  enum TargetUse {
    case assignment
    /// A loop's target, where `a in b` still is the beginning of the header.
    case loop
    case deletion
  }

  /// The first part of the expression that cannot be assigned to (or deleted), or nil.
  func invalidTarget(_ use: TargetUse) -> Expression? {
    switch node {
    case .name, .attribute, .subscript: return nil
    case .list(let items), .tuple(let items):
      for item in items {
        if let invalid = item.invalidTarget(use) { return invalid }
      }
      return nil
    case .starred(let value): return use == .deletion ? self : value.invalidTarget(use)
    case .compare(let first, let links) where use == .loop:
      return links.first?.op == .in ? first.invalidTarget(use) : nil
    default: return self
    }
  }

  /// `True`, `False` or `None` if the expression is one of them.
  var reservedConstantName: String? {
    switch node {
    case .constant(.none): "None"
    case .constant(.boolean(let value)): value ? "True" : "False"
    default: nil
    }
  }

  /// What CPython's messages call this kind of expression.
  var kindName: String {
    switch node {
    case .constant(.ellipsis): "ellipsis"
    case .constant: reservedConstantName ?? "literal"
    case .formatted: "f-string expression"
    case .name: "name"
    case .attribute: "attribute"
    case .subscript: "subscript"
    case .slice: "slice"
    case .tuple: "tuple"
    case .list: "list"
    case .set: "set display"
    case .dict: "dict literal"
    case .starred: "starred"
    case .unary, .binary, .boolean: "expression"
    case .compare: "comparison"
    case .conditional: "conditional expression"
    case .call: "function call"
    case .lambda: "lambda"
    case .listComprehension: "list comprehension"
    case .setComprehension: "set comprehension"
    case .dictComprehension: "dict comprehension"
    case .generator: "generator expression"
    case .yield, .yieldFrom: "yield expression"
    case .await: "await expression"
    case .walrus: "named expression"
    }
  }
}
