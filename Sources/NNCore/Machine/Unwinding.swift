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
      if handlingCount > 0 { noteContext(of: fault) }
    }
    while true {
      let frame = frames.current
      let function = frame.frame.function
      let code = function.value.code.unowned
      let offset = frame.frame.programCounter.offset(from: function.value.start) - 1
      var R = frame.frame.base
      fault.note(code.value.traced, offset)
      let handler = code.value.handler(covering: offset)
      if handlingCount > 0 { stopHandling(code, R, offset, goingTo: handler?.target ?? -1) }
      if let handler {
        R.clear(handler.register..<function.value.registerCount)
        R.set(handler.register, .exception(fault.exception()))
        handlingCount += 1
        var counter = ProgramCounter(function.value.start)
        counter.jump(handler.target)
        frame.frame.programCounter = counter
        return true
      }
      if session.isOpen, offset >= 0, offset < code.value.spans.count { keepFrame(frame, code, offset, fault) }
      R.clear(0..<function.value.registerCount)
      // Below the registers of a special method's frame stands its function, or the new instance.
      let isGenerator = function.value.isGenerator && offset > 1
      if frame.frame.destination < 0, !isGenerator { R.clear(-1..<0) }
      if isGenerator { fail(frame, &fault) }
      frames.current = frame.below
      if frame == entry { return false }
    }
  }

  /// Keeps the variables of a frame that is left, for `%debug`.
  private func keepFrame(_ frame: FramePointer, _ code: Unowned<Code>, _ offset: Int, _ fault: Fault) {
    session.note(TracePoint(code.value.traced, offset), isInnermost: fault.trace.count <= 1) {
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
  private func noteContext(of fault: Fault) {
    guard let handled = handledException()?.owned() else { return }
    let exception = fault.exception()
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
    trace = [TracePoint(function: "", source: source, span: diagnostic.span)]
  }

  /// Adds the place of one frame; every frame of the deepest recursion fits.
  func note(_ body: TracedBody, _ offset: Int) {
    if !body.folds.isEmpty { return noteFolded(body, offset) }
    if isPlaced {
      isPlaced = false
      return
    }
    guard trace.count < 20_000, offset >= 0, offset < body.spans.count else { return }
    if trace.isEmpty { trace.reserveCapacity(4) }
    trace.append(TracePoint(body, offset))
  }

  /// The same where generator expressions run in place: each has a frame of its own in the trace.
  private func noteFolded(_ body: TracedBody, _ offset: Int) {
    let isKnown = isPlaced
    isPlaced = false
    guard trace.count < 20_000, offset >= 0, offset < body.spans.count else { return }
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
