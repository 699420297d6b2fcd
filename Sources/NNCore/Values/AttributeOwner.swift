/// The families of values that share their methods.
enum AttributeOwner: String, CaseIterable {
  case none = "NoneType"
  case bool, int, float
  case string = "str"
  case tuple, list
  case dictionary = "dict"
  case view = "dict_view"
  case slice, range, function, builtin, boundMethod, module, iterator
  case array = "ndarray"
  case scalar = "generic"
  case dtype, type, exception, code, cell, ellipsis
}

extension Value {
  /// The family whose methods and properties this value has.
  var attributeOwner: AttributeOwner {
    borrowing get {
      switch self {
      case .special(let special): special == .ellipsis ? .ellipsis : .none
      case .bool: .bool
      case .int: .int
      case .bigInteger: .int
      case .float: .float
      case .scalar: .scalar
      case .dtype: .dtype
      case .type: .type
      case .string: .string
      case .slice: .slice
      case .range: .range
      case .array: .array
      case .builtin: .builtin
      case .code: .code
      case .tuple: .tuple
      case .list: .list
      case .dictionary: .dictionary
      case .view: .view
      case .iterator: .iterator
      case .function: .function
      case .cell: .cell
      case .boundMethod: .boundMethod
      case .module: .module
      case .exception: .exception
      }
    }
  }
}
