/// The types of the library that are written in Swift and are no part of the language's core. The raw value is the
/// type's name as Python shows it; builtins name it by its last part (`deque.append(self, x, /)`).
enum NativeType: String, CaseIterable {
  case deque = "collections.deque"
  case dequeIterator = "_collections._deque_iterator"
  case dequeReverseIterator = "_collections._deque_reverse_iterator"
  case count = "itertools.count"
  case cycle = "itertools.cycle"
  case repeated = "itertools.repeat"
  case accumulate = "itertools.accumulate"
  case chain = "itertools.chain"
  case compress = "itertools.compress"
  case dropWhile = "itertools.dropwhile"
  case takeWhile = "itertools.takewhile"
  case filterFalse = "itertools.filterfalse"
  case groupBy = "itertools.groupby"
  case grouper = "itertools._grouper"
  case groupState = "itertools._group_state"
  case islice = "itertools.islice"
  case pairwise = "itertools.pairwise"
  case starMap = "itertools.starmap"
  case tee = "itertools._tee"
  case teeData = "itertools._tee_dataobject"
  case zipLongest = "itertools.zip_longest"
  case product = "itertools.product"
  case permutations = "itertools.permutations"
  case combinations = "itertools.combinations"
  case combinationsWithReplacement = "itertools.combinations_with_replacement"
  case itemGetter = "operator.itemgetter"
  case attributeGetter = "operator.attrgetter"
  case methodCaller = "operator.methodcaller"
  case partial = "functools.partial"
  case keyWrapper = "functools.KeyWrapper"
  case cacheWrapper = "functools._lru_cache_wrapper"
  case union = "types.UnionType"
  case mappingProxy = "mappingproxy"
  case weakReference = "weakref.ReferenceType"
  case traceback, frame, code
  case csvReader = "_csv.reader"
  case csvWriter = "_csv.writer"
  case canvas = "_canvas.Canvas"
  case pullback = "_autograd.vjp"
  case random = "_random.Random"
  case randomSource = "_numpy_random.Source"
  case pattern = "re.Pattern"
  case match = "re.Match"
  case matchIterator = "callable_iterator"
  case catchWarnings = "warnings.catch_warnings"
  case warningMessage = "warnings.WarningMessage"
  case textIOWrapper = "_io.TextIOWrapper"
  case stringIO = "_io.StringIO"
  case bytesIO = "_io.BytesIO"
  case bufferedReader = "_io.BufferedReader"
  case bufferedWriter = "_io.BufferedWriter"
  case bufferedRandom = "_io.BufferedRandom"
  case fileIO = "_io.FileIO"
  case ioBase = "io.IOBase"
  case rawIOBase = "io.RawIOBase"
  case bufferedIOBase = "io.BufferedIOBase"
  case textIOBase = "io.TextIOBase"

  var name: String { rawValue }

  /// Whether its values are iterators.
  var iterates: Bool {
    switch self {
    case .dequeIterator, .dequeReverseIterator, .count, .cycle, .repeated, .accumulate, .chain, .compress, .dropWhile,
      .takeWhile, .filterFalse, .groupBy, .grouper, .islice, .pairwise, .starMap, .tee, .zipLongest, .product,
      .permutations, .combinations, .combinationsWithReplacement, .matchIterator:
      true
    default: false
    }
  }

  /// The type that this one derives from.
  var parent: NativeType? {
    switch self {
    case .textIOWrapper, .stringIO: .textIOBase
    case .bytesIO, .bufferedReader, .bufferedWriter, .bufferedRandom: .bufferedIOBase
    case .fileIO: .rawIOBase
    case .rawIOBase, .bufferedIOBase, .textIOBase: .ioBase
    default: nil
    }
  }

  /// Whether values of this type are also of the other.
  func inherits(from other: NativeType) -> Bool {
    var type: NativeType? = self
    while let current = type {
      if current == other { return true }
      type = current.parent
    }
    return false
  }

  /// The types by the last part of their names.
  static let named: [String: NativeType] = Dictionary(
    uniqueKeysWithValues: allCases.map { type in
      let parts = type.rawValue.utf8.split(separator: UInt8(ascii: "."))
      return (parts.last.map { String(Substring($0)) } ?? "", type)
    })
}

/// What a native object has inside: each type is a subclass, and overrides what its values can do. The machine's
/// operations ask it where a value of the core would be switched over; what it does not know it answers with nil.
class NativePayload {
  /// Shows the visitor every value that it owns.
  func traverse(_ visitor: inout Visitor) {}
  /// Drops every value that it owns.
  func clear() {}
  /// The next item of an iterator; nil at its end.
  func next(_ context: Context) throws(Fault) -> Value? { nil }
  /// Puts the next item of an iterator into a register, where nothing is called for that: true; false at its end; nil,
  /// and nothing has happened, where `next` has to say.
  func copyNext(to registers: Registers, _ register: Int) -> Bool? { nil }
  /// How many items a container of the library has; nil where its methods have to say.
  var quickCount: Int? { nil }
  /// The item at an index of a sequence of the library, counted from its end where negative; nil where its methods have
  /// to say.
  func quickItem(_ index: Int) -> Value? { nil }
  /// Calls it with the arguments in the window, which stay there; nil, and nothing has happened, where `call` has to.
  func quickCall(_ arguments: Registers, _ count: Int) -> Value? { nil }
  /// Does what is left to do when the process ends.
  func finish() {}
  /// Whether it is an iterator.
  var isIterator: Bool { false }
  /// Calls it with positional arguments and named ones.
  func call(
    _ context: Context, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    throw Fault(.typeError, "object is not callable")
  }
  var isCallable: Bool { false }
  /// Where a call is that of another callable with more arguments before: puts both into the callee's register and those
  /// behind it, the `count` arguments being moved up; how many there are more. 0, and nothing has happened, for others.
  func unfold(_ callee: Registers, _ count: Int) -> Int { 0 }
  /// The index, not negative, of the item that it gives of its argument; nil where it is called for something else.
  var itemIndex: Int? { nil }
  /// Whether a class's attribute of this kind is bound to the instances that it is taken from, as a function is.
  var bindsAsMethod: Bool { false }
  /// The attributes that a program has set on it, where it takes any.
  var attributeDictionary: Unowned<DictionaryObject>? { nil }
}

/// A value of a native type.
struct NativeObject: Object, ~Copyable {
  static var kind: Kind { .native }
  let type: NativeType
  let payload: NativePayload
  init(_ type: NativeType, _ payload: NativePayload) {
    self.type = type
    self.payload = payload
  }
  borrowing func traverse(_ visitor: inout Visitor) { payload.traverse(&visitor) }
  mutating func clear() { payload.clear() }
}

extension Value {
  /// What a native object, or an instance that extends one, has inside, where it is of that class.
  borrowing func nativePayload<T: NativePayload>(_: T.Type) -> T? {
    switch self {
    case .native(let r): r.value.payload as? T
    case .instance(let r): r.value.payload.asNative?.value.payload as? T
    default: nil
    }
  }
}
