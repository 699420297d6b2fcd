import NNKernels

/// One field of a record.
struct RecordField: Equatable {
  let name: String
  let type: ElementType
  /// The axes of a field that holds several elements.
  var shape: [Int] = []
  /// The bytes before it.
  let offset: Int

  /// The bytes that it takes.
  var size: Int { shape.reduce(type.size) { $0.multipliedReportingOverflow(by: $1).partialValue } }
}

/// What the elements are whose type has a number in the table: records, and the other types that no kernel computes with.
struct RecordLayout: Equatable {
  enum Form: Equatable {
    case fields
    /// Bytes without a meaning: `V10`.
    case bytes
    /// Several elements in one: `('<f8', (2, 3))`. Arrays of it have these axes as their last ones.
    case parts(ElementType, [Int])
    /// Numbers whose bytes stand in the other order: `>i4`.
    case swapped(ElementType)
  }

  let form: Form
  var fields: [RecordField] = []
  let size: Int
  /// Whether gaps put each field where its type wants to begin.
  var isAligned = false
}

/// The layouts of records, by the numbers that element types have.
enum RecordTypes {
  private static var layouts: [RecordLayout] = []

  /// The type of records with these fields. Throws ValueError for a name that stands twice.
  static func type(_ fields: [(name: String, type: ElementType)], isAligned: Bool = false) throws(Fault) -> ElementType
  {
    var placed: [RecordField] = []
    var offset = 0
    var widest = 1
    for (name, type) in fields {
      let (base, shape) = parts(type) ?? (type, [])
      if isAligned {
        widest = max(widest, alignment(base))
        offset = rounded(offset, to: alignment(base))
      }
      placed.append(RecordField(name: name, type: base, shape: shape, offset: offset))
      let (next, overflow) = offset.addingReportingOverflow(type.size)
      if overflow { throw Fault(.valueError, "dtype too large") }
      offset = next
    }
    return try type(placed, size: rounded(offset, to: widest), isAligned: isAligned)
  }

  /// The type of records with fields at places of their own.
  static func type(_ fields: [RecordField], size: Int, isAligned: Bool = false) throws(Fault) -> ElementType {
    for (index, field) in fields.enumerated() where fields[..<index].contains(where: { $0.name == field.name }) {
      throw Fault(.valueError, "field '\(field.name)' occurs more than once")
    }
    if size < 0 || size > Int(Int32.max) { throw Fault(.valueError, "dtype too large") }
    return number(RecordLayout(form: .fields, fields: fields, size: size, isAligned: isAligned))
  }

  /// Whether elements are values of the language, or records with some in a field.
  static func holdsObjects(_ type: ElementType) -> Bool {
    if type == .object { return true }
    guard let layout = layout(type), layout.form == .fields else { return false }
    return layout.fields.contains { holdsObjects($0.type) }
  }

  /// `V10`.
  static func bytes(_ count: Int) -> ElementType { number(RecordLayout(form: .bytes, size: count)) }

  /// Elements of several parts. Throws ValueError for a shape that no memory has.
  static func type(_ base: ElementType, shape: [Int]) throws(Fault) -> ElementType {
    let (inner, more) = parts(base) ?? (base, [])
    if shape.isEmpty { return base }
    var size = inner.size
    for extent in shape + more {
      if extent < 0 { throw Fault(.valueError, "invalid shape in fixed-type tuple: dimension smaller than zero.") }
      let (product, overflow) = size.multipliedReportingOverflow(by: extent)
      if overflow || product > Int(Int32.max) {
        throw Fault(.valueError, "invalid shape in fixed-type tuple: dtype size in bytes must fit into a C int.")
      }
      size = product
    }
    if shape.count + more.count > Dimensions.capacity { throw Dimensions.tooMany(shape.count + more.count) }
    return number(RecordLayout(form: .parts(inner, shape + more), size: size))
  }

  /// A type of numbers with its bytes in the other order; one byte has no order.
  static func swapped(_ base: ElementType) -> ElementType {
    if let native = native(base) { return native }
    guard base.isNumber, base.size > 1 else { return base }
    return number(RecordLayout(form: .swapped(base), size: base.size))
  }

  private static func number(_ layout: RecordLayout) -> ElementType {
    if layouts.isEmpty {
      // The number that the scalars' type `void` has.
      layouts.append(RecordLayout(form: .bytes, size: 0))
      RecordSizes.sizes.append(0)
    }
    if let known = layouts.firstIndex(of: layout) { return .record(UInt32(known)) }
    layouts.append(layout)
    RecordSizes.sizes.append(layout.size)
    return .record(UInt32(layouts.count &- 1))
  }

  static func layout(_ type: ElementType) -> RecordLayout? {
    guard case .record(let number) = type, number < layouts.count else { return nil }
    return layouts[Int(number)]
  }

  static func fields(_ type: ElementType) -> [RecordField]? {
    guard let layout = layout(type), layout.form == .fields else { return nil }
    return layout.fields
  }

  /// The parts of a type that has several in one element.
  static func parts(_ type: ElementType) -> (base: ElementType, shape: [Int])? {
    guard case .parts(let base, let shape) = layout(type)?.form else { return nil }
    return (base, shape)
  }

  /// The type of the same numbers in the machine's order; nil for other types.
  static func native(_ type: ElementType) -> ElementType? {
    guard case .swapped(let base) = layout(type)?.form else { return nil }
    return base
  }

  /// The bytes that a type's elements are aligned to.
  static func alignment(_ type: ElementType) -> Int {
    switch type {
    case .text: return 4
    case .bytes: return 1
    case .record:
      guard let layout = layout(type) else { return 1 }
      switch layout.form {
      case .fields: return layout.isAligned ? layout.fields.reduce(1) { max($0, alignment($1.type)) } : 1
      case .bytes: return 1
      case .parts(let base, _): return alignment(base)
      case .swapped(let base): return alignment(base)
      }
    default: return type.partType.size
    }
  }

  private static func rounded(_ offset: Int, to alignment: Int) -> Int {
    let rest = offset % max(alignment, 1)
    return rest == 0 ? offset : offset &+ alignment &- rest
  }
}

extension RecordTypes {
  /// A type as `repr` writes it behind `dtype=`: `[('x', '<f4'), ('y', '<i4')]`.
  static func text(_ type: ElementType) -> String {
    guard let layout = layout(type) else { return "[]" }
    switch layout.form {
    case .bytes: return "'V\(layout.size)'"
    case .swapped: return "'\(DType(type).protocolText)'"
    case .parts(let base, let shape): return "(\(inner(base)), \(tuple(shape)))"
    case .fields: return isPacked(layout) ? list(layout) : dictionary(layout)
    }
  }

  /// As `str` writes it: aligned fields with their places.
  static func plainText(_ type: ElementType) -> String {
    guard let layout = layout(type), layout.form == .fields, layout.isAligned else { return text(type) }
    return dictionary(layout)
  }

  /// The bytes before each field and behind the last, where nothing but alignment makes gaps.
  private static func isPacked(_ layout: RecordLayout) -> Bool {
    var offset = 0
    var widest = 1
    for field in layout.fields {
      if layout.isAligned {
        widest = max(widest, alignment(field.type))
        offset = rounded(offset, to: alignment(field.type))
      }
      if field.offset != offset { return false }
      offset = offset &+ field.size
    }
    return rounded(offset, to: widest) == layout.size
  }

  /// Whether NumPy would say that a type's fields are aligned.
  static func saysAligned(_ type: ElementType) -> Bool { layout(type)?.isAligned ?? false }

  private static func inner(_ type: ElementType) -> String {
    if layout(type) != nil { return text(type) }
    if type == .bool { return "'?'" }
    let plain = DType(type).protocolText
    return "'\(plain.hasPrefix("|") ? String(plain.dropFirst()) : plain)'"
  }

  private static func tuple(_ shape: [Int]) -> String {
    "(" + shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? ",)" : ")")
  }

  private static func list(_ layout: RecordLayout) -> String {
    let parts = layout.fields.map { field in
      "('\(field.name)', \(inner(field.type))" + (field.shape.isEmpty ? "" : ", \(tuple(field.shape))") + ")"
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  private static func dictionary(_ layout: RecordLayout) -> String {
    let names = layout.fields.map { "'\($0.name)'" }
    let formats = layout.fields.map { field in
      field.shape.isEmpty ? inner(field.type) : "(\(inner(field.type)), \(tuple(field.shape)))"
    }
    let offsets = layout.fields.map { String($0.offset) }
    func listed(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }
    return "{'names': \(listed(names)), 'formats': \(listed(formats)), 'offsets': \(listed(offsets)), "
      + "'itemsize': \(layout.size)" + (layout.isAligned ? ", 'aligned': True}" : "}")
  }
}

extension NDArray {
  /// A view of one field of all records; nil where there is none of that name.
  func field(_ name: String) -> NDArray? {
    guard let field = RecordTypes.fields(type)?.first(where: { $0.name == name }) else { return nil }
    return self.field(field)
  }

  func field(_ field: RecordField) -> NDArray {
    var (shape, strides) = (self.shape, self.strides)
    if !field.shape.isEmpty && rank &+ field.shape.count <= Dimensions.capacity {
      var step = field.size
      for extent in field.shape {
        step = extent == 0 ? step : step / extent
        shape.append(extent)
        strides.append(step)
      }
    }
    return NDArray(
      storage: storage.copy(), offset: offset &+ field.offset, type: field.type, shape: shape, strides: strides,
      isWriteable: isWriteable, isView: true)
  }

  /// The array without axes of the element so many bytes into the memory.
  func element(atOffset offset: Int) -> NDArray {
    NDArray(
      storage: storage.copy(), offset: offset, type: type, shape: Dimensions(), strides: Dimensions(),
      isWriteable: isWriteable, isView: true)
  }

  /// The same elements as records of other fields in the same bytes.
  func records(of type: ElementType) -> NDArray {
    NDArray(
      storage: storage.copy(), offset: offset, type: type, shape: shape, strides: strides, isWriteable: isWriteable,
      isView: true)
  }
}
