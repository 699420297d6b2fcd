/// Builtins that are made known together, when one of their modules or types is first asked for.
struct BuiltinFamily {
  /// The modules and types that stand before the dot in the declarations.
  let owners: [String]
  let builtins: () -> [Builtin]

  private init(_ owners: String, _ builtins: @escaping () -> [Builtin]) {
    self.owners = owners.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    self.builtins = builtins
  }

  /// What is made known at the start: names that need no import, types, and what every program has to do with.
  static var first: [Builtin] {
    [
      Builtin.streamFunctions, Builtin.fileOpening, Builtin.iterationFunctions, Builtin.foldFunctions,
      Builtin.orderFunctions, Builtin.numberTypes, Builtin.numberFunctions, Builtin.complexType, Builtin.textTypes,
      Builtin.bytesTypes, Builtin.containerTypes, Builtin.setTypes, Builtin.inspectionFunctions,
      Builtin.attributeFunctions, Builtin.namespaceFunctions, Builtin.classFunctions, Builtin.evaluationFunctions,
      Builtin.importFunctions, Builtin.exceptionMembers, Builtin.python2Names, Builtin.sessionModule,
      Builtin.systemModule,
    ].flatMap { $0 }
  }

  /// All others of Python's.
  static let python: [BuiltinFamily] = [
    BuiltinFamily("str") {
      Builtin.stringMethods + Builtin.stringSearchMethods + Builtin.stringSplitMethods + Builtin.stringTests
    },
    BuiltinFamily("list tuple range slice") { Builtin.listMethods + Builtin.sequenceMethods },
    BuiltinFamily("dict") { Builtin.dictionaryMethods },
    BuiltinFamily("set frozenset dict_view") { Builtin.setMethods },
    BuiltinFamily("int float bool") { Builtin.numberMethods + Builtin.integerBytes },
    BuiltinFamily("bytes bytearray") { Builtin.bytesMethods },
    BuiltinFamily("generator iterator") { Builtin.generatorMethods + Builtin.iteratorMethods },
    BuiltinFamily("frame traceback") { Builtin.tracebackAttributes },
    BuiltinFamily("_types mappingproxy") { Builtin.mappingProxy },
    BuiltinFamily("io StringIO TextIOWrapper BytesIO BufferedReader BufferedWriter BufferedRandom FileIO") {
      Builtin.ioModule + Builtin.textStreamMethods + Builtin.binaryStreamMethods
    },
    BuiltinFamily("posix") { Builtin.posixModule },
    BuiltinFamily("time _datetime") { Builtin.calendarFunctions + Builtin.timeModule },
    BuiltinFamily("gc errno atexit platform") { Builtin.smallModules },
    BuiltinFamily("warnings catch_warnings WarningMessage") { Builtin.warningsModule },
    BuiltinFamily("math") { Builtin.mathFunctions + Builtin.mathIntegers + Builtin.mathSums },
    BuiltinFamily("re Pattern Match") { Builtin.regexModule + Builtin.patternMethods + Builtin.matchMethods },
    BuiltinFamily("_unicode") { Builtin.unicodeModule },
    BuiltinFamily("itertools chain count repeat _tee") { Builtin.itertools },
    BuiltinFamily("_operator attrgetter itemgetter methodcaller") { Builtin.operatorFunctions },
    BuiltinFamily("_functools partial _lru_cache_wrapper KeyWrapper") { Builtin.functoolsModule },
    BuiltinFamily("_weakref ReferenceType") { Builtin.weakrefModule },
    BuiltinFamily("_collections deque") { Builtin.dequeMethods + Builtin.countFunctions },
    BuiltinFamily("_heapq") { Builtin.heapFunctions },
    BuiltinFamily("_bisect") { Builtin.bisectFunctions },
    BuiltinFamily("_copy") { Builtin.copyFunctions },
    BuiltinFamily("_decimal") { Builtin.decimalFunctions },
    BuiltinFamily("_digest") { Builtin.digestFunctions },
    BuiltinFamily("_struct") { Builtin.structFunctions },
    BuiltinFamily("_csv reader writer") { Builtin.csvModule },
    BuiltinFamily("_dataclasses") { Builtin.dataclassesModule },
    BuiltinFamily("_json") { Builtin.jsonModule },
    BuiltinFamily("_random Random") { Builtin.randomGenerator + Builtin.randomDraws },
    BuiltinFamily("_canvas Canvas") { Builtin.canvasModule + Builtin.canvasMethods + Builtin.canvasGeometry },
    BuiltinFamily("_autograd") { Builtin.gradientFunctions },
    BuiltinFamily("_python2") { Builtin.python2Functions },
    BuiltinFamily("_linalg") { Builtin.linearAlgebraRoutines },
    BuiltinFamily("_npy") { Builtin.arrayFileParts },
    BuiltinFamily("_fourier") { Builtin.fourierRoutines },
    BuiltinFamily("numpy numpy.exceptions numpy._core._exceptions") { Builtin.numpyExceptionTypes },
    BuiltinFamily("_reference") { Builtin.referenceTable },
  ]

  /// NumPy's, but for its exception classes, and autograd's other names of its modules.
  static let numpy = BuiltinFamily(
    "numpy numpy.random numpy.lib.stride_tricks _numpy_random _numpy_state"
      + " autograd.numpy autograd.numpy.random autograd.numpy.linalg ndarray generic dtype ufunc Source"
  ) {
    [
      Builtin.ufuncs, Builtin.creation, Builtin.numberRanges, Builtin.dtypes, Builtin.arrayProperties,
      Builtin.arrayMethods, Builtin.arrayClassMethods, Builtin.shapes, Builtin.joining, Builtin.rearranging,
      Builtin.reductions, Builtin.statistics, Builtin.percentiles, Builtin.products, Builtin.arrayBytes,
      Builtin.selections, Builtin.sortings, Builtin.histograms, Builtin.comparisons, Builtin.ufuncMembers,
      Builtin.dtypeAttributes, Builtin.moreArrayMethods, Builtin.series, Builtin.printing, Builtin.randomNumbers,
      Builtin.randomIntegers, Builtin.floatErrorState, Builtin.strideTricks, Builtin.floatTexts,
      Builtin.randomSources, Builtin.randomSourceStates, Builtin.arrayMemory,
    ].flatMap { $0 }
  }
}
