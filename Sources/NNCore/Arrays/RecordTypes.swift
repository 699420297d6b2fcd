import NNKernels

/// One field of a record.
struct RecordField: Equatable {
  let name: String
  let type: ElementType
  /// The bytes before it.
  let offset: Int
}

/// The layouts of records, by the numbers that element types have.
enum RecordTypes {
  private static var layouts: [[RecordField]] = []

  /// The type of records with these fields. Throws ValueError for a name that stands twice.
  static func type(_ fields: [(name: String, type: ElementType)]) throws(Fault) -> ElementType {
    var layout: [RecordField] = []
    var offset = 0
    for (name, type) in fields {
      if layout.contains(where: { $0.name == name }) {
        throw Fault(.valueError, "field '\(name)' occurs more than once")
      }
      layout.append(RecordField(name: name, type: type, offset: offset))
      offset &+= type.size
    }
    if let known = layouts.firstIndex(of: layout) { return .record(UInt32(known)) }
    layouts.append(layout)
    RecordSizes.sizes.append(offset)
    return .record(UInt32(layouts.count &- 1))
  }

  static func fields(_ type: ElementType) -> [RecordField]? {
    guard case .record(let number) = type, number < layouts.count else { return nil }
    return layouts[Int(number)]
  }

  /// The fields as `repr` writes them: `[('x', '<f4'), ('y', '<i4')]`.
  static func text(_ type: ElementType) -> String {
    let parts = (fields(type) ?? []).map { field in
      let plain = field.type == .bool ? "?" : DType(field.type).protocolText
      let inner = RecordTypes.fields(field.type) == nil ? "'\(plain)'" : text(field.type)
      return "('\(field.name)', \(inner))"
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }
}

extension NDArray {
  /// A view of one field of all records; nil where there is none of that name.
  func field(_ name: String) -> NDArray? {
    guard let field = RecordTypes.fields(type)?.first(where: { $0.name == name }) else { return nil }
    return self.field(field)
  }

  func field(_ field: RecordField) -> NDArray {
    NDArray(
      storage: storage.copy(), offset: offset &+ field.offset, type: field.type, shape: shape, strides: strides,
      isWriteable: isWriteable, isView: true)
  }
}
