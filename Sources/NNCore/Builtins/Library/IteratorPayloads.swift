// What the iterators of `itertools` have inside. A value is copied before anything is asked of it: a call into the
// program may come back to the same iterator.

/// An iterator over values that it owns: iterators, functions, items.
class IteratorPayload: NativePayload {
  var values: ValueList
  init(_ values: consuming ValueList) { self.values = values }
  override var isIterator: Bool { true }
  override func traverse(_ visitor: inout Visitor) { visitor.visit(values) }
  override func clear() { values.removeAll() }

  /// A copy of one of the values; None once all have been let go.
  func value(_ index: Int) -> Value { index < values.count ? values[index].copy() : .nothing }

  /// The next item of one of the values, an iterator; a StopIteration that the program raised passes.
  func item(_ context: Context, _ index: Int = 0) throws(Fault) -> Value? {
    if index >= values.count { return nil }
    let iterator = values[index].copy()
    return try context.advance(iterator)
  }
}

/// `count`: numbers of any kind.
final class CountPayload: NativePayload {
  var current: Value
  let step: Value
  init(_ start: consuming Value, _ step: consuming Value) {
    current = start
    self.step = step
  }
  override var isIterator: Bool { true }
  override func traverse(_ visitor: inout Visitor) {
    visitor.visit(current)
    visitor.visit(step)
  }
  override func clear() { current = .nothing }

  override func copyNext(to registers: Registers, _ register: Int) -> Bool? {
    guard let value = current.asInt, let step = step.asInt else { return nil }
    let (sum, overflow) = value.addingReportingOverflow(step)
    if overflow { return nil }
    current = .int(sum)
    var registers = registers
    registers.set(register, .int(value))
    return true
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    if let value = current.asInt, let step = step.asInt {
      let (sum, overflow) = value.addingReportingOverflow(step)
      if !overflow {
        current = .int(sum)
        return .int(value)
      }
    }
    let next = try context.arithmetic(.add, current.copy(), step.copy())
    return current.exchange(next)
  }
}

/// `cycle`: the iterator, until it ends, then what it gave.
final class CyclePayload: IteratorPayload {
  private var saved = ValueList()
  private var place = 0
  private var hasEnded = false

  override func traverse(_ visitor: inout Visitor) {
    super.traverse(&visitor)
    visitor.visit(saved)
  }
  override func clear() {
    super.clear()
    saved.removeAll()
  }

  override func copyNext(to registers: Registers, _ register: Int) -> Bool? {
    guard hasEnded, let items = saved.registers else { return nil }
    if place >= saved.count { place = 0 }
    place &+= 1
    var registers = registers
    registers.copy(register, from: items, place &- 1)
    return true
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    if !hasEnded {
      if let item = try item(context) {
        if saved.count >= Context.longestList { throw Fault(.memoryError, "") }
        saved.append(item.copy())
        return item
      }
      hasEnded = true
      values.removeAll()
    }
    if saved.isEmpty { return nil }
    if place >= saved.count { place = 0 }
    place += 1
    return saved[place - 1].copy()
  }
}

/// `repeat`; `left` is negative where there is no end.
final class RepeatPayload: IteratorPayload {
  var left: Int
  init(_ value: borrowing Value, _ left: Int) {
    self.left = left
    var values = ValueList(capacity: 1)
    values.append(value.copy())
    super.init(values)
  }

  override func copyNext(to registers: Registers, _ register: Int) -> Bool? {
    if left == 0 { return false }
    guard let items = values.registers else { return nil }
    if left > 0 { left &-= 1 }
    var registers = registers
    registers.copy(register, from: items, 0)
    return true
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    if left == 0 { return nil }
    if left > 0 { left -= 1 }
    return value(0)
  }
}

/// `accumulate`: iterator and function; the total so far is unbound at the start.
final class AccumulatePayload: IteratorPayload {
  private var total = Value.unbound
  private var initial: Value
  init(_ values: consuming ValueList, initial: consuming Value) {
    self.initial = initial
    super.init(values)
  }
  override func traverse(_ visitor: inout Visitor) {
    super.traverse(&visitor)
    visitor.visit(total)
    visitor.visit(initial)
  }
  override func clear() {
    super.clear()
    total = .unbound
    initial = .nothing
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    if !initial.isNone {
      total = initial.exchange(.nothing)
      return total.copy()
    }
    guard let item = try item(context) else { return nil }
    if total.isUnbound {
      total = item
      return total.copy()
    }
    let before = total.copy()
    let function = value(1)
    let next: Value
    if function.isNone {
      next = try context.arithmetic(.add, before, item)
    } else {
      next = try context.call(function, before, item)
    }
    total = next
    return total.copy()
  }
}

/// `chain`: an iterator of iterables, and the one of them that is in progress.
final class ChainPayload: IteratorPayload {
  private var current = Value.unbound

  override func traverse(_ visitor: inout Visitor) {
    super.traverse(&visitor)
    visitor.visit(current)
  }
  override func clear() {
    super.clear()
    current = .unbound
  }

  override func copyNext(to registers: Registers, _ register: Int) -> Bool? {
    var registers = registers
    if current.isUnbound { return nil }
    return registers.copyNext(ofAny: current, to: register) == true ? true : nil
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    while true {
      if current.isUnbound {
        guard let iterable = try item(context) else {
          values.removeAll()
          return nil
        }
        current = try context.iterate(iterable)
      }
      let iterator = current.copy()
      if let item = try context.next(iterator) { return item }
      current = .unbound
      try context.checkInterrupt()
    }
  }
}

/// `compress`: data and selectors.
final class CompressPayload: IteratorPayload {
  override func next(_ context: Context) throws(Fault) -> Value? {
    while let item = try item(context, 0) {
      guard let selector = try self.item(context, 1) else { return nil }
      if try context.truth(selector) { return item }
      try context.checkInterrupt()
    }
    return nil
  }
}

/// `dropwhile`, `takewhile` and `filterfalse`: the iterator, and the predicate.
final class PredicatePayload: IteratorPayload {
  enum Form {
    case dropWhile, takeWhile, filterFalse
  }
  private let form: Form
  private var isDone = false
  init(_ form: Form, _ values: consuming ValueList) {
    self.form = form
    super.init(values)
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    if form == .takeWhile && isDone { return nil }
    while let item = try item(context) {
      if form == .dropWhile && isDone { return item }
      let holds = try passes(item, context)
      switch form {
      case .dropWhile:
        if !holds {
          isDone = true
          return item
        }
      case .takeWhile:
        if holds { return item }
        isDone = true
        return nil
      case .filterFalse: if !holds { return item }
      }
      try context.checkInterrupt()
    }
    return nil
  }

  private func passes(_ item: borrowing Value, _ context: Context) throws(Fault) -> Bool {
    let predicate = value(1)
    if predicate.isNone { return try context.truth(item) }
    return try context.truth(try context.call(predicate, item.copy()))
  }
}

/// `islice`: how many items are skipped before the next one, and where the last may stand.
final class SlicePayload: IteratorPayload {
  private var position = 0
  private var following: Int
  private let stop: Int
  private let step: Int
  init(_ values: consuming ValueList, _ start: Int, _ stop: Int, _ step: Int) {
    following = start
    self.stop = stop
    self.step = step
    super.init(values)
  }

  override func copyNext(to registers: Registers, _ register: Int) -> Bool? {
    var registers = registers
    guard position == following, stop < 0 || position < stop, values.count > 0, step < 1 << 32, following < 1 << 60,
      let isThere = registers.copyNext(ofAny: values[0], to: register)
    else { return nil }
    if !isThere {
      values.removeAll()
      return false
    }
    position &+= 1
    following &+= step
    if stop >= 0, following > stop { following = stop }
    return true
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    let limit = stop < 0 ? following : min(following, stop)
    while position < limit {
      guard try item(context) != nil else { return finished() }
      position += 1
      if position & 0xFF == 0 { try context.checkInterrupt() }
    }
    if stop >= 0 && position >= stop { return finished() }
    guard let item = try item(context) else { return finished() }
    position += 1
    let (sum, overflow) = following.addingReportingOverflow(step)
    following = overflow || (stop >= 0 && sum > stop) ? max(stop, 0) : sum
    if overflow && stop < 0 { following = Int.max }
    return item
  }

  private func finished() -> Value? {
    values.removeAll()
    return nil
  }
}

/// `pairwise`: the item before.
final class PairwisePayload: IteratorPayload {
  private var previous = Value.unbound
  override func traverse(_ visitor: inout Visitor) {
    super.traverse(&visitor)
    visitor.visit(previous)
  }
  override func clear() {
    super.clear()
    previous = .unbound
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    if previous.isUnbound {
      guard let first = try item(context) else { return nil }
      previous = first
    }
    guard let item = try item(context) else {
      values.removeAll()
      previous = .unbound
      return nil
    }
    let before = previous.exchange(item.copy())
    return .some(.tuple(before, item))
  }
}

/// `starmap`: the iterator of arguments, and the function.
final class StarMapPayload: IteratorPayload {
  override func next(_ context: Context) throws(Fault) -> Value? {
    guard let item = try item(context) else { return nil }
    let arguments = try context.items(item)
    let function = value(1)
    return .some(try context.call(function, arguments))
  }
}

/// `zip_longest`: the iterators, unbound where they have ended; the last value fills their places.
final class LongestPayload: IteratorPayload {
  private var active: Int
  init(iterators values: consuming ValueList, fill: borrowing Value) {
    active = values.count
    var values = values
    values.append(fill.copy())
    super.init(values)
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    let count = values.count - 1
    if active == 0 || count < 1 { return nil }
    var items = ValueList(capacity: count)
    for index in 0..<count {
      let iterator = value(index)
      if iterator.isUnbound {
        items.append(value(count))
        continue
      }
      if let item = try context.next(iterator) {
        items.append(item)
        continue
      }
      active -= 1
      if active <= 0 || index >= values.count {
        active = 0
        return nil
      }
      values[index] = .unbound
      items.append(value(count))
    }
    return .some(.tuple(items))
  }
}
