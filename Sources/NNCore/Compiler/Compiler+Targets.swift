import NNSyntax

extension BodyCompiler {
  mutating func compileAssignment(_ targets: [Expression], _ value: Expression) throws(Diagnostic) {
    if targets.count == 1, let target = targets.first {
      if case .name(let name) = target.node, case .register(let register) = scope.place(of: name) {
        try compileInto(register, value)
        markAssigned(register, name)
        return
      }
      if try compileParallel(target, value) { return }
    }
    let register = try compile(value)
    let isShared = targets.count > 1 && isTemporary(register)
    if isShared { pinned.insert(register) }
    for target in targets { try assign(register, to: target) }
    if isShared { pinned.remove(register) }
  }

  /// `a, b = x, y` without making a tuple: all values first, then the targets from left to right.
  private mutating func compileParallel(_ target: Expression, _ value: Expression) throws(Diagnostic) -> Bool {
    guard case .tuple(let targets) = target.node, case .tuple(let values) = value.node,
      targets.count == values.count, targets.count <= 16, !(targets + values).contains(where: \.isStarred)
    else { return false }
    if areIndependent(targets, values) {
      // Nobody sees that the values have not all been there first.
      for (target, value) in zip(targets, values) {
        let mark = self.mark
        if case .name(let name) = target.node, case .register(let register) = scope.place(of: name) {
          try compileInto(register, value)
          markAssigned(register, name)
        } else {
          let source = try compile(value)
          try assign(source, to: target)
        }
        release(to: mark)
      }
      return true
    }
    if let last = lastOfDistinctLocals(targets), let value = values.last {
      // Of plain locals nobody sees the order: the last value needs no place of its own.
      let first = try compileConsecutively(Array(values.dropLast()))
      try compileInto(last, value)
      for (offset, target) in targets.enumerated() {
        if offset < targets.count - 1 {
          try assign(first + offset, to: target)
        } else if case .name(let name) = target.node {
          markAssigned(last, name)
        }
      }
      return true
    }
    let first = try compileConsecutively(values)
    for (offset, target) in targets.enumerated() { try assign(first + offset, to: target) }
    return true
  }

  /// Whether each value is a constant, or a local that has a value and is no target before it.
  private func areIndependent(_ targets: [Expression], _ values: [Expression]) -> Bool {
    var written: Set<Int> = []
    for (target, value) in zip(targets, values) {
      switch value.node {
      case .constant: break
      case .name(let name):
        guard case .register(let register) = scope.place(of: name), assigned.contains(register),
          !written.contains(register), scope.use?.rebound.contains(name) != true
        else { return false }
      default: return false
      }
      switch target.node {
      case .name(let name): if case .register(let register) = scope.place(of: name) { written.insert(register) }
      case .attribute, .subscript: break
      default: return false
      }
    }
    return true
  }

  /// The register of the last of several targets, where all are different plain locals.
  private func lastOfDistinctLocals(_ targets: [Expression]) -> Int? {
    var registers: [Int] = []
    for target in targets {
      guard case .name(let name) = target.node, case .register(let register) = scope.place(of: name),
        !registers.contains(register)
      else { return nil }
      registers.append(register)
    }
    return registers.count > 1 ? registers.last : nil
  }

  func isNeverCertain(_ name: String) -> Bool { neverCertain.contains(name) }

  private mutating func markAssigned(_ register: Int, _ name: String) {
    if !isNeverCertain(name) { assigned.insert(register) }
  }

  /// Stores a register's value into a target of any form.
  mutating func assign(_ register: Int, to target: Expression) throws(Diagnostic) {
    let mark = self.mark
    switch target.node {
    case .name(let name): store(register, toName: name, at: target.span)
    case .attribute(let value, let name, let nameSpan):
      let object = try compile(value)
      emit(.setAttribute, object, register, cache(name), at: lineSpan(target.span, of: nameSpan))
    case .subscript(let value, let index):
      let object = try compile(value)
      let key = try compile(index)
      emit(.setItem, object, key, register, n: flags(object, key), at: target.span)
    case .tuple(let items), .list(let items): try unpack(register, into: items, at: target.span)
    case .starred(let value): try assign(register, to: value)
    default: throw Diagnostic(.syntaxError, "cannot assign to this expression", at: target.span)
    }
    release(to: mark)
  }

  private mutating func unpack(_ register: Int, into targets: [Expression], at span: Span) throws(Diagnostic) {
    if let first = consecutiveRegisters(of: targets), !(first..<first + targets.count).contains(register) {
      emit(.unpack, first, register, targets.count, n: isTemporary(register) ? 1 : 0, at: span)
      for (offset, target) in targets.enumerated() {
        if case .name(let name) = target.node { markAssigned(first + offset, name) }
      }
      return
    }
    let first = allocate(max(targets.count, 1))
    if let star = targets.firstIndex(where: \.isStarred) {
      guard star <= 255 else {
        throw Diagnostic(.syntaxError, "too many expressions in star-unpacking assignment", at: span)
      }
      emit(.unpackStarred, first, register, targets.count - 1 - star, n: star, at: span)
    } else {
      emit(.unpack, first, register, targets.count, n: isTemporary(register) ? 1 : 0, at: span)
    }
    for (offset, target) in targets.enumerated() { try assign(first + offset, to: target) }
  }

  /// The first of the registers of targets that are plain locals, where they follow each other.
  private func consecutiveRegisters(of targets: [Expression]) -> Int? {
    var first: Int?
    for (offset, target) in targets.enumerated() {
      guard case .name(let name) = target.node, case .register(let register) = scope.place(of: name) else { return nil }
      if let first, register != first + offset { return nil }
      first = first ?? register
    }
    return first
  }

  mutating func store(_ register: Int, toName name: String, at span: Span) {
    switch scope.place(of: name) {
    case .register(let target):
      move(register, to: target, at: span)
      markAssigned(target, name)
    case .cell(let cell): emit(.storeCell, cell, register, at: span)
    case .capture(let index): emit(.storeCapture, index, register, at: span)
    case .capturedValue: break  // bound before it was captured only
    case .namespace: emit(.storeName, register, nameConstant(name), at: span)
    case .global:
      builder.emit(
        {
          var instruction = Instruction(.storeGlobal, register, wide: globalSlot(name))
          instruction.n = isTemporary(register) ? 1 : 0
          return instruction
        }(), span)
    }
  }

  mutating func compileAugmented(
    _ target: Expression, _ op: BinaryOperator, _ value: Expression, at span: Span
  ) throws(Diagnostic) {
    let mark = self.mark
    switch target.node {
    case .name(let name):
      let current = try compile(target)
      if case .register(let register) = scope.place(of: name) {
        _ = try emitBinary(op, current, value, into: register, releasingTo: mark, inPlace: true, at: span)
        return
      }
      pinned.insert(current)  // the variable still holds it
      let result = try emitBinary(op, current, value, into: current, releasingTo: mark, inPlace: true, at: span)
      pinned.remove(current)
      store(result, toName: name, at: span)
    case .attribute(let owner, let name, _):
      let object = try compile(owner)
      let isPinned = isTemporary(object)
      if isPinned { pinned.insert(object) }
      let current = allocate()
      emit(.getAttribute, current, object, cache(name), at: target.span)
      let inner = self.mark
      let result = try emitBinary(op, current, value, into: current, releasingTo: inner, inPlace: true, at: span)
      emit(.setAttribute, object, result, cache(name), at: target.span)
      if isPinned { pinned.remove(object) }
    case .subscript(let owner, let index):
      let object = try compile(owner)
      let key = try compile(index)
      let pins = [object, key].filter { isTemporary($0) }
      pinned.formUnion(pins)
      let current = allocate()
      emit(.getItem, current, object, key, at: target.span)
      let inner = self.mark
      let result = try emitBinary(op, current, value, into: current, releasingTo: inner, inPlace: true, at: span)
      pinned.subtract(pins)
      emit(.setItem, object, key, result, n: flags(object, key), at: target.span)
    default: throw Diagnostic(.syntaxError, "illegal expression for augmented assignment", at: target.span)
    }
    release(to: mark)
  }

  mutating func compileDelete(_ target: Expression) throws(Diagnostic) {
    let mark = self.mark
    switch target.node {
    case .name(let name):
      switch scope.place(of: name) {
      case .register(let register):
        emitCheck(register, at: target.span)
        emit(.clear, register, at: target.span)
        assigned.remove(register)
      case .cell(let cell): emit(.deleteCell, cell, at: target.span)
      case .capture(let index): emit(.deleteCapture, index, at: target.span)
      case .capturedValue: break
      case .namespace: emit(.deleteName, 0, nameConstant(name), at: target.span)
      case .global: emit(.deleteGlobal, 0, wide: globalSlot(name), at: target.span)
      }
    case .attribute(let value, let name, _):
      let object = try compile(value)
      emit(.deleteAttribute, object, 0, cache(name), at: target.span)
    case .subscript(let value, let index):
      let object = try compile(value)
      let key = try compile(index)
      emit(.deleteItem, object, key, at: target.span)
    case .tuple(let items), .list(let items): for item in items { try compileDelete(item) }
    default: throw Diagnostic(.syntaxError, "cannot delete this expression", at: target.span)
    }
    release(to: mark)
  }
}
