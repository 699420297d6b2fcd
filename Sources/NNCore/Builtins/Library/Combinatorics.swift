extension Builtin {
  static let itertoolsProduct = Builtin(
    "itertools.product(*iterables, repeat=1)", "Tuples of one item of each, the last changing fastest.",
    example: "from itertools import *; list(product('ab', [1, 2]))[:3]  # [('a', 1), ('a', 2), ('b', 1)]",
    constructs: .native(.product)
  ) { (context, arguments) throws(Fault) in
    let times = try context.integer(arguments[1])
    if times < 0 { throw Fault(.valueError, "repeat argument cannot be negative") }
    var pool = ValueList()
    var (starts, counts): ([Int], [Int]) = ([], [])
    if let iterables = arguments.variadic(0)?.owned() {
      for index in 0..<iterables.value.items.count {
        let items = try context.items(iterables.value.items[index])
        starts.append(pool.count)
        counts.append(items.count)
        for item in 0..<items.count { pool.append(items[item].copy()) }
      }
    }
    if starts.isEmpty { return .native(Ref(NativeObject(.product, ProductPayload(pool, starts: [], counts: [])))) }
    if starts.count.multipliedReportingOverflow(by: times).partialValue > 1 << 20 || times > 1 << 20 {
      throw Fault(.overflowError, "repeat argument too large")
    }
    let payload = ProductPayload(
      pool, starts: (0..<times).flatMap { _ in starts }, counts: (0..<times).flatMap { _ in counts })
    return .native(Ref(NativeObject(.product, payload)))
  }

  static let itertoolsPermutations = Builtin(
    "itertools.permutations(iterable, r=None)", "The orders of `r` of the items, or of all.",
    example: "from itertools import *; list(permutations('abc', 2))[:2]  # [('a', 'b'), ('a', 'c')]",
    constructs: .native(.permutations)
  ) { (context, arguments) throws(Fault) in
    let pool = try context.items(arguments[0])
    if !arguments[1].isNone, arguments[1].asInt == nil, arguments[1].asBool == nil {
      throw Fault(.typeError, "Expected int as r")
    }
    let length = arguments[1].isNone ? pool.count : try context.selectionLength(arguments[1])
    return .native(Ref(NativeObject(.permutations, PermutationPayload(pool, length: length))))
  }

  static let itertoolsCombinations = Builtin(
    "itertools.combinations(iterable, r)", "The choices of `r` of the items, in their order.",
    example: "from itertools import *; list(combinations('abc', 2))  # [('a', 'b'), ('a', 'c'), ('b', 'c')]",
    constructs: .native(.combinations)
  ) { (context, arguments) throws(Fault) in
    let pool = try context.items(arguments[0])
    let length = try context.selectionLength(arguments[1])
    return .native(Ref(NativeObject(.combinations, CombinationPayload(pool, length: length, repeats: false))))
  }

  static let itertoolsCombinationsWithReplacement = Builtin(
    "itertools.combinations_with_replacement(iterable, r)", "The choices of `r` of the items, each perhaps repeated.",
    example: "from itertools import *; list(combinations_with_replacement('ab', 2))[:2]  # [('a', 'a'), ('a', 'b')]",
    constructs: .native(.combinationsWithReplacement)
  ) { (context, arguments) throws(Fault) in
    let pool = try context.items(arguments[0])
    let length = try context.selectionLength(arguments[1])
    let payload = CombinationPayload(pool, length: length, repeats: true)
    return .native(Ref(NativeObject(.combinationsWithReplacement, payload)))
  }
}

extension Context {
  /// How many items a choice has.
  fileprivate func selectionLength(_ value: borrowing Value) throws(Fault) -> Int {
    let length = try integer(value)
    if length < 0 { throw Fault(.valueError, "r must be non-negative") }
    if length > Context.longestList { throw Fault(.memoryError, "") }
    return length
  }
}
