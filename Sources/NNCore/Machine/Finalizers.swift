// What runs after an object that nobody holds any more, apart from what generators have left to do.

extension Machine {
  /// Runs `__del__` of an object, or tells whoever asked to hear that the object of a weak reference has gone.
  func finalizeOther(_ object: ObjectPointer) {
    object.flags.remove(.hasFinalizer)
    let held = Value.weaklyHeld(object)
    object.release()
    guard let value = held else { return }
    do throws(Fault) {
      if let reference = value.nativePayload(WeakReferencePayload.self) {
        let callback = reference.callback.exchange(.unbound)
        if !callback.isUnbound { _ = try call(callback, value.copy()) }
      } else {
        _ = try callSpecial(.finalizerMethod, of: value)
      }
    } catch {
      if let unraisableHandler { unraisableHandler(error, value) }
    }
  }
}
