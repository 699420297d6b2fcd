import NNIntegers
import NNKernels

/// The values that have no data of their own.
enum Special: UInt8 { case none, unbound, ellipsis, notImplemented }

/// A value of the language. It owns the object behind it; the compiler checks who owns what.
enum Value: ~Copyable {
  // Plain: nothing to release.
  case special(Special), bool(Bool), int(Int), float(Double)
  case number(SmallScalar), dtype(DType), type(BuiltinType)
  // Objects.
  case string(Ref<StringObject>), bigInteger(Ref<BigIntegerObject>), slice(Ref<SliceObject>), range(Ref<RangeObject>)
  case array(Ref<NDArray>), builtin(Ref<BuiltinObject>), code(Ref<Code>)
  case tuple(Ref<TupleObject>), list(Ref<ListObject>), dictionary(Ref<DictionaryObject>), view(Ref<ViewObject>)
  case iterator(Ref<IteratorObject>), function(Ref<Function>), cell(Ref<Cell>), boundMethod(Ref<BoundMethod>)
  case module(Ref<ModuleObject>), exception(Ref<ExceptionObject>)
  case complex(Ref<ComplexObject>), bytes(Ref<BytesObject>), set(Ref<SetObject>), generator(Ref<GeneratorObject>)
  case classObject(Ref<ClassObject>), instance(Ref<InstanceObject>), descriptor(Ref<DescriptorObject>)
  case superObject(Ref<SuperObject>), native(Ref<NativeObject>), wide(Ref<WideScalar>)

  /// Python's None.
  static var nothing: Value { @inline(__always) get { .special(.none) } }
  /// What a register or variable holds that has no value.
  static var unbound: Value { @inline(__always) get { .special(.unbound) } }

  /// Whether the value owns nothing.
  var isPlain: Bool {
    @inline(__always) borrowing get {
      switch self {
      case .special: true
      case .bool: true
      case .int: true
      case .float: true
      case .number: true
      case .dtype: true
      case .type: true
      default: false
      }
    }
  }
}

extension Value {
  var isUnbound: Bool { @inline(__always) borrowing get { isSpecial(.unbound) } }
  var isNone: Bool { @inline(__always) borrowing get { isSpecial(.none) } }

  @inline(__always) private borrowing func isSpecial(_ special: Special) -> Bool {
    switch self {
    case .special(let v): v == special
    default: false
    }
  }

  /// The integer, when the value is a small `int` (not a bool).
  var asInt: Int? {
    @inline(__always) borrowing get {
      switch self {
      case .int(let v): v
      default: nil
      }
    }
  }
  var asFloat: Double? {
    @inline(__always) borrowing get {
      switch self {
      case .float(let v): v
      default: nil
      }
    }
  }
  var asBool: Bool? {
    @inline(__always) borrowing get {
      switch self {
      case .bool(let v): v
      default: nil
      }
    }
  }
  var asScalar: NumPyScalar? {
    @inline(__always) borrowing get {
      switch self {
      case .number(let v): v.element
      case .wide(let r):
        switch r.value.record {
        case .none: r.value.element
        case .some: .record(.wide(r.copy()), r.value.element.type)
        }
      default: nil
      }
    }
  }

  // The objects behind the value, not owned: valid while the value lives. Those of types that classes may extend look
  // through instances.
  var asString: Unowned<StringObject>? {
    borrowing get {
      switch self {
      case .string(let r): r.unowned
      case .instance(let r): r.value.payload.asString
      default: nil
      }
    }
  }
  var asArray: Unowned<NDArray>? {
    borrowing get {
      switch self {
      case .array(let r): r.unowned
      case .instance(let r): r.value.payload.asArray
      default: nil
      }
    }
  }
  var asTuple: Unowned<TupleObject>? {
    borrowing get {
      switch self {
      case .tuple(let r): r.unowned
      case .instance(let r): r.value.payload.asTuple
      default: nil
      }
    }
  }
  var asList: Unowned<ListObject>? {
    borrowing get {
      switch self {
      case .list(let r): r.unowned
      case .instance(let r): r.value.payload.asList
      default: nil
      }
    }
  }
  var asDictionary: Unowned<DictionaryObject>? {
    borrowing get {
      switch self {
      case .dictionary(let r): r.unowned
      case .instance(let r): r.value.payload.asDictionary
      default: nil
      }
    }
  }
  var asBigInteger: Unowned<BigIntegerObject>? {
    borrowing get {
      switch self {
      case .bigInteger(let r): r.unowned
      case .instance(let r): r.value.payload.asBigInteger
      default: nil
      }
    }
  }
  var asFunction: Unowned<Function>? {
    @inline(__always) borrowing get {
      switch self {
      case .function(let r): r.unowned
      default: nil
      }
    }
  }
  var asRange: Unowned<RangeObject>? {
    borrowing get {
      switch self {
      case .range(let r): r.unowned
      default: nil
      }
    }
  }
  var asIterator: Unowned<IteratorObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .iterator(let r): r.unowned
      default: nil
      }
    }
  }

  var asCode: Unowned<Code>? {
    borrowing get {
      switch self {
      case .code(let r): r.unowned
      default: nil
      }
    }
  }
  var asModule: Unowned<ModuleObject>? {
    borrowing get {
      switch self {
      case .module(let r): r.unowned
      default: nil
      }
    }
  }
  var asCell: Unowned<Cell>? {
    @inline(__always) borrowing get {
      switch self {
      case .cell(let r): r.unowned
      default: nil
      }
    }
  }

  /// Replaces the value; the old one is handed over.
  @inline(__always) mutating func exchange(_ new: consuming Value) -> Value {
    let old = consume self
    self = new
    return old
  }

  static func list(_ items: consuming ValueList) -> Value { .list(Ref(ListObject(items))) }
  /// A list of strings.
  static func texts(_ texts: [String]) -> Value {
    var items = ValueList(capacity: texts.count)
    for text in texts { items.append(.string(text)) }
    return .list(items)
  }
  static func tuple(_ items: consuming ValueList) -> Value { .tuple(Ref(TupleObject(items))) }
  /// An `int` from an unbounded integer: small where it fits.
  static func integer(_ value: BigInteger) -> Value {
    if let small = Int(exactly: value) { return .int(small) }
    return .bigInteger(Ref(BigIntegerObject(value)))
  }

  static func array(_ array: consuming NDArray) -> Value { .array(Ref(array)) }
}
