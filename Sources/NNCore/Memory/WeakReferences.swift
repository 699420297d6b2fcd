/// Whoever points to an object without owning it, and is told when it goes.
protocol WeakPointer: AnyObject {
  /// The object is no more.
  func forget()
}

/// The weak references of all objects that have some.
enum WeakReferences {
  private struct Box {
    let identifier: ObjectIdentifier
    weak var pointer: (any WeakPointer)?
  }

  private static var boxes: [Int: [Box]] = [:]

  static func add(_ pointer: any WeakPointer, to object: ObjectPointer) {
    object.flags.insert(.isWatched)
    boxes[object.address, default: []].append(Box(identifier: ObjectIdentifier(pointer), pointer: pointer))
  }

  /// A weak reference goes before its object.
  static func remove(_ pointer: any WeakPointer, from object: ObjectPointer) {
    let identifier = ObjectIdentifier(pointer)
    boxes[object.address]?.removeAll { $0.identifier == identifier }
    if boxes[object.address]?.isEmpty == true {
      boxes.removeValue(forKey: object.address)
      object.flags.remove(.isWatched)
    }
  }

  /// Those of an object, the oldest first.
  static func all(to object: ObjectPointer) -> [any WeakPointer] {
    guard object.flags.contains(.isWatched) else { return [] }
    return boxes[object.address]?.compactMap(\.pointer) ?? []
  }

  /// The object goes: its weak references point to nothing from now on.
  static func forget(_ object: ObjectPointer) {
    object.flags.remove(.isWatched)
    // The newest hears of it first.
    for box in (boxes.removeValue(forKey: object.address) ?? []).reversed() { box.pointer?.forget() }
  }
}
