import ArgumentParser

/// The command line as it is documented by `--help`.
struct CommandLineOptions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nn",
    abstract: "An interpreter for array programs in Python's syntax, with NumPy's names.",
    usage: """
      nn                          open a prompt
      nn [-i] FILE [arguments]    run FILE.nn, FILE.py or NOTEBOOK.ipynb
      nn [-i] -c CODE [arguments] run CODE
      nn [-i] -m NAME [arguments] run a module as the program
      nn -                        run standard input
      nn run NAME                 run a bundled program; nn run --list names them
      nn --dump STAGE FILE        show the tokens, tree or bytecode of FILE
      """,
    discussion: """
      Modules are imported from beside the program, or from the working directory at the prompt, and from the folders
      that NN_PATH names, separated by colons.
      A .nn file starts with the array names (zeros, dot, maximum, …); a .py file and a notebook import what they use.
      The exit code is 0, 1 after an error, 2 when a file cannot be read, 130 after Ctrl-C, or what sys.exit says.
      """,
    version: "nn \(Version.text)")

  @Option(name: .customShort("c"), help: ArgumentHelp("Run CODE.", valueName: "code"))
  var code: String?

  @Option(name: .customShort("m"), help: ArgumentHelp("Run a module as the program.", valueName: "name"))
  var module: String?

  @Flag(name: .customShort("i"), help: "Open the prompt after the program, with its variables.")
  var staysAtPrompt = false

  @Flag(name: .customLong("python2"), help: "Divide integers as Python 2 does: 1/2 is 0.")
  var dividesAsPython2 = false

  @Option(help: ArgumentHelp("Write figures into FOLDER instead of the working directory.", valueName: "folder"))
  var figures: String?

  @Flag(name: .customLong("no-inline"), help: "Do not show figures at the terminal, only write them.")
  var hidesFigures = false

  @Flag(name: .customLong("keep-going"), help: "In a notebook, run on after a cell that raises.")
  var keepsGoing = false

  @Flag(name: .customLong("no-init"), help: "Open the prompt without ~/.config/nn/init.nn.")
  var skipsInitialization = false

  @Flag(help: .hidden)
  var manual = false

  @Option(help: ArgumentHelp("Show what becomes of the program instead of running it.", valueName: "stage"))
  var dump: Request.Stage?

  @Option(help: .hidden)
  var batch: String?

  @Argument(
    parsing: .captureForPassthrough, help: ArgumentHelp("The file to run and its arguments.", valueName: "file"))
  var program: [String] = []

  /// What the options ask for. Throws a usage error.
  func request(isTerminal: Bool) throws -> Request {
    var request = Request(.prompt)
    request.staysAtPrompt = staysAtPrompt
    request.keepsGoing = keepsGoing
    request.skipsInitialization = skipsInitialization
    if manual {
      request.action = .manual
      return request
    }
    request.dividesAsPython2 = dividesAsPython2
    request.figuresFolder = figures
    request.hidesFigures = hidesFigures
    if let batch {
      request.action = .batch(batch)
      return request
    }
    var rest = program[...]
    if code == nil, module == nil, dump == nil, rest.first == "run" {
      return try bundledRequest(request, rest.dropFirst())
    }
    let source: Request.Program?
    if let code {
      source = .code(code)
    } else if let module {
      source = .module(module)
    } else if let first = rest.popFirst() {
      if first != "-" && first.hasPrefix("-") { throw CommandLineOptions.refusal(of: first) }
      source = first == "-" ? .standardInput : .file(first)
    } else {
      source = dump == nil && isTerminal || staysAtPrompt ? nil : .standardInput
    }
    request.arguments = Array(rest)
    if let source { request.action = dump.map { .dump($0, source) } ?? .run(source) }
    return request
  }

  /// What to throw for an option that the parser does not take: since the rest of the line belongs to the program, it
  /// hands over its own `--help` and `--version` too.
  private static func refusal(of option: String) -> any Error {
    switch option {
    case "-h", "--help": CleanExit.helpRequest(CommandLineOptions.self)
    case "--version": CleanExit.message(configuration.version)
    default: ValidationError("Unknown option '\(option)'")
    }
  }

  private func bundledRequest(_ request: Request, _ rest: ArraySlice<String>) throws -> Request {
    var request = request
    guard let name = rest.first else { throw ValidationError("Missing the program's name; nn run --list names them") }
    if name == "--list" {
      request.action = .listBundled
      return request
    }
    guard BundledPrograms.text(name) != nil else {
      throw ValidationError("No bundled program '\(name)'; nn run --list names them")
    }
    request.action = .run(.bundled(name))
    request.arguments = Array(rest.dropFirst())
    return request
  }
}

extension Request.Stage: ExpressibleByArgument {}
