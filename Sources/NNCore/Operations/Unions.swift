/// `int | str`: a type that stands for several.
final class UnionPayload: NativePayload {
  /// The classes, a tuple.
  let members: Value
  init(_ members: consuming ValueList) { self.members = .tuple(members) }
  override func traverse(_ visitor: inout Visitor) { visitor.visit(members) }
}

extension Context {
  /// `x | y` of classes, None and unions; nil where the operands are something else.
  func typeUnion(_ x: borrowing Value, _ y: borrowing Value) -> Value? {
    guard x.isUnionPart, y.isUnionPart, !x.isNone || !y.isNone else {
      return nil
    }
    var members = ValueList(capacity: 2)
    addParts(of: x, to: &members)
    addParts(of: y, to: &members)
    if members.count == 1 { return members.popLast() }
    return .some(.native(Ref(NativeObject(.union, UnionPayload(members)))))
  }

  private func addParts(of value: borrowing Value, to members: inout ValueList) {
    if let tuple = value.asUnion?.members.asTuple {
      for index in 0..<tuple.value.items.count { addParts(of: tuple.value.items[index], to: &members) }
      return
    }
    let part = value.isNone ? Value.type(.noneType) : value.copy()
    for index in 0..<members.count where isSame(members[index], part) { return }
    members.append(part)
  }

  /// The text of a union.
  func unionText(_ union: UnionPayload) throws(Fault) -> String {
    guard let tuple = union.members.asTuple else { return "" }
    var parts: [String] = []
    for index in 0..<tuple.value.items.count {
      if tuple.value.items[index].asType == .noneType {
        parts.append("None")
      } else if tuple.value.items[index].asInstance != nil {
        parts.append(try repr(tuple.value.items[index]))
      } else if let type = tuple.value.items[index].asClassObject {
        parts.append(type.value.fullName)
      } else {
        parts.append(tuple.value.items[index].className)
      }
    }
    return parts.joined(separator: " | ")
  }
}

extension Value {
  /// A union of classes.
  var asUnion: UnionPayload? { borrowing get { nativePayload(UnionPayload.self) } }

  /// Whether the value may stand in a union.
  fileprivate var isUnionPart: Bool { borrowing get { isNone || isClass || asUnion != nil || isAlias } }

  /// Whether the value is `list[int]` or the like.
  private var isAlias: Bool { borrowing get { asInstance?.value.type.value.fullName == "types.GenericAlias" } }
}
