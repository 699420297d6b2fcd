import NNSyntax

/// Functions whose statements are measured, in the places of those that a program has made: global variables, members of
/// its classes, and what functions share with their makers. Only code is made anew, from the same text; nothing of the
/// program runs, and functions keep their defaults and attributes.
final class MeasuredFunctions {
  private let machine: Machine
  /// A class, a cell, or nothing for a global variable.
  private var owners = ValueList()
  private var names: [Symbol] = []
  private var originals = ValueList()
  /// The code of whole texts.
  private var texts = ValueList()
  private var textOfSource: [ObjectIdentifier: Int] = [:]

  init(_ machine: Machine) { self.machine = machine }

  /// Puts measured functions into all places.
  func install() throws(Fault) {
    for name in machine.main.value.names {
      guard let value = machine.main.value.value(of: name) else { continue }
      if let function = value.asFunction {
        try replace(function, at: .nothing, name)
      } else if let type = value.asClassObject {
        try install(in: type)
      }
    }
  }

  private func install(in type: Unowned<ClassObject>) throws(Fault) {
    let owner = Value.classObject(type.owned())
    for place in 0..<type.value.members.count {
      let name = type.value.members.names[place]
      let value = type.value.members.values[place].copy()
      if let function = value.asFunction { try replace(function, at: owner, name) }
    }
  }

  /// Puts everything back.
  func restore() {
    while let owner = owners.popLast(), let original = originals.popLast(), let name = names.popLast() {
      // It was there before, so nothing can be wrong with it.
      try? set(owner, name, original)
    }
  }

  private func replace(_ function: Unowned<Function>, at owner: borrowing Value, _ name: Symbol) throws(Fault) {
    guard names.count < 10_000, function.value.module.value.name == "__main__" else { return }
    // A decorator's function holds the decorated one.
    for index in 0..<function.value.captures.count {
      let capture = function.value.captures[index].copy()
      if let inner = capture.asFunction, !isReplaced(inner) {
        // The value itself is captured: the place of it is told by the function and the number.
        try replace(inner, at: .tuple(.function(function.owned()), .int(index)), name)
      }
      let content = capture.asCell?.value.content.copy() ?? .nothing
      if let inner = content.asFunction, !isReplaced(inner) { try replace(inner, at: capture, name) }
    }
    guard let new = try measured(function) else { return }
    owners.append(owner.copy())
    names.append(name)
    originals.append(.function(function.owned()))
    try set(owner, name, .function(new))
  }

  /// Whether a function has its measured one already, or is one.
  private func isReplaced(_ function: Unowned<Function>) -> Bool {
    for index in 0..<originals.count where originals[index].asFunction == function { return true }
    let source = function.value.code.value.source
    guard let index = textOfSource[ObjectIdentifier(source)] else { return false }
    return texts[index].asCode.map { find(function.value.code.unowned, in: $0, exactly: true) != nil } ?? false
  }

  private func set(_ owner: borrowing Value, _ name: Symbol, _ value: consuming Value) throws(Fault) {
    if let cell = owner.asCell {
      cell.value.content = value
    } else if let place = owner.asTuple, let function = place.value.items[0].asFunction,
      let index = place.value.items[1].asInt, index < function.value.captures.count
    {
      function.value.captures[index] = value
    } else if owner.isNone {
      machine.main.value.set(name, value)
    } else {
      try machine.setAttribute(owner, name, value)
    }
  }

  private func measured(_ function: Unowned<Function>) throws(Fault) -> Ref<Function>? {
    let code = function.value.code.unowned
    let source = code.value.source
    if textOfSource[ObjectIdentifier(source)] == nil {
      textOfSource[ObjectIdentifier(source)] = texts.count
      if let code = try Self.measuredCode(source, in: machine) {
        texts.append(.code(Ref(code)))
      } else {
        texts.append(.nothing)
      }
    }
    guard let index = textOfSource[ObjectIdentifier(source)], let text = texts[index].asCode,
      let new = find(code, in: text), new.value.captures.count == function.value.captures.count
    else { return nil }
    let result = Ref(
      Function(
        new.owned(), module: function.value.module.copy(), defaults: function.value.defaults.copies(),
        keywordDefaults: function.value.keywordDefaults.copies(), captures: function.value.captures.copies()))
    Self.share(function, result.unowned)
    return result
  }

  /// Lets a function have what another one was given: what it notes in its attributes while it is measured stays.
  private static func share(_ function: Unowned<Function>, _ new: Unowned<Function>) {
    if function.value.extras == nil {
      function.value.extras = FunctionExtras()
      function.object.track()
    }
    new.value.extras = function.value.extras
  }

  /// A text's code with its statements measured; nil where it cannot be compiled by itself.
  static func measuredCode(_ source: SourceText, in machine: Machine) throws(Fault) -> Code? {
    Compiler.probesStatements = true
    defer { Compiler.probesStatements = false }
    do throws(Diagnostic) {
      let tree = try Parser.parseEither(source, options: ParserOptions(magics: true))
      return try Compiler.compile(tree, source: source, mode: .program, into: machine.main.unowned)
    } catch {
      return nil
    }
  }

  /// The code in a text of what stands at the same place; `exactly` the same object.
  private func find(_ wanted: Unowned<Code>, in code: Unowned<Code>, exactly: Bool = false) -> Unowned<Code>? {
    for index in 0..<code.value.constants.count {
      guard let inner = code.value.constants[index].asCode else { continue }
      let isSame =
        exactly ? inner == wanted : inner.value.span == wanted.value.span && inner.value.name == wanted.value.name
      if isSame { return inner }
      if let found = find(wanted, in: inner, exactly: exactly) { return found }
    }
    return nil
  }
}

extension Machine {
  /// Runs a program, measuring its lines and those of the functions that it has made: for each line its place, number,
  /// hits, seconds, text, and a number for the text that it stands in.
  func profile(_ source: SourceText) throws(Fault) -> Value {
    let tree: Module
    do throws(Diagnostic) {
      tree = try Parser.parseEither(source, options: ParserOptions(magics: true))
    } catch {
      throw Fault(error, in: source)
    }
    let functions = MeasuredFunctions(self)
    defer { functions.restore() }
    try functions.install()
    let profile = LineProfile()
    defer {
      profile.end()
      session.profile = nil
    }
    guard let code = try MeasuredFunctions.measuredCode(source, in: self) else {
      // It parses, so it says itself what is wrong with it.
      _ = try run(tree, source, in: main, mode: .program)
      return .nothing
    }
    session.profile = profile
    _ = try execute(code, in: main)
    profile.end()
    session.profile = nil
    return lines(of: profile)
  }

  private func lines(of profile: LineProfile) -> Value {
    var groups: [ObjectIdentifier: Int] = [:]
    var lines = ValueList()
    for (line, entry) in profile.times {
      let group = groups[ObjectIdentifier(line.source)] ?? groups.count
      groups[ObjectIdentifier(line.source)] = group
      var items = ValueList()
      items.append(.string(line.source.name))
      items.append(.int(group))
      items.append(.int(line.number))
      items.append(.int(entry.hits))
      items.append(.float(entry.seconds))
      items.append(.string(line.source.line(line.number)))
      lines.append(.tuple(items))
    }
    return .list(lines)
  }
}
