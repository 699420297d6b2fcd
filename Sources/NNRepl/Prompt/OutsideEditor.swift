import Glibc

/// Texts edited in the user's editor.
enum OutsideEditor {
  /// The user's editor: `$VISUAL`, `$EDITOR`, or vi.
  static var command: String {
    for name in ["VISUAL", "EDITOR"] {
      if let value = getenv(name), value.pointee != 0 { return String(cString: value) }
    }
    return "vi"
  }

  /// What a text has become in the editor; nil when that failed.
  static func edit(_ text: String) -> String? {
    var name = Array("/tmp/nn-XXXXXX.nn".utf8CString)
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    if !folder.isEmpty { name = Array((folder + "/nn-XXXXXX.nn").utf8CString) }
    let file = mkstemps(&name, 3)
    if file < 0 { return nil }
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let bytes = Array((text + "\n").utf8)
    let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    guard written == bytes.count, system(command + " '" + path + "'") == 0 else { return nil }
    guard let edited = fopen(path, "r") else { return nil }
    defer { fclose(edited) }
    var result: [UInt8] = []
    var byte = fgetc(edited)
    while byte != EOF {
      result.append(UInt8(truncatingIfNeeded: byte))
      byte = fgetc(edited)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
