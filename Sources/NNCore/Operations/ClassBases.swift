extension Context {
  /// `C.__bases__ = bases`: the class and those that derive from it get new orders of resolution.
  func setBases(_ type: Unowned<ClassObject>, _ new: borrowing Value) throws(Fault) {
    let name = type.value.name.name
    guard let given = new.asTuple else {
      throw Fault(.typeError, "can only assign tuple to \(name).__bases__, not \(new.typeName)")
    }
    if given.value.items.isEmpty {
      throw Fault(.typeError, "can only assign non-empty tuple to \(name).__bases__, not ()")
    }
    let own = Value.classObject(type.owned())
    for index in 0..<given.value.items.count {
      if !given.value.items[index].isClass {
        throw Fault(
          .typeError, "\(name).__bases__ must be tuple of classes, not '\(given.value.items[index].typeName)'")
      }
      if isSubtype(given.value.items[index], of: own) {
        throw Fault(.typeError, "a __bases__ item causes an inheritance cycle")
      }
    }
    let bases = given.value.items.copies()
    try checkBases(bases)
    let base = try builtinBase(of: bases)
    if base != type.value.base {
      throw Fault(
        .typeError,
        "__bases__ assignment: '\(base.name)' object layout differs from '\(type.value.base.name)'")
    }
    let ancestors = try linearize(bases, name)
    for index in 0..<type.value.bases.count { type.value.bases[index].asClassObject?.value.disown(type.value.version) }
    for index in 0..<bases.count { bases[index].asClassObject?.value.adopt(type) }
    type.value.bases = bases.copies()
    type.value.ancestors = ancestors
    for subclass in type.value.subclasses { try orderAgain(subclass) }
    refresh(type)
  }

  private func orderAgain(_ type: Unowned<ClassObject>) throws(Fault) {
    let bases = type.value.bases.copies()
    type.value.ancestors = try linearize(bases, type.value.name.name)
    for subclass in type.value.subclasses { try orderAgain(subclass) }
  }
}
