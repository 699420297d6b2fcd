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

  /// Another owner of the same value. Not inlined: behind a switch over the same value an inlined copy makes the
  /// optimiser of Swift 6.3.1 abort.
  @inline(never) borrowing func copy() -> Value {
    switch self {
    case .special(let v): .special(v)
    case .bool(let v): .bool(v)
    case .int(let v): .int(v)
    case .float(let v): .float(v)
    case .number(let v): .number(v)
    case .dtype(let v): .dtype(v)
    case .type(let v): .type(v)
    case .string(let r): .string(r.copy())
    case .bigInteger(let r): .bigInteger(r.copy())
    case .slice(let r): .slice(r.copy())
    case .range(let r): .range(r.copy())
    case .array(let r): .array(r.copy())
    case .builtin(let r): .builtin(r.copy())
    case .code(let r): .code(r.copy())
    case .tuple(let r): .tuple(r.copy())
    case .list(let r): .list(r.copy())
    case .dictionary(let r): .dictionary(r.copy())
    case .view(let r): .view(r.copy())
    case .iterator(let r): .iterator(r.copy())
    case .function(let r): .function(r.copy())
    case .cell(let r): .cell(r.copy())
    case .boundMethod(let r): .boundMethod(r.copy())
    case .module(let r): .module(r.copy())
    case .exception(let r): .exception(r.copy())
    case .complex(let r): .complex(r.copy())
    case .bytes(let r): .bytes(r.copy())
    case .set(let r): .set(r.copy())
    case .generator(let r): .generator(r.copy())
    case .classObject(let r): .classObject(r.copy())
    case .instance(let r): .instance(r.copy())
    case .descriptor(let r): .descriptor(r.copy())
    case .superObject(let r): .superObject(r.copy())
    case .native(let r): .native(r.copy())
    case .wide(let r): .wide(r.copy())
    }
  }

  /// The object behind the value, for identity and for the collector; nil for plain values.
  var object: ObjectPointer? {
    @inline(__always) borrowing get {
      switch self {
      case .string(let r): r.object
      case .bigInteger(let r): r.object
      case .slice(let r): r.object
      case .range(let r): r.object
      case .array(let r): r.object
      case .builtin(let r): r.object
      case .code(let r): r.object
      case .tuple(let r): r.object
      case .list(let r): r.object
      case .dictionary(let r): r.object
      case .view(let r): r.object
      case .iterator(let r): r.object
      case .function(let r): r.object
      case .cell(let r): r.object
      case .boundMethod(let r): r.object
      case .module(let r): r.object
      case .exception(let r): r.object
      case .complex(let r): r.object
      case .bytes(let r): r.object
      case .set(let r): r.object
      case .generator(let r): r.object
      case .classObject(let r): r.object
      case .instance(let r): r.object
      case .descriptor(let r): r.object
      case .superObject(let r): r.object
      case .native(let r): r.object
      case .wide(let r): r.object
      default: nil
      }
    }
  }

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
    borrowing get {
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
    borrowing get {
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
  static func tuple(_ first: consuming Value, _ second: consuming Value) -> Value {
    var items = ValueList(capacity: 2)
    items.append(first)
    items.append(second)
    return .tuple(items)
  }

  /// An `int` from an unbounded integer: small where it fits.
  static func integer(_ value: BigInteger) -> Value {
    if let small = Int(exactly: value) { return .int(small) }
    return .bigInteger(Ref(BigIntegerObject(value)))
  }

  static func array(_ array: consuming NDArray) -> Value { .array(Ref(array)) }
}

/// A growing list of values.
typealias ValueList = List<Value>

extension List where T == Value {
  /// Copies of all elements in `range`, which is clipped to the list.
  borrowing func copies(_ range: Range<Int>) -> ValueList {
    let lower = max(0, range.lowerBound)
    let upper = min(count, range.upperBound)
    var result = ValueList(capacity: max(0, upper &- lower))
    var index = lower
    while index < upper {
      result.append(self[index].copy())
      index &+= 1
    }
    return result
  }

  borrowing func copies() -> ValueList { copies(0..<count) }
}

extension Visitor {
  @inline(__always) mutating func visit(_ value: borrowing Value) { if let object = value.object { see(object) } }
  mutating func visit(_ values: borrowing ValueList) { for index in 0..<values.count { visit(values[index]) } }
}
