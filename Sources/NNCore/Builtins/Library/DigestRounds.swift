import Glibc
import NNIntegers

/// The rounds of MD5, SHA-1 and SHA-2: what a block of bytes makes of a state. States are bytes, as digests are.
enum DigestRounds {
  /// The state after all whole blocks of the data; nil for an unknown name, and where the state has another length.
  static func mixed(_ name: ByteView, _ state: [UInt8], _ data: [UInt8], _ context: Context) throws(Fault) -> [UInt8]? {
    switch String(decoding: name.array, as: UTF8.self) {
    case "md5": return try run(state, data, 4, 64, isBig: false, context, md5)
    case "sha1": return try run(state, data, 5, 64, isBig: true, context, sha1)
    case "sha256": return try run(state, data, 8, 64, isBig: true, context, sha256)
    case "sha512": return try run(state, data, 8, 128, isBig: true, context, sha512)
    default: return nil
    }
  }

  private static func run<Word: FixedWidthInteger & UnsignedInteger>(
    _ state: [UInt8], _ data: [UInt8], _ count: Int, _ size: Int, isBig: Bool, _ context: Context,
    _ mix: (inout [Word], inout [Word]) -> Void
  ) throws(Fault) -> [UInt8]? {
    let width = Word.bitWidth / 8
    guard state.count == count * width else { return nil }
    var words = (0..<count).map { word(state, $0 * width, isBig) as Word }
    var block = [Word](repeating: 0, count: 80)
    var start = 0
    while start + size <= data.count {
      for index in 0..<16 { block[index] = word(data, start + index * width, isBig) }
      mix(&words, &block)
      start += size
      if start & 0xFFFFF == 0 { try context.checkInterrupt() }
    }
    var result: [UInt8] = []
    for word in words {
      for place in 0..<width {
        let shift = (isBig ? width - 1 - place : place) * 8
        result.append(UInt8(truncatingIfNeeded: word >> Word(shift)))
      }
    }
    return result
  }

  @inline(__always) private static func word<Word: FixedWidthInteger & UnsignedInteger>(
    _ bytes: [UInt8], _ start: Int, _ isBig: Bool
  ) -> Word {
    var result: Word = 0
    let width = Word.bitWidth / 8
    for place in 0..<width {
      let byte = Word(bytes[start &+ (isBig ? place : width &- 1 &- place)])
      result = result << 8 | byte
    }
    return result
  }

  @inline(__always) private static func turned<Word: FixedWidthInteger>(_ word: Word, right count: Word) -> Word {
    word >> count | word << (Word(Word.bitWidth) - count)
  }

  private static let sines = (1...64).map { UInt32(abs(sin(Double($0))) * 0x1p32) }
  private static let turns: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

  private static func md5(_ state: inout [UInt32], _ block: inout [UInt32]) {
    let (sines, turns) = (self.sines, self.turns)
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for round in 0..<64 {
      var f: UInt32
      let place: Int
      switch round >> 4 {
      case 0: (f, place) = (b & c | ~b & d, round)
      case 1: (f, place) = (d & b | ~d & c, 5 &* round &+ 1)
      case 2: (f, place) = (b ^ c ^ d, 3 &* round &+ 5)
      default: (f, place) = (c ^ (b | ~d), 7 &* round)
      }
      f = f &+ a &+ sines[round]
      f = f &+ block[place & 15]
      (a, d, c) = (d, c, b)
      b = b &+ turned(f, right: 32 &- turns[(round >> 4) &* 4 &+ (round & 3)])
    }
    for (index, value) in [a, b, c, d].enumerated() { state[index] = state[index] &+ value }
  }

  private static func sha1(_ state: inout [UInt32], _ block: inout [UInt32]) {
    for index in 16..<80 {
      let word = block[index &- 3] ^ block[index &- 8] ^ block[index &- 14] ^ block[index &- 16]
      block[index] = turned(word, right: 31)
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for round in 0..<80 {
      let f: UInt32
      let k: UInt32
      switch round {
      case ..<20: (f, k) = (b & c | ~b & d, 0x5a82_7999)
      case ..<40: (f, k) = (b ^ c ^ d, 0x6ed9_eba1)
      case ..<60: (f, k) = (b & c | b & d | c & d, 0x8f1b_bcdc)
      default: (f, k) = (b ^ c ^ d, 0xca62_c1d6)
      }
      var first = turned(a, right: 27) &+ f
      first = first &+ e &+ k
      first = first &+ block[round]
      (e, d, c, b, a) = (d, c, turned(b, right: 2), a, first)
    }
    for (index, value) in [a, b, c, d, e].enumerated() { state[index] = state[index] &+ value }
  }

  /// How SHA-2 turns its words.
  private struct Turns<Word> {
    let schedule: (Word, Word, Word, Word, Word, Word)
    let rounds: (Word, Word, Word, Word, Word, Word)
  }

  private static func sha256(_ state: inout [UInt32], _ block: inout [UInt32]) {
    let turns = Turns<UInt32>(schedule: (7, 18, 3, 17, 19, 10), rounds: (2, 13, 22, 6, 11, 25))
    sha2(&state, &block, 64, narrowConstants, turns)
  }

  private static func sha512(_ state: inout [UInt64], _ block: inout [UInt64]) {
    let turns = Turns<UInt64>(schedule: (1, 8, 7, 19, 61, 6), rounds: (28, 34, 39, 14, 18, 41))
    sha2(&state, &block, 80, wideConstants, turns)
  }

  @inline(__always) private static func sha2<Word: FixedWidthInteger & UnsignedInteger>(
    _ state: inout [Word], _ block: inout [Word], _ rounds: Int, _ constants: [Word], _ turns: Turns<Word>
  ) {
    let (s, r) = (turns.schedule, turns.rounds)
    for index in 16..<rounds {
      let (x, y) = (block[index &- 15], block[index &- 2])
      let first: Word = turned(x, right: s.0) ^ turned(x, right: s.1) ^ (x >> s.2)
      let second: Word = turned(y, right: s.3) ^ turned(y, right: s.4) ^ (y >> s.5)
      let sum: Word = block[index &- 16] &+ first
      block[index] = sum &+ block[index &- 7] &+ second
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<rounds {
      let x: Word = turned(e, right: r.3) ^ turned(e, right: r.4) ^ turned(e, right: r.5)
      let choice: Word = (e & f) ^ (~e & g)
      var first: Word = h &+ x &+ choice
      first = first &+ constants[round] &+ block[round]
      let y: Word = turned(a, right: r.0) ^ turned(a, right: r.1) ^ turned(a, right: r.2)
      let majority: Word = (a & b) ^ (a & c) ^ (b & c)
      let second: Word = y &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] = state[index] &+ value }
  }

  // MARK: Constants

  /// The first primes.
  private static func primes(_ count: Int) -> [Int] {
    var found: [Int] = []
    var candidate = 2
    while found.count < count {
      if found.allSatisfy({ candidate % $0 != 0 }) { found.append(candidate) }
      candidate += 1
    }
    return found
  }

  /// The first 32 bits of the fractions of the cube roots of primes.
  private static let narrowConstants: [UInt32] = primes(64).map { prime in
    var root: UInt128 = 0
    for bit in stride(from: 35, through: 0, by: -1) {
      let candidate = root | 1 << UInt128(bit)
      if candidate * candidate * candidate <= UInt128(prime) << 96 { root = candidate }
    }
    return UInt32(truncatingIfNeeded: root)
  }

  /// The first 64 bits of them.
  private static let wideConstants: [UInt64] = primes(80).map { prime in
    let target = BigInteger(prime) << 192
    var root: UInt128 = 0
    for bit in stride(from: 67, through: 0, by: -1) {
      let candidate = root | 1 << UInt128(bit)
      let number = BigInteger(Int128(candidate))
      if number * number * number <= target { root = candidate }
    }
    return UInt64(truncatingIfNeeded: root)
  }
}

extension Builtin {
  /// The native part of `hashlib`.
  static let digestFunctions: [Builtin] = [
    Builtin("_digest.mixed(name, state, data, /)", "The state of a digest after blocks of bytes.") {
      (context, arguments) throws(Fault) in
      guard let name = arguments[0].asString, let state = arguments[1].asBytes, let data = arguments[2].asBytes,
        let result = try DigestRounds.mixed(name.value.bytes, state.value.bytes, data.value.bytes, context)
      else { throw Fault(.valueError, "not the state of a digest") }
      return .bytes(Ref(BytesObject(result)))
    }
  ]
}
