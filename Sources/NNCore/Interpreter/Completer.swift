import NNSyntax

/// What Tab offers for a text: found in tables of names; no code of the program's runs.
struct Completer {
  /// Texts in the place of the last `replaced` characters.
  struct Answer {
    var replaced = 0
    var texts: [String] = []

    /// Those of some names that begin with a prefix; names with an underscore only where the prefix has one.
    init(_ prefix: String, _ names: some Sequence<String>) {
      replaced = prefix.unicodeScalars.count
      let isPrivate = prefix.hasPrefix("_")
      texts = Set(names.filter { $0.hasPrefix(prefix) && (isPrivate || !$0.hasPrefix("_")) }).sorted()
    }
    init() {}
  }

  let machine: Machine
  private let context: CompletionContext

  init(_ text: String, in machine: Machine) {
    self.machine = machine
    var context = CompletionContext(text)
    // In the braces of an f-string stands code.
    if let code = context.formattedCode { context = CompletionContext(code) }
    self.context = context
  }

  var answer: Answer {
    if context.isComment { return Answer() }
    if let start = context.string { return inString(from: start) }
    let line = context.line.drop { $0 == " " || $0 == "\t" }
    if line.hasPrefix("!") { return files(String(line.dropFirst().split(separator: " ").last ?? "")) }
    if line.hasPrefix("%") {
      guard let space = line.firstIndex(of: " ") else {
        return Answer(String(line), MagicLines.table.map(\.name).filter { line.hasPrefix("%%") || !$0.hasPrefix("%%") })
      }
      if MagicLines.table.contains(where: { $0.takesFile && $0.name == line[..<space] }) {
        return files(String(line.split(separator: " ", omittingEmptySubsequences: false).last ?? ""))
      }
    }
    if let imports = inImport(String(line)) { return imports }
    return names()
  }

  // MARK: Names

  private func names() -> Answer {
    guard let path = context.path(endingAt: context.text.count), let prefix = path.last else { return guessed() }
    if path.count > 1 {
      guard let value = value(of: Array(path.dropLast())) else { return Answer() }
      return Answer(prefix, machine.knownNames(of: value))
    }
    if prefix.isEmpty, let keys = keys(quotes: []) { return Answer("", keys) }
    let keywords = keywordArguments()
    if prefix.isEmpty { return Answer("", keywords) }
    return Answer(prefix, globalNames() + keywords)
  }

  /// Attributes of what stands before the last dot, when that is no path of names: `x[0].`, `'text'.`, `f(1).`.
  private func guessed() -> Answer {
    guard let (start, dot) = context.primary, let guess = Guess(context.text[start..<dot], in: self) else {
      return Answer()
    }
    return Answer(String(decoding: context.text[(dot + 1)...], as: UTF8.self), guess.names(in: machine))
  }

  private func globalNames() -> [String] {
    let module = machine.main.unowned
    var names = module.value.names.filter { module.value.value(of: $0) != nil } + machine.builtins.value.names
    if module.value.hasBareNames { names += machine.bareNames().value.names }
    let library = module.value.hasBareNames ? machine.libraryNames(of: "numpy") : []
    return names.map(\.name) + library + TokenKind.keywordTexts + ["help", "exit", "quit", "tutorial"]
  }

  /// The value that a path of names leads to, as the tables have it.
  func value(of path: [String]) -> Value? {
    guard let first = path.first else { return nil }
    let name = Symbol(first)
    var value = machine.main.value.value(of: name)
    if value == nil, machine.main.value.hasBareNames { value = machine.bareNames().value.value(of: name) }
    if value == nil { value = machine.builtins.value.value(of: name) }
    for part in path.dropFirst() {
      guard let owner = value else { return nil }
      value = member(owner, Symbol(part))
    }
    return value
  }

  /// An attribute as it is kept; nil where finding it would run the program's code.
  func member(_ owner: borrowing Value, _ name: Symbol) -> Value? {
    if let module = owner.asModule { return module.value.value(of: name) }
    if let instance = owner.asInstance {
      if let dictionary = instance.value.dictionary { return entry(dictionary, name.name) }
      if let slot = instance.value.shape.value.slot(of: name), slot < instance.value.slots.count {
        return instance.value.slots[slot].copy()
      }
      return classMember(instance.value.type.unowned, name)
    }
    if let type = owner.asClassObject { return classMember(type, name) }
    switch owner.builtinType {
    case .array, .string, .list, .dictionary, .tuple, .int, .float, .set, .complex:
      return try? machine.attribute(owner, name)
    default: return nil
    }
  }

  func classMember(_ type: Unowned<ClassObject>, _ name: Symbol) -> Value? {
    if let place = type.value.members.position(of: name) { return functions(type.value.members.values[place]) }
    for index in 0..<type.value.ancestors.count {
      guard let ancestor = type.value.ancestors[index].asClassObject else { continue }
      if let place = ancestor.value.members.position(of: name) {
        return functions(ancestor.value.members.values[place])
      }
    }
    return nil
  }

  /// A member that is what an attribute of that name gives: no property.
  private func functions(_ value: borrowing Value) -> Value? {
    value.asFunction != nil || value.asClassObject != nil ? value.copy() : nil
  }

  private func entry(_ dictionary: Unowned<DictionaryObject>, _ name: String) -> Value? {
    guard let place = try? machine.find(dictionary, .string(name)) else { return nil }
    return dictionary.value.table.entries[place].value.copy()
  }

  /// The names of arguments that the call around the cursor takes, each with its sign.
  private func keywordArguments() -> [String] {
    guard let bracket = context.brackets.last, bracket.kind == UInt8(ascii: "("), let path = context.owner(of: bracket),
      let callee = value(of: path)
    else { return [] }
    return parameters(callee, skipsFirst: false).map { $0 + "=" }
  }

  private func parameters(_ callee: borrowing Value, skipsFirst: Bool) -> [String] {
    if let method = callee.asBoundMethod { return parameters(method.value.function, skipsFirst: true) }
    if let type = callee.asClassObject {
      guard let maker = classMember(type, .initMethod) else { return [] }
      return parameters(maker, skipsFirst: true)
    }
    if let function = callee.asFunction {
      let signature = function.value.code.value.signature
      return signature.names.dropFirst(max(signature.positionalOnly, skipsFirst ? 1 : 0)).map(\.name)
    }
    if let builtin = callee.asBuiltin {
      let list = builtin.value.builtin.parameters
      return list.parameters.enumerated().filter { index, _ in
        index >= list.positionalOnly && index != list.variadic && index != list.keywordVariadic
      }.map(\.element.name.name)
    }
    return []
  }

  // MARK: Keys

  /// The keys of the dictionary that is subscripted at the cursor, as they are written; in a string, those that are text,
  /// with the quotes that end them.
  private func keys(quotes: [UInt8]) -> [String]? {
    guard let bracket = context.brackets.last, bracket.kind == UInt8(ascii: "["), let path = context.owner(of: bracket),
      let owner = value(of: path), let dictionary = owner.exactDictionary
    else { return nil }
    var keys: [String] = []
    for index in 0..<min(dictionary.value.table.entries.count, 10_000) {
      let key = dictionary.value.table.entries[index].key.copy()
      if let text = key.asString, !quotes.isEmpty {
        keys.append(Completer.escaped(text.value.text.string, quotes) + String(decoding: quotes, as: UTF8.self))
      } else if quotes.isEmpty, key.asString != nil, let text = try? machine.repr(key) {
        keys.append(text)
      } else if quotes.isEmpty, key.asInt != nil || key.asFloat != nil, let text = try? machine.repr(key) {
        keys.append(text)
      }
    }
    return keys
  }

  private func inString(from start: Int) -> Answer {
    let typed = String(decoding: context.text[start...], as: UTF8.self)
    if let bracket = context.brackets.last, bracket.place == start - context.quotes.count - 1,
      let keys = keys(quotes: context.quotes)
    {
      var answer = Answer(typed, [])
      answer.texts = keys.filter { $0.hasPrefix(typed) }.sorted()
      return answer
    }
    return files(typed) { Completer.escaped($0, context.quotes) }
  }

  /// A text as it is written between quotes.
  private static func escaped(_ text: String, _ quotes: [UInt8]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\\": result += "\\\\"
      case _ where scalar.value < 32 || scalar.value == 127:
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
      default:
        if let quote = quotes.first, scalar.value == UInt32(quote) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: Files and modules

  /// The files that a path may go on to, as they are written; folders end in a slash.
  private func files(_ typed: String, written: (String) -> String = { $0 }) -> Answer {
    guard let files = machine.files else { return Answer() }
    let slash = typed.lastIndex(of: "/")
    var folder = slash.map { String(typed[...$0]) } ?? ""
    let prefix = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
    if folder.hasPrefix("~/"), let home = files.environment.first(where: { $0.name == "HOME" })?.value {
      folder = home + folder.dropFirst()
    }
    guard let names = try? files.names(in: folder.isEmpty ? "." : folder) else { return Answer() }
    var answer = Answer(prefix, [])
    answer.texts = names.filter { written($0).hasPrefix(prefix) && (prefix.hasPrefix(".") || !$0.hasPrefix(".")) }
      .sorted().map { written($0) + (files.entry(at: folder + $0) == .folder ? "/" : "") }
    return answer
  }

  /// Modules behind `import` and `from`, their names behind `from … import`.
  private func inImport(_ line: String) -> Answer? {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let first = words.first, first == "import" || first == "from", words.count > 1 else { return nil }
    if first == "from", words.count >= 4, words[2] == "import" {
      var typed = words.last?.split(separator: ",", omittingEmptySubsequences: false).last.map(String.init) ?? ""
      if typed.hasPrefix("(") { typed.removeFirst() }
      return Answer(typed, memberNames(ofModule: words[1]))
    }
    if first == "from", words.count == 3 { return Answer(words[2], ["import "]) }
    guard first == "import" || words.count == 2, let typed = words.last else { return Answer() }
    var names = machine.library?.names ?? []
    names += ["numpy", "math", "sys", "time", "itertools", "re", "gc"]
    for file in (try? machine.files?.names(in: ".")) ?? [] where file.hasSuffix(".py") || file.hasSuffix(".nn") {
      names.append(String(file.dropLast(3)))
    }
    return Answer(typed, names.filter { typed.contains(".") || !$0.contains(".") })
  }

  /// The names in a module: of one that is imported, or comes with the interpreter, all; of a file those that its text
  /// defines, since importing it would run it.
  private func memberNames(ofModule name: String) -> [String] {
    do throws(Fault) {
      if let module = try machine.importedModule(name) { return machine.knownNames(of: module) }
      if let native = machine.module(name) { return machine.knownNames(of: .module(native)) }
      guard !name.contains("."), case .text(let text) = try machine.finder.find(name, in: machine.searchPath) else {
        return []
      }
      if !text.isBundled { return Completer.definedNames(text.source) }
      let module = try machine.importModule(name)
      return machine.knownNames(of: module)
    } catch {
      return []
    }
  }

  /// What the lines of a text define that are not indented.
  private static func definedNames(_ source: SourceText) -> [String] {
    let text = source.text(of: Span(start: 0, end: source.endOffset))
    return text.split(separator: "\n").prefix(100_000).compactMap { line in
      let words = line.split(separator: " ", maxSplits: 2)
      guard let first = words.first, line.first != " ", words.count > 1 else { return nil }
      if first == "def" || first == "class" {
        return String(words[1].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      }
      return words[1].hasPrefix("=") && first.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        ? String(first) : nil
    }
  }
}

extension Interpreter {
  /// What Tab offers behind a text: texts in the place of its last `replaced` characters.
  public func completions(of text: String) -> (replaced: Int, texts: [String]) {
    let answer = Completer(text, in: machine).answer
    return (answer.replaced, answer.texts)
  }
}
