/// The public names that a module of `scripts/lib/` defines for a native module.
public struct LibraryMembers: Sendable {
  /// The native module: `numpy`.
  public let module: String
  /// The module that defines them: `_numpy.shapes`.
  public let source: String
  /// The names, separated by blanks.
  public let names: String

  public init(_ module: String, _ source: String, _ names: String) {
    self.module = module
    self.source = source
    self.names = names
  }
}
