import Glibc

extension Builtin {
  static let timeModule: [Builtin] = [
    clock("time", "Seconds since 1970.", CLOCK_REALTIME),
    clock("perf_counter", "Seconds of a clock for measuring.", CLOCK_MONOTONIC),
    clock("monotonic", "Seconds of a clock that never goes back.", CLOCK_MONOTONIC),
    clock("process_time", "Seconds of processor time.", CLOCK_PROCESS_CPUTIME_ID),
    clock("clock", "Python 2's seconds of processor time.", CLOCK_PROCESS_CPUTIME_ID),
    nanoseconds("time_ns", "Nanoseconds since 1970.", CLOCK_REALTIME),
    nanoseconds("perf_counter_ns", "Nanoseconds of a clock for measuring.", CLOCK_MONOTONIC),
    nanoseconds("monotonic_ns", "Nanoseconds of a clock that never goes back.", CLOCK_MONOTONIC),
    nanoseconds("process_time_ns", "Nanoseconds of processor time.", CLOCK_PROCESS_CPUTIME_ID), .sleep,
  ]

  private static func clock(_ name: String, _ documentation: String, _ clock: clockid_t) -> Builtin {
    Builtin("time.\(name)()", documentation, example: "time.\(name)()") { (_, _) throws(Fault) in
      let (seconds, nanoseconds) = CLibrary.time(of: clock)
      return .float(Double(seconds) + Double(nanoseconds) * 1e-9)
    }
  }

  private static func nanoseconds(_ name: String, _ documentation: String, _ clock: clockid_t) -> Builtin {
    Builtin("time.\(name)()", documentation, example: "time.\(name)()") { (_, _) throws(Fault) in
      let (seconds, nanoseconds) = CLibrary.time(of: clock)
      return .int(seconds &* 1_000_000_000 &+ nanoseconds)
    }
  }

  static let sleep = Builtin("time.sleep(seconds, /)", "Waits; Ctrl-C ends it.", example: "time.sleep(0.1)") {
    (context, arguments) throws(Fault) in
    let seconds = try context.real(arguments[0]) { .type("'\($0)' object cannot be interpreted as an integer") }
    if seconds.isNaN { throw Fault(.valueError, "Invalid value NaN (not a number)") }
    if seconds < 0 { throw Fault(.valueError, "sleep length must be non-negative") }
    if seconds > 9e9 { throw Fault(.overflowError, "timestamp too large to convert to C _PyTime_t") }
    context.output.flush()
    // Short naps, so that an interrupt is seen soon.
    let (start, fraction) = CLibrary.time(of: CLOCK_MONOTONIC)
    while true {
      try context.checkInterrupt()
      let (now, part) = CLibrary.time(of: CLOCK_MONOTONIC)
      let left = seconds - (Double(now - start) + Double(part - fraction) * 1e-9)
      if left <= 0 { return .nothing }
      CLibrary.nap(nanoseconds: Int(Swift.min(left, 0.02) * 1e9))
    }
  }
}
