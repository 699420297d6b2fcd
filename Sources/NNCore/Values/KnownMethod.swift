/// What instructions know of one of a class's special methods, for the class's version at that time.
struct KnownMethod {
  /// How many names have one: those with the first numbers, the operators and what the language calls most.
  static let count = 88

  var version = -1
  /// Whether the program defines it, in the class or in one it derives from.
  var exists = false
  /// The function that it is; nil where it is something else.
  var function: Unowned<Function>?
}
