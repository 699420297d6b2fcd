extension Builtin {
  /// What a program can ask of tracebacks and of the frames in them.
  static let tracebackAttributes: [Builtin] = [
    traceback("tb_lineno", "The line that the frame was at.") { .int($0.line) },
    traceback("tb_next", "The traceback of the frame inside this one.") { $0.next },
    traceback("tb_lasti", "Where in its code the frame was; not told.") { _ in .int(0) },
    traceback("tb_frame", "The frame.") { .native(Ref(NativeObject(.frame, FramePayload($0.point)))) },
    traceback("_place", "The line's text and the columns of the failing part, for reports.") { $0.place },
    frame("f_lineno", "The line that the frame was at.") { .int($0.line) },
    frame("f_back", "The caller's frame; None where it is not kept.") { $0.back() },
    Builtin("frame.f_locals", "The variables, as long as the frame runs.") { (context, arguments) throws(Fault) in
      try arguments[0].nativePayload(FramePayload.self)?.locals(context) ?? .nothing
    },
    Builtin("frame.f_globals", "The module's variables.") { (context, arguments) throws(Fault) in
      try arguments[0].nativePayload(FramePayload.self)?.globals(context) ?? .nothing
    },
    Builtin("frame.f_builtins", "The names that need no import.") { (context, _) throws(Fault) in
      try context.namespace(of: context.builtins.unowned)
    },
    frame("f_lasti", "Where in its code the frame is; not told.") { _ in .int(0) },
    frame("f_trace", "None: nothing is traced.") { _ in .nothing },
    // Of an exception the frame stands for its code too: what programs ask of either has a name of its own.
    frame("f_code", "The code that ran.") { $0.code() },
    frame("co_name", "The function's name.") { .string($0.point.function) },
    frame("co_qualname", "The function's name.") { .string($0.point.function) },
    frame("co_filename", "The name of the source.") { .string($0.point.source.name) },
    frame("co_firstlineno", "The line of the frame; where the function begins is not kept.") { .int($0.line) },
  ]

  private static func traceback(
    _ name: String, _ documentation: String, _ value: @escaping (TracebackPayload) -> Value
  ) -> Builtin {
    Builtin("traceback.\(name)", documentation) { (_, arguments) throws(Fault) in
      guard let payload = arguments[0].nativePayload(TracebackPayload.self) else { return .nothing }
      return value(payload)
    }
  }

  private static func frame(
    _ name: String, _ documentation: String, _ value: @escaping (FramePayload) -> Value
  ) -> Builtin {
    Builtin("frame.\(name)", documentation) { (_, arguments) throws(Fault) in
      guard let payload = arguments[0].nativePayload(FramePayload.self) else { return .nothing }
      return value(payload)
    }
  }
}
