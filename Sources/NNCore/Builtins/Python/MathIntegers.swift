import NNIntegers
import Glibc

extension Builtin {
  /// The functions of `math` that give integers.
  static let mathIntegers: [Builtin] = [
    .mathFactorial, .mathGreatestDivisor, .mathLeastMultiple, .mathComb, .mathPerm, .mathIntegerRoot,
    rounding("floor", .floorMethod, "The largest integer that is not above.", .down),
    rounding("ceil", .ceilMethod, "The smallest integer that is not below.", .up),
    rounding("trunc", .truncMethod, "The integer part.", .towardZero),
  ]

  private static func rounding(
    _ name: String, _ method: Symbol, _ documentation: String, _ rule: FloatingPointRoundingRule
  ) -> Builtin {
    Builtin(
      "math.\(name)(x, /)", documentation, example: "math.\(name)(2.5)",
      leaf: { (_, arguments, count) in
        guard count == 1, let x = arguments[0].asFloat, x.magnitude < 0x1p62 else { return nil }
        return .int(Int(x.rounded(rule)))
      }
    ) { (context, arguments) throws(Fault) in
      if let answer = try context.callSpecial(method, of: arguments[0]) { return answer }
      if let integer = arguments[0].number?.integer { return .integer(integer) }
      if name == "trunc" && arguments[0].number == nil && !arguments[0].isArrayLike {
        throw Fault(.typeError, "type \(arguments[0].typeName) doesn't define __trunc__ method")
      }
      return .integer(try Context.truncated(try context.double(arguments[0]).rounded(rule)))
    }
  }

  static let mathFactorial = Builtin(
    "math.factorial(n, /)", "1 · 2 · … · n.", example: "math.factorial(5)  # 120",
    leaf: { (_, arguments, count) in
      guard count == 1, let n = arguments[0].asInt, n >= 0, n <= 20 else { return nil }
      var (result, factor) = (1, 2)
      while factor <= n {
        result &*= factor
        factor &+= 1
      }
      return .int(result)
    }
  ) { (context, arguments) throws(Fault) in
    let wide = try context.wideInteger(arguments[0])
    if wide < 0 { throw Fault(.valueError, "factorial() not defined for negative values") }
    guard let n = Int(exactly: wide) else {
      throw Fault(.overflowError, "factorial() argument should not exceed \(Int.max)")
    }
    // 2,000,000! has 39 million bits.
    if n > 2_000_000 { throw Fault(.memoryError, "") }
    return .integer(try context.product(2, n))
  }

  static let mathGreatestDivisor = Builtin(
    "math.gcd(*integers)", "The greatest common divisor.", example: "math.gcd(12, 18)  # 6",
    quick: { (_, arguments, count) throws(Fault) in
      guard count == 2, let x = arguments[0].asInt, let y = arguments[1].asInt, x != .min, y != .min else { return nil }
      var (larger, smaller) = (x.magnitude, y.magnitude)
      while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
      return .int(Int(bitPattern: larger))
    }
  ) { (context, arguments) throws(Fault) in
    var result: BigInteger = 0
    if let values = arguments.variadic(0) {
      for index in 0..<values.value.items.count {
        result = try context.divisor(result, try context.wideInteger(values.value.items[index]))
      }
    }
    return .integer(result)
  }

  static let mathLeastMultiple = Builtin(
    "math.lcm(*integers)", "The least common multiple.", example: "math.lcm(4, 6)  # 12"
  ) { (context, arguments) throws(Fault) in
    var result: BigInteger = 1
    if let values = arguments.variadic(0) {
      for index in 0..<values.value.items.count {
        let value = try context.wideInteger(values.value.items[index]).magnitude
        if value.isZero { result = 0 }
        if !result.isZero { result *= value.floorQuotient(by: try context.divisor(result, value)) }
        if result.bitWidth > NumberArithmetic.largestBitWidth { throw Fault(.memoryError, "") }
      }
    }
    return .integer(result)
  }

  static let mathComb = Builtin(
    "math.comb(n, k, /)", "The number of ways to choose k of n.", example: "math.comb(5, 2)  # 10",
    leaf: { (_, arguments, count) in
      guard count == 2, let n = arguments[0].asInt, let k = arguments[1].asInt, n >= 0, k >= 0 else { return nil }
      if k > n { return .int(0) }
      let least = Swift.min(k, n - k)
      var result = 1
      var index = 0
      while index < least {
        let (product, overflow) = result.multipliedReportingOverflow(by: n - index)
        if overflow { return nil }
        index &+= 1
        result = product / index
      }
      return .int(result)
    }
  ) { (context, arguments) throws(Fault) in
    let (n, k) = (try context.wideInteger(arguments[0]), try context.wideInteger(arguments[1]))
    if n < 0 { throw Fault(.valueError, "n must be a non-negative integer") }
    if k < 0 { throw Fault(.valueError, "k must be a non-negative integer") }
    if k > n { return .int(0) }
    return .integer(try context.fallingProduct(n, Swift.min(k, n - k), divides: true, "min(n - k, k)"))
  }

  static let mathPerm = Builtin(
    "math.perm(n, k=None, /)", "The number of ways to choose k of n in order.", example: "math.perm(5, 2)  # 20"
  ) { (context, arguments) throws(Fault) in
    let n = try context.wideInteger(arguments[0])
    let k = arguments[1].isNone ? n : try context.wideInteger(arguments[1])
    if n < 0 {
      throw Fault(
        .valueError,
        arguments[1].isNone ? "factorial() not defined for negative values" : "n must be a non-negative integer")
    }
    if k < 0 { throw Fault(.valueError, "k must be a non-negative integer") }
    if k > n { return .int(0) }
    return .integer(try context.fallingProduct(n, k, divides: false, "k"))
  }

  static let mathIntegerRoot = Builtin(
    "math.isqrt(n, /)", "The integer part of the square root.", example: "math.isqrt(10)  # 3",
    leaf: { (_, arguments, count) in
      // Below 2**52 the root of the float is right but for its fraction.
      guard count == 1, let n = arguments[0].asInt, n >= 0, n < 1 << 52 else { return nil }
      return .int(Int(Double(n).squareRoot()))
    }
  ) { (context, arguments) throws(Fault) in
    let n = try context.wideInteger(arguments[0])
    if n < 0 { throw Fault(.valueError, "isqrt() argument must be nonnegative") }
    return .integer(n.squareRoot)
  }
}

extension Context {
  fileprivate func divisor(_ a: BigInteger, _ b: BigInteger) throws(Fault) -> BigInteger {
    try BigInteger.greatestCommonDivisor(a, b, checkpoint: checkInterrupt)
  }

  /// The product of all integers in a range, by halves, so that large factors meet large ones.
  fileprivate func product(_ low: Int, _ high: Int) throws(Fault) -> BigInteger {
    if low > high { return 1 }
    if high - low < 16 {
      var result = BigInteger(low)
      for factor in (low + 1)..<(high + 1) { result *= BigInteger(factor) }
      return result
    }
    try checkInterrupt()
    let middle = (low + high) / 2
    return try product(low, middle) * (try product(middle + 1, high))
  }

  /// n (n - 1) … with k factors, divided by k! where asked.
  fileprivate func fallingProduct(_ n: BigInteger, _ k: BigInteger, divides: Bool, _ name: String) throws(Fault)
    -> BigInteger
  {
    guard let count = Int(exactly: k) else { throw Fault(.overflowError, "\(name) must not exceed \(Int.max)") }
    // Half of the factors are at least k / 2.
    let (bits, overflow) = (max(count.bitWidth - count.leadingZeroBitCount - 2, 0)).multipliedReportingOverflow(
      by: count / 2)
    if !divides && (overflow || bits > NumberArithmetic.largestBitWidth) { throw Fault(.memoryError, "") }
    var result: BigInteger = 1
    var index = 0
    while index < count {
      result *= n - BigInteger(index)
      index += 1
      if divides { result = result.floorQuotient(by: BigInteger(index)) }
      if result.bitWidth > NumberArithmetic.largestBitWidth { throw Fault(.memoryError, "") }
      if index & 0x3F == 0 { try checkInterrupt() }
    }
    return result
  }
}
