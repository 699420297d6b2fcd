extension Builtin {
  /// `gc`, `errno`, `atexit` and `platform`, as far as programs use them.
  static let smallModules: [Builtin] = collection + errorNumbers + exitFunctions + platformNames

  private static let collection: [Builtin] = [
    Builtin("gc.collect(generation=2)", "Frees unreachable cycles; returns how many objects.", example: "gc.collect()")
    {
      (context, _) throws(Fault) in
      let count = CycleCollector.collect()
      // What has a finalizer is freed once that has run.
      guard Heap.needsService, let machine = context as? Machine else { return .int(count) }
      try machine.service()
      return .int(count &+ CycleCollector.collect())
    },
    Builtin("gc.enable()", "Cycles are collected.") { (context, _) throws(Fault) in
      context.collectsCycles = true
      return .nothing
    },
    Builtin("gc.disable()", "Accepted; `isenabled` says so, and cycles are still collected.") {
      (context, _) throws(Fault) in
      context.collectsCycles = false
      return .nothing
    },
    Builtin("gc.isenabled()", "Whether cycles are collected.", example: "gc.isenabled()  # True") {
      (context, _) throws(Fault) in
      .bool(context.collectsCycles)
    },
    Builtin("gc.get_count()", "How many containers were made since the last collection, by generation.") {
      (_, _) throws(Fault) in
      .tuple(numbers: [Swift.max(0, Heap.collectionThreshold - Heap.untilCollection), 0, 0])
    },
    Builtin("gc.get_threshold()", "When collections happen.", example: "gc.get_threshold()  # (700, 10, 10)") {
      (_, _) throws(Fault) in
      .tuple(numbers: [700, 10, 10])
    },
    Builtin("gc.set_threshold(*args)", "Accepted.") { (_, _) throws(Fault) in .nothing },
    Builtin("gc.freeze()", "Accepted.") { (_, _) throws(Fault) in .nothing },
    Builtin("gc.get_objects(generation=None)", "Not told: an empty list.") { (_, _) throws(Fault) in .texts([]) },
    constant("gc.garbage", "What could not be freed: nothing.") { .texts([]) },
  ]

  private static let errorNumbers: [Builtin] =
    errors.map { (name, value) in constant("errno.\(name)", "An error's number.") { .int(value) } } + [
      Builtin("errno.errorcode", "The names of the errors by number.") { (context, _) throws(Fault) in
        let names = Ref(DictionaryObject())
        for (name, value) in errors { try context.set(names.unowned, .int(value), .string(name)) }
        return .dictionary(names)
      }
    ]

  private static let errors = [
    ("EPERM", 1), ("ENOENT", 2), ("ESRCH", 3), ("EINTR", 4), ("EIO", 5), ("ENXIO", 6), ("E2BIG", 7), ("ENOEXEC", 8),
    ("EBADF", 9), ("ECHILD", 10), ("EAGAIN", 11), ("EWOULDBLOCK", 11), ("ENOMEM", 12), ("EACCES", 13), ("EFAULT", 14),
    ("EBUSY", 16), ("EEXIST", 17), ("EXDEV", 18), ("ENODEV", 19), ("ENOTDIR", 20), ("EISDIR", 21), ("EINVAL", 22),
    ("ENFILE", 23), ("EMFILE", 24), ("ENOTTY", 25), ("EFBIG", 27), ("ENOSPC", 28), ("ESPIPE", 29), ("EROFS", 30),
    ("EMLINK", 31), ("EPIPE", 32), ("EDOM", 33), ("ERANGE", 34), ("EDEADLK", 35), ("ENAMETOOLONG", 36),
    ("ENOTEMPTY", 39), ("ELOOP", 40), ("ENOTSUP", 95), ("ECONNREFUSED", 111), ("ETIMEDOUT", 110), ("ECONNRESET", 104),
  ]

  private static let exitFunctions: [Builtin] = [
    Builtin("atexit.register(func, /, *args, **kwargs)", "Calls a function when the program ends; returns it.") {
      (context, arguments) throws(Fault) in
      var entry = ValueList(capacity: 3)
      for index in 0..<3 { entry.append(arguments[index].copy()) }
      context.exitCalls.append(.tuple(entry))
      return arguments[0].copy()
    },
    Builtin("atexit.unregister(func, /)", "Calls it no longer.") { (context, arguments) throws(Fault) in
      var kept = ValueList()
      while let entry = context.exitCalls.popLast() {
        guard let tuple = entry.asTuple else { continue }
        let isSame = try context.sameOrEqual(tuple.value.items[0], arguments[0])
        if !isSame { kept.append(entry) }
      }
      kept.reverse()
      context.exitCalls = kept
      return .nothing
    },
  ]

  private static let platformNames: [Builtin] = [
    ("system", "Linux"), ("machine", "x86_64"), ("processor", ""), ("python_version", "3.11.7"),
    ("python_implementation", "nn"), ("release", ""), ("version", ""), ("node", ""), ("platform", "Linux-x86_64"),
  ].map { (name, value) in
    Builtin("platform.\(name)()", "What the interpreter runs on, or follows.", example: "platform.\(name)()") {
      (_, _) throws(Fault) in
      .string(value)
    }
  }
}

extension Value {
  static func tuple(numbers: [Int]) -> Value {
    var items = ValueList(capacity: numbers.count)
    for number in numbers { items.append(.int(number)) }
    return .tuple(items)
  }
}
