import NNCore

/// The modules that come with the interpreter as texts: the files of `scripts/lib/`.
public final class BundledModules: ModuleLibrary {
  public init() {}

  /// One of them; its text is looked at when it is imported.
  struct Entry: Sendable {
    let name: String
    let isPackage: Bool
    let text: @Sendable () -> String
    init(_ name: String, isPackage: Bool = false, _ text: @escaping @Sendable () -> String) {
      self.name = name
      self.isPackage = isPackage
      self.text = text
    }
  }

  public func module(_ name: String) -> (text: String, isPackage: Bool)? {
    guard let entry = BundledModules.entries.first(where: { $0.name == name }) else { return nil }
    return (entry.text(), entry.isPackage)
  }

  public var members: [LibraryMembers] { BundledModules.memberEntries }

  public var names: [String] { BundledModules.entries.map(\.name) }
}
