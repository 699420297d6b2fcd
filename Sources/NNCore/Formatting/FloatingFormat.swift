/// NumPy's `FloatingFormat` (numpy/_core/arrayprint.py): decides between positional and scientific notation from the
/// shown elements, and pads them to one width.
struct FloatingFormat<Element: ShortestDigits>: ElementFormat {
  let element: (Int) -> Element
  private let options: PrintOptions
  private var dragon = Dragon4()
  private var isScientific = false
  private var padRight = 0

  /// Fits the format to the elements at `indices`.
  init(element: @escaping (Int) -> Element, indices: EdgeIndices, options: PrintOptions) {
    self.element = element
    self.options = options
    let range = FloatingRange(element: element, indices: indices)
    isScientific = FloatingFormat.isScientific(range, suppress: options.suppress)
    dragon.showsPlus = options.sign == .plus
    if range.hasFinite {
      dragon.isUnique = options.floatmode != .fixed
      dragon.precision = options.floatmode == .unique ? nil : options.precision
      dragon.trim = dragon.isUnique ? .leavePoint : .keep
      if isScientific { fitScientific(indices) } else { fitPositional(indices) }
    } else {
      dragon.trim = .leavePoint
    }
    fitSigns(range)
    dragon.padRight = padRight
  }

  func append(_ index: Int, to out: inout [UInt8]) {
    let value = element(index)
    if !value.isFinite {
      appendNonFinite(value, to: &out)
    } else if isScientific {
      dragon.appendScientific(value, to: &out)
    } else {
      dragon.appendPositional(value, to: &out)
    }
  }

  /// Whether the non-zero finite elements are too large, too small or too far apart for positional notation. The
  /// comparisons are made in the elements' own type.
  private static func isScientific(_ range: FloatingRange<Element>, suppress: Bool) -> Bool {
    guard range.largest > 0 else { return false }
    let digits = min(8, Element.decimalPrecision)
    if range.largest >= Element(DecimalDigits.powerOfTen(digits)) { return true }
    if suppress { return false }
    return range.smallest < Element(0.0001) || range.largest / range.smallest > 1000
  }

  private mutating func fitScientific(_ indices: EdgeIndices) {
    var exponentWidth = 0
    var fraction = 0
    var hasSign = false
    let first = dragon
    indices.forEach { index in
      let value = element(index)
      guard value.isFinite else { return }
      let digits = first.scientificDigits(value)
      exponentWidth = max(exponentWidth, max(DecimalDigits.digitCount(UInt64(digits.exponent.magnitude)), 2))
      let shown = first.shownFraction(stored: max(digits.count - 1, 0), trimmed: max(digits.trimmed.count - 1, 0))
      fraction = max(fraction, shown)
      if first.showsPlus || value.sign == .minus { hasSign = true }
    }
    dragon.trim = .keep
    dragon.precision = fraction
    dragon.minimumDigits = fraction
    dragon.exponentDigits = exponentWidth
    dragon.padLeft = hasSign ? 2 : 1
    padRight = exponentWidth + 2 + fraction
  }

  private mutating func fitPositional(_ indices: EdgeIndices) {
    var left = 0
    var right = 0
    let first = dragon
    indices.forEach { index in
      let value = element(index)
      guard value.isFinite else { return }
      let digits = first.positionalDigits(value)
      let sign = first.showsPlus || value.sign == .minus ? 1 : 0
      left = max(left, digits.integerCount + sign)
      right = max(
        right, first.shownFraction(stored: digits.fractionCount, trimmed: digits.trimmed.fractionCount))
    }
    dragon.padLeft = left
    padRight = right
    if options.floatmode == .fixed || options.floatmode == .maxprecEqual {
      dragon.precision = right
      dragon.minimumDigits = right
      dragon.trim = .keep
    } else {
      dragon.minimumDigits = 0
    }
  }

  /// Makes room for the blank of `sign=' '` and for `nan` and `inf`.
  private mutating func fitSigns(_ range: FloatingRange<Element>) {
    if options.floatSign == .space && !range.hasNegativeFinite { dragon.padLeft += 1 }
    if range.hasNonFinite {
      let infinitySign = options.floatSign != .minus || range.hasNegativeInfinity ? 1 : 0
      let offset = padRight + 1
      dragon.padLeft = max(
        dragon.padLeft, CodePoints.count(options.nanstr) - offset,
        CodePoints.count(options.infstr) + infinitySign - offset)
    }
  }

  private func appendNonFinite(_ value: Element, to out: inout [UInt8]) {
    let text = value.isNaN ? options.nanstr : options.infstr
    let isNegative = value < 0
    let hasSign = isNegative || dragon.showsPlus
    let width = dragon.padLeft + padRight + 1
    for _ in 0..<max(width - CodePoints.count(text) - (hasSign ? 1 : 0), 0) { out.append(32) }
    if hasSign { out.append(isNegative ? UInt8(ascii: "-") : UInt8(ascii: "+")) }
    out.append(contentsOf: text)
  }
}

/// NumPy's `ComplexFloatingFormat`: both parts in formats of their own, the imaginary one always with its sign.
struct ComplexFormat<Part: ShortestDigits>: ElementFormat {
  private let real: FloatingFormat<Part>
  private let imaginary: FloatingFormat<Part>

  /// Fits the formats to the elements at `indices`.
  init(element: @escaping (Int) -> (real: Part, imaginary: Part), indices: EdgeIndices, options: PrintOptions) {
    var signed = options
    signed.sign = .plus
    real = FloatingFormat(element: { element($0).real }, indices: indices, options: options)
    imaginary = FloatingFormat(element: { element($0).imaginary }, indices: indices, options: signed)
  }

  func append(_ index: Int, to out: inout [UInt8]) {
    real.append(index, to: &out)
    imaginary.append(index, to: &out)
    var blanks = 0
    while out.last == 32 {
      out.removeLast()
      blanks += 1
    }
    out.append(UInt8(ascii: "j"))
    out.append(contentsOf: repeatElement(32, count: blanks))
  }
}

/// What `FloatingFormat` needs to know of the shown elements as a whole.
private struct FloatingRange<Element: ShortestDigits> {
  /// The largest and the smallest magnitude of the non-zero finite elements; `largest` is 0 when there is none.
  var largest: Element = 0
  var smallest = Element.infinity
  var hasFinite = false
  var hasNonFinite = false
  var hasNegativeFinite = false
  var hasNegativeInfinity = false

  init(element: (Int) -> Element, indices: EdgeIndices) {
    indices.forEach { index in
      let value = element(index)
      guard value.isFinite else {
        hasNonFinite = true
        if value < 0 { hasNegativeInfinity = true }
        return
      }
      hasFinite = true
      if value.sign == .minus { hasNegativeFinite = true }
      if value != 0 {
        largest = max(largest, value.magnitude)
        smallest = min(smallest, value.magnitude)
      }
    }
  }
}
