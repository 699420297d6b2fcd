/// One block of names: the module, a function, lambda, class, or comprehension.
final class Scope {
  /// The kinds of block.
  enum Kind {
    case module
    case function
    case `class`
    /// With the words of CPython's messages, such as "list comprehension".
    case comprehension(String)
  }

  /// How a name occurs in a block.
  struct Uses: OptionSet {
    let rawValue: UInt8
    static let read = Uses(rawValue: 1)
    static let assigned = Uses(rawValue: 2)
    static let parameter = Uses(rawValue: 4)
    static let global = Uses(rawValue: 8)
    static let nonlocal = Uses(rawValue: 16)
    static let annotated = Uses(rawValue: 32)
    static let iterationTarget = Uses(rawValue: 64)
    static let imported = Uses(rawValue: 128)
  }

  let kind: Kind
  /// The name of the class around, for private names.
  let className: String?
  private(set) weak var parent: Scope?
  private(set) var children: [Scope] = []
  var names: [String: Uses] = [:]
  /// The global and nonlocal declarations in order.
  var declarations: [Identifier] = []
  /// How many iterables of comprehensions are being visited.
  var iterableDepth = 0
  /// Whether a comprehension's target is being visited.
  var isInTarget = false

  /// A block inside `parent`, which keeps it.
  init(_ kind: Kind, in parent: Scope?, className: String? = nil) {
    self.kind = kind
    self.parent = parent
    self.className = className ?? parent?.className
    iterableDepth = parent?.iterableDepth ?? 0
    parent?.children.append(self)
  }

  /// The words for a comprehension, nil for other blocks.
  var comprehensionName: String? {
    if case .comprehension(let name) = kind { return name }
    return nil
  }

  /// `name`, or its mangled form when it is private to a class.
  func mangled(_ name: String) -> String {
    guard let className, name.hasPrefix("__"), !name.hasSuffix("__"), !name.contains(".") else { return name }
    let stripped = className.drop { $0 == "_" }
    return stripped.isEmpty ? name : "_\(stripped)\(name)"
  }
}
