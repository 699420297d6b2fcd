/// NumPy's modules and functions that are written in the language: a module of scripts/lib is imported when one of its
/// names is first asked for.
enum LanguageFunctions {
  /// The submodules of `numpy` that are texts.
  private static let submodules = ["linalg", "polynomial", "fft", "lib"]

  /// The functions of `numpy` by the module that has them.
  private static let functions: [(module: String, names: String)] = [
    (
      "numpy._polynomials",
      "poly roots polyint polyder polyadd polysub polymul polydiv polyval poly1d polyfit"
    ),
    ("numpy._einsum", "einsum einsum_path"),
    (
      "numpy._files",
      "save load savez savez_compressed savetxt loadtxt genfromtxt fromregex fromfile fromstring"
    ),
  ]

  static func install(in machine: Machine) {
    machine.makeModule("numpy").value.set(.pathName, .texts([ModuleFinder.bundledFolder + "/numpy"]))
    for name in submodules {
      machine.lazyMembers["numpy." + name] = Context.LazyMember { [unowned machine] (_) throws(Fault) in
        try machine.importModule("numpy." + name)
      }
    }
    for (module, names) in functions {
      for name in names.split(separator: " ") {
        machine.lazyMembers["numpy." + name] = Context.LazyMember { [unowned machine] (_) throws(Fault) in
          try machine.attribute(try machine.importModule(module), Symbol(String(name)))
        }
      }
    }
  }
}
