/// Mistakes that a rule of the gradients could make, one of which may be switched on in a debug build: the test of random
/// programs has to find each. Release builds know none, and ask nothing.
enum Mutant: String, CaseIterable {
  /// A write changes what a derivative will read.
  case savedWithoutCopy
  /// Of several readers of the memory that is written, only the newest gets a copy.
  case oneReaderForced
  /// A view stands for the state of its memory when it was first read.
  case staleView
  /// Memory that was written to in part depends on the value alone.
  case partForgetsTheRest
  /// What was overwritten keeps its cotangent.
  case keepsOverwritten
  /// Where an index comes twice, both values get the cotangent.
  case repeatedAssignment
  /// Where an index comes twice, only one reading is counted.
  case repeatedReading
  /// A view that shows an element several times passes on one cotangent.
  case repeatedView
  /// The cotangent of a turned view goes back as it is.
  case turnedViewAsIs
  /// A cotangent that others hold is added to in place.
  case addsIntoAlias
  /// The sum over repeated axes is the mean.
  case meanForSum
  /// A product's other factor is not transposed.
  case notTransposed
  /// The two sides of a choice are exchanged.
  case exchangedSides
  /// Equal elements both get the whole cotangent of the larger one.
  case wholeToBoth
  /// A square's 2 is missing.
  case noFactorTwo
  /// A difference's second operand gets the cotangent with its sign.
  case signOfDifference
  /// A quotient's divisor is not squared.
  case divisorOnce
  /// A function of its result is computed of its argument.
  case argumentForResult

  #if DEBUG
    nonisolated(unsafe) static var active: Mutant?
    static func isOn(_ mutant: Mutant) -> Bool { active == mutant }
    static var isAnyOn: Bool { active != nil }
  #else
    @inline(__always) static func isOn(_ mutant: Mutant) -> Bool { false }
    @inline(__always) static var isAnyOn: Bool { false }
  #endif

  /// The broken derivative of an elementwise function.
  static func derivative(of name: String) -> UfuncDerivative? {
    guard isAnyOn else { return nil }
    switch name {
    case "maximum" where isOn(.wholeToBoth):
      return UfuncDerivative(
        [.x, .out], { (s) throws(Fault) in try s.g * s.x(.equal, s.out) }, second: [.y, .out]
      ) { (s) throws(Fault) in try s.g * s.y(.equal, s.out) }
    case "power" where isOn(.noFactorTwo):
      return UfuncDerivative([.x, .y], { (s) throws(Fault) in try s.g * s.x }, second: .x) { (s) throws(Fault) in
        try s.g * s.x
      }
    case "subtract" where isOn(.signOfDifference):
      return UfuncDerivative([], { $0.g }, { $0.g })
    case "divide" where isOn(.divisorOnce):
      return UfuncDerivative(.y, { (s) throws(Fault) in try s.g / s.y }, second: .out) { (s) throws(Fault) in
        try -(s.g * s.out)
      }
    case "tanh" where isOn(.argumentForResult):
      return UfuncDerivative(.x) { (s) throws(Fault) in try s.g * (1 - s.x * s.x) }
    default: return nil
    }
  }
}
