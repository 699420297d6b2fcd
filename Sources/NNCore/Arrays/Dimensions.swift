/// A shape, strides or a list of axes: up to sixteen integers, stored inline.
struct Dimensions {
  /// How many dimensions an array may have (NumPy: 64).
  static let capacity = 16

  private var elements: InlineArray<16, Int> = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  private(set) var count: Int

  @inline(__always) init() {
    count = 0
  }

  /// `count` times the same number; no more than the capacity.
  @inline(__always) init(repeating value: Int, count: Int) {
    self.count = Swift.min(Swift.max(count, 0), Dimensions.capacity)
    if value != 0 {
      for index in 0..<self.count { elements[index] = value }
    }
  }

  @inline(__always) init(_ first: Int) {
    elements[0] = first
    count = 1
  }

  @inline(__always) init(_ first: Int, _ second: Int) {
    elements[0] = first
    elements[1] = second
    count = 2
  }

  /// The numbers of a sequence. Throws ValueError where there are too many.
  init(checking values: some Sequence<Int>) throws(Fault) {
    self.init()
    for value in values { try appendChecked(value) }
  }

  /// The element at a valid index; other indices give some other element.
  subscript(index: Int) -> Int {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return elements[index & 15]
    }
    @inline(__always) set {
      assert(index >= 0 && index < count)
      elements[index & 15] = newValue
    }
  }

  /// Adds an element behind the others; nothing happens at the capacity.
  @inline(__always) mutating func append(_ value: Int) {
    guard count < Dimensions.capacity else { return }
    elements[count & 15] = value
    count &+= 1
  }

  /// Adds an element behind the others. Throws ValueError at the capacity.
  mutating func appendChecked(_ value: Int) throws(Fault) {
    guard count < Dimensions.capacity else { throw Dimensions.tooMany(count &+ 1) }
    append(value)
  }

  /// Inserts before a valid index (or the end). Throws ValueError at the capacity.
  mutating func insertChecked(_ value: Int, at index: Int) throws(Fault) {
    try appendChecked(value)
    var place = count &- 1
    while place > index {
      self[place] = self[place &- 1]
      place &-= 1
    }
    self[place] = value
  }

  /// Removes the element at a valid index.
  mutating func remove(at index: Int) {
    for place in index..<Swift.max(index, count &- 1) { self[place] = self[place &+ 1] }
    count &-= 1
  }

  /// Keeps the first `length` elements.
  mutating func truncate(to length: Int) { count = Swift.min(Swift.max(length, 0), count) }

  static func tooMany(_ found: Int) -> Fault {
    Fault(.valueError, "maximum supported dimension for an ndarray is currently \(capacity), found \(found)")
  }
}

extension Dimensions: Equatable {
  @inline(__always) static func == (left: Dimensions, right: Dimensions) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where left[index] != right[index] { return false }
    return true
  }
}

extension Dimensions: RandomAccessCollection, MutableCollection {
  @inline(__always) var startIndex: Int { 0 }
  @inline(__always) var endIndex: Int { count }
}

extension Dimensions: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: Int...) {
    self.init()
    for element in elements { append(element) }
  }
}

extension Dimensions {
  /// The number of elements of an array of this shape; wraps around where it is not checked before.
  @inline(__always) var product: Int {
    var result = 1
    for index in 0..<count { result &*= self[index] }
    return result
  }

  /// The elements from the last to the first.
  var backwards: Dimensions {
    if count == 2 { return Dimensions(elements[1], elements[0]) }
    if count < 2 { return self }
    var result = Dimensions(repeating: 0, count: count)
    for index in 0..<count { result[index] = self[count &- 1 &- index] }
    return result
  }

  /// The elements without the one at `index`.
  func removing(_ index: Int) -> Dimensions {
    var result = self
    result.remove(at: index)
    return result
  }

  /// The elements with one more at `index`.
  func inserting(_ value: Int, at index: Int) -> Dimensions {
    var result = Dimensions()
    for place in 0...count {
      if place == index { result.append(value) }
      if place < count { result.append(self[place]) }
    }
    return result
  }

  /// The elements with another one at `index`.
  func replacing(_ index: Int, with value: Int) -> Dimensions {
    var result = self
    result[index] = value
    return result
  }

  /// As NumPy's messages write a shape: `(3,4)`, `(3,)`, `()`.
  var compactText: String {
    if count == 1 { return "(\(self[0]),)" }
    return "(" + self.map(String.init).joined(separator: ",") + ")"
  }

  /// As Python prints a tuple: `(3, 4)`, `(3,)`, `()`.
  var text: String {
    if count == 1 { return "(\(self[0]),)" }
    return "(" + self.map(String.init).joined(separator: ", ") + ")"
  }
}

extension Dimensions {
  /// The byte strides of a C-ordered array of this shape.
  @inline(__always) func contiguousStrides(itemSize: Int) -> Dimensions {
    var strides = self
    var stride = itemSize
    var axis = count &- 1
    while axis >= 0 {
      strides[axis] = stride
      stride &*= Swift.max(self[axis], 1)
      axis &-= 1
    }
    return strides
  }

  /// Whether these strides walk an array of `shape` in C order without gaps (axes of length one do not count).
  @inline(__always) func areContiguous(for shape: Dimensions, itemSize: Int) -> Bool {
    var expected = itemSize
    var axis = count &- 1
    while axis >= 0 {
      let extent = shape[axis]
      if extent == 0 { return true }
      if extent != 1 {
        if self[axis] != expected { return shape.contains(0) }
        expected &*= extent
      }
      axis &-= 1
    }
    return true
  }
}
