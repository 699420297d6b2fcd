/// A value as prompts and notebooks show it, with its type.
public struct DisplayedValue {
  /// The value's `repr`.
  public let representation: String
  /// `type(value).__name__`: `int`, `ndarray`, `float64`.
  public let typeName: String
  /// An array's dtype and shape as Python prints them: `float64`, `(3,)`.
  public let array: (dtype: String, shape: String)?

  init(_ value: borrowing Value, in context: Context) throws(Fault) {
    representation = try context.repr(value)
    typeName = value.typeName.lastComponent
    if let array = value.asArray {
      self.array = (array.value.dtype.plainText, array.value.shape.text)
    } else {
      array = nil
    }
  }
}

extension String {
  /// What stands after the last dot.
  var lastComponent: String { split(separator: ".").last.map(String.init) ?? self }
}
