/// A member that a class of the program defines: the class and its position there.
struct UserMember {
  let owner: Unowned<ClassObject>
  let position: Int
}

/// What a name means in a class: a member of it or of an ancestor.
enum ClassMember {
  case user(UserMember)
  /// A method or property of the builtin type that the class derives from.
  case builtin(Unowned<BuiltinObject>)
}

/// Members found for (class version, name). A changed class has another version, so old entries never match.
final class MemberCache {
  private struct Entry {
    var version = -1
    var name = -1
    var member: ClassMember?
  }
  private static let size = 1024
  private let entries = Buffer(count: MemberCache.size, repeating: Entry())

  @inline(__always) private func place(_ version: Int, _ name: Symbol) -> Int {
    (version &* 31 &+ name.id) & (MemberCache.size &- 1)
  }

  /// The entry of a class and name: nil where there is none, `.some(nil)` where the class has no such member.
  @inline(__always) func find(_ version: Int, _ name: Symbol) -> ClassMember?? {
    let place = place(version, name)
    guard entries[place].version == version && entries[place].name == name.id else { return nil }
    return .some(entries[place].member)
  }

  func keep(_ version: Int, _ name: Symbol, _ member: ClassMember?) {
    entries[place(version, name)] = Entry(version: version, name: name.id, member: member)
  }
}
