extension Value {
  /// The value of an object that weak references may point to, or that may have `__del__`; nil of other kinds.
  static func weaklyHeld(_ object: ObjectPointer) -> Value? {
    if let r = object.unowned(InstanceObject.self) { return .instance(r.owned()) }
    if let r = object.unowned(NativeObject.self) { return .native(r.owned()) }
    if let r = object.unowned(Function.self) { return .function(r.owned()) }
    if let r = object.unowned(ClassObject.self) { return .classObject(r.owned()) }
    if let r = object.unowned(BoundMethod.self) { return .boundMethod(r.owned()) }
    if let r = object.unowned(GeneratorObject.self) { return .generator(r.owned()) }
    if let r = object.unowned(SetObject.self) { return .set(r.owned()) }
    if let r = object.unowned(ModuleObject.self) { return .module(r.owned()) }
    if let r = object.unowned(ExceptionObject.self) { return .exception(r.owned()) }
    return nil
  }
}
