extension Builtin {
  /// Python's functions, types and methods, by family.
  static let pythonFamilies: [[Builtin]] = [
    streamFunctions,
    iterationFunctions,
    foldFunctions,
    orderFunctions,
    numberTypes,
    numberFunctions,
    textTypes,
    containerTypes,
    inspectionFunctions,
    attributeFunctions,
    namespaceFunctions,
    exceptionTypes,
    tracebackAttributes,
    python2Names,
    stringMethods,
    stringSearchMethods,
    stringSplitMethods,
    stringTests,
    listMethods,
    sequenceMethods,
    dictionaryMethods,
    setTypes,
    setMethods,
    numberMethods,
    integerBytes,
    mathFunctions,
    mathIntegers,
    mathSums,
    systemModule,
    posixModule,
    calendarFunctions,
    smallModules,
    timeModule,
    warningsModule,
    generatorMethods,
    complexType,
    bytesTypes,
    bytesMethods,
    importFunctions,
    regexModule,
    itertools,
    operatorFunctions,
    functoolsModule,
    weakrefModule,
    mappingProxy,
    dequeMethods,
    heapFunctions,
    bisectFunctions,
    randomGenerator,
    patternMethods,
    matchMethods,
    fileOpening,
    ioModule,
    textStreamMethods,
    binaryStreamMethods,
    classFunctions,
    evaluationFunctions,
    python2Functions,
  ]

  /// A method's declaration: its receiver is unpacked, and other values in its place are a TypeError.
  static func method<T: Object & ~Copyable>(
    _ declaration: String, _ documentation: String, example: String = "",
    on receiver: @escaping (borrowing Value) -> Unowned<T>?,
    body: @escaping (Context, Unowned<T>, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin(declaration, documentation, example: example) { (context, arguments) throws(Fault) in
      guard let object = receiver(arguments[0]) else {
        // Only here: at the start hundreds of methods are declared.
        let path = declaration.prefix { $0 != "(" }.split(separator: ".")
        let (type, name) = (path.first.map(String.init) ?? "", path.last.map(String.init) ?? "")
        throw Fault(
          .typeError, "descriptor '\(name)' for '\(type)' objects doesn't apply to a '\(arguments[0].typeName)' object")
      }
      return try body(context, object, arguments)
    }
  }

  /// A constant of a module, or another name of something: `math.pi`.
  static func constant(_ name: String, _ documentation: String, _ value: @escaping () -> Value) -> Builtin {
    Builtin(name, documentation) { (_, _) throws(Fault) in value() }
  }
}
