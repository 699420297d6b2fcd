extension Builtin {
  /// Python's module `itertools`.
  static let itertools: [Builtin] = [
    .itertoolsCount, .itertoolsCycle, .itertoolsRepeat, .itertoolsAccumulate, .itertoolsChain, .chainFromIterable,
    .itertoolsCompress, .itertoolsDropWhile, .itertoolsTakeWhile, .itertoolsFilterFalse, .itertoolsGroupBy,
    .itertoolsSlice, .itertoolsPairwise, .itertoolsStarMap, .itertoolsTee, .itertoolsZipLongest, .itertoolsProduct,
    .itertoolsPermutations, .itertoolsCombinations, .itertoolsCombinationsWithReplacement, .countRepr, .repeatRepr,
    .repeatLengthHint, .teeCopy,
  ]

  static let itertoolsCount = Builtin(
    "itertools.count(start=0, step=1)", "The numbers from `start` on, without end.",
    example: "from itertools import *; list(islice(count(5, 2), 3))  # [5, 7, 9]", constructs: .native(.count)
  ) { (_, arguments) throws(Fault) in
    if !arguments[0].isAnyNumber || !arguments[1].isAnyNumber { throw Fault(.typeError, "a number is required") }
    return .native(Ref(NativeObject(.count, CountPayload(arguments[0].copy(), arguments[1].copy()))))
  }

  static let countRepr = Builtin("count.__repr__(self, /)", "`count(start, step)`.") {
    (context, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(CountPayload.self) else { return .string("") }
    let start = try context.repr(payload.current)
    if payload.step.asInt == 1 { return .string("count(\(start))") }
    return .string("count(\(start), \(try context.repr(payload.step)))")
  }

  static let itertoolsCycle = Builtin(
    "itertools.cycle(iterable, /)", "The items over and over again.",
    example: "from itertools import *; list(islice(cycle('ab'), 3))  # ['a', 'b', 'a']", constructs: .native(.cycle)
  ) { (context, arguments) throws(Fault) in
    .native(Ref(NativeObject(.cycle, CyclePayload(try context.iterators(arguments[0])))))
  }

  static let itertoolsRepeat = Builtin(
    "itertools.repeat(object, times=<no value>)", "An object over and over again, or so many times.",
    example: "from itertools import *; list(repeat(7, 2))  # [7, 7]", constructs: .native(.repeated)
  ) { (context, arguments) throws(Fault) in
    let times = arguments.isGiven(1) ? Swift.max(try context.integer(arguments[1]), 0) : -1
    return .native(Ref(NativeObject(.repeated, RepeatPayload(arguments[0], times))))
  }

  static let repeatRepr = Builtin("repeat.__repr__(self, /)", "`repeat(object, times)`.") {
    (context, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(RepeatPayload.self) else { return .string("") }
    let item = try context.repr(payload.value(0))
    return .string(payload.left < 0 ? "repeat(\(item))" : "repeat(\(item), \(payload.left))")
  }

  static let repeatLengthHint = Builtin("repeat.__length_hint__(self, /)", "How many times are left.") {
    (_, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(RepeatPayload.self), payload.left >= 0 else {
      throw Fault(.typeError, "len() of unsized object")
    }
    return .int(payload.left)
  }

  static let itertoolsAccumulate = Builtin(
    "itertools.accumulate(iterable, func=None, *, initial=None)", "The sums so far, or what `func` makes of them.",
    example: "from itertools import *; list(accumulate([1, 2, 3]))  # [1, 3, 6]", constructs: .native(.accumulate)
  ) { (context, arguments) throws(Fault) in
    let payload = AccumulatePayload(
      try context.iterators(arguments[0], and: arguments[1]), initial: arguments[2].copy())
    return .native(Ref(NativeObject(.accumulate, payload)))
  }

  static let itertoolsChain = Builtin(
    "itertools.chain(*iterables)", "The items of the first iterable, then of the next.",
    example: "from itertools import *; list(chain('ab', [1]))  # ['a', 'b', 1]", constructs: .native(.chain)
  ) { (context, arguments) throws(Fault) in
    .native(Ref(NativeObject(.chain, ChainPayload(try context.iterators(arguments[0])))))
  }

  static let chainFromIterable = Builtin(
    "chain.from_iterable(iterable, /)", "`chain` of the items of one iterable.",
    example: "from itertools import *; list(chain.from_iterable(['ab', [1]]))  # ['a', 'b', 1]"
  ) { (context, arguments) throws(Fault) in
    .native(Ref(NativeObject(.chain, ChainPayload(try context.iterators(arguments[0])))))
  }

  static let itertoolsCompress = Builtin(
    "itertools.compress(data, selectors)", "The items whose selector is true.",
    example: "from itertools import *; list(compress('abc', [1, 0, 1]))  # ['a', 'c']", constructs: .native(.compress)
  ) { (context, arguments) throws(Fault) in
    var iterators = try context.iterators(arguments[0])
    iterators.append(try context.iterate(arguments[1]))
    return .native(Ref(NativeObject(.compress, CompressPayload(iterators))))
  }

  private static func predicate(
    _ name: String, _ documentation: String, _ example: String, _ type: NativeType, _ form: PredicatePayload.Form
  ) -> Builtin {
    Builtin(
      "itertools.\(name)", documentation, example: "from itertools import *; " + example, constructs: .native(type)
    ) { (context, arguments) throws(Fault) in
      let payload = PredicatePayload(form, try context.iterators(arguments[1], and: arguments[0]))
      return .native(Ref(NativeObject(type, payload)))
    }
  }

  static let itertoolsDropWhile = predicate(
    "dropwhile(predicate, iterable, /)", "The items from the first on for which the predicate is false.",
    "list(dropwhile(lambda x: x < 2, [1, 2, 1]))  # [2, 1]", .dropWhile, .dropWhile)

  static let itertoolsTakeWhile = predicate(
    "takewhile(predicate, iterable, /)", "The items before the first for which the predicate is false.",
    "list(takewhile(lambda x: x < 2, [1, 2, 1]))  # [1]", .takeWhile, .takeWhile)

  static let itertoolsFilterFalse = predicate(
    "filterfalse(function, iterable, /)", "The items for which the function is false.",
    "list(filterfalse(None, [0, 1]))  # [0]", .filterFalse, .filterFalse)

  static let itertoolsGroupBy = Builtin(
    "itertools.groupby(iterable, key=None)", "Runs of items with equal keys: pairs of key and iterator.",
    example: "from itertools import *; [(k, len(list(g))) for k, g in groupby('aab')]  # [('a', 2), ('b', 1)]",
    constructs: .native(.groupBy)
  ) { (context, arguments) throws(Fault) in
    let payload = GroupByPayload(iteratorAndKey: try context.iterators(arguments[0], and: arguments[1]))
    return .native(Ref(NativeObject(.groupBy, payload)))
  }

  static let itertoolsSlice = Builtin(
    "itertools.islice(iterable, /, *args)", "Items by their positions: `stop`, or `start, stop[, step]`.",
    example: "from itertools import *; list(islice('abcdef', 1, 5, 2))  # ['b', 'd']", constructs: .native(.islice)
  ) { (context, arguments) throws(Fault) in
    let (start, stop, step) = try context.sliceBounds(arguments)
    let payload = SlicePayload(try context.iterators(arguments[0]), start, stop, step)
    return .native(Ref(NativeObject(.islice, payload)))
  }

  static let itertoolsPairwise = Builtin(
    "itertools.pairwise(iterable, /)", "Each item with the one that follows it.",
    example: "from itertools import *; list(pairwise('abc'))  # [('a', 'b'), ('b', 'c')]",
    constructs: .native(.pairwise)
  ) { (context, arguments) throws(Fault) in
    .native(Ref(NativeObject(.pairwise, PairwisePayload(try context.iterators(arguments[0])))))
  }

  static let itertoolsStarMap = Builtin(
    "itertools.starmap(function, iterable, /)", "The results of the function on tuples of arguments.",
    example: "from itertools import *; list(starmap(pow, [(2, 3)]))  # [8]", constructs: .native(.starMap)
  ) { (context, arguments) throws(Fault) in
    .native(Ref(NativeObject(.starMap, StarMapPayload(try context.iterators(arguments[1], and: arguments[0])))))
  }

  static let itertoolsTee = Builtin(
    "itertools.tee(iterable, n=2, /)", "Several iterators over the items of one.",
    example: "from itertools import *; [list(t) for t in tee('ab')]  # [['a', 'b'], ['a', 'b']]"
  ) { (context, arguments) throws(Fault) in
    let count = try context.integer(arguments[1])
    if count < 0 { throw Fault(.valueError, "n must be >= 0") }
    if count > Context.longestList { throw Fault(.memoryError, "") }
    var readers = ValueList(capacity: count)
    if count == 0 { return .tuple(readers) }
    let iterator = try context.iterate(arguments[0])
    let first: TeePayload
    if let payload = iterator.nativePayload(TeePayload.self) {
      first = payload
      readers.append(iterator.copy())
    } else {
      first = TeePayload(.native(Ref(NativeObject(.teeData, TeeDataPayload(iterator.copy())))))
      readers.append(.native(Ref(NativeObject(.tee, first))))
    }
    while readers.count < count { readers.append(first.split()) }
    return .tuple(readers)
  }

  static let teeCopy = Builtin("_tee.__copy__(self, /)", "Another iterator at the same place.") {
    (_, arguments) throws(Fault) in
    arguments[0].nativePayload(TeePayload.self)?.split() ?? .nothing
  }

  static let itertoolsZipLongest = Builtin(
    "itertools.zip_longest(*iterables, fillvalue=None)", "Tuples of one item of each, until the longest ends.",
    example: "from itertools import *; list(zip_longest('ab', [1]))  # [('a', 1), ('b', None)]",
    constructs: .native(.zipLongest)
  ) { (context, arguments) throws(Fault) in
    var iterators = ValueList()
    if let iterables = arguments.variadic(0)?.owned() {
      for index in 0..<iterables.value.items.count {
        iterators.append(try context.iterate(iterables.value.items[index]))
      }
    }
    return .native(Ref(NativeObject(.zipLongest, LongestPayload(iterators: iterators, fill: arguments[1]))))
  }
}

extension Context {
  /// An iterator over a value, and perhaps another value as it is.
  fileprivate func iterators(_ iterable: borrowing Value) throws(Fault) -> ValueList {
    var values = ValueList(capacity: 1)
    values.append(try iterate(iterable))
    return values
  }

  fileprivate func iterators(_ iterable: borrowing Value, and other: borrowing Value) throws(Fault) -> ValueList {
    var values = try iterators(iterable)
    values.append(other.copy())
    return values
  }

  /// Start, stop (negative: none) and step of an `islice`.
  fileprivate func sliceBounds(_ arguments: Registers) throws(Fault) -> (Int, Int, Int) {
    guard let bounds = arguments.variadic(1)?.owned() else { return (0, -1, 1) }
    let count = bounds.value.items.count
    if count == 0 { throw Fault(.typeError, "islice expected at least 2 arguments, got 1") }
    if count > 3 { throw Fault(.typeError, "islice expected at most 4 arguments, got \(count + 1)") }
    if count == 1 { return (0, try sliceStop(bounds.value.items[0]), 1) }
    let start = try sliceStart(bounds.value.items[0])
    let stop = try sliceStop(bounds.value.items[1])
    if count == 2 || bounds.value.items[2].isNone { return (start, stop, 1) }
    guard let step = try indexInteger(bounds.value.items[2]), step > 0 else {
      throw Fault(.valueError, "Step for islice() must be a positive integer or None.")
    }
    return (start, stop, step)
  }

  private func sliceStart(_ value: borrowing Value) throws(Fault) -> Int {
    if value.isNone { return 0 }
    guard let start = try indexInteger(value), start >= 0 else {
      throw Fault(.valueError, "Indices" + Context.sliceRule)
    }
    return start
  }

  /// -1 where there is none.
  private func sliceStop(_ value: borrowing Value) throws(Fault) -> Int {
    if value.isNone { return -1 }
    guard let stop = try indexInteger(value), stop != -1 else {
      throw Fault(.valueError, "Stop argument" + Context.sliceRule)
    }
    if stop < 0 { throw Fault(.valueError, "Indices" + Context.sliceRule) }
    return stop
  }

  private static let sliceRule = " for islice() must be None or an integer: 0 <= x <= sys.maxsize."
}

extension Value {
  /// Whether `count` takes the value.
  fileprivate var isAnyNumber: Bool {
    borrowing get { number != nil || asScalar != nil || asComplex != nil || asInstance != nil }
  }
}
