// The attributes of exceptions whose classes a program defines: as those of instances, beside what every exception has.

extension Context {
  /// `exception.name`.
  func attribute(
    _ value: borrowing Value, _ exception: Unowned<ExceptionObject>, of type: Unowned<ClassObject>, _ name: Symbol
  ) throws(Fault) -> Value {
    let keep = type.owned()
    do throws(Fault) {
      if keep.value.traits.contains(.getAttribute),
        let result = try callSpecial(.getAttributeMethod, of: value, .string(name.name))
      {
        return result
      }
      return try plainAttribute(value, exception, of: keep.unowned, name)
    } catch {
      guard error.isKind(.attributeError), keep.value.traits.contains(.missingAttribute),
        let result = try callSpecial(.missingAttributeMethod, of: value, .string(name.name))
      else { throw error }
      return result
    }
  }

  private func plainAttribute(
    _ value: borrowing Value, _ exception: Unowned<ExceptionObject>, of type: Unowned<ClassObject>, _ name: Symbol
  ) throws(Fault) -> Value {
    let member = optionalMember(name, in: type)
    if isDataDescriptor(member) { return try bind(member, to: value, of: .classObject(type.owned())) }
    if let own = try exceptionAttribute(exception, name) { return own }
    if !member.isUnbound { return try bind(member, to: value, of: .classObject(type.owned())) }
    if let method = try groupMethod(exception, name) { return method }
    throw noAttribute(value, name)
  }

  /// `exception.name = new`, where the class takes part in it; false where it does not.
  func setThroughClass(
    _ value: borrowing Value, of type: Unowned<ClassObject>, _ name: Symbol, _ new: borrowing Value
  ) throws(Fault) -> Bool {
    let keep = type.owned()
    if keep.value.traits.contains(.setAttribute) {
      return try callSpecial(.setAttributeMethod, of: value, .string(name.name), new) != nil
    }
    let member = optionalMember(name, in: keep.unowned)
    return try setThroughDescriptor(member, value, keep.unowned, name, new)
  }
}
