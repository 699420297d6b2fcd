import Glibc

/// A call of the system's libraries that cannot be stopped, on a thread of its own: after Ctrl-C nobody waits for it any
/// longer. It then runs on for itself, and what it still works on is freed at its end.
///
/// Only the interpreter's thread makes calls and lets go of memory; the call's thread frees what it is left with.
public final class DetachedCall {
  /// Tells that the user wants to stop.
  public nonisolated(unsafe) static var flag = InterruptFlag.never
  /// The call that was left a moment ago: what those around it free belongs to it.
  private nonisolated(unsafe) static var left: DetachedCall?

  private let body: () -> Int
  private var result = 0
  private var hasEnded = false
  /// Whether nobody waits any longer, and all of `kept` is known.
  private var isAlone = false
  private var kept: [UnsafeMutableRawPointer] = []
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let signal = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  private init(_ body: @escaping () -> Int) {
    self.body = body
    pthread_mutex_init(lock, nil)
    pthread_cond_init(signal, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(signal)
    lock.deallocate()
    signal.deallocate()
  }

  /// What `body` gives, or `Lapack.interrupted` after Ctrl-C. `operations` is about how much it computes: little is done
  /// at once.
  static func run(operations: Double, _ body: @escaping () -> Int) -> Int {
    if operations < 2e7 { return body() }
    let call = DetachedCall(body)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(call).toOpaque()
    let failure = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<DetachedCall>.fromOpaque(context).takeRetainedValue().perform() }
        return nil
      }, context)
    if failure != 0 {
      Unmanaged<DetachedCall>.fromOpaque(context).release()
      return body()
    }
    pthread_detach(thread)
    return call.wait()
  }

  private func perform() {
    let result = body()
    pthread_mutex_lock(lock)
    self.result = result
    hasEnded = true
    let isAlone = isAlone
    pthread_cond_signal(signal)
    pthread_mutex_unlock(lock)
    if isAlone { freeKept() }
  }

  /// Waits for the end or for Ctrl-C, with a look at its flag every few milliseconds.
  private func wait() -> Int {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    var looks = 0
    while !hasEnded {
      var until = timespec()
      clock_gettime(CLOCK_REALTIME, &until)
      until.tv_nsec += 10_000_000
      if until.tv_nsec >= 1_000_000_000 {
        until.tv_nsec -= 1_000_000_000
        until.tv_sec += 1
      }
      pthread_cond_timedwait(signal, lock, &until)
      looks += 1
      // A moment, so that the thread has begun and taken its arguments.
      if hasEnded || looks < 3 || !DetachedCall.flag.isRaised { continue }
      DetachedCall.left = self
      FortranArguments.renew()
      return Lapack.interrupted
    }
    return result
  }

  // MARK: Memory

  /// Whether memory that is let go of now may still be in a call's use.
  public static var keepsMemory: Bool { left != nil }

  /// Leaves memory of `malloc` to the call that was left.
  public static func keep(_ block: UnsafeMutableRawPointer) { left?.kept.append(block) }

  /// Those around the call that was left have let go of all that they had.
  public static func endUnwinding() {
    guard let call = left else { return }
    left = nil
    pthread_mutex_lock(call.lock)
    call.isAlone = true
    let hasEnded = call.hasEnded
    pthread_mutex_unlock(call.lock)
    if hasEnded { call.freeKept() }
  }

  private func freeKept() {
    for block in kept { free(block) }
    kept = []
  }
}
