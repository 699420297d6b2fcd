import NNSyntax

/// A function of the library whose body has not been compiled, with all that it takes to do so.
final class DeferredFunction: DeferredCode {
  private let definition: FunctionDefinition
  private let body: any UnparsedBody
  private let scope: FunctionScope
  private let source: SourceText
  private let span: Span

  init(
    _ definition: FunctionDefinition, _ body: any UnparsedBody, scope: FunctionScope, source: SourceText, span: Span
  ) {
    self.definition = definition
    self.body = body
    self.scope = scope
    self.source = source
    self.span = span
  }

  /// Parses and compiles the body.
  func code(in module: Unowned<ModuleObject>) throws(Diagnostic) -> Code {
    let statements = try body.parse()
    let use = NameUse(parameters: definition.parameters, body: statements, in: scope.use?.className)
    let around = BodyCompiler(scope: scope, source: source, module: module, usesShortJumps: true)
    let code = try around.compileFunction(definition.name.name, definition.parameters, use, span) {
      (compiler) throws(Diagnostic) in
      compiler.documentation = statements.documentation
      for statement in statements { try compiler.compile(statement) }
    }
    if storesPlainly { code.storePlainly() }
    return code
  }
}
