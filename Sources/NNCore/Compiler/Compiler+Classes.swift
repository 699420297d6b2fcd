import NNSyntax

extension BodyCompiler {
  /// A class: its body becomes a function of the namespace, which `__build_class__` calls with the bases and keywords.
  mutating func compileClass(_ definition: ClassDefinition, at span: Span) throws(Diagnostic) {
    let mark = self.mark
    let name = definition.name.name
    let decorators = try compileConsecutively(definition.decorators)
    let callee = allocate()
    emit(.loadBuiltin, callee, wide: builder.string("__build_class__"), at: span)
    let first = allocate(2)
    let code = try compileClassBody(definition, at: span)
    let made = try emitFunction(code, Parameters(), into: first, at: definition.name.span)
    move(made, to: first, at: definition.name.span)
    emit(.loadConstant, first + 1, wide: builder.string(name), at: definition.name.span)
    if definition.arguments.contains(where: \.isSpread) || definition.arguments.count > 200 {
      release(to: callee + 1)
      let (list, named) = (allocate(), allocate())
      emit(.makeList, list, first, 2, at: span)
      emit(.makeDictionary, named, named, 0, at: span)
      for argument in definition.arguments { try addSpreadArgument(argument, to: list, at: span) }
      emit(.callSpread, callee, at: span)
    } else {
      let keywords = try compileArguments(definition.arguments)
      let names = builder.keywords(keywords)
      emit(.callKeywords, callee, definition.arguments.count + 2, names, n: keywords.count, at: span)
    }
    release(to: callee + 1)
    let result = decorate(callee, definition.decorators, from: decorators)
    store(result, toName: name, at: definition.name.span)
    release(to: mark)
  }

  /// Calls decorators, which stand in the registers before the value, from the last to the first.
  mutating func decorate(_ value: Int, _ decorators: [Expression], from first: Int) -> Int {
    var value = value
    for (offset, decorator) in decorators.enumerated().reversed() {
      emit(.call, first + offset, 1, first + offset, at: decorator.span)
      value = first + offset
    }
    return value
  }

  private func compileClassBody(_ definition: ClassDefinition, at span: Span) throws(Diagnostic) -> Code {
    let (source, module, parent) = (self.source, self.module, self.scope)
    let use = NameUse(definition)
    let name = definition.name.name
    var signature = Signature()
    signature.names = [Symbol(FunctionScope.namespaceName)]
    signature.positional = 1
    let parameters = signature
    return try Compiler.compileBody(span) { (usesShortJumps) throws(Diagnostic) in
      let scope = FunctionScope(parent: parent, classUse: use, name: name)
      var compiler = BodyCompiler(scope: scope, source: source, module: module, usesShortJumps: usesShortJumps)
      compiler.assigned = [0]
      compiler.emitClassHead(definition, at: span)
      try compiler.compile(definition.body)
      compiler.emitClassCell(at: span)
      return try compiler.finish(name: name, signature: parameters, span: span)
    }
  }

  /// What a class's namespace has from the start: where the class stands, and its description.
  private mutating func emitClassHead(_ definition: ClassDefinition, at span: Span) {
    let register = allocate()
    emit(.loadGlobal, register, wide: globalSlot("__name__"), at: span)
    emit(.storeName, register, nameConstant("__module__"), at: span)
    emit(.loadConstant, register, wide: builder.string(scope.qualifiedName), at: span)
    emit(.storeName, register, nameConstant("__qualname__"), at: span)
    if let text = definition.body.documentation {
      emit(.loadConstant, register, wide: builder.string(text), at: span)
      emit(.storeName, register, nameConstant("__doc__"), at: span)
    }
    if definition.body.hasAnnotations {
      emit(.makeDictionary, register, register, 0, at: span)
      emit(.storeName, register, nameConstant("__annotations__"), at: span)
    }
    release(to: register)
  }

  /// Hands the cell of `__class__` to the making of the class, which fills it.
  private mutating func emitClassCell(at span: Span) {
    guard let cell = scope.cellRegisters.first else { return }
    emit(.storeName, cell, nameConstant("__classcell__"), at: span)
  }

  /// The dictionary of a module's annotations.
  mutating func emitModuleAnnotations() {
    let span = Span(start: 0, end: 0)
    let register = allocate()
    emit(.makeDictionary, register, register, 0, at: span)
    emit(.storeGlobal, register, wide: globalSlot("__annotations__"), at: span)
    release(to: register)
  }

  /// `name: annotation` in a class or module.
  mutating func compileAnnotation(_ target: Expression, _ annotation: Expression) throws(Diagnostic) {
    guard case .name(let name) = target.node else { return }
    let mark = self.mark
    let annotations = allocate()
    if scope.isModule {
      emit(.loadGlobal, annotations, wide: globalSlot("__annotations__"), at: target.span)
    } else {
      emitLoadName("__annotations__", into: annotations, at: target.span)
    }
    let key = allocate()
    emit(.loadConstant, key, wide: builder.string(scope.use?.mangled(name) ?? name), at: target.span)
    let value = try compileAnnotation(annotation)
    emit(.setItem, annotations, key, value, at: target.span)
    release(to: mark)
  }

  /// The dictionary of a function's annotations; false where there are none.
  mutating func compileAnnotations(
    _ parameters: Parameters, _ returns: Expression?, into register: Int, at span: Span
  ) throws(Diagnostic) -> Bool {
    let annotated = parameters.all.filter { $0.annotation != nil }
    guard !annotated.isEmpty || returns != nil else { return false }
    emit(.makeDictionary, register, register, 0, at: span)
    for parameter in annotated {
      guard let annotation = parameter.annotation else { continue }
      try insertAnnotation(scope.use?.mangled(parameter.name) ?? parameter.name, annotation, into: register)
    }
    if let returns { try insertAnnotation("return", returns, into: register) }
    return true
  }

  private mutating func insertAnnotation(
    _ name: String, _ annotation: Expression, into register: Int
  ) throws(Diagnostic) {
    let mark = self.mark
    let key = allocate()
    emit(.loadConstant, key, wide: builder.string(name), at: annotation.span)
    let value = try compileAnnotation(annotation)
    emit(.insertPair, register, key, value, at: annotation.span)
    release(to: mark)
  }

  /// An annotation's value: its text after `from __future__ import annotations`.
  private mutating func compileAnnotation(_ annotation: Expression) throws(Diagnostic) -> Int {
    guard module.value.annotationsAreText else { return try compile(annotation) }
    let register = allocate()
    let bytes = source.bytes[Int(annotation.span.start)..<Int(annotation.span.end)]
    emit(.loadConstant, register, wide: builder.string(String(decoding: bytes, as: UTF8.self)), at: annotation.span)
    return register
  }

  // MARK: Names of classes

  /// Reads a name in the body of a class: of its namespace, else from where a function would take it.
  mutating func emitLoadName(_ name: String, into register: Int, at span: Span) {
    switch scope.placeBehindNamespace(of: name) {
    case .capture(let index): emit(.loadName, register, nameConstant(name), index, n: 1, at: span)
    default: emit(.loadName, register, nameConstant(name), globalSlot(name), at: span)
    }
  }

  /// The constant with a name as it stands in a class's namespace.
  mutating func nameConstant(_ name: String) -> Int {
    let index = builder.string(scope.use?.mangled(name) ?? name)
    if index > 0xFFFF { hasTooManyNames = true }
    return index
  }

  /// An attribute's cache; inside classes its name may be a private one.
  mutating func cache(_ name: String) -> Int { builder.cache(scope.use?.mangled(name) ?? name) }
}

extension [Statement] {
  /// The string that the body begins with.
  var documentation: String? {
    guard case .expression(let first)? = first?.node, case .constant(.string(let text)) = first.node else { return nil }
    return UnicodeText(utf8: text).string
  }

  /// Whether some statement of the body, branches and loops included, annotates a variable.
  var hasAnnotations: Bool {
    contains { statement in
      switch statement.node {
      case .annotatedAssign(_, _, _, let isSimple): isSimple
      case .if(let blocks, let orElse): blocks.contains { $0.body.hasAnnotations } || orElse.hasAnnotations
      case .for(_, _, let body, let orElse), .while(_, let body, let orElse):
        body.hasAnnotations || orElse.hasAnnotations
      case .with(_, let body): body.hasAnnotations
      case .try(let node):
        node.body.hasAnnotations || node.orElse.hasAnnotations || node.finally.hasAnnotations
          || node.handlers.contains { $0.body.hasAnnotations }
      default: false
      }
    }
  }
}
