import NNCore
import NNSyntax

/// A session at the prompt: it reads statements, runs them in one namespace and shows their values and errors.
public struct Prompt {
  private let interpreter: Interpreter
  private let lines: any LineReader
  /// Shows an error's report; it says how the session goes on.
  private let handle: (ProgramError) -> Reaction

  /// What an error means for the session.
  public enum Reaction: Equatable {
    case goOn
    /// Leave with this code.
    case leave(Int32)
  }

  public init(_ interpreter: Interpreter, lines: any LineReader, handle: @escaping (ProgramError) -> Reaction) {
    self.interpreter = interpreter
    self.lines = lines
    self.handle = handle
  }

  /// Reads and runs until the input ends. Returns the code to leave with.
  public func run() -> Int32 {
    defer { lines.close() }
    interpreter.remembersDisplayed = true
    while true {
      switch readStatement() {
      case .end: return 0
      case .interrupted: continue
      case .line(let text):
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
      try interpreter.run(SourceText(name: "<stdin>", text + "\n"), mode: .interactive)
      return .goOn
    } catch {
      interpreter.flush()
      return handle(error)
    }
  }

  /// Reads lines until they are a whole statement, or can never become one.
  private func readStatement() -> TypedLine {
    var text = ""
    while true {
      let answer = lines.read(prompt: text.isEmpty ? ">>> " : "... ")
      guard case .line(let line) = answer else {
        if answer == .end && !text.isEmpty { return .line(text) }
        return answer
      }
      text += text.isEmpty ? line : "\n" + line
      if text.isEmpty { continue }
      if Completeness.of(text, options: interpreter.dialect.parserOptions) != .incomplete { return .line(text) }
    }
  }
}
