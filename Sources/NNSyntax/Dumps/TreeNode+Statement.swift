extension TreeNode {
  /// The node of a statement.
  init(_ statement: Statement) {
    let span = statement.span
    switch statement.node {
    case .expression(let value): self.init("expression", "", span, [TreeNode(value)])
    case .assign(let targets, let value):
      self.init("assign", "", span, targets.map { TreeNode(part: "target", [TreeNode($0)]) } + [TreeNode(value)])
    case .augmentedAssign(let target, let op, let value):
      self.init("augmentedAssign", op.rawValue + "=", span, [TreeNode(target), TreeNode(value)])
    case .annotatedAssign(let target, let annotation, let value, _):
      let children =
        [TreeNode(target)] + [TreeNode.part("annotation", annotation), value.map(TreeNode.init)].compactMap { $0 }
      self.init("annotatedAssign", "", span, children)
    case .print(let node):
      let file = [TreeNode.part("file", node.file)].compactMap { $0 }
      self.init("print", node.hasTrailingComma ? "," : "", span, file + node.values.map(TreeNode.init))
    case .pass: self.init("pass", "", span)
    case .break: self.init("break", "", span)
    case .continue: self.init("continue", "", span)
    case .return(let value): self.init("return", "", span, [value].compactMap { $0.map(TreeNode.init) })
    case .delete(let targets): self.init("delete", "", span, targets.map(TreeNode.init))
    case .global(let names): self.init("global", names.map(\.name).joined(separator: ", "), span)
    case .nonlocal(let names): self.init("nonlocal", names.map(\.name).joined(separator: ", "), span)
    case .assert(let test, let message):
      self.init("assert", "", span, [TreeNode(test)] + [message].compactMap { $0.map(TreeNode.init) })
    case .import(let aliases): self.init("import", "", span, aliases.map(TreeNode.init))
    case .importFrom(let node):
      let module = String(repeating: ".", count: node.level) + node.path.map(\.name).joined(separator: ".")
      self.init("importFrom", module, span, node.names?.map(TreeNode.init) ?? [TreeNode("all")])
    case .if(let blocks, let orElse):
      let branches = blocks.map {
        TreeNode(part: "branch", [TreeNode(part: "test", [TreeNode($0.test)]), .block($0.body)])
      }
      self.init("if", "", span, branches + TreeNode.elseBlock(orElse))
    case .for(let target, let iterable, let body, let orElse):
      self.init("for", "", span, [TreeNode(target), TreeNode(iterable), .block(body)] + TreeNode.elseBlock(orElse))
    case .while(let test, let body, let orElse):
      self.init(
        "while", "", span, [TreeNode(part: "test", [TreeNode(test)]), .block(body)] + TreeNode.elseBlock(orElse))
    case .function(let node):
      let returns = [TreeNode.part("returns", node.returns)].compactMap { $0 }
      let children = TreeNode.decorators(node.decorators) + [TreeNode(node.parameters)] + returns + [.block(node.body)]
      self.init("function", node.name.name, span, children)
    case .class(let node):
      let children = TreeNode.decorators(node.decorators) + node.arguments.map(TreeNode.init) + [.block(node.body)]
      self.init("class", node.name.name, span, children)
    case .try(let node):
      let handlers = node.handlers.map { handler in
        let type = [TreeNode.part("type", handler.type)].compactMap { $0 }
        return TreeNode("except", handler.name?.name ?? "", handler.span, type + [.block(handler.body)])
      }
      let finally = node.finally.isEmpty ? [] : [TreeNode(part: "finally", node.finally.map(TreeNode.init))]
      let children = [.block(node.body)] + handlers + TreeNode.elseBlock(node.orElse) + finally
      self.init("try", node.isGroup ? "*" : "", span, children)
    case .with(let items, let body):
      let items = items.map { item in
        TreeNode(part: "item", [TreeNode(item.context)] + [TreeNode.part("as", item.target)].compactMap { $0 })
      }
      self.init("with", "", span, items + [.block(body)])
    case .raise(let exception, let cause):
      let parts = [exception.map { TreeNode($0) }, TreeNode.part("from", cause)]
      self.init("raise", "", span, parts.compactMap { $0 })
    case .magic(let line): self.init("magic", line.marker + [line.name, line.arguments].joined(separator: " "), span)
    }
  }

  private static func block(_ statements: [Statement]) -> TreeNode {
    TreeNode(part: "body", statements.map { TreeNode($0) })
  }

  private static func elseBlock(_ statements: [Statement]) -> [TreeNode] {
    statements.isEmpty ? [] : [TreeNode(part: "else", statements.map { TreeNode($0) })]
  }

  private static func decorators(_ decorators: [Expression]) -> [TreeNode] {
    decorators.map { TreeNode(part: "decorator", [TreeNode($0)]) }
  }

  private init(_ alias: ImportAlias) {
    let path = alias.path.map(\.name).joined(separator: ".")
    self.init("alias", path + (alias.alias.map { " as " + $0.name } ?? ""), alias.span)
  }
}
