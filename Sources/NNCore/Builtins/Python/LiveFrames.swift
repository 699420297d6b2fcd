/// `sys._getframe()`: a call in progress.
final class LiveFramePayload: FramePayload {
  private let function: Value
  /// Where it stands among the frames.
  private let depth: Int
  private let caller: Value

  fileprivate init(_ point: TracePoint, _ function: consuming Value, _ depth: Int, caller: consuming Value) {
    self.function = function
    self.depth = depth
    self.caller = caller
    super.init(point)
  }

  override func back() -> Value { caller.copy() }
  override func code() -> Value { function.asFunction.map { .code($0.value.code.copy()) } ?? .nothing }

  override func globals(_ context: Context) throws(Fault) -> Value {
    guard let function = function.asFunction else { return .nothing }
    return try context.namespace(of: function.value.module.unowned)
  }

  override func locals(_ context: Context) throws(Fault) -> Value {
    guard let machine = context as? Machine, let function = function.asFunction else { return .nothing }
    var frame = machine.frames.current
    while machine.frames.depth(frame) > depth { frame = frame.below }
    guard machine.frames.depth(frame) == depth, frame.frame.function == function else {
      return .dictionary(Ref(DictionaryObject()))
    }
    return try context.localVariables(of: frame)
  }

  override func traverse(_ visitor: inout Visitor) {
    visitor.visit(function)
    visitor.visit(caller)
  }
}

extension Context {
  /// The frame that is `level` calls outside the one that asks. ValueError where there is none.
  func liveFrame(_ level: Int) throws(Fault) -> Value {
    guard let machine = self as? Machine else { return .nothing }
    var frames: [FramePointer] = []
    var frame = machine.callingFrame
    while machine.frames.depth(frame) > 0 {
      if frame.frame.function.value.module.value.name != "<native>" { frames.append(frame) }
      frame = frame.below
    }
    guard level < frames.count else { throw Fault(.valueError, "call stack is not deep enough") }
    var result = Value.nothing
    for frame in frames[level...].reversed() {
      let function = frame.frame.function
      let code = function.value.code.unowned
      let offset = frame.frame.programCounter.offset(from: function.value.start) - 1
      let span = offset >= 0 && offset < code.value.spans.count ? code.value.spans[offset] : code.value.span
      let point = TracePoint(function: code.value.name, source: code.value.source, span: span)
      let payload = LiveFramePayload(
        point, .function(function.owned()), machine.frames.depth(frame), caller: result)
      result = .native(Ref(NativeObject(.frame, payload)))
    }
    return result
  }
}
