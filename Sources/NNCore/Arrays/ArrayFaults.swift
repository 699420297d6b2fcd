/// The errors that several functions of arrays share.
enum ArrayFaults {
  /// ValueError: an axis would be longer than 64 bits count.
  static var dimensionTooLarge: Fault { Fault(.valueError, "Maximum allowed dimension exceeded") }

  /// ValueError: an array of more axes than a function takes.
  static var tooDeep: Fault { Fault(.valueError, "object too deep for desired array") }
}
