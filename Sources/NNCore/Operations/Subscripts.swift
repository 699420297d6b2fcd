import NNIntegers

extension BuiltinType {
  /// Whether the type may be written with arguments, as `list[int]`.
  fileprivate var takesArguments: Bool {
    switch self {
    case .type, .tuple, .list, .dictionary, .set, .frozenset, .iterator(.enumerate), .array, .dtype: true
    case .native(.deque), .native(.partial), .native(.pattern), .native(.match), .native(.chain): true
    case .native(.weakReference), .exception(.baseExceptionGroup), .exception(.exceptionGroup): true
    default: false
    }
  }
}

extension Context {
  /// `value[key]`.
  func item(_ value: borrowing Value, at key: borrowing Value) throws(Fault) -> Value {
    switch value {
    case .list(let r):
      if let slice = try bounds(key, r.value.items.count) { return .list(select(r.value.items, slice)) }
      return r.value.items[try index(key, r.value.items.count, "list")].copy()
    case .tuple(let r):
      if let slice = try bounds(key, r.value.items.count) { return .tuple(select(r.value.items, slice)) }
      return r.value.items[try index(key, r.value.items.count, "tuple")].copy()
    case .string(let r):
      if let slice = try bounds(key, r.value.count) { return select(r.unowned, slice) }
      return .character(r.value[try index(key, r.value.count, "string")])
    case .dictionary(let r): return try get(r.unowned, key)
    case .bytes(let r): return try bytesItem(r.unowned, at: key)
    case .range(let r):
      if let wide = r.value.wide { return try item(of: wide, at: key) }
      if let slice = key.asSlice { return try select(r.unowned, try self.slice(slice)) }
      if key.asBigInteger != nil { throw Fault(.indexError, "range object index out of range") }
      return .int(r.value[try index(key, r.value.count, "range object")])
    case .array(let r): return try arraySubscript(r.unowned, key)
    case .number(let scalar): return try scalarSubscript(scalar.element, key)
    case .wide(let r):
      if let record = value.asRecord { return .result(try recordField(record.value, key)) }
      return try scalarSubscript(r.value.element, key)
    case .dtype(let dtype):
      if let place = key.asInt, key.asBool == nil, let fields = RecordTypes.fields(dtype.type) {
        let index = place < 0 ? place + fields.count : place
        guard index >= 0, index < fields.count else {
          throw Fault(.indexError, "Field index \(place) out of range.")
        }
        return .dtype(DType(try RecordTypes.type(fields[index].type, shape: fields[index].shape)))
      }
      if let name = key.asString,
        let field = RecordTypes.fields(dtype.type)?.first(where: { $0.name == name.value.text.string })
      {
        return .dtype(DType(try RecordTypes.type(field.type, shape: field.shape)))
      }
      throw Fault(.keyError, "There are no fields in dtype \(dtype.name).")
    case .module(let r): return try moduleItem(r.unowned, key)
    case .type(let type): return try parameterized(.type(type), of: type, type.name, key)
    case .classObject(let r): return try classItem(r.unowned, key)
    default:
      if let result = try callSpecial(.getItemMethod, of: value, key) { return result }
      if let payload = value.payload { return try payloadItem(value, payload, key) }
      let hint = value.listHint
      throw Fault(.typeError, "'\(value.typeName)' object is not subscriptable", hint: hint)
    }
  }

  /// `list[int]`: an alias of a type, or of a class that extends it, with its arguments.
  private func parameterized(
    _ type: consuming Value, of base: BuiltinType, _ name: @autoclosure () -> String, _ key: borrowing Value
  ) throws(Fault) -> Value {
    guard base.takesArguments, let member = lazyMembers["_generic.GenericAlias"] else {
      throw Fault(.typeError, "type '\(name())' is not subscriptable")
    }
    return try call(try member.make(self), type, key.copy())
  }

  /// `C[key]`: what the metaclass's `__getitem__` or the class's `__class_getitem__` gives.
  private func classItem(_ type: Unowned<ClassObject>, _ key: borrowing Value) throws(Fault) -> Value {
    let value = Value.classObject(type.owned())
    if let result = try callSpecial(.getItemMethod, of: value, key) { return result }
    if let member = userMember(.classGetItemMethod, in: type) {
      let method = member.value
      let function = try bindToType(method, of: value)
      return try call(function, key.copy())
    }
    return try parameterized(value, of: type.value.base, type.value.name.name, key)
  }

  /// An item of the builtin value that an instance extends; of a dictionary perhaps what `__missing__` gives.
  func payloadItem(
    _ value: borrowing Value, _ payload: borrowing Value, _ key: borrowing Value
  ) throws(Fault) -> Value {
    if let dictionary = payload.asDictionary, hasSpecial(.missingMethod, value) {
      if let entry = try find(dictionary, key) { return dictionary.value.table.entries[entry].value.copy() }
      if let result = try callSpecial(.missingMethod, of: value, key) { return result }
    }
    do throws(Fault) { return try classed(try item(payload, at: key), like: value) } catch { throw error.naming(value) }
  }

  /// `module[key]`: what its subscription gives, a placeholder of a placeholder.
  private func moduleItem(_ module: Unowned<ModuleObject>, _ key: borrowing Value) throws(Fault) -> Value {
    if let builtin = module.value.subscription {
      var window = ValueList(capacity: 1)
      window.append(key.copy())
      guard let registers = window.registers else { return .nothing }
      return try builtin.body(self, registers)
    }
    if module.value.acceptsAnyAttribute { return .module(module.owned()) }
    throw Fault(.typeError, "'module' object is not subscriptable")
  }

  /// `value[key] = new`.
  func setItem(_ value: borrowing Value, at key: borrowing Value, to new: borrowing Value) throws(Fault) {
    switch value {
    case .list(let r):
      if case .slice = key.builtinType { return try assign(r.unowned, key, new) }
      let index = try index(key, r.value.items.count, "list", what: "list assignment index out of range")
      r.value.items[index] = new.copy()
    case .dictionary(let r): try set(r.unowned, key, new.copy())
    case .bytes(let r): try setBytesItem(r.unowned, at: key, to: new)
    case .array(let r): try setArraySubscript(r.unowned, key, new)
    case .wide where value.asRecord != nil:
      guard let record = value.asRecord else { return }
      let view = Ref(try recordField(record.value, key))
      try setArraySubscript(view.unowned, .special(.ellipsis), new)
    case .module(let r) where r.value.acceptsAnyAttribute: break
    default:
      if try callSpecial(.setItemMethod, of: value, key, new) != nil { return }
      if let payload = value.payload {
        do throws(Fault) { return try setItem(payload, at: key, to: new) } catch { throw error.naming(value) }
      }
      throw Fault(.typeError, "'\(value.typeName)' object does not support item assignment")
    }
  }

  /// `del value[key]`.
  func deleteItem(_ value: borrowing Value, at key: borrowing Value) throws(Fault) {
    switch value {
    case .list(let r):
      if let slice = try bounds(key, r.value.items.count) { return delete(r.unowned, slice) }
      _ = r.value.items.remove(
        at: try index(key, r.value.items.count, "list", what: "list assignment index out of range"))
    case .dictionary(let r):
      let removed = try remove(r.unowned, key)
      if removed == nil { throw Fault.missingKey(key) }
    case .bytes(let r): try deleteBytesItem(r.unowned, at: key)
    case .array: throw Fault(.valueError, "cannot delete array elements")
    default:
      if try callSpecial(.deleteItemMethod, of: value, key) != nil { return }
      if let payload = value.payload {
        do throws(Fault) { return try deleteItem(payload, at: key) } catch { throw error.naming(value) }
      }
      let isSequence = value.asString != nil || value.asTuple != nil || value.asRange != nil || value.asSet != nil
      let isIndexed = isSequence ? try indexInteger(key) != nil : false
      throw Fault(
        .typeError,
        "'\(value.typeName)' object \(isIndexed || value.asInstance != nil ? "doesn't" : "does not") support item deletion"
      )
    }
  }

  // MARK: Indices

  /// An integer index counted from either end. TypeError and IndexError in the words of the kind of sequence.
  func index(_ key: borrowing Value, _ count: Int, _ kind: String, what: String? = nil) throws(Fault) -> Int {
    guard let integer = try indexInteger(key) else {
      let plural = kind == "range object" ? "range indices" : "\(kind) indices"
      let name = kind == "string" ? ", not '\(key.typeName)'" : " or slices, not \(key.typeName)"
      throw Fault(.typeError, "\(plural) must be integers\(name)")
    }
    let position = integer < 0 ? integer &+ count : integer
    guard position >= 0 && position < count else {
      throw Fault(.indexError, what ?? outOfRange(kind), length: count)
    }
    return position
  }

  /// The commonest as they stand, which takes no memory.
  private func outOfRange(_ kind: String) -> String {
    switch kind {
    case "list": "list index out of range"
    case "tuple": "tuple index out of range"
    default: "\(kind) index out of range"
    }
  }

  /// The integer behind `__index__`: `int`, `bool` and NumPy's integers; nil for anything else.
  /// Too large a one is an error of the given kind, which names its type where it gets no message.
  func indexInteger(
    _ value: borrowing Value, orRaise kind: ExceptionKind = .indexError, _ message: String? = nil
  ) throws(Fault) -> Int? {
    switch value {
    case .int(let value): return value
    case .bool(let value): return value ? 1 : 0
    case .bigInteger: throw Fault(kind, message ?? "cannot fit 'int' into an index-sized integer")
    case .number(let small):
      let scalar = small.element
      if scalar.type.isInteger {
        if scalar.type == .uint64 && scalar.bits > UInt64(Int.max) {
          throw Fault(.indexError, "cannot fit 'int' into an index-sized integer")
        }
        return scalar.asInt
      }
      return nil
    case .array(let r):
      guard r.value.rank == 0, r.value.type.isInteger else { return nil }
      return r.value.element(0).asInt
    default:
      if let integer = try specialIndex(value) {
        if integer.asBigInteger == nil { return try indexInteger(integer) }
        throw Fault(kind, message ?? "cannot fit '\(value.typeName)' into an index-sized integer")
      }
      if let payload = value.payload { return try indexInteger(payload, orRaise: kind, message) }
      return nil
    }
  }

  /// The first index, the step and the number of the elements that a slice names.
  typealias SliceBounds = (start: Int, step: Int, count: Int)

  /// The elements that a slice names in a sequence; nil when the key is no slice. ValueError for a step of 0.
  func bounds(_ key: borrowing Value, _ length: Int) throws(Fault) -> SliceBounds? {
    switch key {
    case .slice(let r): return try slice(r.unowned).resolved(length)
    default: return nil
    }
  }

  /// A plain slice of a list, tuple or string between two registers' ints or None; nil where that needs more.
  @inline(__always) func quickSlice(_ value: borrowing Value, _ parts: Registers) -> Value? {
    guard parts[0].isNone || parts[0].asInt != nil, parts[1].isNone || parts[1].asInt != nil else { return nil }
    if !parts[2].isNone { return steppedSlice(value, parts) }
    if let list = value.exactList {
      let range = Context.range(parts[0].asInt, parts[1].asInt, list.value.items.count)
      return .list(list.value.items.copies(range))
    }
    if let string = value.exactString {
      let range = Context.range(parts[0].asInt, parts[1].asInt, string.value.count)
      return range.isEmpty ? .emptyString : string.value.slice(range.lowerBound, range.upperBound)
    }
    guard let tuple = value.exactTuple else { return nil }
    let range = Context.range(parts[0].asInt, parts[1].asInt, tuple.value.items.count)
    return .tuple(tuple.value.items.copies(range))
  }

  /// The same with a step.
  @inline(never) private func steppedSlice(_ value: borrowing Value, _ parts: Registers) -> Value? {
    guard let step = parts[2].asInt, step != 0, step.magnitude < 1 << 31 else { return nil }
    let slice = Slice(parts[0].asInt, parts[1].asInt, step)
    if let list = value.exactList, let bounds = try? slice.resolved(list.value.items.count) {
      return .list(select(list.value.items, bounds))
    }
    if let tuple = value.exactTuple, let bounds = try? slice.resolved(tuple.value.items.count) {
      return .tuple(select(tuple.value.items, bounds))
    }
    return nil
  }

  @inline(__always) private static func range(_ start: Int?, _ stop: Int?, _ count: Int) -> Range<Int> {
    var (low, high) = (start ?? 0, stop ?? count)
    if low < 0 { low = max(low &+ count, 0) }
    if high < 0 { high &+= count }
    high = min(high, count)
    return low < high ? low..<high : 0..<0
  }

  /// A slice's parts as integers. TypeError where they are something else.
  func slice(_ slice: Unowned<SliceObject>) throws(Fault) -> Slice {
    Slice(
      try sliceInteger(slice.value.start), try sliceInteger(slice.value.stop), try sliceInteger(slice.value.step))
  }

  /// A slice's part: nil for None, big integers as the nearest end.
  func sliceInteger(_ value: borrowing Value) throws(Fault) -> Int? {
    if value.isNone { return nil }
    if let big = value.asBigInteger { return big.value.value.isNegative ? -(Int.max / 2) : Int.max / 2 }
    if value.asInstance == nil, let integer = try indexInteger(value) {
      return max(-(Int.max / 2), min(integer, Int.max / 2))
    }
    if let integer = try specialIndex(value) { return try sliceInteger(integer) }
    if let payload = value.payload { return try sliceInteger(payload) }
    throw Fault(.typeError, "slice indices must be integers or None or have an __index__ method")
  }

  // MARK: Slices of sequences

  private func select(_ items: borrowing ValueList, _ slice: SliceBounds) -> ValueList {
    if slice.step == 1 { return items.copies(slice.start..<slice.start + slice.count) }
    return items.copies(from: slice.start, step: slice.step, number: slice.count)
  }

  private func select(_ text: Unowned<StringObject>, _ slice: SliceBounds) -> Value {
    if slice.count == 0 { return .emptyString }
    if slice.step == 1 { return text.value.slice(slice.start, slice.start + slice.count) }
    var builder = TextBuilder(capacity: slice.count)
    for offset in 0..<slice.count { builder.append(codePoint: text.value[slice.start &+ offset &* slice.step]) }
    return builder.finish()
  }

  private func select(_ range: Unowned<RangeObject>, _ slice: Slice) throws(Fault) -> Value {
    let count = range.value.count
    let (first, step, _) = try slice.resolved(count)
    let (product, overflow) = range.value.step.multipliedReportingOverflow(by: step)
    // A step beyond 64 bits leaves one element at the most: the longest step there is leaves as many.
    let longest = (range.value.step < 0) == (step < 0) ? Int.max : -Int.max
    return .range(
      Ref(RangeObject(range.value[first], range.value[slice.end(count)], overflow ? longest : product)))
  }

  private func assign(
    _ list: Unowned<ListObject>, _ key: borrowing Value, _ new: borrowing Value
  ) throws(Fault) {
    let hasStep = key.asSlice.map { !$0.value.step.isNone && $0.value.step.asInt != 1 } ?? false
    let items = try self.items(
      new, orSay: hasStep ? "must assign iterable to extended slice" : "can only assign an iterable")
    // Only now: collecting the items may have changed the list.
    guard let slice = try bounds(key, list.value.items.count) else { return }
    if slice.step == 1 {
      list.value.items.replace(slice.start..<min(slice.start + slice.count, list.value.items.count), with: items)
      return
    }
    try assign(list, slice, items)
  }

  /// `item in container`.
  func contains(_ container: borrowing Value, _ item: borrowing Value) throws(Fault) -> Bool {
    if let dictionary = container.plainDictionary { return try find(dictionary, item) != nil }
    switch container {
    case .dictionary(let r): return try find(r.unowned, item) != nil
    case .string(let r):
      guard let part = item.asString else {
        throw Fault(.typeError, "'in <string>' requires string as left operand, not \(item.typeName)")
      }
      return r.value.find(part.value, from: 0, to: r.value.count) != nil
    case .range(let r):
      if let number = item.number {
        guard let integer = number.exactInt, r.value.wide == nil else {
          return number.exactInteger.map { r.value.widened.index(of: $0) != nil } ?? false
        }
        return r.value.contains(integer)
      }
      return try searches(container, item)
    case .set(let r): return try contains(r.unowned, item)
    case .bytes(let r): return try bytesContain(r.unowned, item)
    case .view(let r) where r.value.mode == .keys: return try contains(r.value.dictionary, item)
    case .view(let r) where r.value.mode == .items: return try containsPair(r.value.dictionary, item)
    case .array(let r): return try arrayContains(r.unowned, item)
    case .list(let r): return try has(r.copy(), item)
    case .tuple(let r): return try has(r.copy(), item)
    case .view: return try searches(container, item)
    case .iterator: return try searches(container, item)
    default:
      if let answer = try callSpecial(.containsMethod, of: container, item) { return try truth(answer) }
      if let instance = container.asInstance, !instance.value.payload.isUnbound {
        do throws(Fault) { return try contains(instance.value.payload, item) } catch { throw error.naming(container) }
      }
      var isFound = false
      try drain(try iterate(container, orSay: "argument of type '", "' is not iterable")) { (candidate) throws(Fault) in
        isFound = try sameOrEqual(candidate, item)
        return !isFound
      }
      return isFound
    }
  }

  private func has(_ list: consuming Ref<ListObject>, _ item: borrowing Value) throws(Fault) -> Bool {
    var index = 0
    while index < list.value.items.count {  // methods of the items may shrink the list
      if try isEqual(list.value.items, index, item) { return true }
      index &+= 1
    }
    return false
  }

  private func has(_ tuple: consuming Ref<TupleObject>, _ item: borrowing Value) throws(Fault) -> Bool {
    var index = 0
    while index < tuple.value.items.count {
      if try isEqual(tuple.value.items, index, item) { return true }
      index &+= 1
    }
    return false
  }

  /// Whether an item of a sequence is the one that is looked for.
  @inline(__always) private func isEqual(
    _ items: borrowing ValueList, _ index: Int, _ item: borrowing Value
  ) throws(Fault) -> Bool {
    if let x = items[index].asInt, let y = item.asInt { return x == y }
    if let x = items[index].exactString, let y = item.exactString { return x == y || x.value.isEqual(to: y.value) }
    if index & 0xFFF == 0 { try checkInterrupt() }
    let candidate = items[index].copy()
    return try sameOrEqual(candidate, item)
  }

  private func searches(_ container: borrowing Value, _ item: borrowing Value) throws(Fault) -> Bool {
    var isFound = false
    try forEach(container) { (candidate) throws(Fault) in
      isFound = try sameOrEqual(candidate, item)
      return !isFound
    }
    return isFound
  }
}

extension Slice {
  /// Where the slice ends in a sequence of `length`, as `slice.indices` has it: -1 before the start.
  func end(_ length: Int) -> Int {
    let isForward = (step ?? 1) > 0
    guard let stop else { return isForward ? length : -1 }
    return stop < 0 ? max(stop &+ length, isForward ? 0 : -1) : min(stop, isForward ? length : length &- 1)
  }
}

extension RangeObject {
  borrowing func contains(_ value: Int) -> Bool {
    if count == 0 { return false }
    let isInside = step > 0 ? value >= start && value < stop : value <= start && value > stop
    // The distance fits where the value lies between start and stop, except across more than half of all integers.
    let (distance, overflow) = value.subtractingReportingOverflow(start)
    if overflow { return isInside && (value &- start).magnitude % step.magnitude == 0 }
    return isInside && distance.magnitude % step.magnitude == 0
  }
}

extension Context {
  /// The element of a wide range, or the range that a slice makes of it.
  private func item(of range: WideRange, at key: borrowing Value) throws(Fault) -> Value {
    if let slice = key.asSlice { return .range(Ref(try select(range, slice))) }
    guard let integer = key.number, case .int = integer else {
      guard let big = key.asBigInteger else { return .int(try index(key, Int.max, "range object")) }
      return try element(of: range, at: big.value.value)
    }
    return try element(of: range, at: integer.integer ?? 0)
  }

  private func element(of range: WideRange, at index: BigInteger) throws(Fault) -> Value {
    let place = index.isNegative ? index + range.count : index
    if place.isNegative || place >= range.count { throw Fault(.indexError, "range object index out of range") }
    return .integer(range.element(place))
  }

  private func select(_ range: WideRange, _ slice: Unowned<SliceObject>) throws(Fault) -> RangeObject {
    let (start, stop, step) = try bounds(of: slice, range.count)
    return RangeObject.make(range.element(start), range.element(stop), step * range.step)
  }

  /// Start, stop and step of a slice in a sequence of any length. ValueError for a step of 0.
  func bounds(
    of slice: Unowned<SliceObject>, _ length: BigInteger
  ) throws(Fault) -> (start: BigInteger, stop: BigInteger, step: BigInteger) {
    let step = try sliceBound(slice.value.step) ?? 1
    if step.isZero { throw Fault(.valueError, "slice step cannot be zero") }
    let low: BigInteger = step.isNegative ? -1 : 0
    let high = step.isNegative ? length - 1 : length
    func place(_ bound: BigInteger?, _ otherwise: BigInteger) -> BigInteger {
      guard let bound else { return otherwise }
      return bound.isNegative ? max(bound + length, low) : min(bound, high)
    }
    return (
      place(try sliceBound(slice.value.start), step.isNegative ? high : low),
      place(try sliceBound(slice.value.stop), step.isNegative ? low : high), step
    )
  }

  /// A slice's part of any size; nil for None.
  private func sliceBound(_ value: borrowing Value) throws(Fault) -> BigInteger? {
    if let big = value.asBigInteger { return big.value.value }
    return try sliceInteger(value).map { BigInteger($0) }
  }
}

extension Number {
  /// The number as an integer, where it is one.
  var exactInteger: BigInteger? {
    switch self {
    case .int(let value): BigInteger(value)
    case .float(let value): BigInteger(exactly: value)
    case .big(let value): value
    }
  }

  /// The number as a small integer, where it is one.
  var exactInt: Int? {
    switch self {
    case .int(let value): value
    case .float(let value): Int(exactly: value)
    case .big: nil
    }
  }
}
