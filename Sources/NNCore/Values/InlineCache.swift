/// What an attribute instruction found the last time: a module's slot, valid for the module with that serial number; what
/// instances of a shape have by that name; what their class has, or a class itself; or the builtin that a family of
/// values has.
struct InlineCache {
  let name: Symbol
  var module = 0
  /// The slot in the module.
  var slot = 0
  /// What was found last in instances.
  var shaped = ShapedEntry()
  private var more = (ShapedEntry(), ShapedEntry(), ShapedEntry())
  private var oldest: UInt8 = 0
  var link = MemberLink()
  /// The function of a property, for the shape `module`.
  var getter: Unowned<Function>?
  var owner: AttributeOwner?
  /// The same as `owner` for the types with many calls of methods, else 0.
  var family: UInt8 = 0
  /// The tag of the values for which `loadMethod` leaves a marker in the place of the builtin, since the call may be done
  /// without it; no tag where it does not.
  var markedTag: UInt8 = 0xFF
  var builtin: Unowned<BuiltinObject>?
  /// Whether that is `list.append`.
  var appends = false

  init(name: Symbol, slot: Int = 0) {
    self.name = name
    self.slot = slot
  }

  /// What is known of a shape.
  @inline(__always) func entry(of shape: Int) -> ShapedEntry? {
    if shaped.shape == shape { return shaped }
    if more.0.shape == shape { return more.0 }
    if more.1.shape == shape { return more.1 }
    return more.2.shape == shape ? more.2 : nil
  }

  /// Notes what was found; one of the earlier shapes is forgotten.
  mutating func note(_ entry: ShapedEntry) {
    switch oldest {
    case _ where shaped.shape < 0: break
    case 0: more.0 = shaped
    case 1: more.1 = shaped
    default: more.2 = shaped
    }
    oldest = oldest == 2 ? 0 : oldest &+ 1
    shaped = entry
  }
}

/// What instances of a shape have by a name.
struct ShapedEntry {
  /// The number of the shape; -1 where nothing is known.
  var shape = -1
  var slot = 0
  /// Where storing adds the attribute: the shape with it.
  var grown: Unowned<Shape>?
  /// The function that the class of the shape has by this name. The class keeps it.
  var method: Unowned<Function>?
}

/// What a class has by a name: of instances of a shape (its number), or of the class itself (the negative of its version).
struct MemberLink {
  enum Form: UInt8 {
    case data, function, staticMethod, classMethod
    /// An item of the tuple that the instance extends.
    case item
  }
  var key = 0
  var form = Form.data
  var member: UserMember?
  /// Which item.
  var index = 0
}
