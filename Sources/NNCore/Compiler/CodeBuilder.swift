import NNIntegers
import NNSyntax

/// Collects the instructions, constants and tables of one body.
struct CodeBuilder: ~Copyable {
  private(set) var instructions: [Instruction] = []
  private var spans: [Span] = []
  private var constants = ValueList()
  private var constantIndex: [ConstantKey: Int] = [:]
  private var caches: [InlineCache] = []
  private(set) var keywordNames: [Symbol] = []
  /// Innermost first.
  private var handlers: [Handler] = []
  /// The loops that run generator expressions in place, innermost first.
  private var folds: [FoldedLoop] = []
  /// A jump was longer than its 16-bit field: the body has to be compiled again without short jumps.
  private(set) var hasOverlongJump = false

  /// Constants are shared when they are the same in every bit.
  private enum ConstantKey: Hashable {
    case ellipsis
    case bool(Bool), int(Int), float(UInt64), string([UInt8]), bigInteger(BigInteger)
    case imaginary(UInt64), bytes([UInt8])
    /// The indices of the items.
    case tuple([Int]), slice([Int])

    func hash(into hasher: inout Hasher) {
      switch self {
      case .ellipsis: hasher.combine(1)
      case .bool(let value): hasher.combine(value)
      case .int(let value): hasher.combine(value)
      case .float(let bits), .imaginary(let bits): hasher.combine(bits)
      case .string(let bytes), .bytes(let bytes): hasher.combine(ConstantKey.digest(bytes))
      case .bigInteger(let value): hasher.combine(value)
      case .tuple(let indices), .slice(let indices): hasher.combine(indices)
      }
    }

    /// A number for some bytes, quicker than the hasher's for each of them.
    private static func digest(_ bytes: [UInt8]) -> UInt64 {
      bytes.reduce(UInt64(truncatingIfNeeded: bytes.count)) { ($0 ^ UInt64($1)) &* 0x9E37_79B9_7F4A_7C15 }
    }
  }

  init() { _ = constant(.none) }

  /// The index of the next instruction.
  var position: Int { instructions.count }

  mutating func emit(_ instruction: Instruction, _ span: Span) {
    instructions.append(instruction)
    spans.append(span)
  }

  /// Whether the instruction at an index takes the value in a register apart.
  func unpacks(_ register: Int, at index: Int) -> Bool {
    index < instructions.count && instructions[index].opcode == .unpack && instructions[index].B == register
  }

  /// Makes the jump at `index` go to the next instruction.
  mutating func patch(_ index: Int) { patch(index, to: position) }

  mutating func patch(_ index: Int, to target: Int) {
    let distance = target - index - 1
    switch instructions[index].opcode {
    case .jump, .jumpIfFalse, .jumpIfTrue, .jumpIfNone, .jumpIfNotNone: instructions[index].wide = distance
    default:
      if distance > Int(Int16.max) || distance < Int(Int16.min) { hasOverlongJump = true }
      instructions[index].b = UInt16(bitPattern: Int16(truncatingIfNeeded: distance))
    }
  }

  /// Puts instructions before all others; jumps are relative and stay right.
  mutating func prepend(_ prologue: [Instruction], _ span: Span) {
    instructions.insert(contentsOf: prologue, at: 0)
    spans.insert(contentsOf: prologue.map { _ in span }, at: 0)
    let shift = prologue.count
    handlers = handlers.map { handler in
      Handler(
        start: handler.start + shift, end: handler.end + shift, target: handler.target + shift,
        register: handler.register, handlingEnd: handler.handlingEnd + shift)
    }
    folds = folds.map { FoldedLoop(start: $0.start + shift, end: $0.end + shift, span: $0.span) }
  }

  /// Notes that the instructions from an index on are the body of a generator expression for the call at a place.
  mutating func addFold(from start: Int, _ span: Span) {
    folds.append(FoldedLoop(start: start, end: position, span: span))
  }

  /// Adds a handler that reaches to here; those inside it have been added before.
  mutating func addHandler(covering range: Range<Int>, target: Int, register: Int) {
    if range.isEmpty { return }
    handlers.append(
      Handler(
        start: range.lowerBound, end: range.upperBound, target: target, register: register, handlingEnd: position))
  }

  /// The index of a literal among the constants; nil where its digits are none.
  mutating func constant(_ literal: Constant) -> Int? {
    switch literal {
    case .none:
      // The first of all.
      if constants.isEmpty { constants.append(.nothing) }
      return 0
    case .ellipsis: return share(.ellipsis) { .special(.ellipsis) }
    case .boolean(let value): return share(.bool(value)) { .bool(value) }
    case .integer(let value): return share(.int(value)) { .int(value) }
    case .float(let value): return share(.float(value.bitPattern)) { .float(value) }
    case .string(let bytes): return share(.string(bytes)) { LiteralTexts.shared(.string(UnicodeText(utf8: bytes))) }
    case .bigInteger(let digits, let radix):
      guard let value = BigInteger(digits: Array(digits.utf8), radix: radix) else { return nil }
      return share(.bigInteger(value)) { .integer(value) }
    case .imaginary(let value):
      return share(.imaginary(value.bitPattern)) { .complex(Ref(ComplexObject(0, value))) }
    case .bytes(let bytes): return share(.bytes(bytes)) { .bytes(Ref(BytesObject(bytes))) }
    }
  }

  /// The index of a literal, or of a tuple of literals, whose items then are constants too.
  mutating func constant(_ folded: FoldedConstant) -> Int? {
    switch folded {
    case .single(let literal): return constant(literal)
    case .slice(let parts):
      guard let indices = self.indices(parts), indices.count == 3 else { return nil }
      if let index = constantIndex[.slice(indices)] { return index }
      let slice = SliceObject(
        constants[indices[0]].copy(), constants[indices[1]].copy(), constants[indices[2]].copy())
      constantIndex[.slice(indices)] = constants.count
      constants.append(.slice(Ref(slice)))
      return constants.count - 1
    case .tuple(let items):
      guard let indices = self.indices(items) else { return nil }
      if let index = constantIndex[.tuple(indices)] { return index }
      var values = ValueList(capacity: indices.count)
      for index in indices { values.append(constants[index].copy()) }
      constantIndex[.tuple(indices)] = constants.count
      constants.append(.tuple(values))
      return constants.count - 1
    }
  }

  /// The index of a frozenset of small integers and texts; nil where others are among them.
  mutating func constantSet(_ items: [FoldedConstant]) -> Int? {
    let set = Ref(SetObject(isFrozen: true))
    for item in items {
      guard case .single(let literal) = item, let index = constant(literal) else { return nil }
      let hash: Int
      if let integer = constants[index].asInt, integer.magnitude < 1 << 60 {
        hash = integer == -1 ? -2 : integer
      } else if let text = constants[index].exactString {
        hash = text.value.hash()
      } else {
        return nil
      }
      switch set.value.table.probe(constants[index], hash, set.value.table.start(hash)) {
      case .found: continue
      case .absent(let slot): set.value.table.add(constants[index].copy(), hash, at: slot)
      case .ask: return nil
      }
    }
    constants.append(.set(set.copy()))
    return constants.count - 1
  }

  private mutating func indices(_ items: [FoldedConstant]) -> [Int]? {
    var indices: [Int] = []
    for item in items {
      guard let index = constant(item) else { return nil }
      indices.append(index)
    }
    return indices
  }

  mutating func string(_ text: String) -> Int {
    share(.string(Array(text.utf8))) { LiteralTexts.shared(.string(text)) }
  }

  private mutating func share(_ key: ConstantKey, _ make: () -> Value) -> Int {
    if let index = constantIndex[key] { return index }
    constantIndex[key] = constants.count
    constants.append(make())
    return constants.count - 1
  }

  mutating func code(_ code: consuming Code) -> Int {
    constants.append(.code(Ref(code)))
    return constants.count - 1
  }

  mutating func cache(_ name: String, slot: Int = 0) -> Int {
    caches.append(InlineCache(name: Symbol(name), slot: slot))
    return caches.count - 1
  }

  /// Where the names of a call's keywords begin.
  mutating func keywords(_ names: [String]) -> Int {
    keywordNames += names.map { Symbol($0) }
    return keywordNames.count - names.count
  }

  /// Whether every index fits its instruction field.
  var fits: Bool { caches.count <= 0xFFFF && keywordNames.count <= 0xFFFF }

  consuming func finish(
    name: String, qualifiedName: String, documentation: String?, signature: Signature, registerCount: Int,
    source: SourceText, captures: [Capture], localNames: [Symbol], span: Span, isGenerator: Bool
  ) -> Code {
    Code(
      name: name, documentation: documentation, signature: signature, registerCount: registerCount,
      instructions: Buffer(instructions), spans: spans, source: source, constants: constants,
      handlers: handlers, folds: folds, captures: captures, localNames: localNames, caches: Buffer(caches),
      keywordNames: Buffer(keywordNames), span: span, isGenerator: isGenerator, qualifiedName: qualifiedName)
  }
}
