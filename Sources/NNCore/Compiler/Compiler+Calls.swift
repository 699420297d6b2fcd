import NNSyntax

extension BodyCompiler {
  /// A call: callee and arguments in consecutive registers above everything live.
  mutating func compileCall(
    _ function: Expression, _ arguments: [Argument], into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    if let result = try compileFold(function, arguments, into: target, at: span) { return result }
    return try compilePlainCall(function, arguments, into: target, at: span)
  }

  mutating func compilePlainCall(
    _ function: Expression, _ arguments: [Argument], into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    let mark = self.mark
    if arguments.contains(where: \.isSpread) || arguments.count > 200 {
      if case .attribute(let value, let name, _) = function.node, !arguments.contains(where: \.isNamed) {
        let callee = try compileMethod(value, name, at: function.span)
        try compileSpreadArguments(arguments, into: allocate(2), at: span)
        emit(.callSpread, callee, n: 1, at: span)
        return finishCall(callee, into: target, releasingTo: mark, at: span)
      }
      let callee = allocate(3)
      try compileInto(callee, function)
      try compileSpreadArguments(arguments, into: callee + 1, at: span)
      emit(.callSpread, callee, at: span)
      return finishCall(callee, into: target, releasingTo: mark, at: span)
    }
    if case .attribute(let value, let name, let nameSpan) = function.node {
      let (inner, outer) = (lineSpan(function.span, of: nameSpan), lineSpan(span, of: nameSpan))
      let arguments = joinArguments(value, name, arguments, at: span)
      return try compileMethodCall(value, name, inner, arguments, into: target, at: outer)
    }
    if let slot = globalCallee(function, arguments) {
      return try compileGlobalCall(slot, arguments, into: target, at: span)
    }
    let callee = allocate(2)
    try compileInto(callee, function)
    release(to: callee + 1)
    let keywords = try compileArguments(arguments)
    if keywords.isEmpty {
      // A plain call writes its result to the register in C itself.
      release(to: mark)
      let register = target ?? allocate()
      emit(.call, callee, arguments.count, register, at: span)
      return register
    }
    let first = builder.keywords(keywords)
    emit(.callKeywords, callee, arguments.count, first, n: keywords.count, at: span)
    return finishCall(callee, into: target, releasingTo: mark, at: span)
  }

  /// The slot of a callee that is a global, when no argument can rebind it: then it is looked up by the call itself.
  private mutating func globalCallee(_ function: Expression, _ arguments: [Argument]) -> Int? {
    guard case .name(let name) = function.node, name != "super", case .global = scope.place(of: name),
      arguments.allSatisfy({ $0.isPositional && $0.value.isSimple })
    else { return nil }
    return globalSlot(name)
  }

  /// A call of a global. A local that is the only argument is read where it stands.
  private mutating func compileGlobalCall(
    _ slot: Int, _ arguments: [Argument], into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    let mark = self.mark
    let callee = allocate(2)
    var argument = callee + 1
    if arguments.count == 1, let only = arguments.first {
      argument = try compile(only.value, into: callee + 1)
      if argument > 255 || isTemporary(argument) {
        move(argument, to: callee + 1, at: only.value.span)
        argument = callee + 1
      }
    } else {
      release(to: callee + 1)
      _ = try compileArguments(arguments)
    }
    release(to: mark)
    let register = target ?? allocate()
    if argument == callee + 1 {
      emit(.callGlobal, callee, register, slot, n: arguments.count, at: span)
    } else {
      emit(.callGlobalWith, callee, register, slot, n: argument, at: span)
    }
    return register
  }

  private mutating func finishCall(_ callee: Int, into target: Int?, releasingTo mark: Int, at span: Span) -> Int {
    release(to: mark)
    let register = target ?? allocate()
    move(callee, to: register, at: span)
    return register
  }

  private mutating func compileMethodCall(
    _ value: Expression, _ name: String, _ functionSpan: Span, _ arguments: [Argument], into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    let mark = self.mark
    let callee = try compileMethod(value, name, at: functionSpan)
    let keywords = try compileArguments(arguments)
    if keywords.isEmpty {
      release(to: mark)
      let register = target ?? allocate()
      emit(.callMethod, callee, arguments.count, register, at: span)
      return register
    }
    let first = builder.keywords(keywords)
    emit(.callMethodKeywords, callee, arguments.count, first, n: keywords.count, at: span)
    return finishCall(callee, into: target, releasingTo: mark, at: span)
  }

  /// A method and its receiver in the next two registers, the first of which is returned.
  private mutating func compileMethod(
    _ value: Expression, _ name: String, at functionSpan: Span
  ) throws(Diagnostic) -> Int {
    let callee = allocate(2)
    if value.isPlainSuper, let capture = scope.superCapture() {
      let cache = builder.cache(scope.use?.mangled(name) ?? name, slot: globalSlot("super"))
      emit(.loadSuperMethod, callee, capture, cache, at: functionSpan)
    } else {
      let object = try compile(value, into: callee)
      emit(.loadMethod, callee, object, cache(name), n: flags(object, 0) & 1, at: functionSpan)
    }
    release(to: callee + 2)
    return callee
  }

  /// Arguments in the next registers, the positional ones first; returns the keywords' names.
  mutating func compileArguments(_ arguments: [Argument]) throws(Diagnostic) -> [String] {
    var keywords: [String] = []
    let first = allocate(arguments.count)
    for (offset, argument) in arguments.enumerated() {
      if case .keyword(let name) = argument.kind { keywords.append(name) }
      try compileInto(first + offset, argument.value)
    }
    return keywords
  }

  /// All positional arguments in one list, all named ones in one dictionary.
  private mutating func compileSpreadArguments(
    _ arguments: [Argument], into first: Int, at span: Span
  ) throws(Diagnostic) {
    // A single `*` or `**` is left to the call itself.
    let positional = arguments.filter { !$0.isNamed }
    let named = arguments.filter(\.isNamed)
    let star = positional.count == 1 && positional[0].isSpread
    let doubleStar = named.count == 1 && named[0].isSpread
    if !star { emit(.makeList, first, first, 0, at: span) }
    if named.isEmpty {
      emit(.clear, first + 1, at: span)
    } else if !doubleStar {
      emit(.makeDictionary, first + 1, first + 1, 0, at: span)
    }
    for argument in arguments {
      if star, !argument.isNamed {
        try compileInto(first, argument.value)
      } else if doubleStar, argument.isNamed {
        try compileInto(first + 1, argument.value)
      } else {
        try addSpreadArgument(argument, to: first, at: span)
      }
    }
  }

  /// Adds an argument to the list in a register or to the dictionary in the next; the callee stands before them.
  mutating func addSpreadArgument(_ argument: Argument, to first: Int, at span: Span) throws(Diagnostic) {
    let mark = self.mark
    let value = try compile(argument.value)
    switch argument.kind {
    case .positional: emit(.append, first, value, at: argument.span)
    case .star: emit(.extend, first, value, at: argument.span)
    case .keyword(let name):
      let key = allocate()
      emit(.loadConstant, key, wide: builder.string(name), at: argument.span)
      emit(.insertPair, first + 1, key, value, n: 1, at: span)
    case .doubleStar: emit(.update, first + 1, value, n: 1, at: span)
    }
    release(to: mark)
  }

  // MARK: Functions

  mutating func compileLambda(
    _ parameters: Parameters, _ body: Expression, into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    let use = NameUse(parameters: parameters, body: body, in: scope.use?.className)
    let code = try compileFunction("<lambda>", parameters, use, span) { (compiler) throws(Diagnostic) in
      let register = try compiler.compile(body)
      compiler.emit(.return, register, at: body.span)
    }
    return try emitFunction(code, parameters, into: target, at: span)
  }

  mutating func compileFunctionStatement(_ definition: FunctionDefinition, at span: Span) throws(Diagnostic) {
    let mark = self.mark
    let decorators = try compileConsecutively(definition.decorators)
    let code: Code
    if let body = definition.deferred {
      code = DeferredFunction(definition, body, scope: scope, source: source, span: span).placeholder()
    } else {
      let use = NameUse(parameters: definition.parameters, body: definition.body, in: scope.use?.className)
      code = try compileFunction(definition.name.name, definition.parameters, use, span) {
        (compiler) throws(Diagnostic) in
        compiler.documentation = definition.body.documentation
        for statement in definition.body { try compiler.compile(statement) }
      }
    }
    let register = allocate()
    let made = try emitFunction(
      code, definition.parameters, returns: definition.returns, into: register, at: definition.name.span)
    move(made, to: register, at: definition.name.span)
    let function = decorate(register, definition.decorators, from: decorators)
    store(function, toName: definition.name.name, at: definition.name.span)
    release(to: mark)
  }

  func compileFunction(
    _ name: String, _ parameters: Parameters, _ use: NameUse, _ span: Span,
    _ body: (inout BodyCompiler) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Code {
    let signature = Signature(parameters, in: use.className)
    let registers = parameters.registerNames.map { use.mangled($0) }
    let (source, module, parent) = (self.source, self.module, self.scope)
    return try Compiler.compileBody(span) { (usesShortJumps) throws(Diagnostic) in
      let scope = FunctionScope(parent: parent, use: use, name: name, parameters: registers)
      scope.hasReceiver = signature.positional > 0
      var compiler = BodyCompiler(scope: scope, source: source, module: module, usesShortJumps: usesShortJumps)
      compiler.assigned = Set(0..<registers.count).subtracting(use.deleted.compactMap { registers.firstIndex(of: $0) })
      compiler.neverCertain = Set(use.deleted)
      try body(&compiler)
      return try compiler.finish(name: name, signature: signature, span: span)
    }
  }

  /// Emits the making of a function: its defaults in two tuples behind its code.
  mutating func emitFunction(
    _ code: consuming Code, _ parameters: Parameters, returns: Expression? = nil, into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    let mark = self.mark
    // What is captured as a value begins unbound, unless it certainly has one.
    for capture in code.captures where capture.isLocal && capture.isValue && !assigned.contains(capture.index) {
      checked.insert(capture.index)
    }
    let index = builder.code(code)
    let defaults = allocate(3)
    let given = (parameters.positionalOnly + parameters.positional).compactMap(\.defaultValue)
    let isPlain = given.isEmpty && parameters.keywordOnly.isEmpty
    if given.isEmpty {
      if !isPlain { emit(.clear, defaults, at: span) }
    } else {
      let positional = try compileDisplay(given, .makeTuple, into: defaults, at: span)
      move(positional, to: defaults, at: span)
    }
    let inner = self.mark
    let first = allocate(parameters.keywordOnly.count)
    for (offset, parameter) in parameters.keywordOnly.enumerated() {
      if let value = parameter.defaultValue {
        try compileInto(first + offset, value)
      } else {
        emit(.clear, first + offset, at: span)
      }
    }
    if parameters.keywordOnly.isEmpty {
      if !isPlain { emit(.clear, defaults + 1, at: span) }
    } else {
      emit(.makeTuple, defaults + 1, first, parameters.keywordOnly.count, at: span)
    }
    release(to: inner)
    let isAnnotated = try compileAnnotations(parameters, returns, into: defaults + 2, at: span)
    guard index <= 0xFFFF else { throw Diagnostic(.syntaxError, "too many functions in one body", at: span) }
    release(to: mark)
    let register = target ?? allocate()
    emit(.makeFunction, register, index, defaults, n: (isAnnotated ? 1 : 0) | (isPlain ? 2 : 0), at: span)
    return register
  }
}

extension Expression {
  /// Whether this is `super()`.
  fileprivate var isPlainSuper: Bool {
    guard case .call(let function, let arguments) = node, arguments.isEmpty, case .name("super") = function.node else {
      return false
    }
    return true
  }

  /// Whether this is a name, a literal, or one operation on such: nothing that calls a function of the program.
  fileprivate var isSimple: Bool {
    switch node {
    case .name, .constant: true
    case .binary(_, let left, let right): left.isSimple && right.isSimple && left.depth + right.depth == 2
    case .tuple(let items): items.allSatisfy { $0.isSimple && $0.depth == 1 }
    default: false
    }
  }
}

extension Argument {
  fileprivate var isPositional: Bool {
    if case .positional = kind { return true }
    return false
  }

  fileprivate var isNamed: Bool {
    switch kind {
    case .keyword, .doubleStar: true
    case .positional, .star: false
    }
  }

  var isSpread: Bool {
    switch kind {
    case .star, .doubleStar: true
    case .positional, .keyword: false
    }
  }
}

extension Parameters {
  /// The names of the parameters in the order of their registers.
  var registerNames: [String] {
    var names = named.map(\.name)
    if let variadic { names.append(variadic.name) }
    if let keywordVariadic { names.append(keywordVariadic.name) }
    return names
  }
}

extension Signature {
  init(_ parameters: Parameters, in className: String?) {
    names = parameters.named.map { Symbol(NameUse.mangled($0.name, in: className)) }
    positionalOnly = parameters.positionalOnly.count
    positional = parameters.positionalOnly.count + parameters.positional.count
    keywordOnly = parameters.keywordOnly.count
    isVariadic = parameters.variadic != nil
    isKeywordVariadic = parameters.keywordVariadic != nil
  }
}
