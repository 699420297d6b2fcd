import NNKernels

extension Context {
  /// The texts of an array's elements by the function that a dictionary has for its dtype; nil where it has none.
  func formattedElements(
    of array: Unowned<NDArray>, by formatter: borrowing Value, _ options: PrintOptions
  ) throws(Fault) -> ArrayElements? {
    guard let dictionary = formatter.asDictionary, let function = try self.formatter(in: dictionary, array.value.type)
    else { return nil }
    let shape = Array(array.value.shape)
    let isSummarised = array.value.count > options.threshold
    var shown: [Int] = []
    EdgeIndices(shape: shape, edgeitems: isSummarised ? options.edgeitems : nil).forEach { shown.append($0) }
    var texts: [Int: [UInt8]] = [:]
    let keep = array.owned()
    for index in shown {
      try checkInterrupt()
      let value = try call(function, .scalar(keep.value.element(index)))
      guard let text = value.asString else {
        throw Fault(.typeError, "sequence item 0: expected str instance, \(value.typeName) found")
      }
      texts[index] = Array(text.value.text.string.utf8)
    }
    return .text { texts[$0] ?? [] }
  }

  /// The function for a dtype: the key that names it most closely.
  private func formatter(
    in dictionary: Unowned<DictionaryObject>, _ type: ElementType
  ) throws(Fault) -> Value? {
    let keys: [String]
    switch DType(type).kind {
    case "b": keys = ["bool", "all"]
    case "i", "u": keys = ["int", "int_kind", "all"]
    case "f": keys = ["float", "float_kind", "all"]
    case "c": keys = ["complexfloat", "complex_kind", "all"]
    default: return nil
    }
    for key in keys {
      guard let entry = try find(dictionary, .string(key)) else { continue }
      let function = dictionary.value.table.entries[entry].value.copy()
      if !function.isNone { return function }
    }
    return nil
  }
}
