import NNKernels
import NNSyntax

// What happens between a fault and its handler.

extension Machine {
  /// Looks for a handler from the current frame down to `entry`, releasing the registers of the frames it leaves and
  /// noting their places in the fault. False: `entry` is gone too and the caller throws on.
  @inline(never) func unwind(to entry: FramePointer, _ fault: inout Fault) -> Bool {
    // Native frames are gone.
    if DetachedCall.keepsMemory { DetachedCall.endUnwinding() }
    if !fault.isChained {
      fault.isChained = true
      if handlingCount > 0 { noteContext(of: fault.exception()) }
    }
    while true {
      let frame = frames.current
      let function = frame.frame.function
      let code = function.value.code.unowned
      let offset = frame.frame.programCounter.offset(from: function.value.start) - 1
      fault.note(code.value.traced, offset)
      let handler = code.value.handler(covering: offset)
      if handlingCount > 0 { stopHandling(code, frame.frame.base, offset, goingTo: handler?.target ?? -1) }
      if let handler {
        handle(fault.exception(), in: frame, handler)
        return true
      }
      if session.isOpen, offset >= 0, offset < code.value.spans.count { keepFrame(frame, code, offset, fault) }
      let isGenerator = function.value.isGenerator && offset > 1
      leave(frame, isGenerator: isGenerator)
      if isGenerator { fail(frame, &fault) }
      frames.current = frame.below
      if frame == entry { return false }
    }
  }

  /// Goes on in a frame's handler, which gets the exception.
  @inline(__always) private func handle(
    _ exception: consuming Ref<ExceptionObject>, in frame: FramePointer, _ handler: Handler
  ) {
    let function = frame.frame.function
    var R = frame.frame.base
    R.clear(handler.register..<function.value.registerCount)
    R.set(handler.register, .exception(exception))
    handlingCount += 1
    var counter = ProgramCounter(function.value.start)
    counter.jump(handler.target)
    frame.frame.programCounter = counter
  }

  /// Releases the registers of a frame that an exception leaves.
  @inline(__always) private func leave(_ frame: FramePointer, isGenerator: Bool) {
    var R = frame.frame.base
    R.clear(first: frame.frame.function.value.registerCount)
    // Below the registers of a special method's frame stands its function, or the new instance.
    if frame.frame.destination < 0, !isGenerator { R.clear(-1..<0) }
  }

  // MARK: Without a fault

  /// Carries out `raise`, or raises again what a handler did not want. The exception goes straight to the handler that it
  /// reaches; where there is none among the frames down to `entry`, or the way there takes more, it is thrown as a fault.
  @inline(never) func raise(_ R: Registers, _ i: Instruction, to entry: FramePointer) throws(Fault) {
    let isNew = i.opcode == .raise && i.n != 0
    let exception = try i.opcode == .raise ? raised(R, i) : raisedAgain(R[i.A])
    if let place = handlerFrame(downTo: entry) {
      return deliver(exception, isNew: isNew, to: place.frame, place.handler)
    }
    throw isNew ? Fault(raising: exception.unowned) : Fault(reraising: exception.unowned)
  }

  /// The nearest frame with a handler for what is raised in the current one. Nil: there is none down to `entry`, or a fault
  /// is needed on the way.
  private func handlerFrame(downTo entry: FramePointer) -> (frame: FramePointer, handler: Handler)? {
    if session.isOpen || DetachedCall.keepsMemory { return nil }
    var frame = frames.current
    while true {
      let function = frame.frame.function
      let code = function.value.code.unowned
      let offset = frame.frame.programCounter.offset(from: function.value.start) - 1
      if code.value.hasFolds { return nil }
      if let handler = code.value.handler(covering: offset) { return (frame, handler) }
      if frame == entry || function.value.isGenerator { return nil }
      frame = frame.below
    }
  }

  /// Leaves the frames above `target`, whose handler gets the exception.
  private func deliver(
    _ exception: consuming Ref<ExceptionObject>, isNew: Bool, to target: FramePointer, _ handler: Handler
  ) {
    if isNew, handlingCount > 0 { noteContext(of: exception.copy()) }
    // What is raised again has its innermost place already.
    var isNoted = !isNew
    while true {
      let frame = frames.current
      let function = frame.frame.function
      let code = function.value.code.unowned
      let offset = frame.frame.programCounter.offset(from: function.value.start) - 1
      if isNoted {
        isNoted = false
      } else if exception.value.trace.hasRoom, offset >= 0, offset < code.value.spans.count {
        exception.value.trace.append(TracePoint(code.value.traced, offset))
      }
      if handlingCount > 0 {
        stopHandling(code, frame.frame.base, offset, goingTo: frame == target ? handler.target : -1)
      }
      if frame == target { return handle(exception, in: frame, handler) }
      leave(frame, isGenerator: false)
      frames.current = frame.below
    }
  }

  /// Keeps the variables of a frame that is left, for `%debug`.
  private func keepFrame(_ frame: FramePointer, _ code: Unowned<Code>, _ offset: Int, _ fault: Fault) {
    session.note(TracePoint(code.value.traced, offset), isInnermost: !fault.trace.isLong) {
      do throws(Fault) { return try localVariables(of: frame) } catch { return .nothing }
    }
  }

  /// The exceptions that a frame handled at `offset` and no longer does at `target`.
  private func stopHandling(_ code: Unowned<Code>, _ R: Registers, _ offset: Int, goingTo target: Int) {
    for index in 0..<code.value.handlerTable.count {
      let handler = code.value.handlerTable[index]
      guard handler.handles(offset) && !handler.handles(target) else { continue }
      if R[handler.register].asException != nil { handlingCount -= 1 }
    }
  }

  /// The exception that is being handled, in this frame or in one that called it.
  func handledException() -> Unowned<ExceptionObject>? {
    if handlingCount <= 0 { return nil }
    var frame = frames.current
    while true {
      if let exception = handledException(in: frame) { return exception }
      if frames.depth(frame) <= 0 { return nil }
      frame = frame.below
    }
  }

  /// The exception that a frame itself is handling.
  func handledException(in frame: FramePointer) -> Unowned<ExceptionObject>? {
    let function = frame.frame.function
    let code = function.value.code.unowned
    if code.value.handlerTable.count == 0 { return nil }
    let offset = frame.frame.programCounter.offset(from: function.value.start) - 1
    for index in 0..<code.value.handlerTable.count {
      let handler = code.value.handlerTable[index]
      guard handler.handles(offset) else { continue }
      if let exception = frame.frame.base[handler.register].asException { return exception }
    }
    return nil
  }

  /// Makes the exception that is being handled the context of a new one.
  private func noteContext(of exception: consuming Ref<ExceptionObject>) {
    guard let handled = handledException()?.owned() else { return }
    if exception.object == handled.object { return }
    // A context that would lead back to the exception is cut.
    var current = handled.copy()
    // Goes half as fast: where both meet, the chain is a ring already.
    var follower = handled.copy()
    var isOdd = false
    while let next = current.value.context.asException?.owned() {
      if next.object == exception.object {
        current.value.context = .nothing
        break
      }
      current = next
      if isOdd, let following = follower.value.context.asException?.owned() {
        follower = following
        if follower.object == current.object { break }
      }
      isOdd.toggle()
    }
    exception.value.context = .exception(handled)
  }
}

extension Fault {
  /// An error found before the program ran.
  convenience init(_ diagnostic: Diagnostic, in source: SourceText) {
    let kind: ExceptionKind =
      switch diagnostic.kind {
      case .syntaxError: .syntaxError
      case .indentationError: .indentationError
      case .tabError: .tabError
      case .recursionError: .recursionError
      case .memoryError: .memoryError
      case .syntaxWarning: .syntaxWarning
      case .deprecationWarning: .deprecationWarning
      }
    self.init(kind, diagnostic.message, hint: diagnostic.hint)
    trace.append(TracePoint(function: "", source: source, span: diagnostic.span))
  }

  /// Adds the place of one frame; every frame of the deepest recursion fits.
  func note(_ body: TracedBody, _ offset: Int) {
    if !body.folds.isEmpty { return noteFolded(body, offset) }
    if isPlaced {
      isPlaced = false
      return
    }
    guard trace.hasRoom, offset >= 0, offset < body.spans.count else { return }
    trace.append(TracePoint(body, offset))
  }

  /// The same where generator expressions run in place: each has a frame of its own in the trace.
  private func noteFolded(_ body: TracedBody, _ offset: Int) {
    let isKnown = isPlaced
    isPlaced = false
    guard trace.hasRoom, offset >= 0, offset < body.spans.count else { return }
    let folds = body.folds.filter { $0.start <= offset && offset < $0.end && $0.span != body.spans[offset] }
    if folds.isEmpty {
      if !isKnown { trace.append(TracePoint(body, offset)) }
      return
    }
    let generator = "<genexpr>"
    if !isKnown { trace.append(TracePoint(function: generator, source: body.source, span: body.spans[offset])) }
    for (index, fold) in folds.enumerated() {
      let function = index == folds.count - 1 ? body.function : generator
      trace.append(TracePoint(function: function, source: body.source, span: fold.span))
    }
  }
}

extension Code {
  /// Where an exception raised at an instruction goes in this body.
  borrowing func handler(covering offset: Int) -> Handler? {
    for index in 0..<handlerTable.count where handlerTable[index].covers(offset) { return handlerTable[index] }
    return nil
  }
}
