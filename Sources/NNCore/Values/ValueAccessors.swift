// The objects behind values, not owned: valid while the value lives. Nil where the value is something else.

extension Value {
  var asComplex: Unowned<ComplexObject>? {
    borrowing get {
      switch self {
      case .complex(let r): r.unowned
      case .instance(let r): r.value.payload.asComplex
      default: nil
      }
    }
  }
  var asBytes: Unowned<BytesObject>? {
    borrowing get {
      switch self {
      case .bytes(let r): r.unowned
      case .instance(let r): r.value.payload.asBytes
      default: nil
      }
    }
  }
  var asSet: Unowned<SetObject>? {
    borrowing get {
      switch self {
      case .set(let r): r.unowned
      case .instance(let r): r.value.payload.asSet
      default: nil
      }
    }
  }
  var asGenerator: Unowned<GeneratorObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .generator(let r): r.unowned
      default: nil
      }
    }
  }
  var asClassObject: Unowned<ClassObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .classObject(let r): r.unowned
      default: nil
      }
    }
  }
  var asInstance: Unowned<InstanceObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .instance(let r): r.unowned
      default: nil
      }
    }
  }
  var asDescriptor: Unowned<DescriptorObject>? {
    borrowing get {
      switch self {
      case .descriptor(let r): r.unowned
      default: nil
      }
    }
  }
  var asSuperObject: Unowned<SuperObject>? {
    borrowing get {
      switch self {
      case .superObject(let r): r.unowned
      default: nil
      }
    }
  }
  var asNative: Unowned<NativeObject>? {
    borrowing get {
      switch self {
      case .native(let r): r.unowned
      default: nil
      }
    }
  }
  var asException: Unowned<ExceptionObject>? {
    borrowing get {
      switch self {
      case .exception(let r): r.unowned
      default: nil
      }
    }
  }
  // The objects themselves, not those that an instance extends.

  var exactDictionary: Unowned<DictionaryObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .dictionary(let r): r.unowned
      default: nil
      }
    }
  }
  /// The dictionary itself, or that which an instance extends whose class leaves subscripts alone.
  var plainDictionary: Unowned<DictionaryObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .dictionary(let r): r.unowned
      case .instance(let r):
        r.value.type.value.traits.contains(.subscripts) ? nil : r.value.payload.exactDictionary
      default: nil
      }
    }
  }
  var exactList: Unowned<ListObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .list(let r): r.unowned
      default: nil
      }
    }
  }
  var asView: Unowned<ViewObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .view(let r): r.unowned
      default: nil
      }
    }
  }
  var exactSet: Unowned<SetObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .set(let r): r.unowned
      default: nil
      }
    }
  }
  var exactTuple: Unowned<TupleObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .tuple(let r): r.unowned
      default: nil
      }
    }
  }
  var exactString: Unowned<StringObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .string(let r): r.unowned
      default: nil
      }
    }
  }
  var asBoundMethod: Unowned<BoundMethod>? {
    @inline(__always) borrowing get {
      switch self {
      case .boundMethod(let r): r.unowned
      default: nil
      }
    }
  }
  var asBuiltin: Unowned<BuiltinObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .builtin(let r): r.unowned
      default: nil
      }
    }
  }
  var asType: BuiltinType? {
    borrowing get {
      switch self {
      case .type(let type): type
      default: nil
      }
    }
  }
}

extension Value {
  /// The truth of a text, a container or a float; nil for other values.
  var plainTruth: Bool? {
    @inline(never) borrowing get {
      switch self {
      case .string(let r): r.value.byteCount > 0
      case .list(let r): !r.value.items.isEmpty
      case .tuple(let r): !r.value.items.isEmpty
      case .dictionary(let r): r.value.isNamespace ? nil : r.value.table.count > 0
      case .set(let r): r.value.table.count > 0
      case .float(let x): x != 0
      default: nil
      }
    }
  }
}

extension Value {
  /// The items of a list or tuple itself, valid until it changes; nil for other values.
  var exactItems: (registers: Registers?, count: Int)? {
    @inline(__always) borrowing get {
      if let list = exactList { return (list.value.items.registers, list.value.items.count) }
      if let tuple = exactTuple { return (tuple.value.items.registers, tuple.value.items.count) }
      return nil
    }
  }
}

extension Value {
  /// The truth of a bool, an int or None; nil for other values.
  @inline(__always) var quickTruth: Bool? {
    borrowing get {
      if let value = asBool { return value }
      if let value = asInt { return value != 0 }
      return isNone ? false : nil
    }
  }
}
