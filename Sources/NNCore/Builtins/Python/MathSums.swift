import Glibc

extension Builtin {
  /// The functions of `math` that take or give several numbers.
  static let mathSums: [Builtin] = [
    .mathExactSum, .mathProduct, .mathHypot, .mathDistance, .mathFrexp, .mathLdexp, .mathModf,
  ]

  static let mathExactSum = Builtin(
    "math.fsum(seq, /)", "The sum of floats, rounded once.", example: "math.fsum([0.1] * 10)  # 1.0"
  ) { (context, arguments) throws(Fault) in
    var sum = ExactSum()
    try context.forEach(arguments[0]) { (item) throws(Fault) in
      try sum.add(try context.double(item))
      return true
    }
    return .float(try sum.total())
  }

  static let mathProduct = Builtin(
    "math.prod(iterable, /, *, start=1)", "The product of `start` and all items.", example: "math.prod([2, 3])  # 6",
    leaf: { (_, arguments, count) in
      guard count == 1, let list = arguments[0].exactList, list.value.items.count < 1 << 16 else { return nil }
      var product = 1
      for index in 0..<list.value.items.count {
        guard let factor = list.value.items[index].asInt else { return nil }
        let (next, overflow) = product.multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        product = next
      }
      return .int(product)
    }
  ) { (context, arguments) throws(Fault) in
    var result = arguments[1].copy()
    try context.forEach(arguments[0]) { (item) throws(Fault) in
      result = try context.arithmetic(.multiply, result.exchange(.nothing), item)
      return true
    }
    return result
  }

  static let mathHypot = Builtin(
    "math.hypot(*coordinates)", "The Euclidean length of a vector.", example: "math.hypot(3, 4)  # 5.0",
    leaf: { (_, arguments, count) in
      guard count == 2, let x = arguments[0].plainDouble, let y = arguments[1].plainDouble else { return nil }
      return .float(MathSpecial.norm(x, y))
    }
  ) { (context, arguments) throws(Fault) in
    .float(MathSpecial.norm(try context.doubles(arguments[0])))
  }

  static let mathDistance = Builtin(
    "math.dist(p, q, /)", "The distance of two points.", example: "math.dist([1, 1], [4, 5])  # 5.0",
    leaf: { (_, arguments, count) in
      guard count == 2, let p = arguments[0].plainPoint, let q = arguments[1].plainPoint else { return nil }
      return .float(MathSpecial.norm(p.x - q.x, p.y - q.y))
    }
  ) { (context, arguments) throws(Fault) in
    let (p, q) = (try context.doubles(arguments[0]), try context.doubles(arguments[1]))
    if p.count != q.count { throw Fault(.valueError, "both points must have the same number of dimensions") }
    return .float(MathSpecial.norm(Swift.zip(p, q).map { $0 - $1 }))
  }

  static let mathFrexp = Builtin(
    "math.frexp(x, /)", "The tuple (m, e) with x = m * 2**e and 0.5 <= abs(m) < 1.",
    example: "math.frexp(8)  # (0.5, 4)"
  ) { (context, arguments) throws(Fault) in
    let x = try context.double(arguments[0])
    if !x.isFinite || x == 0 { return .tuple(.float(x), .int(0)) }
    let (fraction, exponent) = CLibrary.frexp(x)
    return .tuple(.float(fraction), .int(Int(exponent)))
  }

  static let mathLdexp = Builtin("math.ldexp(x, i, /)", "x * 2**i.", example: "math.ldexp(0.5, 4)  # 8.0") {
    (context, arguments) throws(Fault) in
    let x = try context.double(arguments[0])
    guard let wide = arguments[1].number?.integer else {
      throw Fault(.typeError, "Expected an int as second argument to ldexp.")
    }
    if x == 0 || !x.isFinite { return .float(x) }
    let exponent = Swift.max(-5000, Swift.min(5000, Int(clamping: wide)))
    let result = scalbn(x, Int32(exponent))
    if result.isInfinite { throw Fault.mathRange }
    return .float(result)
  }

  static let mathModf = Builtin(
    "math.modf(x, /)", "The tuple of the fraction and the whole part, both floats.",
    example: "math.modf(2.5)  # (0.5, 2.0)"
  ) { (context, arguments) throws(Fault) in
    let x = try context.double(arguments[0])
    if x.isInfinite { return .tuple(.float(copysign(0, x)), .float(x)) }
    let whole = x.rounded(.towardZero)
    return .tuple(.float(x.isNaN ? x : copysign(x - whole, x)), .float(whole))
  }
}

extension Value {
  /// A tuple or list of two numbers.
  fileprivate var plainPoint: (x: Double, y: Double)? {
    borrowing get {
      guard let (registers, count) = exactItems, count == 2, let items = registers,
        let x = items[0].plainDouble, let y = items[1].plainDouble
      else { return nil }
      return (x, y)
    }
  }
}

extension Context {
  /// All items of an iterable as floats.
  fileprivate func doubles(_ value: borrowing Value) throws(Fault) -> [Double] {
    var result: [Double] = []
    try forEach(value) { (item) throws(Fault) in
      result.append(try double(item))
      return true
    }
    return result
  }
}

/// A sum of floats without error: partial sums that do not overlap (Shewchuk), rounded at the end.
private struct ExactSum {
  private var partials: [Double] = []
  private var special = 0.0
  private var infinities = 0.0

  mutating func add(_ value: Double) throws(Fault) {
    var x = value
    var kept = 0
    for var y in partials {
      if x.magnitude < y.magnitude { swap(&x, &y) }
      let high = x + y
      let low = y - (high - x)
      if low != 0 {
        partials[kept] = low
        kept += 1
      }
      x = high
    }
    partials.removeLast(partials.count - kept)
    if x == 0 { return }
    if x.isFinite {
      partials.append(x)
    } else {
      if value.isFinite { throw Fault(.overflowError, "intermediate overflow in fsum") }
      if value.isInfinite { infinities += value }
      special += value
      partials.removeAll()
    }
  }

  func total() throws(Fault) -> Double {
    if special != 0 {
      if infinities.isNaN { throw Fault(.valueError, "-inf + inf in fsum") }
      return special
    }
    var rest = partials
    guard var high = rest.popLast() else { return 0 }
    var low = 0.0
    while let y = rest.popLast() {
      let x = high
      high = x + y
      low = y - (high - x)
      if low != 0 { break }
    }
    // Half-way cases go by the sign of what is still left.
    if let next = rest.last, (low < 0 && next < 0) || (low > 0 && next > 0) {
      let y = low * 2
      let x = high + y
      if y == x - high { high = x }
    }
    return high
  }
}
