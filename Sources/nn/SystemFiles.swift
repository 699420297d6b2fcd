import CProcess
import Glibc
import NNCore

/// The system's files, by its own calls.
final class SystemFiles: FileSystem {
  private static var failure: SystemFailure { failure(errno) }

  private static func failure(_ code: Int32) -> SystemFailure {
    SystemFailure(code: code, text: String(cString: strerror(code)))
  }

  func entry(at path: String) -> FileEntry? {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  func contents(of path: String) throws(SystemFailure) -> [UInt8] {
    do throws(StandardStreams.ReadFailure) {
      return try StandardStreams.readFile(path)
    } catch {
      throw SystemFiles.failure(error.code)
    }
  }

  func names(in folder: String) throws(SystemFailure) -> [String] {
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { throw SystemFiles.failure }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  func workingFolder() throws(SystemFailure) -> String {
    guard let path = getcwd(nil, 0) else { throw SystemFiles.failure }
    defer { free(path) }
    return String(cString: path)
  }

  // MARK: Open files

  func open(_ path: String, _ request: OpenRequest) throws(SystemFailure) -> Int32 {
    var flags = request.reads && request.writes ? O_RDWR : request.writes ? O_WRONLY : O_RDONLY
    if request.creates { flags |= O_CREAT }
    if request.truncates { flags |= O_TRUNC }
    if request.isExclusive { flags |= O_EXCL }
    if request.appends { flags |= O_APPEND }
    return try SystemFiles.checked(Glibc.open(path, flags | O_CLOEXEC, 0o666))
  }

  func read(_ file: Int32, atMost count: Int) throws(SystemFailure) -> [UInt8] {
    var failed: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = Glibc.read(file, buffer.baseAddress, count)
      if got < 0 { failed = errno }
      filled = max(got, 0)
    }
    if failed != 0 { throw SystemFiles.failure(failed) }
    if file == STDIN_FILENO { StandardStreams.noteInput() }
    return bytes
  }

  func write(_ file: Int32, _ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int {
    let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if count < 0 { throw SystemFiles.failure }
    return count
  }

  func seek(_ file: Int32, _ offset: Int, from origin: Int32) throws(SystemFailure) -> Int {
    let place = lseek(file, offset, origin)
    if place < 0 { throw SystemFiles.failure }
    return place
  }

  func truncate(_ file: Int32, to size: Int) throws(SystemFailure) {
    _ = try SystemFiles.checked(ftruncate(file, size))
  }

  func close(_ file: Int32) throws(SystemFailure) { _ = try SystemFiles.checked(Glibc.close(file)) }

  func isTerminal(_ file: Int32) -> Bool { isatty(file) == 1 }

  func status(of file: Int32) throws(SystemFailure) -> FileStatus {
    var status = stat()
    _ = try SystemFiles.checked(fstat(file, &status))
    return FileStatus(status)
  }

  // MARK: The tree of files

  func status(at path: String, followingLinks: Bool) throws(SystemFailure) -> FileStatus {
    var status = stat()
    _ = try SystemFiles.checked(followingLinks ? stat(path, &status) : lstat(path, &status))
    return FileStatus(status)
  }

  func makeFolder(_ path: String, mode: Int) throws(SystemFailure) {
    _ = try SystemFiles.checked(mkdir(path, mode_t(truncatingIfNeeded: mode)))
  }

  func removeFolder(_ path: String) throws(SystemFailure) { _ = try SystemFiles.checked(rmdir(path)) }

  func remove(_ path: String) throws(SystemFailure) { _ = try SystemFiles.checked(unlink(path)) }

  func rename(_ path: String, to target: String) throws(SystemFailure) {
    _ = try SystemFiles.checked(Glibc.rename(path, target))
  }

  func makeLink(_ path: String, to target: String, isSymbolic: Bool) throws(SystemFailure) {
    _ = try SystemFiles.checked(isSymbolic ? symlink(target, path) : link(target, path))
  }

  func linkTarget(_ path: String) throws(SystemFailure) -> String {
    var target = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &target, target.count)
    if count < 0 { throw SystemFiles.failure }
    return String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func setMode(_ path: String, _ mode: Int) throws(SystemFailure) {
    _ = try SystemFiles.checked(chmod(path, mode_t(truncatingIfNeeded: mode)))
  }

  func setTimes(_ path: String, accessed: Double, modified: Double) throws(SystemFailure) {
    let times = [accessed, modified].map { seconds in
      let whole = seconds.rounded(.down)
      return timespec(
        tv_sec: Int(exactly: whole) ?? 0, tv_nsec: Int(exactly: ((seconds - whole) * 1e9).rounded(.down)) ?? 0)
    }
    _ = try SystemFiles.checked(utimensat(AT_FDCWD, path, times, 0))
  }

  func canAccess(_ path: String, _ mode: Int) -> Bool { access(path, Int32(truncatingIfNeeded: mode)) == 0 }

  func enterFolder(_ path: String) throws(SystemFailure) { _ = try SystemFiles.checked(chdir(path)) }

  // MARK: The process

  var processID: Int { Int(getpid()) }

  var environment: [(name: String, value: String)] {
    var variables: [(name: String, value: String)] = []
    var place = environ
    while let entry = place.pointee {
      let parts = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables.append((String(parts[0]), String(parts[1]))) }
      place = place.advanced(by: 1)
    }
    return variables
  }

  func setEnvironment(_ name: String, _ value: String?) {
    if let value { setenv(name, value, 1) } else { unsetenv(name) }
  }

  func randomBytes(_ count: Int) throws(SystemFailure) -> [UInt8] {
    var request = OpenRequest()
    request.reads = true
    let file = try open("/dev/urandom", request)
    defer { _ = Glibc.close(file) }
    var bytes: [UInt8] = []
    while bytes.count < count { bytes += try read(file, atMost: count - bytes.count) }
    return bytes
  }

  func runShell(_ command: String, captures: Bool) throws(SystemFailure) -> (status: Int, output: [UInt8]) {
    var pipes: [Int32] = [-1, -1]
    if captures { _ = try SystemFiles.checked(pipe(&pipes)) }
    let child = nn_start_shell(command, captures ? pipes[1] : -1)
    let failure = SystemFiles.failure
    if captures { _ = Glibc.close(pipes[1]) }
    defer { if captures { _ = Glibc.close(pipes[0]) } }
    if child < 0 { throw failure }
    if !captures { StandardStreams.noteOtherProgram() }
    var output: [UInt8] = []
    while captures {
      let block = try readOn(pipes[0])
      if block.isEmpty { break }
      output += block
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { throw SystemFiles.failure } }
    return (Int(status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)), output)
  }

  /// Some bytes of a file, whatever signals come meanwhile; none at the end.
  private func readOn(_ file: Int32) throws(SystemFailure) -> [UInt8] {
    while true {
      do throws(SystemFailure) {
        return try read(file, atMost: 1 << 16)
      } catch {
        if error.code != EINTR { throw error }
      }
    }
  }

  func terminalSize(_ file: Int32) -> (columns: Int, lines: Int)? {
    var size = winsize()
    guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// What a call returned, unless it says that it failed.
  private static func checked(_ result: Int32) throws(SystemFailure) -> Int32 {
    if result < 0 { throw failure }
    return result
  }

  /// A path without links, `.` and `..`; the path itself where it leads nowhere.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What stands before a path's last slash.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path from the root; links are not followed.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    do throws(SystemFailure) {
      return try SystemFiles().workingFolder() + "/" + path
    } catch {
      return path
    }
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    self.init()
    mode = Int(status.st_mode)
    inode = Int(truncatingIfNeeded: status.st_ino)
    device = Int(truncatingIfNeeded: status.st_dev)
    links = Int(truncatingIfNeeded: status.st_nlink)
    user = Int(status.st_uid)
    group = Int(status.st_gid)
    size = Int(status.st_size)
    accessed = (status.st_atim.tv_sec, status.st_atim.tv_nsec)
    modified = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    changed = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
  }
}
