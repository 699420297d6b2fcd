/// Paths as texts, as far as the interpreter itself puts them together.
enum FilePath {
  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || name.hasPrefix("/") ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// What stands before the last slash; nothing where there is none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path from the root, without `.`, `..` and doubled slashes; links are not followed.
  static func absolute(_ path: String, from workingFolder: String) -> String {
    var result = ""
    for part in join(workingFolder, path).split(separator: "/") where part != "." {
      result =
        part == ".." ? String(result[..<(result.lastIndex(of: "/") ?? result.startIndex)]) : result + "/" + String(part)
    }
    return result.isEmpty ? "/" : result
  }

  /// The path as messages show it: from the working folder where it lies below that.
  static func shown(_ path: String, from workingFolder: String) -> String {
    let prefix = workingFolder.hasSuffix("/") ? workingFolder : workingFolder + "/"
    return path.hasPrefix(prefix) && path.utf8.count > prefix.utf8.count ? String(path.dropFirst(prefix.count)) : path
  }
}
