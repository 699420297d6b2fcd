import NNSyntax

/// The text of a module and where it was found.
struct ModuleText {
  let source: SourceText
  /// What its `__file__` says.
  let file: String
  /// The folder of a package, where its submodules are looked for.
  let folder: String?
  let isBundled: Bool

  /// Whether its names begin with NumPy's, as a `.nn` file's do.
  var hasBareNames: Bool { file.hasSuffix(".nn") }
}

/// Looks for the texts of modules: in folders, then among those that come with the interpreter.
struct ModuleFinder {
  let files: (any FileSystem)?
  let library: (any ModuleLibrary)?

  /// The folder that bundled modules claim to stand in.
  static let bundledFolder = "<nn>"
  private static let endings = [".py", ".nn"]

  enum Finding {
    case text(ModuleText)
    /// A package without a text of its own: folders of that name.
    case folders([String])
  }

  /// The module `name` in `folders`; bundled ones too where it is no submodule. Nil: there is none.
  func find(_ name: String, in folders: [String]) throws(Fault) -> Finding? {
    let tail = name.split(separator: ".").last.map(String.init) ?? name
    if tail.isEmpty || tail.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "/") }) { return nil }
    var namesakes: [String] = []
    for folder in folders {
      if folder.hasPrefix(ModuleFinder.bundledFolder) {
        if let text = bundled(name) { return .text(text) }
        continue
      }
      let base = FilePath.join(absolute(folder), tail)
      let isFolder = files?.entry(at: base) == .folder
      if isFolder, let text = try text(FilePath.join(base, "__init__"), folder: base) { return .text(text) }
      if let text = try text(base, folder: nil) { return .text(text) }
      if isFolder { namesakes.append(base) }
    }
    if !name.contains("."), let text = bundled(name) { return .text(text) }
    return namesakes.isEmpty ? nil : .folders(namesakes)
  }

  private func text(_ base: String, folder: String?) throws(Fault) -> ModuleText? {
    guard let files else { return nil }
    for ending in ModuleFinder.endings where files.entry(at: base + ending) == .file {
      let path = base + ending
      do throws(SystemFailure) {
        let source = SourceText(
          name: FilePath.shown(path, from: workingFolder), rawBytes: try files.contents(of: path))
        return ModuleText(source: source, file: path, folder: folder, isBundled: false)
      } catch {
        throw Fault.system(Int(error.code), error.text, filename: .string(path))
      }
    }
    return nil
  }

  private func bundled(_ name: String) -> ModuleText? {
    guard let (text, isPackage) = library?.module(name) else { return nil }
    let path = name.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "/") : $0 }
    let base = FilePath.join(ModuleFinder.bundledFolder, String(decoding: path, as: UTF8.self))
    let file = base + (isPackage ? "/__init__.py" : ".py")
    return ModuleText(
      source: SourceText(name: file, text), file: file, folder: isPackage ? base : nil, isBundled: true)
  }

  /// The names that stand beside each other in `folders`, and the bundled ones: candidates for a hint.
  func names(in folders: [String]) -> [String] {
    var names = (library?.names ?? []).filter { !$0.contains(".") }
    for folder in folders.prefix(16) where !folder.hasPrefix(ModuleFinder.bundledFolder) {
      let found: [String]
      do throws(SystemFailure) { found = try files?.names(in: absolute(folder)) ?? [] } catch { continue }
      for name in found.prefix(1000) {
        for ending in ModuleFinder.endings where name.hasSuffix(ending) { names.append(String(name.dropLast(3))) }
      }
    }
    return names
  }

  private func absolute(_ folder: String) -> String { FilePath.absolute(folder, from: workingFolder) }

  private var workingFolder: String {
    do throws(SystemFailure) { return try files?.workingFolder() ?? "/" } catch { return "/" }
  }
}

extension ModuleObject {
  /// Whether it is a part of the library that comes with the language.
  var isBundled: Bool {
    borrowing get { text(of: .fileName)?.hasPrefix(ModuleFinder.bundledFolder) ?? false }
  }
}
