import NNKernels

// Arrays of text and of values of the language, element by element.

extension ElementType {
  /// Whether the elements are records or bytes without a meaning.
  var isRecord: Bool {
    if case .record = self { return RecordTypes.native(self) == nil }
    return false
  }

  /// Whether no function of elements takes this type beside another one: text beside bytes, or beside numbers.
  func isApart(from other: ElementType) -> Bool {
    switch (self, other) {
    case (.text, .bytes), (.bytes, .text): true
    default: isText != other.isText
    }
  }

  /// Whether the elements are text or bytes.
  var isText: Bool {
    switch self {
    case .text, .bytes: true
    default: false
    }
  }

  /// The type with the length that the elements of `source` need, where it has none itself.
  func sized(for source: borrowing NDArray) throws(Fault) -> ElementType {
    guard self == .text(0) || self == .bytes(0) else { return self }
    var length: UInt32
    switch source.type {
    case .text(let own), .bytes(let own): length = own
    case .object:
      length = 0
      for index in 0..<source.count {
        switch try source.element(index).converted(to: self).type {
        case .text(let own), .bytes(let own): length = max(length, own)
        default: break
        }
      }
    case .record: length = 32
    default: length = Promotion.textWidth(source.type)
    }
    return self == .text(0) ? .text(max(length, 1)) : .bytes(max(length, 1))
  }
}

extension NDArray {
  /// Writes elements that have to be converted by way of values.
  func writeSlowly(_ source: borrowing NDArray) throws(Fault) {
    let wide = source.broadcastView(shape)
    let (from, to, sourceType, target) = (wide.data, mutableData, source.type, type)
    var count = 0
    try Lanes.forEach(shape, wide.strides, strides) { (x, out) throws(Fault) in
      if sourceType.isText && target.isText {
        let units = ElementText.units(from.advanced(by: x), sourceType)
        if case .bytes = target, case .text = sourceType, let place = units.firstIndex(where: { $0 > 127 }) {
          throw ElementText.notASCII(units[place], at: place)
        }
        ElementText.store(units, to.advanced(by: out), target)
      } else {
        to.store(try from.load(sourceType, at: x).converted(to: target), at: out)
      }
      count &+= 1
      if count & 0xFFFF == 0 { try Interrupts.check() }
    }
  }
}

extension Ufunc {
  /// Whether the function has a loop for values of the language.
  private var takesObjects: Bool {
    (UfuncTable.entries[name]?.types ?? []).contains { $0.hasPrefix("O") }
  }

  /// The type to compute in for elements that are no numbers. Throws TypeError where there is none.
  func slowComputingType(_ common: ElementType) throws(Fault) -> ElementType {
    if let native = RecordTypes.native(common) { return try computingType(native) }
    if common == .object && takesObjects { return common }
    if common.isText && (isComparison || isLogical) { return common }
    if common.isText && kernel == .unary(.logicalNot) { throw unsupported }
    if common == .object { throw unsupported }
    throw noLoop(for: common)
  }

  /// What a function of two truth values says.
  private func combines(_ x: Bool, _ y: Bool) -> Bool {
    switch kernel {
    case .binary(.logicalAnd): x && y
    case .binary(.logicalOr): x || y
    default: x != y
    }
  }

  /// Writes the function of an array of text or values.
  func runSlowly(_ type: ElementType, out: borrowing NDArray, x: borrowing NDArray) throws(Fault) {
    let wide = x.broadcastView(out.shape)
    let (from, to, target) = (wide.data, out.mutableData, out.type)
    try Lanes.forEach(out.shape, wide.strides, out.strides) { (source, place) throws(Fault) in
      to.store(try ElementHooks.unary(self, from.load(type, at: source)).converted(to: target), at: place)
    }
  }

  /// Writes the function of two arrays of text or values.
  func runSlowly(
    _ type: ElementType, out: borrowing NDArray, x: borrowing NDArray, y: borrowing NDArray
  ) throws(Fault) {
    let a = x.broadcastView(out.shape)
    let b = y.broadcastView(out.shape)
    let (left, right, to, target) = (a.data, b.data, out.mutableData, out.type)
    // Lanes walk two operands: the third one's places come from its numbers.
    var number = 0
    try Lanes.forEach(out.shape, a.strides, b.strides) { (first, second) throws(Fault) in
      let place = out.byteOffset(of: number)
      number &+= 1
      if type.isText {
        let (x, y) = (left.advanced(by: first), right.advanced(by: second))
        let holds =
          isLogical
          ? combines(!ElementText.units(x, type).isEmpty, !ElementText.units(y, type).isEmpty)
          : Ufunc.orders(kernel, ElementText.order(x, type, y, type))
        to.store(UInt8(holds ? 1 : 0), at: place)
      } else {
        let value = try ElementHooks.binary(self, left.load(type, at: first), right.load(type, at: second))
        to.store(try value.converted(to: target), at: place)
      }
      if number & 0xFFFF == 0 { try Interrupts.check() }
    }
  }
}

/// Orders of elements that have no kernels.
enum SlowOrder {
  /// The indices that sort a run, equal elements in their order. Throws what comparing may throw.
  static func order(_ type: ElementType, _ data: DataPointer, count: Int, stride: Int) throws(Fault) -> [Int] {
    func isLess(_ a: Int, _ b: Int) throws(Fault) -> Bool {
      let (x, y) = (data.advanced(by: a &* stride), data.advanced(by: b &* stride))
      if type.isText { return ElementText.order(x, type, y, type) < 0 }
      return try ElementHooks.isLess(x.load(type), y.load(type))
    }
    var (runs, spare) = (Array(0..<count), Array(repeating: 0, count: count))
    var width = 1
    while width < count {
      try Interrupts.check()
      for start in Swift.stride(from: 0, to: count, by: 2 &* width) {
        let (middle, end) = (min(start &+ width, count), min(start &+ 2 &* width, count))
        var (a, b, place) = (start, middle, start)
        while a < middle || b < end {
          let takesSecond = a >= middle ? true : (b >= end ? false : try isLess(runs[b], runs[a]))
          spare[place] = takesSecond ? runs[b] : runs[a]
          if takesSecond { b &+= 1 } else { a &+= 1 }
          place &+= 1
        }
      }
      swap(&runs, &spare)
      width &*= 2
    }
    return runs
  }

  /// Whether one element of a type comes before another.
  static func isLess(_ type: ElementType, _ x: DataPointer, _ y: DataPointer) throws(Fault) -> Bool {
    if type.isText { return ElementText.order(x, type, y, type) < 0 }
    return try ElementHooks.isLess(x.load(type), y.load(type))
  }

  /// Whether two elements of one type are equal.
  static func isSame(_ type: ElementType, _ x: DataPointer, _ y: DataPointer) throws(Fault) -> Bool {
    if type.isText { return ElementText.order(x, type, y, type) == 0 }
    let (a, b) = (x.load(type), y.load(type))
    if a.bits == b.bits { return true }
    let (before, after) = (try ElementHooks.isLess(a, b), try ElementHooks.isLess(b, a))
    return !before && !after
  }
}
