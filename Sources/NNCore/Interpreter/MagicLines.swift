/// A `%` line's one declaration: what it is called, what it takes and does. Help, completion and the error for an unknown
/// one come from here; its body is the function of that name in scripts/lib/_magics.py.
public struct Magic: Sendable {
  public let name: String
  /// What may follow the name.
  public let usage: String
  public let documentation: String
  /// Whether it does anything here.
  let hasEffect: Bool
  /// Whether it takes a file, so that Tab offers such.
  let takesFile: Bool

  fileprivate init(
    _ name: String, _ usage: String, _ documentation: String, hasEffect: Bool = true, takesFile: Bool = false
  ) {
    self.name = name
    self.usage = usage
    self.documentation = documentation
    self.hasEffect = hasEffect
    self.takesFile = takesFile
  }

  fileprivate static func accepted(_ name: String) -> Magic {
    Magic(name, "…", "Accepted without effect.", hasEffect: false)
  }
}

/// The `%` and `!` lines of notebooks and the prompt.
public enum MagicLines {
  /// All that there are; grammar.md lists them.
  public static let table: [Magic] = [
    Magic("%who", "[type…]", "Lists the variables."),
    Magic("%whos", "[type…]", "Lists the variables with type, dtype, shape, bytes and a glance of their values."),
    Magic("%who_ls", "[type…]", "The sorted list of the variables."),
    Magic("%time", "statement", "Runs a statement and tells how long it took."),
    Magic("%timeit", "[-n N] [-r R] [-q] [-o] statement", "Runs a statement many times and tells how long it takes."),
    Magic("%prun", "statement", "Runs a statement and tells how long each line took."),
    Magic(
      "%run", "[-i] file [arguments]", "Runs a file, which sees the session's variables after -i; its own stay.",
      takesFile: true),
    Magic("%load", "file", "Puts a file's text, or that of a function, into the next input.", takesFile: true),
    Magic(
      "%save", "[-a] file [numbers]", "Writes statements of this session into a file: %save session.nn 1-3 5.",
      takesFile: true),
    Magic("%edit", "[file or name]", "Edits a text in $EDITOR and runs it.", takesFile: true),
    Magic("%reset", "[-f]", "Forgets all variables, In and Out; asks first, unless -f is given."),
    Magic("%hist", "[-n] [numbers]", "Shows the statements of this session."),
    Magic("%history", "[-n] [numbers]", "The same as %hist."),
    Magic("%cd", "[folder]", "Changes the working folder; cd - goes back.", takesFile: true),
    Magic("%pwd", "", "The working folder."),
    Magic("%env", "[name[=value]]", "Shows or sets variables of the environment."),
    Magic("%debug", "", "Looks at the frames of the last error."),
    Magic("%pdb", "[on|off]", "Whether an error opens %debug."),
    Magic("%tb", "", "Shows the last error again."),
    Magic("%pinfo", "name", "What name? shows: type, signature, documentation."),
    Magic("%pinfo2", "name", "What name?? shows: the source, too."),
    Magic("%shapes", "[on|off]", "Whether an array's value is followed by its dtype and shape."),
    Magic("%lsmagic", "", "Lists these lines."),
    Magic("%magic", "", "Tells what these lines do."),
    .accepted("%matplotlib"), .accepted("%load_ext"), .accepted("%reload_ext"), .accepted("%autoreload"),
    .accepted("%config"), .accepted("%pylab"), .accepted("%version_information"), .accepted("%watermark"),
    Magic("%precision", "[digits]", "How many digits arrays show; without a number as at the start."),
    .accepted("%xmode"), .accepted("%colors"),
    Magic("%%time", "", "Tells how long a cell took."),
    Magic("%%timeit", "[-n N] [-r R] [setup]", "Runs a cell many times and tells how long it takes."),
    Magic("%%prun", "", "Tells how long each line of a cell took."),
    Magic("%%capture", "[name]", "Runs a cell and keeps what it prints, as name.stdout and name.stderr."),
    Magic("%%writefile", "[-a] file", "Writes a cell into a file.", takesFile: true),
    Magic("%%bash", "", "Runs a cell in the shell."),
    Magic("%%sh", "", "Runs a cell in the shell."),
  ]

  /// Runs a line such as `%who`, `!ls` or `f?`; its value is what it gives to an assignment.
  static func run(_ line: String, wantsValue: Bool, in context: Context) throws(Fault) -> Value {
    if line.hasPrefix("!") {
      return try call(wantsValue ? "shell_lines" : "shell", String(line.dropFirst()), in: context)
    }
    var name = String(line.prefix { $0 != " " })
    var rest = String(line.dropFirst(name.count).drop { $0 == " " })
    // A semicolon keeps the value to itself, as behind an expression.
    let isSilent = !wantsValue && (rest.isEmpty ? name : rest).hasSuffix(";")
    if isSilent, rest.isEmpty { name.removeLast() } else if isSilent { rest.removeLast() }
    guard let magic = table.first(where: { $0.name == name }) else {
      let near = Spelling.nearest(name, table.map(\.name))
      throw Fault(
        .nameError, "the magic line '\(name)' is not available",
        hint: near.map { "did you mean '\($0)'?" } ?? "%lsmagic lists those that are")
    }
    // A cell's instruction in the midst of a program; `cell` runs those that stand at a prompt.
    if !magic.hasEffect || name.hasPrefix("%%") { return .nothing }
    let result = try call("line_" + name.dropFirst(), rest, in: context)
    if wantsValue || result.isNone { return result }
    // What a line gives is a value like any other.
    if !isSilent, let machine = context as? Machine { try machine.displayHandler?(machine, result) }
    return .nothing
  }

  /// A cell that begins with an instruction such as `%%time`.
  struct Cell {
    /// The instruction without its signs.
    let name: String
    /// What follows it on the line.
    let arguments: String
    /// How many lines stand above the body.
    let above: Int
    let body: String
  }

  /// What a cell's text is that begins with an instruction; nil where it begins otherwise. Blank lines and comments may
  /// stand before it.
  static func cell(_ text: String) -> Cell? {
    var rest = text[...]
    var above = 1
    while !rest.hasPrefix("%%") {
      guard let end = rest.firstIndex(of: "\n") else { return nil }
      let line = rest[..<end].drop { $0 == " " || $0 == "\t" }
      if !line.isEmpty && !line.hasPrefix("#") { return nil }
      rest = rest[rest.index(after: end)...]
      above += 1
    }
    let line = rest.prefix { $0 != "\n" }
    let name = line.prefix { $0 != " " }
    guard let magic = table.first(where: { $0.name == name }), magic.hasEffect else { return nil }
    return Cell(
      name: String(name.dropFirst(2)), arguments: String(line.dropFirst(name.count).drop { $0 == " " }), above: above,
      body: String(rest.dropFirst(line.count + 1)))
  }

  /// Runs a cell that begins with an instruction; `name` is the cell's own.
  static func run(_ cell: Cell, name: String, in context: Context) throws(Fault) {
    let module = try context.importLibrary("_magics")
    let function = try context.attribute(module, Symbol("cell_" + cell.name))
    var arguments = ValueList()
    arguments.append(.string(cell.arguments))
    arguments.append(.string(cell.body))
    arguments.append(.string(name))
    arguments.append(.int(cell.above))
    _ = try context.call(function, arguments)
  }

  /// Calls a function of the library's module for these lines.
  static func call(_ name: String, _ text: String, in context: Context) throws(Fault) -> Value {
    let module = try context.importLibrary("_magics")
    let function = try context.attribute(module, Symbol(name))
    return try context.call(function, .string(text))
  }
}
