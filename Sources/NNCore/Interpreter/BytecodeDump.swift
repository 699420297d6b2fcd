import NNSyntax

/// The text of `nn --dump bytecode`: one instruction a line with its operands, what they name, and its source.
enum BytecodeDump {
  /// The instructions of `code` and of all codes inside it; `globals` are the names of its module's variables.
  static func text(_ code: borrowing Code, globals: [Symbol], in context: Context) -> String {
    var text = ""
    append(code, globals, context, to: &text)
    return text
  }

  /// Nested bodies as deep as the parser admits; each is shown after the one that makes it.
  private static func append(
    _ code: borrowing Code, _ globals: [Symbol], _ context: Context, to text: inout String
  ) {
    let place = code.source.lineColumn(of: code.span.start)
    text += "\(code.name)  @\(place.line):\(place.column)  \(code.registerCount) registers"
    text += ", \(code.instructions.count) instructions\n"
    var previous: Span?
    for index in 0..<code.instructions.count {
      let instruction = code.instructions[index]
      let span = index < code.spans.count ? code.spans[index] : code.span
      let source = span == previous ? "" : excerpt(span, code.source)
      previous = span
      let operands = self.operands(instruction).padded(18)
      let meaning = self.meaning(instruction, at: index, in: code, globals, context)
      let line = String(index).padded(5, onTheRight: false) + "  \(instruction.opcode)".padded(26) + operands
      text += (line + meaning.padded(28) + source).trimmedAtEnd + "\n"
    }
    for handler in code.handlers {
      text += "  from \(handler.start) to \(handler.end): exceptions go to \(handler.target) in R\(handler.register)\n"
    }
    for index in 0..<code.constants.count {
      guard let nested = code.constants[index].asCode else { continue }
      text += "\n"
      append(nested.value, globals, context, to: &text)
    }
  }

  private static func operands(_ i: Instruction) -> String {
    let flags = i.n == 0 ? "" : " n\(i.n)"
    return i.opcode.hasWideOperand ? "\(i.A) \(i.wide)\(flags)" : "\(i.A) \(i.B) \(i.C)\(flags)"
  }

  /// What the operands name: a constant, a variable, an attribute, the target of a jump.
  private static func meaning(
    _ i: Instruction, at index: Int, in code: borrowing Code, _ globals: [Symbol], _ context: Context
  ) -> String {
    switch i.opcode {
    case .loadConstant, .returnConstant, .importModule, .loadBuiltin, .magic: constant(i.wide, code, context)
    case .loadGlobal, .storeGlobal, .deleteGlobal: globals.indices.contains(i.wide) ? globals[i.wide].name : ""
    case .callGlobal, .callGlobalWith: globals.indices.contains(i.C) ? globals[i.C].name : ""
    case .checkBound: i.A < code.localNames.count ? code.localNames[i.A].name : ""
    case .addConstant, .subtractConstant, .multiplyConstant, .divideConstant, .floorDivideConstant, .remainderConstant,
      .getItemConstant:
      constant(i.C, code, context)
    case .jump, .jumpIfFalse, .jumpIfTrue, .jumpIfNone, .jumpIfNotNone: "to \(index + 1 + i.wide)"
    case .nextItem: "to \(index + 1 + i.jump)"
    case .loadMethod, .loadSuperMethod, .getAttribute, .setAttribute, .deleteAttribute, .importFrom:
      i.C < code.caches.count ? ".\(code.caches[i.C].name.name)" : ""
    case .makeFunction: constant(i.B, code, context)
    case .callKeywords, .callMethodKeywords: keywords(i, code)
    default: comparison(i, at: index, code, context)
    }
  }

  private static func comparison(
    _ i: Instruction, at index: Int, _ code: borrowing Code, _ context: Context
  ) -> String {
    let first = Opcode.jumpUnlessLess.rawValue
    let firstConstant = Opcode.jumpUnlessLessConstant.rawValue
    let last = Opcode.jumpUnlessGreaterOrEqualConstant.rawValue
    guard i.opcode.rawValue >= first, i.opcode.rawValue <= last else { return "" }
    let target = "to \(index + 1 + i.jump)"
    return i.opcode.rawValue < firstConstant ? target : constant(i.C, code, context) + " " + target
  }

  private static func keywords(_ i: Instruction, _ code: borrowing Code) -> String {
    var names: [String] = []
    for offset in 0..<i.N where i.C + offset < code.keywordNames.count {
      names.append(code.keywordNames[i.C + offset].name + "=")
    }
    return names.joined(separator: " ")
  }

  private static func constant(_ index: Int, _ code: borrowing Code, _ context: Context) -> String {
    guard index >= 0, index < code.constants.count else { return "" }
    do throws(Fault) {
      return shortened(try context.repr(code.constants[index]))
    } catch {
      return "?"
    }
  }

  /// The first line of the instruction's source.
  private static func excerpt(_ span: Span, _ source: SourceText) -> String {
    let line = source.lineColumn(of: span.start).line
    let text = source.text(of: span).split(separator: "\n").first ?? ""
    return "\(line): " + shortened(String(text))
  }

  private static func shortened(_ text: String) -> String {
    let text = text.escapedForTerminal
    return text.count > 40 ? text.prefix(39) + "…" : text
  }
}

extension Opcode {
  /// Whether B and C are one number.
  fileprivate var hasWideOperand: Bool {
    switch self {
    case .loadConstant, .loadGlobal, .storeGlobal, .deleteGlobal, .jump, .jumpIfFalse, .jumpIfTrue, .jumpIfNone,
      .jumpIfNotNone, .returnConstant, .importModule, .loadBuiltin, .magic:
      true
    default: false
    }
  }
}

extension String {
  fileprivate func padded(_ width: Int, onTheRight: Bool = true) -> String {
    let blanks = String(repeating: " ", count: max(width - count, onTheRight ? 1 : 0))
    return onTheRight ? self + blanks : blanks + self
  }

  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
