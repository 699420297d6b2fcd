extension Builtin {
  /// What Python 2's programs call, in a module that only they see.
  static let python2Functions: [Builtin] = [
    Builtin("_python2.has_key(self, key, /)", "Whether a dictionary has a key.", example: "{1: 2}.has_key(1)  # True") {
      (context, arguments) throws(Fault) in
      guard let dictionary = arguments[0].asDictionary else { return .bool(false) }
      return .bool(try context.find(dictionary, arguments[1]) != nil)
    },
    view("viewkeys", .keys, iterates: false), view("viewvalues", .values, iterates: false),
    view("viewitems", .items, iterates: false), view("iterkeys", .keys, iterates: true),
    view("itervalues", .values, iterates: true), view("iteritems", .items, iterates: true),
    Builtin("_python2.next(self, /)", "The next item of an iterator.") { (context, arguments) throws(Fault) in
      guard let item = try context.next(arguments[0]) else { throw Fault.stopIteration() }
      return item
    },
    Builtin("_python2.cmp(x, y, /)", "-1, 0 or 1: how two values compare.") { (context, arguments) throws(Fault) in
      if try context.truth(try context.compare(.less, arguments[0], arguments[1])) { return .int(-1) }
      return .int(try context.sameOrEqual(arguments[0], arguments[1]) ? 0 : 1)
    },
    Builtin("_python2.apply(function, args=(), kwargs=None, /)", "Calls a function with a list of arguments.") {
      (context, arguments) throws(Fault) in
      let items = arguments.isGiven(1) ? try context.items(arguments[1]) : ValueList()
      return try context.call(arguments[0], items, keywords: arguments[2])
    },
    Builtin("_python2.execfile(filename, globals=None, locals=None, /)", "Runs a file's text.") {
      (context, arguments) throws(Fault) in
      let path = try context.path(arguments[0])
      let files = try context.systemFiles()
      let bytes: [UInt8]
      do throws(SystemFailure) { bytes = try files.contents(of: path) } catch {
        throw Fault.system(error, filename: arguments[0])
      }
      var given = ValueList(capacity: 3)
      given.append(.string(UnicodeText(utf8: bytes)))
      for index in 1..<3 { given.append(arguments[index].copy()) }
      return try context.call(try context.attribute(.module(context.builtins.copy()), Symbol("exec")), given)
    },
    Builtin("_python2.join(words, sep=' ', /)", "The words in one text.") { (context, arguments) throws(Fault) in
      try context.call(try context.attribute(arguments[1], Symbol("join")), arguments[0].copy())
    },
    Builtin("_python2.split(s, sep=None, maxsplit=-1, /)", "The words of a text.") {
      (context, arguments) throws(Fault) in
      try context.call(
        try context.attribute(arguments[0], Symbol("split")), arguments[1].copy(), arguments[2].copy())
    },
  ]

  private static func view(_ name: String, _ mode: ViewObject.Mode, iterates: Bool) -> Builtin {
    Builtin("_python2.\(name)(self, /)", "The \(mode.rawValue) of a dictionary.") {
      (context, arguments) throws(Fault) in
      let view = Value.view(Ref(ViewObject(mode, arguments[0].copy())))
      return iterates ? try context.iterate(view) : view
    }
  }
}
