import NNIntegers
import NNKernels

/// What a `_random.Random` has inside: CPython's stream, which is the Mersenne Twister.
final class RandomPayload: NativePayload {
  var twister = MersenneTwister(seed: RandomPayload.systemWords())

  /// 128 bits of the system's.
  static func systemWords() -> [UInt32] { (0..<4).map { _ in UInt32.random(in: .min ... .max) } }

  /// An integer of so many bits.
  func bits(_ count: Int) -> BigInteger {
    var bytes: [UInt8] = []
    var left = count
    while left > 0 {
      let word = left >= 32 ? twister.next32() : twister.next32() >> UInt32(32 - left)
      for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
      left -= 32
    }
    return BigInteger(littleEndian: bytes, isSigned: false)
  }

  /// An integer in 0..<limit, as CPython draws it: as many bits as the limit has, again until they are below it.
  func below(_ limit: Int) -> Int {
    if limit <= 0 { return 0 }
    let count = Int.bitWidth - limit.leadingZeroBitCount
    while true {
      var bits = Int(count >= 32 ? twister.next32() : twister.next32() >> UInt32(32 - count))
      if count > 32 { bits |= Int(twister.next32() >> UInt32(64 - count)) << 32 }
      if bits < limit { return bits }
    }
  }
}

extension Builtin {
  /// The module behind `random`: `scripts/lib/random.py` has all that is built from these few.
  static let randomGenerator: [Builtin] = [
    .randomMake,
    randomMethod("seed(self, a=None, /)", "Begins the stream of an integer, of a value's hash, or of the system.") {
      (payload, context, arguments) throws(Fault) in
      payload.twister = MersenneTwister(seed: try context.seedWords(arguments[1]))
      return .nothing
    },
    randomMethod(
      "random(self, /)", "The next float in [0, 1), of 53 bits.",
      leaf: { (payload, _, count) in count == 1 ? .float(payload.twister.nextDouble()) : nil }
    ) { (payload, _, _) throws(Fault) in
      .float(payload.twister.nextDouble())
    },
    randomMethod(
      "getrandbits(self, k, /)", "An int of k random bits.",
      leaf: { (payload, arguments, count) in
        guard count == 2, let bits = arguments[1].asInt, bits > 0, bits <= 32 else { return nil }
        return .int(Int(payload.twister.next32() >> UInt32(32 - bits)))
      }
    ) { (payload, context, arguments) throws(Fault) in
      let count = try context.integer(arguments[1])
      if count < 0 { throw Fault(.valueError, "number of bits must be non-negative") }
      if count <= 32 { return .int(count == 0 ? 0 : Int(payload.twister.next32() >> UInt32(32 - count))) }
      if count > 1 << 30 { throw Fault(.memoryError, "") }
      return .integer(payload.bits(count))
    },
    randomMethod(
      "_randbelow(self, n, /)", "An int in 0..<n.",
      leaf: { (payload, arguments, count) in
        guard count == 2, let limit = arguments[1].asInt, limit > 0 else { return nil }
        return .int(payload.below(limit))
      }
    ) { (payload, context, arguments) throws(Fault) in
      if let limit = arguments[1].asInt { return .int(payload.below(limit)) }
      let limit = try context.wideInteger(arguments[1])
      if limit.bitWidth > 1 << 30 { throw Fault(.memoryError, "") }
      while true {
        let bits = payload.bits(limit.bitWidth)
        if bits < limit || limit.isZero || limit.isNegative { return .integer(bits) }
        try context.checkInterrupt()
      }
    },
    randomMethod("_shuffle(self, x, /)", "Shuffles a list in place.") { (payload, context, arguments) throws(Fault) in
      guard let list = arguments[1].exactList else { throw Fault(.typeError, "expected a list") }
      var index = list.value.items.count - 1
      while index > 0 {
        let other = payload.below(index + 1)
        if other != index {
          let moved = list.value.items[index].exchange(.nothing)
          _ = list.value.items[index].exchange(list.value.items[other].exchange(moved))
        }
        if index & 0xFFFF == 0 { try context.checkInterrupt() }
        index -= 1
      }
      return .nothing
    },
    randomMethod("getstate(self, /)", "The state: 624 words and the place among them.") {
      (payload, _, _) throws(Fault) in
      var items = ValueList(capacity: payload.twister.key.count + 1)
      for word in payload.twister.key { items.append(.int(Int(word))) }
      items.append(.int(payload.twister.position))
      return .tuple(items)
    },
    randomMethod("setstate(self, state, /)", "Goes on from a state.") { (payload, context, arguments) throws(Fault) in
      guard let state = arguments[1].asTuple else { throw Fault(.typeError, "state vector must be a tuple") }
      guard state.value.items.count == 625 else { throw Fault(.valueError, "state vector is the wrong size") }
      var words: [UInt32] = []
      for index in 0..<624 {
        words.append(UInt32(truncatingIfNeeded: try context.integer(state.value.items[index])))
      }
      let position = try context.integer(state.value.items[624])
      guard let twister = MersenneTwister(key: words, position: position) else {
        throw Fault(.valueError, "invalid state")
      }
      payload.twister = twister
      return .nothing
    },
  ]

  static let randomMake = Builtin(
    "_random.Random(seed=None)", "A stream of random numbers of its own.",
    example: "import _random; _random.Random(1).random()  # 0.13436424411240122", constructs: .native(.random)
  ) { (context, arguments) throws(Fault) in
    let payload = RandomPayload()
    if !arguments[0].isNone { payload.twister = MersenneTwister(seed: try context.seedWords(arguments[0])) }
    return .native(Ref(NativeObject(.random, payload)))
  }

  /// What the class of the module `random` does with the commonest arguments; its own methods do the rest.
  static let randomDraws: [Builtin] = [
    randomDraw(
      "uniform(self, a=<no value>, b=<no value>)", "A float from a to b.",
      leaf: { (payload, arguments, count) in
        guard count == 3, let a = arguments[1].plainDouble, let b = arguments[2].plainDouble else { return nil }
        return .float(a + (b - a) * payload.twister.nextDouble())
      }),
    randomDraw(
      "randint(self, a=<no value>, b=<no value>)", "An integer from a to b, both included.",
      leaf: { (payload, arguments, count) in
        guard count == 3, let a = arguments[1].asInt, let b = arguments[2].asInt, a <= b, a > -1 << 61, b < 1 << 61
        else { return nil }
        return .int(a + payload.below(b - a + 1))
      }),
    randomDraw(
      "randrange(self, start=<no value>, stop=None, step=1)", "An integer of `range(start, stop, step)`.",
      leaf: { (payload, arguments, count) in
        guard count == 2 || count == 3, let first = arguments[1].asInt else { return nil }
        if count == 2 { return first > 0 ? .int(payload.below(first)) : nil }
        guard let stop = arguments[2].asInt, first < stop, first > -1 << 61, stop < 1 << 61 else { return nil }
        return .int(first + payload.below(stop - first))
      }),
    randomDraw(
      "choice(self, seq=<no value>)", "An item of a sequence.",
      leaf: { (payload, arguments, count) in
        guard count == 2 else { return nil }
        if let list = arguments[1].exactList, list.value.items.count > 0 {
          return list.value.items[payload.below(list.value.items.count)].copy()
        }
        if let tuple = arguments[1].exactTuple, tuple.value.items.count > 0 {
          return tuple.value.items[payload.below(tuple.value.items.count)].copy()
        }
        guard let text = arguments[1].exactString, text.value.count > 0 else { return nil }
        return .character(text.value[payload.below(text.value.count)])
      }),
  ]

  /// A method that the class in the language has too, with a `_` before its name: it is called with all arguments that
  /// the leaf body leaves.
  private static func randomDraw(
    _ declaration: String, _ documentation: String,
    leaf: @escaping (RandomPayload, Registers, Int) -> Value?
  ) -> Builtin {
    let name = Symbol("_" + String(declaration.prefix { $0 != "(" }))
    let parameters = declaration.split(separator: ",").count
    return randomMethod(declaration, documentation, leaf: leaf) { (_, context, arguments) throws(Fault) in
      let type = try context.attribute(try context.importLibrary("random"), Symbol("Random"))
      let method = try context.attribute(type, name)
      var values = ValueList(capacity: parameters)
      for index in 0..<parameters {
        // Of a missing one the method itself complains.
        if index > 0 && !arguments.isGiven(index) { break }
        values.append(arguments[index].copy())
      }
      return try context.call(method, values)
    }
  }

  private static func randomMethod(
    _ declaration: String, _ documentation: String,
    leaf: ((RandomPayload, Registers, Int) -> Value?)? = nil,
    _ body: @escaping (RandomPayload, Context, Registers) throws(Fault) -> Value
  ) -> Builtin {
    let quick: LeafBody?
    if let leaf {
      quick = { (_, arguments, count) in
        guard count > 0, let payload = arguments[0].nativePayload(RandomPayload.self) else { return nil }
        return leaf(payload, arguments, count)
      }
    } else {
      quick = nil
    }
    return Builtin("Random." + declaration, documentation, leaf: quick) { (context, arguments) throws(Fault) in
      guard let payload = arguments[0].nativePayload(RandomPayload.self) else {
        throw Fault(
          .typeError, "descriptor for '_random.Random' objects doesn't apply to a '\(arguments[0].typeName)' object")
      }
      return try body(payload, context, arguments)
    }
  }
}

extension Context {
  /// The words that a seed begins a stream with: an integer's magnitude, or the hash of another value.
  fileprivate func seedWords(_ seed: borrowing Value) throws(Fault) -> [UInt32] {
    if seed.isNone { return RandomPayload.systemWords() }
    if let big = seed.asBigInteger {
      let magnitude = big.value.value.magnitude
      let bytes = magnitude.littleEndian(count: (magnitude.bitWidth + 7) / 8, isSigned: false) ?? []
      return stride(from: 0, to: bytes.count, by: 4).map { start in
        (0..<4).reduce(UInt32(0)) { word, index in
          start + index < bytes.count ? word | UInt32(bytes[start + index]) << UInt32(8 * index) : word
        }
      }
    }
    let index = try indexInteger(seed)
    let value: UInt
    if let index { value = index.magnitude } else { value = try hash(seed).magnitude }
    let low = UInt32(truncatingIfNeeded: value)
    let high = UInt32(truncatingIfNeeded: value >> 32)
    return high == 0 ? [low] : [low, high]
  }
}
