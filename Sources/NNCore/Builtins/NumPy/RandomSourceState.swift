import NNIntegers
import NNKernels

/// The states of streams, to read and to set.
extension Builtin {
  static let randomSourceStates: [Builtin] = [
    sourceMethod("words(self, /)", "The words of the state.") { (source, _, _) throws(Fault) in
      var items = ValueList(capacity: 4)
      for word in source.words { items.append(.integer(BigInteger(word))) }
      return .list(items)
    },
    sourceMethod("set_words(self, words, /)", "Sets the words of the state.") {
      (source, context, arguments) throws(Fault) in
      source.words = try context.sourceWords(arguments[1])
      return .nothing
    },
    sourceMethod("half(self, /)", "The half word that waits, or None.") { (source, _, _) throws(Fault) in
      source.waitingHalf.map { .int(Int($0)) } ?? .nothing
    },
    sourceMethod("set_half(self, half, /)", "Sets the half word that waits.") {
      (source, context, arguments) throws(Fault) in
      source.waitingHalf =
        arguments[1].isNone ? nil : UInt32(truncatingIfNeeded: try context.integer(arguments[1]))
      return .nothing
    },
    sourceMethod("advance(self, low, high, /)", "Goes on by low + high * 2**64 steps.") {
      (source, context, arguments) throws(Fault) in
      let low = try context.sourceWords(arguments[1])[0]
      let high = try context.sourceWords(arguments[2])[0]
      (source as? PermutedSource)?.advance(UInt128(high) << 64 | UInt128(low))
      return .nothing
    },
    sourceMethod("twister(self, /)", "The Mersenne Twister's key, position and spare deviate.") {
      (source, _, _) throws(Fault) in
      guard let twister = source.stream else { return .nothing }
      let key = try Creation.empty([twister.key.count], .uint64)
      for (place, word) in twister.key.enumerated() { key.mutableData.store(UInt64(word), at: place &* 8) }
      var items = ValueList(capacity: 4)
      items.append(.view(key))
      items.append(.int(twister.position))
      items.append(.int(twister.hasGauss ? 1 : 0))
      items.append(.float(twister.gauss))
      return .tuple(items)
    },
    sourceMethod("set_twister(self, key, position, has_gauss, gauss, /)", "Sets the Mersenne Twister's state.") {
      (source, context, arguments) throws(Fault) in
      let words = try context.sourceWords(arguments[1]).map { UInt32(truncatingIfNeeded: $0) }
      let position = try context.integer(arguments[2])
      let hasGauss = try context.truth(arguments[3])
      let gauss = try context.double(arguments[4])
      guard let twister = MersenneTwister(key: words, position: position, hasGauss: hasGauss, gauss: gauss) else {
        throw Fault(.valueError, "state must have 624 words and a position up to 624")
      }
      source.stream = twister
      return .nothing
    },
    sourceMethod("seed(self, words, /)", "Begins the legacy stream of an integer or of a list of words.") {
      (source, context, arguments) throws(Fault) in
      if arguments[1].isNone {
        source.stream = MersenneTwister(seed: RandomStream.systemWords())
      } else {
        let words = try context.sourceWords(arguments[1]).map { UInt32(truncatingIfNeeded: $0) }
        source.stream =
          arguments[1].asInt != nil ? MersenneTwister(seed: words[0]) : MersenneTwister(seed: words)
      }
      return .nothing
    },
  ]
}

extension RandomSource {
  /// The Mersenne Twister inside, where there is one.
  fileprivate var stream: MersenneTwister? {
    get { (self as? LegacySource)?.twister ?? (self as? TwisterSource)?.twister }
    set {
      guard let newValue else { return }
      (self as? LegacySource)?.twister = newValue
      (self as? TwisterSource)?.twister = newValue
    }
  }
}
