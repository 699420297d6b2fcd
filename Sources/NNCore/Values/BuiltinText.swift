extension Builtin {
  /// What `__doc__` and `help` say: the paragraph, then the example as a prompt shows it.
  var helpText: String {
    guard !example.isEmpty else { return documentation }
    let parts = example.split(separator: "#", maxSplits: 1)
    guard let code = parts.first else { return documentation }
    var text = documentation + "\n"
    for statement in code.split(separator: ";") { text += "\n>>> " + Builtin.trimmed(statement) }
    if parts.count == 2 { text += "\n" + Builtin.trimmed(parts[1]) }
    return text
  }

  /// `__text_signature__`, in the form that CPython's builtins have; nil where nothing is called.
  var textSignature: String? {
    if isProperty { return nil }
    if constructs != nil { return signature }
    if isMethod { return "($" + signature.dropFirst() }
    if signature == "()" { return "($module, /)" }
    return "($module, " + (signature.contains("/") ? "" : "/, ") + signature.dropFirst()
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
