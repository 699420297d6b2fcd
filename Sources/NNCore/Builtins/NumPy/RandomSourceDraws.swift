import NNKernels

/// The commonest draws of a stream. They answer None where a parameter is no plain number or not a valid one: who asked
/// then goes the long way, which has the messages.
extension Builtin {
  static let quickDraws: [Builtin] = [
    sourceMethod("random(self, size, /)", "Uniform numbers in [0, 1).") {
      (source, context, arguments) throws(Fault) in
      arguments[1].isNone
        ? .float(source.nextDouble()) : try context.filled(source, isNormal: false, 0, 1, arguments[1])
    },
    sourceMethod("standard_normal(self, size, /)", "Standard normal numbers.") {
      (source, context, arguments) throws(Fault) in
      arguments[1].isNone
        ? .float(source.nextNormal()) : try context.filled(source, isNormal: true, 0, 1, arguments[1])
    },
    sourceMethod("uniform(self, low, high, size, /)", "Uniform numbers, or None.") {
      (source, context, arguments) throws(Fault) in
      guard let low = arguments[1].asRealNumber, let high = arguments[2].asRealNumber else { return .nothing }
      let range = high - low
      guard range.isFinite, range > 0 else { return .nothing }
      if arguments[3].isNone { return .float(low + range * source.nextDouble()) }
      return try context.filled(source, isNormal: false, low, range, arguments[3])
    },
    sourceMethod("normal(self, mean, scale, size, /)", "Normal numbers, or None.") {
      (source, context, arguments) throws(Fault) in
      guard let mean = arguments[1].asRealNumber, let scale = arguments[2].asRealNumber, scale > 0 else {
        return .nothing
      }
      if arguments[3].isNone { return .float(mean + scale * source.nextNormal()) }
      return try context.filled(source, isNormal: true, mean, scale, arguments[3])
    },
    sourceMethod("below(self, low, high, size, masked, /)", "Integers from low to before high, or None.") {
      (source, context, arguments) throws(Fault) in
      guard var low = arguments[1].asInt else { return .nothing }
      var high = 0
      if let limit = arguments[2].asInt {
        high = limit
      } else {
        if !arguments[2].isNone { return .nothing }
        (low, high) = (0, low)
      }
      let isMasked = try context.truth(arguments[4])
      let (range, overflow) = (high &- 1).subtractingReportingOverflow(low)
      guard low < high, !overflow else { return .nothing }
      let reach = UInt64(range)
      if arguments[3].isNone {
        let drawn = Int(truncatingIfNeeded: isMasked ? source.nextInterval(reach) : source.nextBounded(reach)) &+ low
        return isMasked ? .int(drawn) : .scalar(NumPyScalar(drawn))
      }
      let out = try Creation.empty(try ArrayConversion.shape(arguments[3], in: context), .int64)
      for index in 0..<out.count {
        let drawn = isMasked ? source.nextInterval(reach) : source.nextBounded(reach)
        out.mutableData.store(Int(truncatingIfNeeded: drawn) &+ low, at: index &* 8)
        if index & 0xFFFF == 0xFFFF { try context.checkInterrupt() }
      }
      return .view(out)
    },
  ]
}

extension Value {
  /// A number of the language or a float of NumPy's.
  fileprivate var asRealNumber: Double? {
    borrowing get {
      if let scalar = asScalar { return scalar.type == .float64 ? scalar.asDouble : nil }
      return asNumber
    }
  }
}

extension Context {
  fileprivate func filled(
    _ source: RandomSource, isNormal: Bool, _ a: Double, _ b: Double, _ size: borrowing Value
  ) throws(Fault) -> Value {
    let out = try Creation.empty(try ArrayConversion.shape(size, in: self), .float64)
    RandomStream.fill(out, of: source, isNormal: isNormal, a, b)
    try checkInterrupt()
    return .view(out)
  }
}
