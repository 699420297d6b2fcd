import CEditLine
import Glibc

/// Where a prompt's lines come from.
public protocol LineReader: AnyObject {
  /// Asks for a line, shown after `prompt`.
  func read(prompt: String) -> TypedLine
  /// Keeps the lines for later; at the session's end.
  func close()
}

/// What the user answered to a prompt.
public enum TypedLine: Equatable {
  /// The line without its end.
  case line(String)
  /// Ctrl-C.
  case interrupted
  /// Ctrl-D on an empty line, or the input's end.
  case end
}

/// Lines edited by libedit, with a history.
public final class EditedLines: LineReader {
  private let editor: OpaquePointer
  private let history: OpaquePointer?
  private let historyPath: String?

  /// libedit asks a C function for the prompt, and Ctrl-C runs one: there is one prompt in a process.
  nonisolated(unsafe) private static var prompt = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  nonisolated(unsafe) private static var wasInterrupted = false

  /// An editor on the terminal; nil when there is none. Lines are kept in the file at `historyPath`.
  public init?(historyPath: String?) {
    // libedit decodes with the locale; in the C locale it would lose everything but ASCII.
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(CInt(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    let interrupt: @convention(c) (OpaquePointer?, CInt) -> UInt8 = { _, _ in
      EditedLines.wasInterrupted = true
      return nn_editor_end()
    }
    guard let editor = nn_editor_open("nn", interrupt) else { return nil }
    self.editor = editor
    self.historyPath = historyPath
    history = nn_history_open(editor, 1000, historyPath)
    nn_editor_set_prompt(editor) { _ in EditedLines.prompt }
  }

  public func read(prompt: String) -> TypedLine {
    free(EditedLines.prompt)
    EditedLines.prompt = strdup(prompt)
    EditedLines.wasInterrupted = false
    var count: CInt = 0
    nn_editor_prepare(editor)
    guard let line = el_gets(editor, &count), count > 0 else {
      print(EditedLines.wasInterrupted ? "^C" : "")
      fflush(nil)
      return EditedLines.wasInterrupted ? .interrupted : .end
    }
    var text = String(cString: line)
    if text.hasSuffix("\n") { text.removeLast() }
    if let history, !text.allSatisfy(\.isWhitespace) { nn_history_enter(history, text) }
    return .line(text)
  }

  public func close() {
    if let history, let historyPath { nn_history_save(history, historyPath) }
    if let history { history_end(history) }
    el_end(editor)
  }
}

/// Lines of an input that is no terminal, such as a pipe.
public final class PlainLines: LineReader {
  private let showsPrompt: Bool
  public init(showsPrompt: Bool) { self.showsPrompt = showsPrompt }

  public func read(prompt: String) -> TypedLine {
    if showsPrompt {
      print(prompt, terminator: "")
      fflush(nil)
    }
    guard let line = readLine(strippingNewline: true) else { return .end }
    return .line(line)
  }

  public func close() {}
}
