extension Builtin {
  /// Python's exception classes, each constructible from its arguments, and the names that two of them had.
  static let exceptionTypes: [Builtin] =
    ExceptionKind.allCases.map { kind in
      Builtin("\(kind.name)(*args)", "An exception of this class.", constructs: .exception(kind)) {
        (_, arguments) throws(Fault) in
        .exception(Ref(ExceptionObject(kind, arguments.variadic(0)?.value.items.copies() ?? ValueList())))
      }
    }
    + ["IOError", "EnvironmentError"].map { constant($0, "Another name of OSError.") { .type(.exception(.osError)) } }

  /// What Python 2 has under other names.
  static let python2Names: [Builtin] = [
    constant("xrange", "Python 2's name of range.") { .type(.range) },
    constant("unicode", "Python 2's name of str.") { .type(.string) },
    constant("basestring", "Python 2's name of str.") { .type(.string) },
    constant("long", "Python 2's name of int.") { .type(.int) },
    constant("unichr", "Python 2's name of chr.") { .builtin(BuiltinObject.make(.chr)) },
    constant("raw_input", "Python 2's name of input.") { .builtin(BuiltinObject.make(.input)) },
  ]
}
