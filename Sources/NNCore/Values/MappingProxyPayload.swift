/// `C.__dict__` and `types.MappingProxyType(mapping)`: a mapping that can be read only.
final class MappingProxyPayload: NativePayload {
  /// The mapping, or the class whose members it shows.
  let target: Value
  init(_ target: consuming Value) { self.target = target }
  override func traverse(_ visitor: inout Visitor) { visitor.visit(target) }
}
