import CPictures

/// Asking the terminal what it can show.
public enum TerminalQuestion {
  private static let longest = 1024

  /// What the program's terminal answers to some bytes; empty where there is none, where something was typed ahead, or
  /// where it does not answer in time.
  public static func ask(_ query: String, milliseconds: Int) -> String {
    let bytes = query.utf8.map(CChar.init(bitPattern:))
    var answer = [CChar](repeating: 0, count: longest)
    let count = nn_terminal_ask(bytes, bytes.count, &answer, longest, Int32(truncatingIfNeeded: milliseconds))
    return String(decoding: answer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
