/// A `%` line's one declaration: what it is called, what it takes and does. Help, completion and the error for an unknown
/// one come from here; its body is the function of that name in scripts/lib/_magics.py.
public struct Magic: Sendable {
  public let name: String
  /// What may follow the name.
  public let usage: String
  public let documentation: String
  /// Whether it does anything here.
  let hasEffect: Bool

  fileprivate init(_ name: String, _ usage: String, _ documentation: String, hasEffect: Bool = true) {
    self.name = name
    self.usage = usage
    self.documentation = documentation
    self.hasEffect = hasEffect
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
    Magic("%run", "[-i] file [arguments]", "Runs a file; its variables stay."),
    Magic("%load", "file", "Puts a file's text, or that of a function, into the next input."),
    Magic("%save", "[-a] file [numbers]", "Writes statements of this session into a file: %save session.nn 1-3 5."),
    Magic("%edit", "[file or name]", "Edits a text in $EDITOR and runs it."),
    Magic("%reset", "[-f]", "Forgets all variables, In and Out."),
    Magic("%hist", "[-n] [numbers]", "Shows the statements of this session."),
    Magic("%history", "[-n] [numbers]", "The same as %hist."),
    Magic("%cd", "[folder]", "Changes the working folder; cd - goes back."),
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
    .accepted("%precision"), .accepted("%xmode"), .accepted("%colors"),
    Magic("%%time", "", "Tells how long a cell took (at the prompt)."),
    Magic("%%timeit", "", "Runs a cell many times and tells how long it takes (at the prompt)."),
    Magic("%%prun", "", "Tells how long each line of a cell took (at the prompt)."),
    Magic("%%writefile", "file", "Writes a cell into a file (at the prompt)."),
    Magic("%%bash", "", "Runs a cell in the shell (at the prompt)."),
    Magic("%%sh", "", "Runs a cell in the shell (at the prompt)."),
    .accepted("%%capture"),
  ]

  /// Runs a line such as `%who`, `!ls` or `f?`; its value is what it gives to an assignment.
  static func run(_ line: String, wantsValue: Bool, in context: Context) throws(Fault) -> Value {
    if line.hasPrefix("!") {
      return try call(wantsValue ? "shell_lines" : "shell", String(line.dropFirst()), in: context)
    }
    let name = String(line.prefix { $0 != " " })
    let rest = String(line.dropFirst(name.count).drop { $0 == " " })
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
    // What a line gives is shown as a value is; nothing of it is kept.
    try context.output.write(try context.repr(result) + "\n")
    return .nothing
  }

  /// The text of a prompt's cell that begins with an instruction such as `%%time`: the instruction, what follows it on
  /// the line, and the lines below; nil where it begins otherwise.
  static func cell(_ text: String) -> (name: String, arguments: String, body: String)? {
    guard text.hasPrefix("%%") else { return nil }
    let line = text.prefix { $0 != "\n" }
    let name = line.prefix { $0 != " " }
    guard let magic = table.first(where: { $0.name == name }), magic.hasEffect else { return nil }
    return (
      String(name.dropFirst(2)), String(line.dropFirst(name.count).drop { $0 == " " }),
      String(text.dropFirst(line.count + 1))
    )
  }

  /// Calls a function of the library's module for these lines.
  static func call(_ name: String, _ text: String, in context: Context) throws(Fault) -> Value {
    let module = try context.importLibrary("_magics")
    let function = try context.attribute(module, Symbol(name))
    return try context.call(function, .string(text))
  }
}
