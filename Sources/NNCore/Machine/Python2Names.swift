/// What Python 2 called otherwise.
enum Python2Names {
  /// Its modules, and what Python 3 has instead (in parentheses: nothing of that sort runs here).
  static let modules = [
    "StringIO": "io", "cStringIO": "io", "cPickle": "pickle", "Queue": "queue", "ConfigParser": "configparser",
    "__builtin__": "builtins", "HTMLParser": "html.parser", "urllib2": "(urllib.request, which needs a network)",
    "urlparse": "urllib.parse", "commands": "(subprocess)", "thread": "(threading)", "httplib": "(http.client)",
    "Tkinter": "(tkinter)", "sets": "(the builtin set)", "md5": "hashlib", "exceptions": "builtins",
    "itertools2": "itertools", "copy_reg": "copyreg",
  ]

  /// Names of its modules, and the dotted names that they have now.
  static let members = [
    "itertools.izip": "builtins.zip", "itertools.imap": "builtins.map", "itertools.ifilter": "builtins.filter",
    "itertools.izip_longest": "itertools.zip_longest", "itertools.ifilterfalse": "itertools.filterfalse",
    "sys.maxint": "sys.maxsize", "string.letters": "string.ascii_letters",
    "string.lowercase": "string.ascii_lowercase", "string.uppercase": "string.ascii_uppercase",
    "string.join": "_python2.join", "string.split": "_python2.split", "string.upper": "builtins.str.upper",
    "string.lower": "builtins.str.lower", "string.strip": "builtins.str.strip",
    "string.replace": "builtins.str.replace", "string.atoi": "builtins.int", "string.atof": "builtins.float",
    "string.maketrans": "builtins.str.maketrans", "os.getcwdu": "os.getcwd", "builtins.cmp": "_python2.cmp",
    "builtins.apply": "_python2.apply", "builtins.execfile": "_python2.execfile", "builtins.file": "builtins.open",
    "builtins.intern": "sys.intern", "builtins.reload": "importlib.reload", "builtins.raw_input": "builtins.input",
    "urllib.urlencode": "urllib.parse.urlencode", "urllib.quote": "urllib.parse.quote",
  ]

  /// Methods of its dictionaries.
  static let dictionaryMethods: Set<String> = [
    "has_key", "iteritems", "iterkeys", "itervalues", "viewitems", "viewkeys", "viewvalues",
  ]
}

extension Machine {
  /// Whether the text that runs is Python 2's.
  private var runsPython2: Bool { callingFrame.frame.function.value.module.value.divisionFlags != 0 }

  func findOlderMember(_ module: Unowned<ModuleObject>, _ name: Symbol) throws(Fault) -> Value? {
    guard let path = Python2Names.members[module.value.name + "." + name.name], runsPython2 else { return nil }
    var value = Value.nothing
    for (position, part) in path.split(separator: ".").enumerated() {
      if position == 0 {
        value = part == "builtins" ? .module(builtins.copy()) : try importModule(String(part))
      } else if let member = try? attribute(value, Symbol(String(part))) {
        value = member
      } else {
        return nil
      }
    }
    return .some(value)
  }

  func findOlderAttribute(_ value: borrowing Value, _ name: Symbol) throws(Fault) -> Value? {
    let isMethod = value.asDictionary != nil && Python2Names.dictionaryMethods.contains(name.name)
    var isNext = name.name == "next" && runsPython2
    if isNext { isNext = try isIterator(value) }
    guard isMethod || isNext else { return nil }
    let function = try attribute(try importModule("_python2"), name)
    return .some(.boundMethod(Ref(BoundMethod(value.copy(), function))))
  }
}
