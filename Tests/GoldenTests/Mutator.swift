import Foundation

/// A small random generator with a fixed seed (SplitMix64, Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// Makes wrong programs of right ones: deletes, doubles, swaps and moves tokens or bytes.
///
/// Programs with `while` are left out, and digits are never changed or doubled: a mutant that runs for ever or
/// counts very far would be no fault of the interpreter.
struct Mutator {
  private let corpus: [[UInt8]]
  private var random: SplitMix64

  init(seed: UInt64) throws {
    corpus = try Self.programs()
    random = SplitMix64(seed: seed)
  }

  /// The golden programs, the expressions without syntax errors, the bundled scripts, and the examples of grammar.md.
  private static func programs() throws -> [[UInt8]] {
    let programs =
      Paths.files(in: Paths.golden.appending(path: "programs"), extensions: ["py", "nn"])
      + Paths.files(in: Paths.scripts, extensions: ["nn"])
    let themes = Paths.files(in: Paths.golden.appending(path: "expressions"), extensions: ["txt"])
      .filter { $0.lastPathComponent != "syntax.txt" }
    let expressions = try themes.flatMap { try ExpressionBlock.blocks(of: Paths.text($0)) }.map { $0.program(in: .nn) }
    let grammar = try Paths.text(Paths.root.appending(path: "grammar.md"))
    let examples = grammar.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    let texts = try programs.map { try Paths.text($0) } + expressions + examples
    return texts.filter { !$0.contains("while") && !$0.contains("**") && !$0.contains("<<") }.map { Array($0.utf8) }
  }

  /// The next mutant: one to four changes to a program drawn from the corpus.
  mutating func next(number: Int) -> Hostile {
    var source = corpus.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      if Int.random(in: 0..<4, using: &random) == 0 {
        changeByte(of: &source)
      } else {
        changeToken(of: &source)
      }
    }
    return Hostile(name: "mutant \(number)", source: source)
  }

  private mutating func changeByte(of source: inout [UInt8]) {
    guard source.count > 1 else { return }
    let place = Int.random(in: 0..<source.count - 1, using: &random)
    let isDigit = { (byte: UInt8) in byte >= 48 && byte <= 57 }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: source.remove(at: place)
    case 1: if !isDigit(source[place]) { source.insert(source[place], at: place) }
    case 2: if !isDigit(source[place]) && !isDigit(source[place + 1]) { source.swapAt(place, place + 1) }
    default: if !isDigit(source[place]) { source[place] = UInt8.random(in: 58...255, using: &random) }
    }
  }

  private mutating func changeToken(of source: inout [UInt8]) {
    var tokens = Self.tokens(source)
    guard tokens.count > 2 else { return }
    let place = Int.random(in: 0..<tokens.count - 1, using: &random)
    let other = Int.random(in: 0..<tokens.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: tokens.remove(at: place)
    case 1: tokens.insert(tokens[place] + [32], at: place)
    case 2: tokens.swapAt(place, place + 1)
    case 3: tokens.swapAt(place, other)
    default: tokens[place] = tokens[other]
    }
    source = Array(tokens.joined())
  }

  /// Runs of letters and digits, runs of blanks, and single other bytes.
  private static func tokens(_ source: [UInt8]) -> [[UInt8]] {
    func kind(_ byte: UInt8) -> Int {
      switch byte {
      case 48...57, 65...90, 95, 97...122, 128...255: 1
      case 32: 2
      default: 0
      }
    }
    return source.reduce(into: []) { tokens, byte in
      if let last = tokens.last?.last, kind(last) == kind(byte), kind(byte) != 0 {
        tokens[tokens.count - 1].append(byte)
      } else {
        tokens.append([byte])
      }
    }
  }
}
