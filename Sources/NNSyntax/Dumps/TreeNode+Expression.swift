extension TreeNode {
  /// The node of an expression.
  init(_ expression: Expression) {
    let span = expression.span
    switch expression.node {
    case .constant(let constant): self.init(constant.kind, constant.text, span)
    case .formatted(let parts): self.init("formatted", "", span, parts.map(TreeNode.init))
    case .name(let name): self.init("name", name, span)
    case .attribute(let value, let name, _): self.init("attribute", name, span, [TreeNode(value)])
    case .subscript(let value, let index): self.init("subscript", "", span, [TreeNode(value), TreeNode(index)])
    case .slice(let lower, let upper, let step):
      let parts = [("lower", lower), ("upper", upper), ("step", step)]
      self.init("slice", "", span, parts.compactMap { name, value in TreeNode.part(name, value) })
    case .tuple(let items): self.init("tuple", "", span, items.map(TreeNode.init))
    case .list(let items): self.init("list", "", span, items.map(TreeNode.init))
    case .set(let items): self.init("set", "", span, items.map(TreeNode.init))
    case .dict(let entries): self.init("dict", "", span, entries.map(TreeNode.init))
    case .starred(let value): self.init("starred", "", span, [TreeNode(value)])
    case .unary(let op, let value): self.init("unary", op.rawValue, span, [TreeNode(value)])
    case .binary(let op, let left, let right):
      self.init("binary", op.rawValue, span, [TreeNode(left), TreeNode(right)])
    case .boolean(let op, let values): self.init("boolean", op.rawValue, span, values.map(TreeNode.init))
    case .compare(let first, let links):
      let operators = links.map(\.op.rawValue).joined(separator: ", ")
      self.init("compare", operators, span, [TreeNode(first)] + links.map { TreeNode($0.value) })
    case .conditional(let test, let body, let orElse):
      let children = [
        TreeNode(part: "test", [TreeNode(test)]), TreeNode(body), TreeNode(part: "else", [TreeNode(orElse)]),
      ]
      self.init("conditional", "", span, children)
    case .call(let function, let arguments):
      self.init("call", "", span, [TreeNode(function)] + arguments.map(TreeNode.init))
    case .lambda(let parameters, let body): self.init("lambda", "", span, [TreeNode(parameters), TreeNode(body)])
    case .listComprehension(let element, let clauses):
      self.init("listComprehension", "", span, [TreeNode(element)] + clauses.map(TreeNode.init))
    case .setComprehension(let element, let clauses):
      self.init("setComprehension", "", span, [TreeNode(element)] + clauses.map(TreeNode.init))
    case .dictComprehension(let key, let value, let clauses):
      self.init("dictComprehension", "", span, [TreeNode(key), TreeNode(value)] + clauses.map(TreeNode.init))
    case .generator(let element, let clauses):
      self.init("generator", "", span, [TreeNode(element)] + clauses.map(TreeNode.init))
    case .yield(let value): self.init("yield", "", span, [value].compactMap { $0.map(TreeNode.init) })
    case .yieldFrom(let value): self.init("yieldFrom", "", span, [TreeNode(value)])
    case .await(let value): self.init("await", "", span, [TreeNode(value)])
    case .walrus(let name, _, let value): self.init("walrus", name, span, [TreeNode(value)])
    }
  }

  /// A named part with one expression, nil without it.
  static func part(_ kind: String, _ expression: Expression?) -> TreeNode? {
    expression.map { TreeNode(part: kind, [TreeNode($0)]) }
  }

  /// The node of a call's argument.
  init(_ argument: Argument) {
    let value = TreeNode(argument.value)
    switch argument.kind {
    case .positional: self = value
    case .star: self.init("starArgument", "", argument.span, [value])
    case .keyword(let name): self.init("keywordArgument", name, argument.span, [value])
    case .doubleStar: self.init("doubleStarArgument", "", argument.span, [value])
    }
  }

  private init(_ entry: DictEntry) {
    switch entry {
    case .pair(let key, let value): self.init("pair", "", key.span.union(value.span), [TreeNode(key), TreeNode(value)])
    case .unpack(let value): self.init("unpack", "", value.span, [TreeNode(value)])
    }
  }

  private init(_ part: FormattedPart) {
    switch part {
    case .text(let bytes): self.init("text", quoted(String(decoding: bytes, as: UTF8.self)))
    case .value(let value):
      let spec = value.spec.map { [TreeNode(part: "spec", $0.map(TreeNode.init))] } ?? []
      let conversion = value.conversion.map { "!" + $0.rawValue } ?? ""
      self.init("value", conversion, value.expression.span, [TreeNode(value.expression)] + spec)
    }
  }

  private init(_ clause: ComprehensionClause) {
    let conditions = clause.conditions.map { TreeNode(part: "if", [TreeNode($0)]) }
    self.init("for", "", clause.span, [TreeNode(clause.target), TreeNode(clause.iterable)] + conditions)
  }

  /// The node of a parameter list.
  init(_ parameters: Parameters) {
    let groups: [(String, [Parameter])] = [
      ("positionalOnly", parameters.positionalOnly), ("parameter", parameters.positional),
      ("variadic", [parameters.variadic].compactMap { $0 }), ("keywordOnly", parameters.keywordOnly),
      ("keywordVariadic", [parameters.keywordVariadic].compactMap { $0 }),
    ]
    let children = groups.flatMap { kind, group in
      group.map { parameter in
        let parts = [
          TreeNode.part("annotation", parameter.annotation), TreeNode.part("default", parameter.defaultValue),
        ]
        return TreeNode(kind, parameter.name, parameter.nameSpan, parts.compactMap { $0 })
      }
    }
    self.init(part: "parameters", children)
  }
}

extension Constant {
  /// The kind of literal.
  var kind: String {
    switch self {
    case .none, .boolean, .ellipsis: "constant"
    case .integer, .bigInteger: "integer"
    case .float: "float"
    case .imaginary: "imaginary"
    case .string: "string"
    case .bytes: "bytes"
    }
  }

  /// The literal's value in Python's notation.
  var text: String {
    switch self {
    case .none: "None"
    case .boolean(let value): value ? "True" : "False"
    case .ellipsis: "..."
    case .integer(let value): String(value)
    case .bigInteger(let digits, let radix): (radix == 16 ? "0x" : radix == 8 ? "0o" : radix == 2 ? "0b" : "") + digits
    case .float(let value): "\(value)"
    case .imaginary(let value): "\(value)j"
    case .string(let bytes): quoted(String(decoding: bytes, as: UTF8.self))
    case .bytes(let bytes): "b" + quoted(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })))
    }
  }
}
