/// Writes the elements of one array in a common format that is fitted to all shown elements.
protocol ElementFormat {
  /// Appends the text of the element at the flat C-order `index`.
  func append(_ index: Int, to out: inout [UInt8])
}

/// NumPy's `BoolFormat`: `True` is padded to the width of `False`, but in 0-d arrays.
struct BoolFormat: ElementFormat {
  let element: (Int) -> Bool
  let isScalar: Bool

  func append(_ index: Int, to out: inout [UInt8]) {
    out.append(contentsOf: (element(index) ? (isScalar ? "True" : " True") : "False").utf8)
  }
}

/// NumPy's `IntegerFormat`: right-aligned to the widest of the smallest and the largest shown element.
struct IntegerFormat<Integer: FixedWidthInteger>: ElementFormat {
  let element: (Int) -> Integer
  private let width: Int
  private let sign: PrintOptions.Sign

  init(element: @escaping (Int) -> Integer, indices: EdgeIndices, sign: PrintOptions.Sign) {
    self.element = element
    var smallest = Integer.max
    var largest = Integer.min
    indices.forEach { index in
      let value = element(index)
      smallest = min(smallest, value)
      largest = max(largest, value)
    }
    self.sign = sign == .space && smallest < 0 ? .minus : sign
    var largestWidth = IntegerFormat.width(of: largest)
    if largest >= 0 && self.sign != .minus { largestWidth += 1 }
    width = max(largestWidth, IntegerFormat.width(of: smallest))
  }

  func append(_ index: Int, to out: inout [UInt8]) {
    let value = element(index)
    let digitCount = max(DecimalDigits.digitCount(UInt64(value.magnitude)), 1)
    let hasSign = value < 0 || sign != .minus
    for _ in 0..<max(width - digitCount - (hasSign ? 1 : 0), 0) { out.append(32) }
    if value < 0 {
      out.append(UInt8(ascii: "-"))
    } else if sign != .minus {
      out.append(sign == .plus ? UInt8(ascii: "+") : 32)
    }
    let digits = DecimalDigits(significand: UInt64(value.magnitude), exponent: digitCount - 1)
    digits.append(from: digitCount - 1, downTo: 0, to: &out)
  }

  private static func width(of value: Integer) -> Int {
    max(DecimalDigits.digitCount(UInt64(value.magnitude)), 1) + (value < 0 ? 1 : 0)
  }
}

/// Elements whose text is already made: strings and objects.
struct TextFormat: ElementFormat {
  let element: (Int) -> [UInt8]

  func append(_ index: Int, to out: inout [UInt8]) {
    out.append(contentsOf: element(index))
  }
}
