import Glibc

/// Runs the interpreter on a thread with a stack for deep recursion; the main thread's 8 MB would end in a crash where
/// Python raises RecursionError.
enum LargeStack {
  private static let sizes = [512 << 20, 64 << 20]

  private final class Work {
    let body: () -> Int32
    var result: Int32 = 1
    init(_ body: @escaping () -> Int32) { self.body = body }
  }

  /// The result of `body`; nil when the system gives no thread. Ctrl-C reaches that thread, whatever it reads.
  static func run(_ body: @escaping () -> Int32) -> Int32? {
    let work = Work(body)
    for size in sizes {
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      defer { pthread_attr_destroy(&attributes) }
      pthread_attr_setstacksize(&attributes, size)
      var thread = pthread_t()
      let argument = Unmanaged.passRetained(work)
      let code = pthread_create(
        &thread, &attributes,
        { argument in
          guard let argument else { return nil }
          let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
          work.result = work.body()
          return nil
        }, argument.toOpaque())
      if code == 0 {
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        pthread_sigmask(SIG_BLOCK, &interrupt, nil)
        pthread_join(thread, nil)
        return work.result
      }
      argument.release()
    }
    return nil
  }
}
