// A fence file: what the heap asks of each kind of object.

/// Tells the heap how objects are ended, looked through and cleared: one switch over all kinds each, so that the payload's
/// own code stands right there.
enum ObjectKinds {
  /// Makes the kinds known; more than once does no harm.
  static func register() {
    unsafe Heap.destroy = { unsafe ObjectKinds.destroy($0, $1) }
    unsafe Heap.traverse = { unsafe ObjectKinds.traverse($0, $1, &$2.assumingMemoryBound(to: Visitor.self).pointee) }
    unsafe Heap.clear = { unsafe ObjectKinds.clear($0, $1) }
    unsafe Heap.needsFinalizer = {
      $0 == Kind.generator.rawValue && $1.assumingMemoryBound(to: GeneratorObject.self).pointee.needsFinalizer
    }
  }

  @inline(__always) private static func destroy(_ kind: Kind.RawValue, _ payload: UnsafeMutableRawPointer) {
    switch unsafe unsafeBitCast(kind, to: Kind.self) {
    case .string: unsafe payload.assumingMemoryBound(to: StringObject.self).deinitialize(count: 1)
    case .bigInteger: unsafe payload.assumingMemoryBound(to: BigIntegerObject.self).deinitialize(count: 1)
    case .complex: unsafe payload.assumingMemoryBound(to: ComplexObject.self).deinitialize(count: 1)
    case .wideScalar: unsafe payload.assumingMemoryBound(to: WideScalar.self).deinitialize(count: 1)
    case .bytes: unsafe payload.assumingMemoryBound(to: BytesObject.self).deinitialize(count: 1)
    case .slice: unsafe payload.assumingMemoryBound(to: SliceObject.self).deinitialize(count: 1)
    case .range: unsafe payload.assumingMemoryBound(to: RangeObject.self).deinitialize(count: 1)
    case .storage: unsafe payload.assumingMemoryBound(to: Storage.self).deinitialize(count: 1)
    case .array: unsafe payload.assumingMemoryBound(to: NDArray.self).deinitialize(count: 1)
    case .builtin: unsafe payload.assumingMemoryBound(to: BuiltinObject.self).deinitialize(count: 1)
    case .code: unsafe payload.assumingMemoryBound(to: Code.self).deinitialize(count: 1)
    case .shape: unsafe payload.assumingMemoryBound(to: Shape.self).deinitialize(count: 1)
    case .tuple: unsafe payload.assumingMemoryBound(to: TupleObject.self).deinitialize(count: 1)
    case .list: unsafe payload.assumingMemoryBound(to: ListObject.self).deinitialize(count: 1)
    case .dictionary: unsafe payload.assumingMemoryBound(to: DictionaryObject.self).deinitialize(count: 1)
    case .set: unsafe payload.assumingMemoryBound(to: SetObject.self).deinitialize(count: 1)
    case .view: unsafe payload.assumingMemoryBound(to: ViewObject.self).deinitialize(count: 1)
    case .iterator: unsafe payload.assumingMemoryBound(to: IteratorObject.self).deinitialize(count: 1)
    case .function: unsafe payload.assumingMemoryBound(to: Function.self).deinitialize(count: 1)
    case .cell: unsafe payload.assumingMemoryBound(to: Cell.self).deinitialize(count: 1)
    case .boundMethod: unsafe payload.assumingMemoryBound(to: BoundMethod.self).deinitialize(count: 1)
    case .module: unsafe payload.assumingMemoryBound(to: ModuleObject.self).deinitialize(count: 1)
    case .exception: unsafe payload.assumingMemoryBound(to: ExceptionObject.self).deinitialize(count: 1)
    case .generator: unsafe payload.assumingMemoryBound(to: GeneratorObject.self).deinitialize(count: 1)
    case .classObject: unsafe payload.assumingMemoryBound(to: ClassObject.self).deinitialize(count: 1)
    case .instance: unsafe payload.assumingMemoryBound(to: InstanceObject.self).deinitialize(count: 1)
    case .descriptor: unsafe payload.assumingMemoryBound(to: DescriptorObject.self).deinitialize(count: 1)
    case .superObject: unsafe payload.assumingMemoryBound(to: SuperObject.self).deinitialize(count: 1)
    case .native: unsafe payload.assumingMemoryBound(to: NativeObject.self).deinitialize(count: 1)
    case .dtype, .type: break
    }
  }

  @inline(__always) private static func traverse(
    _ kind: Kind.RawValue, _ payload: UnsafeMutableRawPointer, _ visitor: inout Visitor
  ) {
    switch unsafe unsafeBitCast(kind, to: Kind.self) {
    case .tuple: unsafe payload.assumingMemoryBound(to: TupleObject.self).pointee.traverse(&visitor)
    case .list: unsafe payload.assumingMemoryBound(to: ListObject.self).pointee.traverse(&visitor)
    case .dictionary: unsafe payload.assumingMemoryBound(to: DictionaryObject.self).pointee.traverse(&visitor)
    case .set: unsafe payload.assumingMemoryBound(to: SetObject.self).pointee.traverse(&visitor)
    case .view: unsafe payload.assumingMemoryBound(to: ViewObject.self).pointee.traverse(&visitor)
    case .iterator: unsafe payload.assumingMemoryBound(to: IteratorObject.self).pointee.traverse(&visitor)
    case .function: unsafe payload.assumingMemoryBound(to: Function.self).pointee.traverse(&visitor)
    case .cell: unsafe payload.assumingMemoryBound(to: Cell.self).pointee.traverse(&visitor)
    case .boundMethod: unsafe payload.assumingMemoryBound(to: BoundMethod.self).pointee.traverse(&visitor)
    case .module: unsafe payload.assumingMemoryBound(to: ModuleObject.self).pointee.traverse(&visitor)
    case .exception: unsafe payload.assumingMemoryBound(to: ExceptionObject.self).pointee.traverse(&visitor)
    case .generator: unsafe payload.assumingMemoryBound(to: GeneratorObject.self).pointee.traverse(&visitor)
    case .classObject: unsafe payload.assumingMemoryBound(to: ClassObject.self).pointee.traverse(&visitor)
    case .instance: unsafe payload.assumingMemoryBound(to: InstanceObject.self).pointee.traverse(&visitor)
    case .descriptor: unsafe payload.assumingMemoryBound(to: DescriptorObject.self).pointee.traverse(&visitor)
    case .superObject: unsafe payload.assumingMemoryBound(to: SuperObject.self).pointee.traverse(&visitor)
    case .native: unsafe payload.assumingMemoryBound(to: NativeObject.self).pointee.traverse(&visitor)
    default: break
    }
  }

  @inline(__always) private static func clear(_ kind: Kind.RawValue, _ payload: UnsafeMutableRawPointer) {
    switch unsafe unsafeBitCast(kind, to: Kind.self) {
    case .tuple: unsafe payload.assumingMemoryBound(to: TupleObject.self).pointee.clear()
    case .list: unsafe payload.assumingMemoryBound(to: ListObject.self).pointee.clear()
    case .dictionary: unsafe payload.assumingMemoryBound(to: DictionaryObject.self).pointee.clear()
    case .set: unsafe payload.assumingMemoryBound(to: SetObject.self).pointee.clear()
    case .view: unsafe payload.assumingMemoryBound(to: ViewObject.self).pointee.clear()
    case .iterator: unsafe payload.assumingMemoryBound(to: IteratorObject.self).pointee.clear()
    case .function: unsafe payload.assumingMemoryBound(to: Function.self).pointee.clear()
    case .cell: unsafe payload.assumingMemoryBound(to: Cell.self).pointee.clear()
    case .boundMethod: unsafe payload.assumingMemoryBound(to: BoundMethod.self).pointee.clear()
    case .module: unsafe payload.assumingMemoryBound(to: ModuleObject.self).pointee.clear()
    case .exception: unsafe payload.assumingMemoryBound(to: ExceptionObject.self).pointee.clear()
    case .generator: unsafe payload.assumingMemoryBound(to: GeneratorObject.self).pointee.clear()
    case .classObject: unsafe payload.assumingMemoryBound(to: ClassObject.self).pointee.clear()
    case .instance: unsafe payload.assumingMemoryBound(to: InstanceObject.self).pointee.clear()
    case .descriptor: unsafe payload.assumingMemoryBound(to: DescriptorObject.self).pointee.clear()
    case .superObject: unsafe payload.assumingMemoryBound(to: SuperObject.self).pointee.clear()
    case .native: unsafe payload.assumingMemoryBound(to: NativeObject.self).pointee.clear()
    default: break
    }
  }
}
