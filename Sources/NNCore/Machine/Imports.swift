import NNSyntax

// Importing: modules declared in Swift, then files, then modules that come with the interpreter as texts.

extension Machine {
  var finder: ModuleFinder { ModuleFinder(files: files, library: library) }

  /// The folders that `sys.path` names.
  var searchPath: [String] {
    guard let path = module("sys")?.value.value(of: Symbol("path")), let list = path.asList else { return [] }
    return Machine.texts(list.value.items)
  }

  private static func texts(_ items: borrowing ValueList) -> [String] {
    var texts: [String] = []
    for index in 0..<items.count { if let text = items[index].asString { texts.append(text.value.text.string) } }
    return texts
  }

  /// The module of a dotted name as `sys.modules` has it; nil when it has not been imported.
  func importedModule(_ name: String) throws(Fault) -> Value? {
    guard let entry = try find(importedModules.unowned, .string(name)) else { return nil }
    let value = importedModules.value.table.entries[entry].value.copy()
    if value.isNone {
      throw Fault(.moduleNotFoundError, "import of \(name) halted; None in sys.modules")
    }
    return value
  }

  func setImported(_ name: String, _ module: consuming Value) throws(Fault) {
    try set(importedModules.unowned, .string(name), module)
  }

  /// Takes over what another `sys.modules` holds of the modules that come with the interpreter.
  func importLibrary(of other: borrowing Ref<DictionaryObject>) {
    for entry in 0..<other.value.table.entries.count {
      guard let name = other.value.table.entries[entry].key.asString?.value.text.string,
        let module = other.value.table.entries[entry].value.asModule,
        module.value.text(of: .fileName)?.hasPrefix(ModuleFinder.bundledFolder) == true
      else { continue }
      // A string has a hash, so nothing can fail.
      try? setImported(name, .module(module.owned()))
    }
  }

  /// The module of a dotted name, imported with all its parents where that has not happened yet.
  func importModule(_ path: String) throws(Fault) -> Value {
    if let module = try importedModule(path) { return module }
    if path.isEmpty { throw Fault(.valueError, "Empty module name") }
    var parent = Value.nothing
    var parentName = ""
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      let name = parentName.isEmpty ? String(part) : parentName + "." + String(part)
      let module = try importPart(name, of: parent, parentName)
      parent = module
      parentName = name
    }
    return parent
  }

  /// One module of a dotted path; its parent is imported already.
  private func importPart(_ name: String, of parent: borrowing Value, _ parentName: String) throws(Fault) -> Value {
    if let module = try importedModule(name) { return module }
    if let native = module(name) {
      try setImported(name, .module(native.copy()))
      return .module(native)
    }
    if parentName.isEmpty { return try load(name, in: searchPath, parent: nil) }
    if let r = parent.asModule, r.value.acceptsAnyAttribute {
      let placeholder = makeModule(name)
      placeholder.value.acceptsAnyAttribute = true
      return .module(placeholder.copy())
    }
    if let r = parent.asModule, r.value.name != parentName, isNativePackage(r.value.name) {
      // Another name of a module: its submodules are that one's.
      let module = try importModule(r.value.name + name.dropFirst(parentName.count))
      try setImported(name, module.copy())
      return module
    }
    let isInLibrary = module(parentName) != nil && library?.module(name) != nil
    guard let folders = try packageFolders(parent) ?? (isInLibrary ? [ModuleFinder.bundledFolder] : nil) else {
      let note = isNativePackage(parentName) ? "" : "; '\(parentName)' is not a package"
      throw Fault.missingModule(name, note)
    }
    let module = try load(name, in: folders, parent: parentName)
    let tail = name.split(separator: ".").last.map(String.init) ?? name
    try setAttribute(parent, Symbol(tail), module)
    return module
  }

  /// Where a package's submodules are looked for; nil where a module is no package.
  private func packageFolders(_ module: borrowing Value) throws(Fault) -> [String]? {
    guard let r = module.asModule, let path = r.value.value(of: .pathName) else { return nil }
    return Machine.texts(try items(path))
  }

  private func isNativePackage(_ name: String) -> Bool { moduleNames.contains { $0.hasPrefix(name + ".") } }

  // MARK: Loading

  private func load(_ name: String, in folders: [String], parent: String?) throws(Fault) -> Value {
    switch try finder.find(name, in: folders) {
    case .text(let text): return try load(name, text)
    case .folders(let folders):
      let module = newModule(name, file: nil, folders: folders)
      try setImported(name, .module(module.copy()))
      return .module(module)
    case nil:
      let near =
        parent == nil
        ? Spelling.nearest(name, moduleNames.filter { !$0.contains(".") } + finder.names(in: folders))
        : Spelling.nearest(name.split(separator: ".").last.map(String.init) ?? "", finder.names(in: folders))
      throw Fault.missingModule(name, hint: near.map { "did you mean '\($0)'?" })
    }
  }

  private func load(_ name: String, _ text: ModuleText) throws(Fault) -> Value {
    let module = newModule(name, file: text.file, folders: text.folder.map { [$0] })
    try setImported(name, .module(module.copy()))
    do throws(Fault) {
      module.value.isInitializing = true
      defer { module.value.isInitializing = false }
      try run(text, in: module)
    } catch {
      _ = try remove(importedModules.unowned, .string(name))
      throw error
    }
    // A body may put something else in its place.
    if let replaced = try importedModule(name) { return replaced }
    return .module(module.copy())
  }

  /// A module with the names that every one has.
  func newModule(_ name: String, file: String?, folders: [String]?) -> Ref<ModuleObject> {
    let module = Ref(ModuleObject(name))
    module.value.set(.nameName, .string(name))
    module.value.set(.documentationName, .nothing)
    module.value.set(.packageName, .string(folders == nil ? Machine.parent(of: name) : name))
    module.value.set(.loaderName, .nothing)
    module.value.set(.specName, .nothing)
    module.value.set(.builtinsName, .module(builtins.copy()))
    if let file { module.value.set(.fileName, .string(file)) }
    if let folders { module.value.set(.pathName, .texts(folders)) }
    return module.copy()
  }

  /// Runs a module's text in it.
  func run(_ text: ModuleText, in module: borrowing Ref<ModuleObject>) throws(Fault) {
    module.value.hasBareNames = text.hasBareNames
    guard nesting < Context.deepestNesting else { throw Machine.tooDeep }
    nesting += 1
    defer { nesting -= 1 }
    try run(text.source, in: module, mode: .program, options: ParserOptions(magics: text.hasBareNames))
  }

  /// Runs an imported module's text in it once more.
  func reload(_ module: Unowned<ModuleObject>) throws(Fault) -> Value {
    let name = module.value.text(of: .nameName) ?? module.value.name
    guard let known = try importedModule(name), known.asModule == module else {
      throw Fault(.importError, "module \(name) not in sys.modules")
    }
    var folders = searchPath
    if let dot = name.lastIndex(of: ".") {
      let parent = try importModule(String(name[..<dot]))
      folders = try packageFolders(parent) ?? []
    }
    if case .text(let text) = try finder.find(name, in: folders) { try run(text, in: module.owned()) }
    if let replaced = try importedModule(name) { return replaced }
    return .module(module.owned())
  }

  /// Runs a module as the main one; for a package its `__main__`. False: there is none of that name.
  func runAsMain(_ name: String, arguments: [String]) throws(Fault) -> Bool {
    var name = name
    var folders = searchPath
    let parent = Machine.parent(of: name)
    if !parent.isEmpty {
      let package = try importModule(parent)
      folders = try packageFolders(package) ?? []
    }
    switch try finder.find(name, in: folders) {
    case .text(let text) where text.folder == nil: return try runAsMain(text, package: parent, arguments)
    case nil: return false
    default: break
    }
    let package = try importModule(name)
    guard let inside = try packageFolders(package) else { return false }
    name += ".__main__"
    guard case .text(let text) = try finder.find(name, in: inside) else { return false }
    return try runAsMain(text, package: Machine.parent(of: name), arguments)
  }

  private func runAsMain(_ text: ModuleText, package: String, _ arguments: [String]) throws(Fault) -> Bool {
    main.value.set(.fileName, .string(text.file))
    main.value.set(.packageName, .string(package))
    makeModule("sys").value.set(Symbol("argv"), .texts([text.file] + arguments))
    try run(text, in: main)
    return true
  }

  // MARK: Names of modules

  /// The module that an import statement names; leading dots count from the package of the module it stands in.
  func importModule(_ path: String, from module: Unowned<ModuleObject>) throws(Fault) -> Value {
    guard path.hasPrefix(".") else {
      do throws(Fault) {
        return try importModule(path)
      } catch {
        let isMissing = error.kind == .moduleNotFoundError && error.message == "No module named '\(path)'"
        guard isMissing, let newer = Python2Names.modules[path] else { throw error }
        if module.value.divisionFlags != 0 && !newer.hasPrefix("(") { return try importModule(newer) }
        throw Fault(error.kind, error.message, hint: "Python 3 has " + newer.filter { $0 != "(" && $0 != ")" })
      }
    }
    let tail = path.drop { $0 == "." }
    let level = path.utf8.count - tail.utf8.count
    let package = module.value.text(of: .packageName)
    let own = module.value.text(of: .nameName) ?? ""
    let isPackage = module.value.value(of: .pathName) != nil
    return try importModule(
      try Machine.absoluteName(
        String(tail), level: level, package: package ?? (isPackage ? own : Machine.parent(of: own))))
  }

  private static func parent(of name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? ""
  }

  /// The dotted name that `level` dots and `tail` mean in a package.
  static func absoluteName(_ tail: String, level: Int, package: String) throws(Fault) -> String {
    if package.isEmpty {
      throw Fault(.importError, "attempted relative import with no known parent package")
    }
    let parts = package.split(separator: ".")
    if level > parts.count { throw Fault(.importError, "attempted relative import beyond top-level package") }
    let base = parts.dropLast(level - 1).joined(separator: ".")
    return tail.isEmpty ? base : base + "." + tail
  }

  // MARK: from … import

  /// `from module import name`: an attribute, or a submodule of a package.
  func importMember(_ module: borrowing Value, _ name: Symbol) throws(Fault) -> Value {
    if let value = try memberOrSubmodule(module, name) { return value }
    guard let r = module.asModule else {
      throw Fault(.importError, "cannot import name '\(name.name)' from '<unknown module name>' (unknown location)")
    }
    let known = r.value.names.filter { r.value.value(of: $0) != nil }.map(\.name)
    let near = Spelling.nearest(name.name, known)
    let partially = r.value.isInitializing ? "partially initialized module " : ""
    let cause = r.value.isInitializing ? " (most likely due to a circular import)" : ""
    let own = r.value.text(of: .nameName) ?? r.value.name
    let fault = Fault(
      .importError,
      "cannot import name '\(name.name)' from \(partially)'\(own)'\(cause) "
        + "(\(r.value.text(of: .fileName) ?? "unknown location"))",
      hint: near.map { "did you mean '\($0)'?" })
    fault.missingName = own
    throw fault
  }

  private func memberOrSubmodule(_ module: borrowing Value, _ name: Symbol) throws(Fault) -> Value? {
    do throws(Fault) {
      return try attribute(module, name)
    } catch {
      guard error.isKind(.attributeError) else { throw error }
    }
    guard let r = module.asModule else { return nil }
    let path = (r.value.text(of: .nameName) ?? r.value.name) + "." + name.name
    if let loaded = try importedModule(path) { return loaded }
    if r.value.value(of: .pathName) == nil && self.module(path) == nil { return nil }
    do throws(Fault) {
      return try importModule(path)
    } catch {
      guard error.kind == .moduleNotFoundError, error.missingName == path else { throw error }
      return nil
    }
  }

  /// `from module import *`: the names that `__all__` lists, or all without an underscore at their start.
  func importAll(_ module: borrowing Value, into target: Unowned<ModuleObject>) throws(Fault) {
    guard let r = module.asModule else { return }
    guard let all = r.value.value(of: .allName) else {
      if !libraryNames(of: r.value.name).isEmpty { target.value.starredModules.append(r.value.name) }
      for name in r.value.names where !name.name.hasPrefix("_") {
        if let value = r.value.value(of: name) { target.value.set(name, value) }
      }
      return
    }
    let listed = try items(all)
    let own = r.value.text(of: .nameName) ?? r.value.name
    for index in 0..<listed.count {
      guard let text = listed[index].asString else {
        throw Fault(.typeError, "Item in \(own).__all__ must be str, not \(listed[index].typeName)")
      }
      let name = Symbol(text.value.text.string)
      guard let value = try memberOrSubmodule(module, name) else {
        throw Fault(.attributeError, "module '\(own)' has no attribute '\(name.name)'")
      }
      target.value.set(name, value)
    }
  }
}
