/// The text of `nn --dump tree`: one node a line, children indented below it, with the place of each.
public enum TreeDump {
  /// The tree of a parsed source.
  public static func text(_ module: Module, _ source: SourceText) -> String {
    var output = ""
    for statement in module.statements { TreeNode(statement).write(to: &output, source, indent: 0) }
    return output
  }
}

/// A node of the tree as it is shown: a kind with details, a place, and children.
struct TreeNode {
  /// The kind of the node, such as `binary`; the part names of a statement (`body`, `else`) are kinds too.
  let kind: String
  /// What the kind does not say: a name, an operator, a value.
  let detail: String
  let span: Span?
  let children: [TreeNode]

  init(_ kind: String, _ detail: String = "", _ span: Span? = nil, _ children: [TreeNode] = []) {
    self.kind = kind
    self.detail = detail
    self.span = span
    self.children = children
  }

  /// A part of a node that groups some of its children.
  init(part kind: String, _ children: [TreeNode]) {
    self.init(kind, "", nil, children)
  }

  /// Writes the node and its children as indented lines.
  func write(to output: inout String, _ source: SourceText, indent: Int) {
    output += String(repeating: "  ", count: indent) + kind
    if !detail.isEmpty { output += " " + detail }
    if let span {
      let start = source.lineColumn(of: span.start)
      output += "  @\(start.line):\(start.column)"
    }
    output += "\n"
    for child in children { child.write(to: &output, source, indent: indent + 1) }
  }

  /// Calls `visit` with the kind of this node and of all below it.
  func forEachKind(_ visit: (String) -> Void) {
    visit(kind)
    for child in children { child.forEachKind(visit) }
  }
}
