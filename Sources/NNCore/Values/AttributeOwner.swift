/// The families of values that share their methods.
enum AttributeOwner: Hashable {
  case none, bool, int, float, complex
  case string, bytes, bytearray
  case tuple, list
  case dictionary, set, frozenset, view
  case slice, range, function, builtin, boundMethod, module, iterator, generator
  case array, scalar, ufunc
  case dtype, type, exception, code, cell, ellipsis
  case instance, property, staticMethod, classMethod, superObject
  case native(NativeType)

  /// The families by the names that declarations of builtins give them: what stands before the dot.
  private static let named: [String: AttributeOwner] = [
    "NoneType": .none, "bool": .bool, "int": .int, "float": .float, "complex": .complex, "str": .string,
    "bytes": .bytes, "bytearray": .bytearray, "tuple": .tuple, "list": .list, "dict": .dictionary, "set": .set,
    "frozenset": .frozenset, "dict_view": .view, "slice": .slice, "range": .range, "function": .function,
    "builtin": .builtin, "boundMethod": .boundMethod, "module": .module, "iterator": .iterator,
    "generator": .generator, "ndarray": .array, "generic": .scalar, "dtype": .dtype, "ufunc": .ufunc, "type": .type,
    "exception": .exception, "cell": .cell, "ellipsis": .ellipsis, "object": .instance,
    "property": .property, "staticmethod": .staticMethod, "classmethod": .classMethod, "super": .superObject,
  ]

  init?(named name: String) {
    if let owner = AttributeOwner.named[name] {
      self = owner
    } else if let type = NativeType.named[name] {
      self = .native(type)
    } else {
      return nil
    }
  }
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
      case .number: .scalar
      case .wide: .scalar
      case .dtype: .dtype
      case .type: .type
      case .string: .string
      case .slice: .slice
      case .range: .range
      case .array: .array
      case .builtin(let r): r.value.builtin.ufuncTable == nil ? .builtin : .ufunc
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
      case .complex: .complex
      case .bytes(let r): r.value.isMutable ? .bytearray : .bytes
      case .set(let r): r.value.isFrozen ? .frozenset : .set
      case .generator: .generator
      case .classObject: .type
      case .instance: .instance
      case .descriptor(let r): r.value.mode.attributeOwner
      case .superObject: .superObject
      case .native(let r): .native(r.value.type)
      }
    }
  }
}

extension Value {
  /// The numbers of native types begin here.
  static let firstNativeFamily: UInt8 = 16

  /// A number for each type whose methods instructions look up, native types after `firstNativeFamily`; 0 for others.
  var methodFamily: UInt8 {
    @inline(__always) borrowing get {
      switch self {
      case .string: 1
      case .list: 2
      case .dictionary: 3
      case .tuple: 4
      case .int: 5
      case .float: 6
      case .array: 7
      case .set(let r): r.value.isFrozen ? 9 : 8
      case .generator: 10
      case .native(let r): Value.firstNativeFamily &+ r.value.type.ordinal
      default: 0
      }
    }
  }
}
