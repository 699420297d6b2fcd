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
