/// `complex`: two float64 parts.
struct ComplexObject: Object, ~Copyable {
  static var kind: Kind { .complex }
  let real: Double
  let imaginary: Double
  init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }
}
