// A fence file: functions of the C library that take pointers.
import Glibc

/// The C library's functions behind Python's modules, without their pointers.
enum CLibrary {
  /// The fraction, of magnitude in 0.5..<1, and the exponent of 2 that make up a finite number.
  static func frexp(_ x: Double) -> (fraction: Double, exponent: Int32) {
    var exponent: Int32 = 0
    let fraction = unsafe Glibc.frexp(x, &exponent)
    return (fraction, exponent)
  }

  /// What a clock shows, in seconds and nanoseconds.
  static func time(of clock: clockid_t) -> (seconds: Int, nanoseconds: Int) {
    var time = timespec()
    _ = unsafe clock_gettime(clock, &time)
    return (time.tv_sec, time.tv_nsec)
  }

  /// Seconds since 1970 and nanoseconds.
  static var now: (seconds: Int, nanoseconds: Int) { time(of: CLOCK_REALTIME) }

  /// The system's words for an error's number.
  static func errorText(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "Unknown error \(code)" }
    return unsafe String(cString: text)
  }

  /// Waits for less than a second, or until a signal comes.
  static func nap(nanoseconds: Int) {
    var nap = timespec(tv_sec: 0, tv_nsec: nanoseconds)
    _ = unsafe nanosleep(&nap, nil)
  }
}
