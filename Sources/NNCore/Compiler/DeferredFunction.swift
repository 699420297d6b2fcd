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

  /// The code of the function until it is called: what is known without its body, and an instruction that compiles that.
  func placeholder() -> Code {
    let className = scope.use?.className
    let name = definition.name.name
    let locals = definition.parameters.registerNames.map { Symbol(NameUse.mangled($0, in: className)) }
    var code = Code(
      name: name, documentation: definition.body.documentation,
      signature: Signature(definition.parameters, in: className),
      registerCount: locals.count, instructions: Buffer([Instruction(.compileBody)]), spans: [span], source: source,
      constants: ValueList(), handlers: [], captures: body.namesClass ? scope.classCapture : [], localNames: locals,
      caches: Buffer([]), keywordNames: Buffer([]), span: span, qualifiedName: scope.qualifiedName(of: name))
    code.deferred = self
    return code
  }

  /// Parses and compiles the body.
  func code(in module: Unowned<ModuleObject>) throws(Diagnostic) -> Code {
    let statements = try body.parse()
    let use = NameUse(
      parameters: definition.parameters, body: statements, in: scope.use?.className, namesClass: body.namesClass)
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
