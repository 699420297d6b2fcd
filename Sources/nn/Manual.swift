import NNCore

/// The manual page, written from what the options and the table of `%` lines say of themselves: `nn --manual`.
enum Manual {
  static var text: String {
    var lines = [".TH NN 1 \"\" \"nn \(Version.text)\" \"User Commands\"", ".SH NAME"]
    lines.append("nn \\- an interpreter for array programs in Python's syntax, with NumPy's names")
    let help = CommandLineOptions.helpMessage(columns: 100).split(separator: "\n", omittingEmptySubsequences: false)
    lines += [".SH SYNOPSIS", ".nf"]
    lines += (CommandLineOptions.configuration.usage ?? "").split(separator: "\n").map { escaped(String($0)) }
    lines += [".fi", ".SH DESCRIPTION"]
    lines += CommandLineOptions.configuration.discussion.split(separator: "\n").map { escaped(String($0)) }
    lines.append(".SH OPTIONS")
    lines += options(help.drop { !$0.hasPrefix("OPTIONS:") }.dropFirst().map(String.init))
    lines.append(".SH LINES OF THE PROMPT")
    for magic in MagicLines.table where magic.documentation != "Accepted without effect." {
      lines += [".TP", ".B " + escaped(magic.name + (magic.usage.isEmpty ? "" : " " + magic.usage))]
      lines.append(escaped(magic.documentation))
    }
    lines.append(".SH FILES")
    for (file, meaning) in files { lines += [".TP", ".I " + escaped(file), escaped(meaning)] }
    lines.append(".SH ENVIRONMENT")
    for (name, meaning) in variables { lines += [".TP", ".B " + name, escaped(meaning)] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let files = [
    ("~/.config/nn/init.nn", "Runs before the prompt opens; below XDG_CONFIG_HOME where that is set."),
    ("~/.local/state/nn/history", "The statements typed so far; below XDG_STATE_HOME where that is set."),
    ("~/.editrc", "Keys of the prompt, as editrc(5) tells: \"bind -v\" for those of vi."),
  ]
  private static let variables = [
    ("NN_PATH", "Folders with modules, separated by colons."),
    ("NN_HISTORY", "The file of the statements typed."),
    ("EDITOR", "What Ctrl-X Ctrl-E and %edit open; VISUAL before it."),
    ("NO_COLOR", "Where it is set and not empty, nothing is coloured."),
  ]

  /// The options' part of the help, an entry each.
  private static func options(_ lines: [String]) -> [String] {
    var result: [String] = []
    for line in lines {
      let text = line.drop { $0 == " " }
      if text.isEmpty { continue }
      guard text.hasPrefix("-") else {
        result.append(escaped(String(text)))
        continue
      }
      let name = text.firstRange(of: "  ").map { text[..<$0.lowerBound] } ?? text
      result += [".TP", ".B " + escaped(String(name))]
      let rest = text.dropFirst(name.count).drop { $0 == " " }
      if !rest.isEmpty { result.append(escaped(String(rest))) }
    }
    return result
  }

  /// Text as the formatter wants it.
  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
