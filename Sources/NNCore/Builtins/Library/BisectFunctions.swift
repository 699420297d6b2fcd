extension Builtin {
  /// The native module behind `bisect`.
  static let bisectFunctions: [Builtin] = [
    bisect("bisect_left", "Where a value belongs in a sorted list, before equal ones.", isLeft: true),
    bisect("bisect_right", "Where a value belongs in a sorted list, behind equal ones.", isLeft: false),
    insort("insort_left", "Inserts a value into a sorted list, before equal ones.", isLeft: true),
    insort("insort_right", "Inserts a value into a sorted list, behind equal ones.", isLeft: false),
  ]

  private static func bisect(_ name: String, _ documentation: String, isLeft: Bool) -> Builtin {
    Builtin(
      "_bisect.\(name)(a, x, lo=0, hi=None, *, key=None)", documentation,
      example: "import bisect; bisect.\(name)([1, 3, 3], 3)  # \(isLeft ? 1 : 3)"
    ) { (context, arguments) throws(Fault) in
      .int(try context.bisect(arguments, arguments[1], isLeft: isLeft))
    }
  }

  private static func insort(_ name: String, _ documentation: String, isLeft: Bool) -> Builtin {
    Builtin(
      "_bisect.\(name)(a, x, lo=0, hi=None, *, key=None)", documentation,
      example: "import bisect; a = [1, 3]; bisect.\(name)(a, 2); a  # [1, 2, 3]"
    ) { (context, arguments) throws(Fault) in
      let key = try context.applied(arguments[4], to: arguments[1])
      let place = try context.bisect(arguments, key, isLeft: isLeft)
      if let list = arguments[0].asList {
        list.value.items.insert(arguments[1].copy(), at: place)
      } else {
        let method = try context.attribute(arguments[0], Symbol("insert"))
        _ = try context.call(method, .int(place), arguments[1].copy())
      }
      return .nothing
    }
  }
}

extension Context {
  /// The place of a key among the items of `arguments`: `(a, x, lo, hi, key)`.
  fileprivate func bisect(_ arguments: Registers, _ key: borrowing Value, isLeft: Bool) throws(Fault) -> Int {
    var low = try integer(arguments[2])
    if low < 0 { throw Fault(.valueError, "lo must be non-negative") }
    var high: Int
    if let given = try optionalInteger(arguments[3]) { high = given } else { high = try length(arguments[0]) }
    while low < high {
      let middle = low + (high - low) / 2
      let candidate = try applied(arguments[4], to: try item(arguments[0], at: .int(middle)))
      if isLeft {
        if try isLess(candidate, key) { low = middle + 1 } else { high = middle }
      } else {
        if try isLess(key, candidate) { high = middle } else { low = middle + 1 }
      }
    }
    return low
  }
}
