/// The names that modules have by themselves.
extension Symbol {
  static let fileName = Symbol("__file__")
  static let pathName = Symbol("__path__")
  static let packageName = Symbol("__package__")
  static let allName = Symbol("__all__")
  static let builtinsName = Symbol("__builtins__")
  static let loaderName = Symbol("__loader__")
  static let specName = Symbol("__spec__")
  static let moduleGetAttribute = Symbol("__getattr__")
}
