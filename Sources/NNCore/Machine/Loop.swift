extension Machine {
  /// Runs the current frame, and those below it down to `entry`, until that one returns.
  func run(to entry: FramePointer) throws(Fault) -> Value {
    var frame = frames.current
    var (pc, R, function) = (frame.frame.programCounter, frame.frame.base, frame.frame.function)
    var (K, G) = (function.value.constants, function.value.globals)
    let interrupt = self.interrupt
    // The instruction that runs, whose parts each case reads for itself: the way to the case is short.
    var i: Instruction { @inline(__always) get { pc.previous } }
    // Goes on in the current frame, which is another one where a call, a yield or an exception has led there.
    reload: while true {
      frame = frames.current
      (pc, R, function) = (frame.frame.programCounter, frame.frame.base, frame.frame.function)
      (K, G) = (function.value.constants, function.value.globals)
      do throws(Fault) {
        while true {
          switch pc.advance() {
          case .loadConstant: R.copy(i.A, from: K, i.wide)
          case .move:
            if _slowPath(i.n == 1) { R.set(i.A, R.take(i.B)) } else { R.copy(i.A, from: R, i.B) }
          case .clear: R.set(i.A, .unbound)
          case .checkBound: if R[i.A].isUnbound { throw unboundVariable(function, i) }
          case .loadGlobal:
            if G[i.wide].isUnbound {
              if let found = G.note(i.wide), !builtinWindow[found].isUnbound {
                R.copy(i.A, from: builtinWindow, found)
                continue
              }
              let value = try builtinGlobal(function, i.wide)
              R.set(i.A, value)
            } else {
              R.copy(i.A, from: G, i.wide)
            }
          case .storeGlobal:
            if i.n == 1 { G.set(i.wide, R.take(i.A)) } else { G.copy(i.wide, from: R, i.A) }
          case .deleteGlobal:
            frame.frame.programCounter = pc
            try deleteGlobal(&G, i.wide, function)
          case .makeCell:
            let value = R.take(i.A)
            R.set(i.A, .cell(Ref(Cell(value))))
          case .loadCell:
            guard let value = R[i.B].cellContent else { throw unboundLocal(function, i.B) }
            R.copy(i.A, from: value, 0)
          case .storeCell: R[i.A].setContent(R, i.B)
          case .loadCapture:
            guard let value = function.value.content(ofCapture: i.B) else { throw unboundCapture(function, i.B) }
            R.copy(i.A, from: value, 0)
          case .loadCapturedValue:
            let captured = function.value.captured
            if captured[i.B].isUnbound { throw unboundCapture(function, i.B) }
            R.copy(i.A, from: captured, i.B)
          case .storeCapture: function.value.captured[i.A].setContent(R, i.B)
          case .add:
            if R.add(i, R) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(.add, R, i) { continue reload }
          case .subtract:
            if R.subtract(i, R) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(.subtract, R, i) { continue reload }
          case .multiply:
            if R.multiply(i, R) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(.multiply, R, i) { continue reload }
          case .divide:
            if R.divide(i, R) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(.divide, R, i) { continue reload }
          case .floorDivide:
            if R.floorDivide(i, R) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(.floorDivide, R, i) { continue reload }
          case .remainder:
            if R.remainder(i, R) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(.remainder, R, i) { continue reload }
          case .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor, .power, .matrixMultiply:
            if R.combineBits(i) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(i.opcode.arithmetic, R, i) { continue reload }
          case .addConstant:
            if R.add(i, K) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(.add, R, i, constants: K) { continue reload }
          case .subtractConstant:
            if R.subtract(i, K) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(.subtract, R, i, constants: K) { continue reload }
          case .multiplyConstant:
            if R.multiply(i, K) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(.multiply, R, i, constants: K) { continue reload }
          case .divideConstant:
            if R.divide(i, K) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(.divide, R, i, constants: K) { continue reload }
          case .floorDivideConstant:
            if R.floorDivide(i, K) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(.floorDivide, R, i, constants: K) { continue reload }
          case .remainderConstant:
            if R.remainder(i, K) { continue }
            frame.frame.programCounter = pc
            if try arithmetic(.remainder, R, i, constants: K) { continue reload }
          case .negative:
            if R.negate(i) { continue }
            frame.frame.programCounter = pc
            if try unary(.negative, R, i) { continue reload }
          case .positive, .invert:
            frame.frame.programCounter = pc
            if try unary(i.opcode == .positive ? .positive : .invert, R, i) { continue reload }
          case .not:
            if let x = R.truth(i.B) {
              R.set(i.A, .bool(!x))
              continue
            }
            frame.frame.programCounter = pc
            if try negate(R, i) { continue reload }
          case .less:
            if R.compare(.less, i) { continue }
            frame.frame.programCounter = pc
            if try compare(.less, R, i) { continue reload }
          case .lessOrEqual:
            if R.compare(.lessOrEqual, i) { continue }
            frame.frame.programCounter = pc
            if try compare(.lessOrEqual, R, i) { continue reload }
          case .equal:
            if R.compare(.equal, i) { continue }
            frame.frame.programCounter = pc
            if try compare(.equal, R, i) { continue reload }
          case .notEqual:
            if R.compare(.notEqual, i) { continue }
            frame.frame.programCounter = pc
            if try compare(.notEqual, R, i) { continue reload }
          case .greater:
            if R.compare(.greater, i) { continue }
            frame.frame.programCounter = pc
            if try compare(.greater, R, i) { continue reload }
          case .greaterOrEqual:
            if R.compare(.greaterOrEqual, i) { continue }
            frame.frame.programCounter = pc
            if try compare(.greaterOrEqual, R, i) { continue reload }
          case .isSame: R.set(i.A, .bool(R[i.C].isNone ? R[i.B].isNone : areSame(R, i)))
          case .isNotSame: R.set(i.A, .bool(R[i.C].isNone ? !R[i.B].isNone : !areSame(R, i)))
          case .contains, .notContains:
            if R.contains(i, &pc) { continue }
            frame.frame.programCounter = pc
            if try contains(R, i) { continue reload }
          case .jumpUnlessLess:
            if R.test(.less, i, R, &pc) { continue }
            frame.frame.programCounter = pc
            if try jumpUnless(.less, R, i, R) { continue reload }
          case .jumpUnlessLessOrEqual:
            if R.test(.lessOrEqual, i, R, &pc) { continue }
            frame.frame.programCounter = pc
            if try jumpUnless(.lessOrEqual, R, i, R) { continue reload }
          case .jumpUnlessEqual:
            if R.test(.equal, i, R, &pc) { continue }
            frame.frame.programCounter = pc
            if try jumpUnless(.equal, R, i, R) { continue reload }
          case .jumpUnlessNotEqual:
            if R.test(.notEqual, i, R, &pc) { continue }
            frame.frame.programCounter = pc
            if try jumpUnless(.notEqual, R, i, R) { continue reload }
          case .jumpUnlessGreater:
            if R.test(.greater, i, R, &pc) { continue }
            frame.frame.programCounter = pc
            if try jumpUnless(.greater, R, i, R) { continue reload }
          case .jumpUnlessGreaterOrEqual:
            if R.test(.greaterOrEqual, i, R, &pc) { continue }
            frame.frame.programCounter = pc
            if try jumpUnless(.greaterOrEqual, R, i, R) { continue reload }
          case .jumpUnlessLessConstant:
            if R.test(.less, i, K, &pc) { continue }
            frame.frame.programCounter = pc
            if try jumpUnless(.less, R, i, K) { continue reload }
          case .jumpUnlessLessOrEqualConstant:
            if R.test(.lessOrEqual, i, K, &pc) { continue }
            frame.frame.programCounter = pc
            if try jumpUnless(.lessOrEqual, R, i, K) { continue reload }
          case .jumpUnlessEqualConstant:
            if R.test(.equal, i, K, &pc) { continue }
            frame.frame.programCounter = pc
            if try jumpUnless(.equal, R, i, K) { continue reload }
          case .jumpUnlessNotEqualConstant:
            if R.test(.notEqual, i, K, &pc) { continue }
            frame.frame.programCounter = pc
            if try jumpUnless(.notEqual, R, i, K) { continue reload }
          case .jumpUnlessGreaterConstant:
            if R.test(.greater, i, K, &pc) { continue }
            frame.frame.programCounter = pc
            if try jumpUnless(.greater, R, i, K) { continue reload }
          case .jumpUnlessGreaterOrEqualConstant:
            if R.test(.greaterOrEqual, i, K, &pc) { continue }
            frame.frame.programCounter = pc
            if try jumpUnless(.greaterOrEqual, R, i, K) { continue reload }
          case .jump:
            let distance = i.wide
            if distance < 0, _slowPath(Heap.needsService || interrupt.isRaised) {
              frame.frame.programCounter = pc
              try service()
            }
            pc.jump(distance)
          case .jumpIfFalse:
            if let condition = R.truth(i.A) {
              if _slowPath(!condition) { pc.jump(i.wide) }
              continue
            }
            frame.frame.programCounter = pc
            if try jumpOnTruth(R, i) { continue reload }
          case .jumpIfTrue:
            if let condition = R.truth(i.A) {
              if _slowPath(condition) { pc.jump(i.wide) }
              continue
            }
            frame.frame.programCounter = pc
            if try jumpOnTruth(R, i) { continue reload }
          case .jumpIfNone:
            if R[i.A].isNone {
              pc.jump(i.wide)
            } else if i.n == 1 {
              R.set(i.A, .nothing)
            }
          case .jumpIfNotNone:
            if !R[i.A].isNone {
              if i.n == 1 { R.set(i.A, .nothing) }
              pc.jump(i.wide)
            }
          case .startLoop:
            frame.frame.programCounter = pc
            if try startLoop(R, i) { continue reload }
          case .nextItem:
            if _slowPath(Heap.needsService || interrupt.isRaised) {
              frame.frame.programCounter = pc
              try service()
            }
            if let isThere = R.int(i.A) != nil ? R.nextNumber(i) : R.nextItem(i) {
              if isThere { pc.jump(i.jump) }
              continue
            }
            if let isThere = R.nextPair(i, pc) {
              if isThere { pc.jump(i.jump &+ 1) }
              continue
            }
            frame.frame.programCounter = pc
            if let generator = R[i.A].asGenerator {
              if generator.value.state == .finished { continue }
              try step(generator, i.C)
              continue reload
            }
            let step = try nextItem(R, i, pc)
            // Stored at the end only so that this is a branch, which is foreseen.
            if step > 0 { pc.jump(i.jump &+ step &- 1) } else { frame.frame.programCounter = pc }

          case .callMethod:
            if let callee = R.function(at: i.A), callee.value.arity == i.B &+ 1, !Heap.needsService, !interrupt.isRaised
            {
              frame.frame.programCounter = pc
              try enter(callee, R.window(i.A &+ 1), i.C, &frame, &pc, &R, &function, &K, &G)
              continue
            }
            fallthrough
          case .call:
            var a = i.A
            var count = i.B
            frame.frame.programCounter = pc
            if i.opcode == .callMethod {
              if R[a].asInt != nil, callMarked(R, i, function) { continue }
              if R[a].isUnbound { a &+= 1 } else { count &+= 1 }
            }
            if _slowPath(Heap.needsService || interrupt.isRaised) { try service() }
            if let callee = R.function(at: a), callee.value.arity == count || R.fillDefaults(a, callee, count) {
              try enter(callee, R.window(a &+ 1), i.C, &frame, &pc, &R, &function, &K, &G)
              continue
            }
            if R[a].mayBeIntrinsic, callIntrinsic(R, a, count, i.C) { continue }
            if let value = try callPlainly(R, a, count, destination: i.C) {
              R.set(a, .nothing)
              R.set(i.C, value)
              continue
            }
            continue reload
          case .callGlobal, .callGlobalWith:
            let (a, count) = (i.A, i.callCount)
            frame.frame.programCounter = pc
            if G[i.C].isUnbound, let found = G.note(i.C), callKnown(found, R, i) { continue }
            // First, so that what stood there has gone when its finalizer is asked for. The callee is not read back from
            // there: all that follows waits for it.
            let known = G.function(at: i.C)
            R.copy(a, from: G, i.C)
            if i.opcode == .callGlobalWith { R.copy(a + 1, from: R, i.N) }
            if _slowPath(Heap.needsService || interrupt.isRaised) { try service() }
            if let callee = known, callee.value.arity == count || R.fillDefaults(a, callee, count) {
              try enter(callee, R.window(a &+ 1), i.B, &frame, &pc, &R, &function, &K, &G)
              continue
            }
            if try callGlobal(R, i, function) { continue }
            continue reload
          case .callKeywords, .callSpread, .callMethodKeywords:
            frame.frame.programCounter = pc
            if _slowPath(Heap.needsService || interrupt.isRaised) { try service() }
            if try callOther(R, i) { continue }
            continue reload
          case .loadMethod:
            if let instance = R.instance(at: i.B),
              instance.value.shape.value.id == function.value.caches[i.C].shaped.shape
            {
              R.setMethod(i, function.value.caches[i.C].shaped, instance)
              // A call that follows at once is part of this.
              guard let callee = function.value.caches[i.C].shaped.method, pc.calls(i.a), callee.value.arity == 1,
                !Heap.needsService
              else { continue }
              pc.jump(1)
              frame.frame.programCounter = pc
              try enter(callee, R.window(i.A &+ 1), i.C, &frame, &pc, &R, &function, &K, &G)
              continue
            }
            if R.append(i, &pc, function.value.caches) { continue }
            if let done = R.tag(i.B) == function.value.caches[i.C].markedTag
              ? loadMarked(R, i, pc, function) : loadBuiltinMethod(R, i, pc, function)
            {
              pc.jump(done)
              continue
            }
            frame.frame.programCounter = pc
            try loadMethod(R, i, function.value.caches)
          case .getAttribute:
            if let instance = R.instance(at: i.B) {
              if instance.value.shape.value.id == function.value.caches[i.C].shaped.shape {
                R.copy(i.A, from: instance.value.slots.registers ?? R, function.value.caches[i.C].shaped.slot)
                if i.n == 1 && i.A != i.B { R.set(i.B, .nothing) }
                continue
              }
            } else if let type = R[i.B].asClassObject, R.copyMember(i, type, function.value.caches) {
              continue
            }
            frame.frame.programCounter = pc
            if try !getAttribute(R, i, function.value.caches) { continue reload }
          case .getCapturedAttribute:
            let captured = function.value.captured
            if let instance = captured.instance(at: i.B),
              instance.value.shape.value.id == function.value.caches[i.C].shaped.shape
            {
              R.copy(i.A, from: instance.value.slots.registers ?? R, function.value.caches[i.C].shaped.slot)
              continue
            }
            if captured[i.B].isUnbound { throw unboundCapture(function, i.B) }
            R.copy(i.A, from: captured, i.B)
            frame.frame.programCounter = pc
            if try !getAttribute(R, i.ofLoaded, function.value.caches) { continue reload }
          case .setAttribute:
            if let instance = R.instance(at: i.A),
              instance.value.shape.value.id == function.value.caches[i.C].shaped.shape
            {
              if let grown = function.value.caches[i.C].shaped.grown {
                instance.value.grow(to: grown, R[i.B])
              } else if var slots = instance.value.slots.registers {
                slots.copy(function.value.caches[i.C].shaped.slot, from: R, i.B)
              }
              continue
            }
            frame.frame.programCounter = pc
            try setAttribute(R, i, function.value.caches)
          case .return, .returnConstant:
            var value = i.opcode == .return ? R.take(i.A) : K.copied(i.wide)
            R.clear(first: function.value.registerCount)
            if _slowPath(Heap.needsService) {
              frame.frame.programCounter = pc
              try service()
            }
            let destination = frame.frame.destination
            if _slowPath(destination < 0) {
              if value.isNone && Continuation.constructs(destination) {
                value = R.takeBelow()
              } else {
                frame.frame.programCounter = pc
                value = try finishSpecial(frame, value)
              }
            }
            let below = frame.below
            frames.current = below
            if _slowPath(frame == entry) { return value }
            frame = below
            (pc, R, function) = (frame.frame.programCounter, frame.frame.base, frame.frame.function)
            (K, G) = (function.value.constants, function.value.globals)
            if _fastPath(destination >= 0) {
              R.set(destination, value)
              continue
            }
            if Continuation.constructs(destination) {
              R.set(Continuation(destination).register, value)
              continue
            }
            try deliver(value, Continuation(destination), R)
            pc = frame.frame.programCounter
          case .yield:
            let value = R.take(i.A)
            if frame.frame.destination < 0 {
              frame.frame.programCounter = pc
              try collect(value, from: frame)
              continue
            }
            suspend(frame, pc)
            if frame == entry { return value }
            let destination = frame.frame.destination
            frame = frame.below
            (pc, R, function) = (frame.frame.programCounter, frame.frame.base, frame.frame.function)
            (K, G) = (function.value.constants, function.value.globals)
            R.set(destination, value)
            if pc.previous.opcode == .nextItem { pc.jump(pc.previous.jump) }
          case .finishGenerator:
            let value = R.take(i.A)
            R.clear(first: function.value.registerCount)
            finish(frame)
            if frame == entry { return value }
            try conclude(value, from: frame)
            continue reload
          case .send:
            frame.frame.programCounter = pc
            if _slowPath(Heap.needsService || interrupt.isRaised) { try service() }
            try send(R, i)
            continue reload
          case .getItem:
            if R.copyItem(i, R) || R.copyEntry(i, R) { continue }
            if R.takeFastItem(i) { continue }
            frame.frame.programCounter = pc
            if try getItem(R, i, R) { continue reload }
          case .getItemConstant:
            if R.copyItem(i, K) || R.copyEntry(i, K) { continue }
            frame.frame.programCounter = pc
            if try getItem(R, i, K) { continue reload }
          case .getSlice:
            frame.frame.programCounter = pc
            if try getSlice(R, i) { continue reload }
          case .append:
            if let list = R.list(at: i.A) { list.value.items.append(i.n == 1 ? R.take(i.B) : R[i.B].copy()) }
          case .addToSet, .insertPair:
            frame.frame.programCounter = pc
            try insert(R, i)
          case .setItem:
            if R.storeItem(i) || R.storeEntry(i) { continue }
            if let index = R[i.B].asInt, R[i.A].fastSetItem(index, R[i.C]) { continue }
            frame.frame.programCounter = pc
            if try setItem(R, i) { continue reload }
          case .makeTuple: R.set(i.A, R.takeTuple(i.B, i.C))
          case .makeList: R.set(i.A, .list(R.takeList(i.B, i.C)))
          case .joinStrings: joinStrings(R, i)
          case .formatValue, .formatPlain:
            if i.opcode == .formatPlain, R.keepsText(i) { continue }
            frame.frame.programCounter = pc
            try formatValue(R, i)
          case .unpack:
            if R.unpackItems(i) { continue }
            frame.frame.programCounter = pc
            try unpack(R, i)
          case .makeFunction: makeFunction(R, i, function)
          case .compileBody:
            try compileBody(function)
            continue reload
          case .raise, .reraise, .endFinally:
            if i.opcode == .endFinally, R[i.A].asException == nil { continue }
            frame.frame.programCounter = pc
            try raise(R, i, to: entry)
            continue reload
          case .matchException:
            frame.frame.programCounter = pc
            R.set(i.A, .bool(try matches(R[i.B], R[i.C])))
          case .endHandling: endHandling(R, i.A)
          // All others, so that the decoder checks no bounds.
          case .deleteCell, .deleteCapture, .loadName, .storeName, .deleteName, .loadSuperMethod, .makeGenerator,
            .getIterator, .raiseAssertion, .loadContext, .exceptionParts, .deleteItem, .makeSlice, .deleteAttribute,
            .makeDictionary, .extend, .makeTupleFromList,
            .makeSet, .updateSet, .update, .unpackStarred, .importModule, .importFrom,
            .importStar, .loadBuiltin, .testBuiltin, .display, .magic:
            frame.frame.programCounter = pc
            try executeOther(R, i, function)
          }
        }
      } catch {
        // The frame that failed is the current one: native calls have popped theirs. Instructions that throw without
        // having saved their place do so in the frame that runs.
        if frame == frames.current { frame.frame.programCounter = pc }
        frame = frames.current
        var fault = error
        guard unwind(to: entry, &fault) else { throw fault }
      }
    }
  }
}
