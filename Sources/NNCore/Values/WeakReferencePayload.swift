/// `weakref.ref(object, callback)`.
final class WeakReferencePayload: NativePayload, WeakPointer {
  /// The object, while it lives.
  private(set) var target: ObjectPointer?
  /// Called with the reference once the object has gone; unbound where there is none.
  var callback: Value
  /// The reference as a value's object.
  var own: Unowned<NativeObject>?
  /// The object's hash, once it was asked for.
  var hash: Int?

  init(to target: ObjectPointer, callback: consuming Value) {
    self.target = target
    self.callback = callback
    super.init()
    WeakReferences.add(self, to: target)
  }

  deinit { if let target { WeakReferences.remove(self, from: target) } }

  func forget() {
    target = nil
    guard !callback.isUnbound, let own else { return }
    let value = Value.native(own.owned())
    guard let object = value.object else { return }
    object.retain()
    Heap.waitForFinalizer(object)
  }

  /// The object as a value; None once it has gone.
  var value: Value {
    if let target, let value = Value.weaklyHeld(target) { return value }
    return .nothing
  }

  override func traverse(_ visitor: inout Visitor) { visitor.visit(callback) }
  override func clear() { callback = .unbound }
}
