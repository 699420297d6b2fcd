/// Why the system refused something: the number of its error and its words for it.
public struct SystemFailure: Error {
  public let code: Int32
  public let text: String
  public init(code: Int32, text: String) {
    self.code = code
    self.text = text
  }
}

/// The system's files as programs see them. The interpreter's core opens none itself: the command hands it one of these.
public protocol FileSystem: AnyObject {
  /// What stands at a path.
  func entry(at path: String) -> FileEntry?
  /// All bytes of a file.
  func contents(of path: String) throws(SystemFailure) -> [UInt8]
  /// The names in a folder, without `.` and `..`, in no order.
  func names(in folder: String) throws(SystemFailure) -> [String]
  /// The folder that relative paths begin at.
  func workingFolder() throws(SystemFailure) -> String
}

/// What a path leads to, links followed.
public enum FileEntry: Sendable { case file, folder, other }

/// Modules that come with the interpreter, written in the language itself.
public protocol ModuleLibrary: AnyObject {
  /// The text of the module with this dotted name, and whether it is a package; nil when there is none.
  func module(_ name: String) -> (text: String, isPackage: Bool)?
  /// The dotted names of all of them.
  var names: [String] { get }
}
