/// `property`, `staticmethod` and `classmethod`, and what stands in a class for a name of its `__slots__`.
struct DescriptorObject: Object, ~Copyable {
  static var kind: Kind { .descriptor }

  enum Mode {
    case property, staticMethod, classMethod
    /// A slot: the getter is its name, the setter the name of its class.
    case member

    var builtinType: BuiltinType {
      switch self {
      case .property: .property
      case .staticMethod: .staticMethod
      case .classMethod: .classMethod
      case .member: .memberDescriptor
      }
    }
    var attributeOwner: AttributeOwner {
      switch self {
      case .property: .property
      case .staticMethod: .staticMethod
      case .classMethod: .classMethod
      case .member: .cell
      }
    }
  }

  let mode: Mode
  /// The function, of a property the one that gets; None where there is none.
  var getter: Value
  var setter: Value
  var deleter: Value
  var documentation: Value

  init(
    _ mode: Mode, _ getter: consuming Value, setter: consuming Value = .nothing, deleter: consuming Value = .nothing,
    documentation: consuming Value = .nothing
  ) {
    self.mode = mode
    self.getter = getter
    self.setter = setter
    self.deleter = deleter
    self.documentation = documentation
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    visitor.visit(getter)
    visitor.visit(setter)
    visitor.visit(deleter)
    visitor.visit(documentation)
  }

  mutating func clear() {
    getter = .nothing
    setter = .nothing
    deleter = .nothing
    documentation = .nothing
  }
}
