extension Builtin {
  /// The system's calls below `os`.
  static let posixModule: [Builtin] =
    [
      posix("listdir(path=None)", "The names in a folder.", "posix.listdir('/')") {
        (context, files, arguments) throws(Fault) in
        let path = arguments[0].isNone ? "." : try context.path(arguments[0])
        return .texts(try context.system(arguments[0]) { () throws(SystemFailure) in try files.names(in: path) })
      },
      posix("mkdir(path, mode=0o777, *, dir_fd=None)", "Makes a folder.") {
        (context, files, arguments) throws(Fault) in
        let path = try context.path(arguments[0])
        let mode = arguments.isGiven(1) ? try context.integer(arguments[1]) : 0o777
        try context.system(arguments[0]) { () throws(SystemFailure) in try files.makeFolder(path, mode: mode) }
        return .nothing
      },
      posix("rmdir(path, *, dir_fd=None)", "Removes an empty folder.") { (context, files, arguments) throws(Fault) in
        let path = try context.path(arguments[0])
        try context.system(arguments[0]) { () throws(SystemFailure) in try files.removeFolder(path) }
        return .nothing
      },
      removal("remove"), removal("unlink"), renaming("rename"), renaming("replace"),
      linking("link", isSymbolic: false), linking("symlink", isSymbolic: true),
      posix("readlink(path, *, dir_fd=None)", "What a symbolic link leads to.") {
        (context, files, arguments) throws(Fault) in
        let path = try context.path(arguments[0])
        return .string(try context.system(arguments[0]) { () throws(SystemFailure) in try files.linkTarget(path) })
      },
      posix("getcwd()", "The working folder.", "posix.getcwd()") { (context, files, _) throws(Fault) in
        .string(try context.system(.nothing) { () throws(SystemFailure) in try files.workingFolder() })
      },
      posix("chdir(path)", "Changes the working folder.") { (context, files, arguments) throws(Fault) in
        let path = try context.path(arguments[0])
        try context.system(arguments[0]) { () throws(SystemFailure) in try files.enterFolder(path) }
        return .nothing
      },
      posix("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", "Changes who may do what with a file.") {
        (context, files, arguments) throws(Fault) in
        let path = try context.path(arguments[0])
        let mode = try context.integer(arguments[1])
        try context.system(arguments[0]) { () throws(SystemFailure) in try files.setMode(path, mode) }
        return .nothing
      },
      posix("utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)", "Sets a file's times.") {
        (context, files, arguments) throws(Fault) in
        let path = try context.path(arguments[0])
        let (seconds, nanoseconds) = CLibrary.now
        var times = [Double(seconds) + Double(nanoseconds) * 1e-9]
        times.append(times[0])
        for (place, scale) in [(1, 1.0), (2, 1e-9)] where arguments.isGiven(place) && !arguments[place].isNone {
          let given = try context.items(arguments[place])
          guard given.count == 2 else {
            throw Fault(.typeError, "utime: 'times' must be either a tuple of two ints or None")
          }
          times = [try context.double(given[0]) * scale, try context.double(given[1]) * scale]
        }
        let (accessed, modified) = (times[0], times[1])
        try context.system(arguments[0]) { () throws(SystemFailure) in
          try files.setTimes(path, accessed: accessed, modified: modified)
        }
        return .nothing
      },
      posix(
        "access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
        "Whether the process may use a file.", "posix.access('/', posix.R_OK)  # True"
      ) { (context, files, arguments) throws(Fault) in
        .bool(files.canAccess(try context.path(arguments[0]), try context.integer(arguments[1])))
      },
      posix("stat(path, *, dir_fd=None, follow_symlinks=True)", "What the system knows of a file.") {
        (context, files, arguments) throws(Fault) in
        let follows = arguments.isGiven(2) ? try context.truth(arguments[2]) : true
        return try context.status(arguments[0], followingLinks: follows, files)
      },
      posix("lstat(path, *, dir_fd=None)", "The same of a link itself.") { (context, files, arguments) throws(Fault) in
        try context.status(arguments[0], followingLinks: false, files)
      },
      posix("fstat(fd)", "The same of an open file.") { (context, files, arguments) throws(Fault) in
        guard arguments[0].asInt != nil else {
          throw Fault(.typeError, "'\(arguments[0].typeName)' object cannot be interpreted as an integer")
        }
        return try context.status(arguments[0], followingLinks: true, files)
      },
      posix("getpid()", "The process's number.", "posix.getpid() > 0  # True") { (_, files, _) throws(Fault) in
        .int(files.processID)
      },
      posix("urandom(size, /)", "Random bytes of the system's.", "len(posix.urandom(4))  # 4") {
        (context, files, arguments) throws(Fault) in
        let count = try context.integer(arguments[0])
        if count < 0 { throw Fault(.valueError, "negative argument not allowed") }
        if count > 1 << 28 { throw Fault(.memoryError, "") }
        return .byteString(try context.system(.nothing) { () throws(SystemFailure) in try files.randomBytes(count) })
      },
      posix("putenv(name, value, /)", "Sets a variable of the environment.") {
        (context, files, arguments) throws(Fault) in
        let name = try context.path(arguments[0])
        if name.isEmpty || name.contains("=") { throw Fault(.valueError, "illegal environment variable name") }
        files.setEnvironment(name, try context.path(arguments[1]))
        return .nothing
      },
      posix("unsetenv(name, /)", "Removes a variable of the environment.") {
        (context, files, arguments) throws(Fault) in
        files.setEnvironment(try context.path(arguments[0]), nil)
        return .nothing
      },
      posix("strerror(code, /)", "The system's words for an error's number.", "posix.strerror(2)") {
        (context, _, arguments) throws(Fault) in
        .string(CLibrary.errorText(Int32(clamping: try context.integer(arguments[0]))))
      },
      posix("get_terminal_size(fd=1, /)", "The columns and lines of the terminal.") {
        (context, files, arguments) throws(Fault) in
        guard let size = files.terminalSize(Int32(clamping: try context.integer(arguments[0]))) else {
          throw Fault.system(25, "Inappropriate ioctl for device")
        }
        return try context.structure("terminal_size", .tuple(.int(size.columns), .int(size.lines)))
      },
      posix("system(command)", "Refused: no programs are started from here.") { (_, _, _) throws(Fault) in
        throw Fault(.osError, "commands of the shell do not run here")
      },
      posix("cpu_count()", "The processors, as far as a program has use for them.", "posix.cpu_count()  # 1") {
        (_, _, _) throws(Fault) in
        .int(1)
      },
      posix("_exit(status)", "Ends the program.") { (context, _, arguments) throws(Fault) in
        try Builtin.leave(context, arguments)
      },
      constant("posix.error", "An OSError.") { .type(.exception(.osError)) },
    ] + posixFiles + posixNumbers

  /// Files by their numbers.
  private static let posixFiles: [Builtin] = [
    posix("open(path, flags, mode=0o777, *, dir_fd=None)", "Opens a file; returns its number.") {
      (context, files, arguments) throws(Fault) in
      let path = try context.path(arguments[0])
      let flags = try context.integer(arguments[1])
      var request = OpenRequest()
      request.reads = flags & 3 != 1
      request.writes = flags & 3 != 0
      request.creates = flags & 0o100 != 0
      request.isExclusive = flags & 0o200 != 0
      request.truncates = flags & 0o1000 != 0
      request.appends = flags & 0o2000 != 0
      let wanted = request
      return .int(
        Int(try context.system(arguments[0]) { () throws(SystemFailure) in try files.open(path, wanted) }))
    },
    posix("close(fd)", "Closes a file.") { (context, files, arguments) throws(Fault) in
      let file = Int32(clamping: try context.integer(arguments[0]))
      try context.system(.nothing) { () throws(SystemFailure) in try files.close(file) }
      return .nothing
    },
    posix("read(fd, length, /)", "At most so many bytes of a file.") { (context, files, arguments) throws(Fault) in
      let file = Int32(clamping: try context.integer(arguments[0]))
      let count = try context.integer(arguments[1])
      if count < 0 { throw Fault.system(22, "Invalid argument") }
      let most = Swift.min(count, 1 << 28)
      return .byteString(
        try context.system(.nothing) { () throws(SystemFailure) in try files.read(file, atMost: most) })
    },
    posix("write(fd, data, /)", "Writes bytes; returns how many.") { (context, files, arguments) throws(Fault) in
      let file = Int32(clamping: try context.integer(arguments[0]))
      let data = try context.bytesLike(arguments[1])
      context.output.flush()
      return .int(try context.system(.nothing) { () throws(SystemFailure) in try files.write(file, data[...]) })
    },
    posix("lseek(fd, position, how, /)", "Moves to a place in a file.") { (context, files, arguments) throws(Fault) in
      let file = Int32(clamping: try context.integer(arguments[0]))
      let (offset, origin) = (try context.integer(arguments[1]), try context.integer(arguments[2]))
      return .int(
        try context.system(.nothing) { () throws(SystemFailure) in
          try files.seek(file, offset, from: Int32(clamping: origin))
        })
    },
    posix("isatty(fd, /)", "Whether a file is a terminal.") { (context, files, arguments) throws(Fault) in
      .bool(files.isTerminal(Int32(clamping: try context.integer(arguments[0]))))
    },
  ]

  private static let posixNumbers: [Builtin] = [
    ("F_OK", 0), ("X_OK", 1), ("W_OK", 2), ("R_OK", 4), ("O_RDONLY", 0), ("O_WRONLY", 1), ("O_RDWR", 2),
    ("O_CREAT", 0o100), ("O_EXCL", 0o200), ("O_TRUNC", 0o1000), ("O_APPEND", 0o2000),
  ].map { (name, value) in constant("posix.\(name)", "A number of the system's calls.") { .int(value) } }

  private static func removal(_ name: String) -> Builtin {
    posix("\(name)(path, *, dir_fd=None)", "Removes a file.") { (context, files, arguments) throws(Fault) in
      let path = try context.path(arguments[0])
      try context.system(arguments[0]) { () throws(SystemFailure) in try files.remove(path) }
      return .nothing
    }
  }

  private static func renaming(_ name: String) -> Builtin {
    posix("\(name)(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Renames a file; another of that name is gone.") {
      (context, files, arguments) throws(Fault) in
      let (path, target) = (try context.path(arguments[0]), try context.path(arguments[1]))
      try context.system(arguments[0], arguments[1]) { () throws(SystemFailure) in try files.rename(path, to: target) }
      return .nothing
    }
  }

  private static func linking(_ name: String, isSymbolic: Bool) -> Builtin {
    posix(
      isSymbolic ? "symlink(src, dst, target_is_directory=False, *, dir_fd=None)" : "link(src, dst)",
      "Gives a file another name."
    ) { (context, files, arguments) throws(Fault) in
      let (target, path) = (try context.path(arguments[0]), try context.path(arguments[1]))
      try context.system(arguments[0], arguments[1]) { () throws(SystemFailure) in
        try files.makeLink(path, to: target, isSymbolic: isSymbolic)
      }
      return .nothing
    }
  }

  private static func posix(
    _ declaration: String, _ documentation: String, _ example: String = "",
    _ body: @escaping (Context, any FileSystem, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin("posix." + declaration, documentation, example: example) { (context, arguments) throws(Fault) in
      try body(context, try context.systemFiles(), arguments)
    }
  }

  /// `posix.environ`, made when it is asked for.
  static func environment(_ context: Context) throws(Fault) -> Value {
    let result = Ref(DictionaryObject())
    for (name, value) in context.files?.environment ?? [] {
      try context.set(result.unowned, .string(name), .string(value))
    }
    return .dictionary(result)
  }
}

extension Context {
  /// Calls the system; what it refuses becomes an OSError that names the files.
  func system<T>(
    _ file: borrowing Value, _ second: borrowing Value = .nothing, _ body: () throws(SystemFailure) -> T
  ) throws(Fault) -> T {
    do throws(SystemFailure) {
      return try body()
    } catch {
      let fault = Fault.system(error, filename: pathValue(file))
      if !second.isNone { fault.object?.value.setField("filename2", pathValue(second)) }
      throw fault
    }
  }

  fileprivate func status(
    _ file: borrowing Value, followingLinks: Bool, _ files: any FileSystem
  ) throws(Fault) -> Value {
    let status: FileStatus
    if let number = file.asInt {
      let descriptor = Int32(clamping: number)
      status = try system(.nothing) { () throws(SystemFailure) in try files.status(of: descriptor) }
    } else {
      let path = try self.path(file) {
        "\(followingLinks ? "stat: " : "lstat: ")path should be string, bytes, os.PathLike or integer, not \($0)"
      }
      status = try system(file) { () throws(SystemFailure) in
        try files.status(at: path, followingLinks: followingLinks)
      }
    }
    var items = ValueList(capacity: 19)
    for number in [
      status.mode, status.inode, status.device, status.links, status.user, status.group, status.size,
      status.accessed.0, status.modified.0, status.changed.0,
    ] { items.append(.int(number)) }
    let times = [status.accessed, status.modified, status.changed]
    for (seconds, nanoseconds) in times { items.append(.float(Double(seconds) + Double(nanoseconds) * 1e-9)) }
    for (seconds, nanoseconds) in times { items.append(.int(seconds &* 1_000_000_000 &+ nanoseconds)) }
    for number in [4096, (status.size + 511) / 512, 0] { items.append(.int(number)) }
    return try structure("stat_result", .tuple(items))
  }

  /// A tuple with named items, of a type of the module `_structures`.
  func structure(_ name: String, _ items: consuming Value) throws(Fault) -> Value {
    guard let machine = self as? Machine else { return items }
    let module: Value
    do throws(Fault) { module = try machine.importModule("_structures") } catch {
      guard error.isKind(.importError) || error.isKind(.syntaxError) else { throw error }
      return items
    }
    var arguments = ValueList(capacity: 1)
    arguments.append(items)
    return try call(try attribute(module, Symbol(name)), arguments)
  }
}
