/// The attributes that an instance has and their slots. Shapes form a tree below each class, so that one number names
/// class and layout: what inline caches compare. A changed class gets new numbers for all of them.
struct Shape: Object, ~Copyable {
  static var kind: Kind { .shape }
  private(set) var id: Int
  let names: [Symbol]
  /// Whether the attributes stand in a dictionary, the only slot: where there are too many, or some program has asked
  /// for `__dict__`.
  let isDictionary: Bool
  /// The slots by name, where there are too many names to go through.
  private let index: [Symbol: Int]
  private var children = List<Ref<Shape>>()

  /// Attributes of an instance, and different next attributes of a shape, beyond which a dictionary takes over.
  private static let longest = 64
  private static var newest = 0

  init(_ names: [Symbol] = [], isDictionary: Bool = false) {
    id = Shape.fresh()
    self.names = names
    self.isDictionary = isDictionary
    index = names.count > 8 ? Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) }) : [:]
  }

  private static func fresh() -> Int {
    newest += 1
    return newest
  }

  /// The slot of an attribute; nil where instances of this shape have none of that name.
  borrowing func slot(of name: Symbol) -> Int? {
    if !index.isEmpty { return index[name] }
    for slot in 0..<names.count where names[slot] == name { return slot }
    return nil
  }

  /// The shape with one more attribute; nil where it is time for a dictionary.
  mutating func adding(_ name: Symbol) -> Unowned<Shape>? {
    for position in 0..<children.count where children[position].value.names.last == name {
      return children[position].unowned
    }
    if isDictionary || names.count >= Shape.longest || children.count >= Shape.longest { return nil }
    let child = Ref(Shape(names + [name]))
    let result = child.unowned
    children.append(child)
    return result
  }

  /// Gives this shape and all below it new numbers.
  mutating func renumber() {
    id = Shape.fresh()
    for position in 0..<children.count { children[position].value.renumber() }
  }
}
