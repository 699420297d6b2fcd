import NNCore
import NNSyntax

/// A session at the prompt: it reads statements, runs them in one namespace and shows their values and errors.
public struct Prompt {
  private let interpreter: Interpreter
  private let statements: any StatementReader
  /// Shows an error's report; it says how the session goes on.
  private let handle: (ProgramError) -> Reaction

  /// What an error means for the session.
  public enum Reaction: Equatable {
    case goOn
    /// Leave with this code.
    case leave(Int32)
  }

  public init(_ interpreter: Interpreter, statements: any StatementReader, handle: @escaping (ProgramError) -> Reaction)
  {
    self.interpreter = interpreter
    self.statements = statements
    self.handle = handle
  }

  /// What a reader of an interpreter's statements has to know.
  public static func rules(_ interpreter: Interpreter) -> StatementRules {
    let options = interpreter.dialect.parserOptions
    return StatementRules(
      isComplete: { Completeness.of($0, options: options) != .incomplete }, indentation: Indentation.next,
      completions: { [unowned interpreter] text in
        let found = interpreter.completions(of: text)
        return Completions(replaced: found.replaced, texts: found.texts)
      })
  }

  /// The lines that greet whoever opens a prompt.
  public static func banner(version: String, style: TerminalStyle) -> String {
    style.text("nn \(version)", .prompt) + ": NumPy's arrays in Python's language, without Python\n"
      + style.text("help explains, tutorial shows around, %lsmagic lists commands, Ctrl-D leaves", .dim)
      + "\n"
  }

  /// What `help` alone says.
  private static let help = """
    help(dot)    what a function, type, module or value is; dot? in short, dot?? with the source
    tutorial     a tour of a few minutes
    %lsmagic     the commands: %whos, %timeit, %run, %debug, …; %magic explains them
    !ls          a command of the shell; files = !ls keeps its lines
    _  __  _3    earlier values; In[3] and Out[3] are a statement and its value
    Keys: Tab completes, Up and Ctrl-R bring back, Ctrl-C stops or drops, Ctrl-X Ctrl-E edits in $EDITOR, Ctrl-D leaves

    """

  /// Reads and runs until the input ends. Returns the code to leave with.
  public func run() -> Int32 {
    defer { statements.close() }
    interpreter.beginSession()
    var tour: Tutorial?
    while true {
      if tour != nil { showStep(&tour) }
      switch statements.read() {
      case .end: return 0
      case .interrupted: tour = nil
      case .text(let text):
        if text.allSatisfy(\.isWhitespace) { continue }
        switch command(text) {
        case .leave: return 0
        case .tutorial: tour = Tutorial()
        case .help: interpreter.write(Prompt.help)
        case nil:
          if case .leave(let code) = runStatement(text) { return code }
        }
        interpreter.flush()
        if interpreter.isOutputClosed { return 0 }
      }
    }
  }

  private func showStep(_ tour: inout Tutorial?) {
    if let step = tour?.advance() {
      interpreter.write("\n" + step.explanation + "\n")
      statements.begin(with: step.line)
    } else {
      tour = nil
      interpreter.write("\n" + Tutorial.farewell)
    }
    interpreter.flush()
  }

  private enum Command { case leave, tutorial, help }

  /// What a word alone on a line means, unless the program has a variable of that name.
  private func command(_ text: String) -> Command? {
    var word = text[...]
    while word.last?.isWhitespace ?? false { word.removeLast() }
    let name = word.hasSuffix("()") ? word.dropLast(2) : word
    guard name.utf8.count <= 8, !interpreter.hasVariable(String(name)) else { return nil }
    switch name {
    case "exit", "quit": return .leave
    case "tutorial": return .tutorial
    case "help": return .help
    default: return nil
    }
  }

  private func runStatement(_ text: String) -> Reaction {
    // A Ctrl-C between two statements means neither.
    interpreter.lowerInterrupt()
    do throws(ProgramError) {
      try interpreter.runTyped(text)
      if let next = interpreter.takeNextInput() { statements.begin(with: next) }
      return .goOn
    } catch {
      interpreter.flush()
      if case .interrupt = error.meaning { statements.forgetTypedAhead() }
      let reaction = handle(error)
      if reaction == .goOn { afterError() }
      return reaction
    }
  }

  /// Opens `%debug` where `%pdb` asks for it.
  private func afterError() {
    do throws(ProgramError) {
      try interpreter.afterError()
    } catch {
      interpreter.flush()
      _ = handle(error)
    }
  }
}
