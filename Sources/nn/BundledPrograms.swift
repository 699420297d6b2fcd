/// The programs that come with the interpreter: the files of `scripts/`.
enum BundledPrograms {
  /// The text of a program by its name, `backprop` or `backprop.nn`; nil when there is none.
  static func text(_ name: String) -> String? {
    let name = name.hasSuffix(".nn") ? String(name.dropLast(3)) : name
    return texts.first { $0.name == name }?.text
  }

  /// A line for each program: its name and the first line of its comment.
  static var list: String {
    let width = texts.map(\.name.count).max() ?? 0
    return texts.map { program in
      let comment = program.text.prefix { $0 != "\n" }.drop { $0 == "#" || $0 == " " }
      return program.name + String(repeating: " ", count: width - program.name.count + 2) + comment + "\n"
    }.joined()
  }
}
