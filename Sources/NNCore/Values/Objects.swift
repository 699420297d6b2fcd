import NNIntegers

/// An `int` beyond 64 bits.
struct BigIntegerObject: Object, ~Copyable {
  static var kind: Kind { .bigInteger }
  let value: BigInteger
  init(_ value: BigInteger) { self.value = value }
}

/// `slice(start, stop, step)`; its parts are plain values or big integers.
struct SliceObject: Object, ~Copyable {
  static var kind: Kind { .slice }
  let start: Value
  let stop: Value
  let step: Value
  init(_ start: consuming Value, _ stop: consuming Value, _ step: consuming Value) {
    self.start = start
    self.stop = stop
    self.step = step
  }
}

/// `range(start, stop, step)`; the step is not 0.
struct RangeObject: Object, ~Copyable {
  static var kind: Kind { .range }
  let start: Int
  let stop: Int
  let step: Int
  /// The number of elements; of a wide range the largest index at the most.
  let count: Int
  /// What the range is where that does not fit 64 bits; start, stop and step then say nothing.
  let wide: WideRange?

  init(_ wide: WideRange) {
    (start, stop, step) = (0, 0, 1)
    count = Int(clamping: wide.count)
    self.wide = wide
  }

  init(_ start: Int, _ stop: Int, _ step: Int) {
    wide = nil
    self.start = start
    self.stop = stop
    self.step = step
    let isEmpty = step > 0 ? start >= stop : start <= stop
    if isEmpty {
      count = 0
    } else {
      let span =
        step > 0 ? UInt(bitPattern: stop) &- UInt(bitPattern: start) : UInt(bitPattern: start) &- UInt(bitPattern: stop)
      count = Int(clamping: (span - 1) / step.magnitude + 1)
    }
  }

  /// The element at a valid index.
  @inline(__always) subscript(index: Int) -> Int { start &+ index &* step }
}

/// A tuple: its items never change once it is seen by a program.
struct TupleObject: Object, ~Copyable {
  static var kind: Kind { .tuple }
  var items: ValueList
  init(_ items: consuming ValueList) { self.items = items }
  borrowing func traverse(_ visitor: inout Visitor) { visitor.visit(items) }
  mutating func clear() { items.removeAll() }
}

/// A list.
struct ListObject: Object, ~Copyable {
  static var kind: Kind { .list }
  var items: ValueList
  init(_ items: consuming ValueList) { self.items = items }
  borrowing func traverse(_ visitor: inout Visitor) { visitor.visit(items) }
  mutating func clear() { items.removeAll() }
}

/// `d.keys()`, `d.values()` or `d.items()`: it sees every later change of its dictionary.
struct ViewObject: Object, ~Copyable {
  static var kind: Kind { .view }
  enum Mode: String { case keys, values, items }
  let mode: Mode
  /// Whether it is of an `OrderedDict`, which its text says.
  let isOrdered: Bool
  var dictionary: Value
  init(_ mode: Mode, _ dictionary: consuming Value, isOrdered: Bool = false) {
    self.mode = mode
    self.isOrdered = isOrdered
    self.dictionary = dictionary
  }
  borrowing func traverse(_ visitor: inout Visitor) { visitor.visit(dictionary) }
  mutating func clear() { dictionary = .nothing }
}

/// An iterator of any sort: what it goes through and how far it has come.
struct IteratorObject: Object, ~Copyable {
  static var kind: Kind { .iterator }

  /// What `next` does.
  enum Mode {
    /// The items of a list, tuple, string, range or array, from `position` on.
    case sequence
    case reversed
    case keys, values, items
    /// The keys of a set.
    case set
    /// `(position, item)` of the one source.
    case enumerate
    /// A tuple of one item each.
    case zip(strict: Bool)
    /// The function, the first source, applied to one item each of the others.
    case map
    /// The items of the second source for which the first is true.
    case filter
    /// What the first source, a function, returns until that equals the second.
    case callable
  }

  let mode: Mode
  var position: Int
  /// What to go through: a sequence, a dictionary, or iterators (after the function of `map` and `filter`).
  var sources: ValueList
  /// The size of a dictionary when the iteration began.
  let expectedCount: Int
  /// Whether the sources of `zip` and `enumerate` are lists, tuples, strings or ranges themselves, not iterators: the
  /// position is that in all of them (of `enumerate` less where the count began, which is the expected count).
  let isDirect: Bool
  var isExhausted = false
  /// The last tuple that it gave, which is filled anew where nobody holds it any more; unbound at the start, None once
  /// that did not work.
  private var lastTuple = Value.unbound

  init(
    _ mode: Mode, _ sources: consuming ValueList, position: Int = 0, expectedCount: Int = 0, isDirect: Bool = false
  ) {
    self.mode = mode
    self.isDirect = isDirect
    self.sources = sources
    self.position = position
    self.expectedCount = expectedCount
  }

  /// The iterator's type.
  var iteratorKind: IteratorKind {
    switch mode {
    case .sequence:
      if sources.isEmpty { return .array }
      switch sources[0] {
      case .list: return .list
      case .tuple: return .tuple
      case .string(let r): return r.value.isASCII ? .asciiString : .string
      case .range: return .range
      case .bytes(let r): return r.value.isMutable ? .bytearray : .bytes
      default: return .array
      }
    case .reversed:
      if !sources.isEmpty, sources[0].asList != nil { return .listReversed }
      return !sources.isEmpty && sources[0].asRange != nil ? .range : .reversed
    case .keys: return .keys
    case .values: return .values
    case .items: return .items
    case .set: return .set
    case .enumerate: return .enumerate
    case .zip: return .zip
    case .map: return .map
    case .filter: return .filter
    case .callable: return .callable
    }
  }

  /// A pair to give.
  mutating func pair(_ first: consuming Value, _ second: consuming Value) -> Value {
    if let tuple = reusableTuple() {
      _ = tuple.value.items[0].exchange(first)
      _ = tuple.value.items[1].exchange(second)
      tuple.object.track()  // what it had before may have been no containers
      return .tuple(tuple.owned())
    }
    return remember(.tuple(first, second))
  }

  /// A tuple to give.
  mutating func tuple(_ items: consuming ValueList) -> Value {
    if let tuple = reusableTuple() {
      swap(&items, &tuple.value.items)
      return .tuple(tuple.owned())
    }
    return remember(.tuple(items))
  }

  private mutating func remember(_ tuple: consuming Value) -> Value {
    if lastTuple.isUnbound { lastTuple = tuple.copy() }
    return tuple
  }

  private mutating func reusableTuple() -> Unowned<TupleObject>? {
    switch lastTuple {
    case .tuple(let tuple):
      if tuple.isUnique { return tuple.unowned }
      break
    default: return nil
    }
    lastTuple = .nothing
    return nil
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    visitor.visit(sources)
    visitor.visit(lastTuple)
  }
  mutating func clear() {
    sources.removeAll()
    lastTuple = .nothing
    isExhausted = true
  }
}

/// A variable that functions share.
struct Cell: Object, ~Copyable {
  static var kind: Kind { .cell }
  var content: Value
  init(_ content: consuming Value) { self.content = content }
  borrowing func traverse(_ visitor: inout Visitor) { visitor.visit(content) }
  mutating func clear() { content = .nothing }
}

/// A method with its receiver: `x.append`.
struct BoundMethod: Object, ~Copyable {
  static var kind: Kind { .boundMethod }
  var receiver: Value
  var function: Value
  init(_ receiver: consuming Value, _ function: consuming Value) {
    self.receiver = receiver
    self.function = function
  }
  borrowing func traverse(_ visitor: inout Visitor) {
    visitor.visit(receiver)
    visitor.visit(function)
  }
  mutating func clear() {
    receiver = .nothing
    function = .nothing
  }
}
