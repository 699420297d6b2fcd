import NNKernels

/// The sorts of iterator that have a type of their own.
enum IteratorKind: String {
  case list = "list_iterator"
  case tuple = "tuple_iterator"
  case string = "str_iterator"
  case asciiString = "str_ascii_iterator"
  case listReversed = "list_reverseiterator"
  case keysReversed = "dict_reversekeyiterator"
  case range = "range_iterator"
  case array = "iterator"
  case set = "set_iterator"
  case bytes = "bytes_iterator"
  case bytearray = "bytearray_iterator"
  case keys = "dict_keyiterator"
  case values = "dict_valueiterator"
  case items = "dict_itemiterator"
  case reversed, enumerate, zip, map, filter
  case callable = "callable_iterator"
}

/// NumPy's abstract scalar types, for `isinstance` and `issubdtype`.
enum ScalarKind: String, CaseIterable {
  case generic, number, integer, signedinteger, unsignedinteger, inexact, floating, complexfloating
  case flexible, character

  /// Whether the scalar type of these elements is of this kind.
  func includes(_ type: ElementType) -> Bool {
    switch self {
    case .generic: true
    case .number: type != .bool && type.isNumber
    case .integer: type.isInteger
    case .signedinteger: type.isSigned
    case .unsignedinteger: type.isUnsigned
    case .inexact: type.isInexact
    case .floating: type.isFloat
    case .complexfloating: type.isComplex
    case .flexible: !type.isNumber && type != .object
    case .character: "SU".contains(DType(type).kind)
    }
  }
}

extension ElementType {
  /// The name of the type of such scalars: `float64`, `str_`.
  var scalarName: String {
    switch self {
    case .object: "object_"
    case .text: "str_"
    case .bytes: "bytes_"
    case .record: "void"
    default: name
    }
  }
}

/// The types of the language's values, as `type(x)` gives them.
enum BuiltinType: Hashable {
  case object, type, noneType, ellipsis, notImplemented
  case bool, int, float, string, tuple, list, dictionary, slice, range
  case function, builtinFunction, boundMethod, module, code, cell
  case methodDescriptor, wrapperDescriptor, attributeDescriptor, methodWrapper, memberDescriptor
  case iterator(IteratorKind)
  case view(ViewObject.Mode)
  case array, dtype, ufunc
  /// A NumPy scalar type: `np.float64`.
  case scalar(ElementType)
  /// One that stands for several of them: `np.floating`.
  case abstractScalar(ScalarKind)
  case exception(ExceptionKind)
  case complex, bytes, bytearray, set, frozenset, generator
  case property, staticMethod, classMethod, superType
  /// A type of the library that is no part of the language's core: `collections.deque`.
  case native(NativeType)

  /// The type's name, as error messages have it.
  var name: String {
    switch self {
    case .object: "object"
    case .type: "type"
    case .noneType: "NoneType"
    case .ellipsis: "ellipsis"
    case .notImplemented: "NotImplementedType"
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .string: "str"
    case .tuple: "tuple"
    case .list: "list"
    case .dictionary: "dict"
    case .slice: "slice"
    case .range: "range"
    case .function: "function"
    case .builtinFunction: "builtin_function_or_method"
    case .boundMethod: "method"
    case .methodDescriptor: "method_descriptor"
    case .wrapperDescriptor: "wrapper_descriptor"
    case .attributeDescriptor: "getset_descriptor"
    case .methodWrapper: "method-wrapper"
    case .memberDescriptor: "member_descriptor"
    case .module: "module"
    case .code: "code"
    case .cell: "cell"
    case .iterator(let kind): kind.rawValue
    case .view(let mode): "dict_\(mode.rawValue)"
    case .array: "numpy.ndarray"
    case .dtype: "numpy.dtype"
    case .ufunc: "numpy.ufunc"
    case .scalar(let element): "numpy.\(element.scalarName)"
    case .abstractScalar(let kind): "numpy.\(kind.rawValue)"
    case .exception(let kind): kind.name
    case .complex: "complex"
    case .bytes: "bytes"
    case .bytearray: "bytearray"
    case .set: "set"
    case .frozenset: "frozenset"
    case .generator: "generator"
    case .property: "property"
    case .staticMethod: "staticmethod"
    case .classMethod: "classmethod"
    case .superType: "super"
    case .native(let type): type.name
    }
  }
}

extension Value {
  /// The type of the value, as far as it is a builtin one: see `Context.type(of:)` for instances of classes.
  var builtinType: BuiltinType {
    borrowing get {
      switch self {
      case .special(let special):
        switch special {
        case .none: .noneType
        case .unbound: .noneType
        case .ellipsis: .ellipsis
        case .notImplemented: .notImplemented
        }
      case .bool: .bool
      case .int: .int
      case .bigInteger: .int
      case .float: .float
      case .number(let scalar): .scalar(scalar.type)
      case .wide(let r): .scalar(r.value.element.type.scalarKind)
      case .dtype: .dtype
      case .type: .type
      case .string: .string
      case .slice: .slice
      case .range: .range
      case .array: .array
      case .builtin(let r): r.value.builtin.type
      case .code: .code
      case .tuple: .tuple
      case .list: .list
      case .dictionary: .dictionary
      case .view(let r): .view(r.value.mode)
      case .iterator(let r): .iterator(r.value.iteratorKind)
      case .function: .function
      // `object()` is a cell without content.
      case .cell(let r): r.value.content.isUnbound ? .object : .cell
      case .boundMethod(let r): r.value.type
      case .module: .module
      case .exception(let r): .exception(r.value.kind)
      case .complex: .complex
      case .bytes(let r): r.value.isMutable ? .bytearray : .bytes
      case .set(let r): r.value.isFrozen ? .frozenset : .set
      case .generator: .generator
      case .classObject: .type
      case .instance: .object
      case .descriptor(let r): r.value.mode.builtinType
      case .superObject: .superType
      case .native(let r): .native(r.value.type)
      }
    }
  }

  /// The type's name, as error messages have it.
  var typeName: String {
    borrowing get {
      if let instance = asInstance { return instance.value.type.value.name.name }
      if let type = asClassObject { return type.value.metaclass.className }
      if let type = asException?.value.type.asClassObject { return type.value.name.name }
      return builtinType.name
    }
  }
}

extension BuiltinType {
  /// How many types have an ordinal.
  static let ordinals = 18

  /// The place of the commonest types in a table; -1 for the others.
  var ordinal: Int {
    @inline(__always) get {
      switch self {
      case .object: 0
      case .type: 1
      case .bool: 2
      case .int: 3
      case .float: 4
      case .string: 5
      case .tuple: 6
      case .list: 7
      case .dictionary: 8
      case .range: 9
      case .set: 10
      case .frozenset: 11
      case .bytes: 12
      case .complex: 13
      case .iterator(.enumerate): 14
      case .iterator(.zip): 15
      case .iterator(.reversed): 16
      case .iterator(.map): 17
      default: -1
      }
    }
  }
}

extension Builtin {
  /// The type of the builtin as a value.
  var type: BuiltinType {
    if ufuncTable != nil { return .ufunc }
    if !isTypeMember || isStatic { return .builtinFunction }
    return isProperty ? .attributeDescriptor : isSpecial ? .wrapperDescriptor : .methodDescriptor
  }
}

extension BoundMethod {
  /// The type of the method as a value.
  fileprivate var type: BuiltinType {
    borrowing get {
      switch function {
      case .builtin(let r): r.value.builtin.isSpecial ? .methodWrapper : .builtinFunction
      default: .boundMethod
      }
    }
  }
}

extension Value {
  /// The ordinal of the type of a plain value of the commonest types; -1 for the others.
  var typeOrdinal: Int {
    @inline(__always) borrowing get {
      switch self {
      case .bool: 2
      case .int: 3
      case .bigInteger: 3
      case .float: 4
      case .string: 5
      case .tuple: 6
      case .list: 7
      case .dictionary: 8
      case .range: 9
      default: -1
      }
    }
  }

  /// Whether the value is of a type, where both are among the commonest; nil where that takes more.
  @inline(__always) borrowing func isPlainly(_ type: borrowing Value) -> Bool? {
    switch type {
    case .type(let wanted):
      let (own, other) = (typeOrdinal, wanted.ordinal)
      if own < 0 || other < 0 { return nil }
      return own == other || other == 0 || own == 2 && other == 3
    default: return nil
    }
  }
}
