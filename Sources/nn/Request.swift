import NNCore

/// What the command line asks for.
struct Request {
  /// Where the program's text comes from.
  enum Program: Equatable {
    case file(String)
    /// `-c CODE`.
    case code(String)
    case standardInput
    /// `-m NAME`.
    case module(String)
    /// One of `scripts/`, by name.
    case bundled(String)
  }

  /// A stage that `--dump` shows.
  enum Stage: String, CaseIterable {
    case tokens, tree, bytecode
  }

  enum Action: Equatable {
    case prompt
    case run(Program)
    case dump(Stage, Program)
    /// Runs a file's blocks for the tests.
    case batch(String)
    case listBundled
    /// Writes the manual page.
    case manual
  }

  var action: Action
  /// What follows the program on the command line, for `sys.argv`.
  var arguments: [String] = []
  /// Whether the prompt opens after the program.
  var staysAtPrompt = false
  /// Whether integers are divided as in Python 2.
  var dividesAsPython2 = false
  /// Where figures are written, and whether they are written only.
  var figuresFolder: String?
  var hidesFigures = false
  /// Whether the prompt opens without the user's `init.nn`.
  var skipsInitialization = false
  /// Whether a notebook runs on after a cell that raised.
  var keepsGoing = false

  /// The forms that are used most, told apart without building the parser of all: `nn FILE …` and `nn -c CODE …`; nil
  /// for any other.
  init?(common arguments: [String]) {
    guard let first = arguments.first else { return nil }
    if first == "-c", arguments.count > 1 {
      action = .run(.code(arguments[1]))
      self.arguments = Array(arguments.dropFirst(2))
    } else if first == "-m", arguments.count > 1 {
      action = .run(.module(arguments[1]))
      self.arguments = Array(arguments.dropFirst(2))
    } else if !first.hasPrefix("-"), first != "run" {
      action = .run(.file(first))
      self.arguments = Array(arguments.dropFirst())
    } else {
      return nil
    }
  }

  init(_ action: Action) { self.action = action }
}

extension Request.Program {
  /// What `sys.argv[0]` says.
  var argument: String {
    switch self {
    case .file(let path): path
    case .code: "-c"
    case .standardInput: "-"
    case .module: "-m"
    case .bundled(let name): name
    }
  }

  /// Which names the program starts with, as its file's ending says.
  var dialect: Dialect {
    if case .module = self { return .python }
    guard case .file(let path) = self else { return .nn }
    if path.hasSuffix(".py") { return .python }
    return path.hasSuffix(".ipynb") ? .notebook : .nn
  }
}
