/// Why the system refused something: the number of its error and its words for it.
public struct SystemFailure: Error {
  public let code: Int32
  public let text: String
  public init(code: Int32, text: String) {
    self.code = code
    self.text = text
  }
}

/// What the system knows of a file.
public struct FileStatus: Sendable {
  public var mode = 0, inode = 0, device = 0, links = 0, user = 0, group = 0, size = 0
  /// Seconds since 1970 and nanoseconds.
  public var accessed = (0, 0), modified = (0, 0), changed = (0, 0)
  public init() {}
}

/// How a file is opened.
public struct OpenRequest: Sendable {
  public var reads = false, writes = false, creates = false, truncates = false, isExclusive = false, appends = false
  public init() {}
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

  // Open files, by the number that the system gives them.

  func open(_ path: String, _ request: OpenRequest) throws(SystemFailure) -> Int32
  /// At most `count` bytes; none at the end.
  func read(_ file: Int32, atMost count: Int) throws(SystemFailure) -> [UInt8]
  /// Writes some bytes; returns how many.
  func write(_ file: Int32, _ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int
  /// Moves to a place counted from the start (0), from here (1) or from the end (2); returns it counted from the start.
  func seek(_ file: Int32, _ offset: Int, from origin: Int32) throws(SystemFailure) -> Int
  func truncate(_ file: Int32, to size: Int) throws(SystemFailure)
  func close(_ file: Int32) throws(SystemFailure)
  func isTerminal(_ file: Int32) -> Bool
  func status(of file: Int32) throws(SystemFailure) -> FileStatus

  // The tree of files.

  func status(at path: String, followingLinks: Bool) throws(SystemFailure) -> FileStatus
  func makeFolder(_ path: String, mode: Int) throws(SystemFailure)
  func removeFolder(_ path: String) throws(SystemFailure)
  func remove(_ path: String) throws(SystemFailure)
  func rename(_ path: String, to target: String) throws(SystemFailure)
  func makeLink(_ path: String, to target: String, isSymbolic: Bool) throws(SystemFailure)
  func linkTarget(_ path: String) throws(SystemFailure) -> String
  func setMode(_ path: String, _ mode: Int) throws(SystemFailure)
  func setTimes(_ path: String, accessed: Double, modified: Double) throws(SystemFailure)
  /// Whether the process may read (4), write (2) or execute (1) it, or (0) whether it exists.
  func canAccess(_ path: String, _ mode: Int) -> Bool
  func enterFolder(_ path: String) throws(SystemFailure)

  // The process.

  var processID: Int { get }
  var environment: [(name: String, value: String)] { get }
  /// Sets a variable of the environment, or removes it.
  func setEnvironment(_ name: String, _ value: String?)
  /// Runs a command of the shell, on this process's streams or with its output kept.
  func runShell(_ command: String, captures: Bool) throws(SystemFailure) -> (status: Int, output: [UInt8])
  func randomBytes(_ count: Int) throws(SystemFailure) -> [UInt8]
  /// The columns and lines of the terminal; nil where there is none.
  func terminalSize(_ file: Int32) -> (columns: Int, lines: Int)?
}

/// What a path leads to, links followed.
public enum FileEntry: Sendable { case file, folder, other }

/// Modules that come with the interpreter, written in the language itself.
public protocol ModuleLibrary: AnyObject {
  /// The text of the module with this dotted name, and whether it is a package; nil when there is none.
  func module(_ name: String) -> (text: String, isPackage: Bool)?
  /// The dotted names of all of them.
  var names: [String] { get }
  /// What they define for native modules.
  var members: [LibraryMembers] { get }
}
