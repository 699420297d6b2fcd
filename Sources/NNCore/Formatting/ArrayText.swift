/// The elements of an array in flat C order, by the way they print.
enum ArrayElements {
  case bool((Int) -> Bool)
  case int((Int) -> Int64)
  case uint((Int) -> UInt64)
  case half((Int) -> Float16)
  case float((Int) -> Float)
  case double((Int) -> Double)
  case complexFloat((Int) -> (real: Float, imaginary: Float))
  case complexDouble((Int) -> (real: Double, imaginary: Double))
  /// Strings and objects: the repr of the element in UTF-8.
  case text((Int) -> [UInt8])
}

/// An array as NumPy 2.4 prints it (numpy/_core/arrayprint.py).
struct ArrayText {
  let shape: [Int]
  let elements: ArrayElements
  var options: PrintOptions

  /// `elements` are read at flat C-order indices, in a summary only those that are shown.
  init(shape: [Int], elements: ArrayElements, options: PrintOptions = PrintOptions()) {
    self.shape = shape
    self.elements = elements
    self.options = options
  }

  /// `np.array2string(a, separator=…, prefix=…, suffix=…)`; `[]` for an array without elements.
  /// Throws ValueError for a negative precision.
  func array2string(separator: String = " ", prefixWidth: Int = 0, suffixWidth: Int = 0) throws(FormatError) -> [UInt8]
  {
    guard size > 0 else { return Array("[]".utf8) }
    let width = options.linewidth.subtractingReportingOverflow(suffixWidth).partialValue
    let indices = EdgeIndices(shape: shape, edgeitems: isSummarised ? options.edgeitems : nil)
    func body(_ format: some ElementFormat) -> [UInt8] {
      var layout = ArrayLayout(
        indices: indices, separator: Array(separator.utf8), lineWidth: width, indent: prefixWidth + 1, format: format)
      return layout.text()
    }
    func checkPrecision() throws(FormatError) {
      if options.precision < 0 && options.floatmode != .unique { throw PrintOptions.precisionError }
    }
    func floating(_ element: @escaping (Int) -> some ShortestDigits) throws(FormatError) -> [UInt8] {
      try checkPrecision()
      return body(FloatingFormat(element: element, indices: indices, options: options))
    }
    func complex<Part: ShortestDigits>(
      _ element: @escaping (Int) -> (real: Part, imaginary: Part)
    ) throws(FormatError) -> [UInt8] {
      try checkPrecision()
      return body(ComplexFormat(element: element, indices: indices, options: options))
    }
    switch elements {
    case .bool(let element): return body(BoolFormat(element: element, isScalar: shape.isEmpty))
    case .int(let element): return body(IntegerFormat(element: element, indices: indices, sign: options.sign))
    case .uint(let element): return body(IntegerFormat(element: element, indices: indices, sign: options.sign))
    case .half(let element): return try floating(element)
    case .float(let element): return try floating(element)
    case .double(let element): return try floating(element)
    case .complexFloat(let element): return try complex(element)
    case .complexDouble(let element): return try complex(element)
    case .text(let element): return body(TextFormat(element: element))
    }
  }

  /// Writes single elements as they stand in the array's text. Throws ValueError for a negative precision.
  func formatter() throws(FormatError) -> (Int) -> [UInt8] {
    let indices = EdgeIndices(shape: shape, edgeitems: isSummarised ? options.edgeitems : nil)
    func write(_ format: some ElementFormat) -> (Int) -> [UInt8] {
      { index in
        var out: [UInt8] = []
        format.append(index, to: &out)
        return out
      }
    }
    if options.precision < 0 && options.floatmode != .unique { throw PrintOptions.precisionError }
    switch elements {
    case .bool(let element): return write(BoolFormat(element: element, isScalar: shape.isEmpty))
    case .int(let element): return write(IntegerFormat(element: element, indices: indices, sign: options.sign))
    case .uint(let element): return write(IntegerFormat(element: element, indices: indices, sign: options.sign))
    case .half(let element): return write(FloatingFormat(element: element, indices: indices, options: options))
    case .float(let element): return write(FloatingFormat(element: element, indices: indices, options: options))
    case .double(let element): return write(FloatingFormat(element: element, indices: indices, options: options))
    case .complexFloat(let element): return write(ComplexFormat(element: element, indices: indices, options: options))
    case .complexDouble(let element): return write(ComplexFormat(element: element, indices: indices, options: options))
    case .text(let element): return element
    }
  }

  /// `repr(a)`. `dtype` is the name as the repr shows it (`float32`, `'<U3'`); it is left out when the digits imply
  /// it. `className` stands before the bracket.
  func repr(dtype: String, className: String = "array") throws(FormatError) -> [UInt8] {
    let prefix = Array((className + "(").utf8)
    let prefixWidth = CodePoints.count(prefix)
    var out = prefix
    out += try array2string(separator: ", ", prefixWidth: prefixWidth, suffixWidth: 1)
    var extras: [String] = []
    if (size == 0 && shape != [0]) || isSummarised { extras.append("shape=" + ArrayText.tuple(shape)) }
    if size == 0 || !ArrayText.impliedDTypes.contains(dtype) { extras.append("dtype=" + dtype) }
    if extras.isEmpty {
      out.append(UInt8(ascii: ")"))
      return out
    }
    out.append(UInt8(ascii: ","))
    let extra = Array((extras.joined(separator: ", ") + ")").utf8)
    let lastLine = out[((out.lastIndex(of: 10) ?? -1) + 1)...]
    if CodePoints.count(lastLine) + CodePoints.count(extra) + 1 > options.linewidth {
      out.append(10)
      out.append(contentsOf: repeatElement(32, count: prefixWidth))
    } else {
      out.append(32)
    }
    return out + extra
  }

  /// `str(a)`. A 0-d array prints as its scalar.
  func str() throws(FormatError) -> [UInt8] {
    guard shape.isEmpty else { return try array2string() }
    switch elements {
    case .bool(let element): return Array((element(0) ? "True" : "False").utf8)
    case .int(let element): return Array(String(element(0)).utf8)
    case .uint(let element): return Array(String(element(0)).utf8)
    case .half(let element): return NumberText.scalarText(element(0))
    case .float(let element): return NumberText.scalarText(element(0))
    case .double(let element): return NumberText.scalarText(element(0))
    case .complexFloat(let element):
      let value = element(0)
      return NumberText.complexText(real: value.real, imaginary: value.imaginary)
    case .complexDouble(let element):
      let value = element(0)
      return NumberText.complexText(real: value.real, imaginary: value.imaginary)
    case .text(let element): return element(0)
    }
  }

  /// A shape as Python writes a tuple: `()`, `(3,)`, `(2, 3)`.
  static func tuple(_ shape: [Int]) -> String {
    let inner = shape.map(String.init).joined(separator: ", ")
    return shape.count == 1 ? "(\(inner),)" : "(\(inner))"
  }

  /// The dtypes that `repr` leaves out, because literals have them.
  private static let impliedDTypes: Set<String> = ["int64", "float64", "complex128", "bool"]

  private var size: Int {
    var size = 1
    for length in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: length)
      // Only a broadcast view can be that large.
      size = overflow ? Int.max : product
      if length == 0 { return 0 }
    }
    return size
  }

  private var isSummarised: Bool { size > options.threshold }
}
