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

  /// Reads and runs until the input ends. Returns the code to leave with.
  public func run() -> Int32 {
    defer { statements.close() }
    interpreter.beginSession()
    while true {
      switch statements.read() {
      case .end: return 0
      case .interrupted: continue
      case .text(let text):
        if text.allSatisfy(\.isWhitespace) { continue }
        let result = runStatement(text)
        interpreter.flush()
        if case .leave(let code) = result { return code }
        if interpreter.isOutputClosed { return 0 }
      }
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
      return handle(error)
    }
  }
}
