import CComplex
import Glibc

/// Functions of complex numbers, by way of the C library; float32 parts are computed in float32.
enum ComplexLibrary {
  /// Runs `body` on the two parts of a number.
  @inline(__always) private static func withParts<P: BitwiseCopyable>(
    _ real: P, _ imaginary: P, _ body: (UnsafeMutablePointer<P>) -> Void
  ) -> (P, P) {
    withUnsafeTemporaryAllocation(of: P.self, capacity: 2) { parts in
      guard let z = parts.baseAddress else { return (real, imaginary) }
      z.initialize(to: real)
      (z + 1).initialize(to: imaginary)
      body(z)
      return (z[0], z[1])
    }
  }

  static func power<P: ComplexPart>(_ a: ComplexElement<P>, _ b: ComplexElement<P>) -> ComplexElement<P> {
    if P.type == .float32 {
      let z = withParts(a.real.asFloat, a.imaginary.asFloat) {
        nn_complex_power_float($0, b.real.asFloat, b.imaginary.asFloat)
      }
      return ComplexElement(P(z.0), P(z.1))
    }
    let z = withParts(a.real.asDouble, a.imaginary.asDouble) {
      nn_complex_power_double($0, b.real.asDouble, b.imaginary.asDouble)
    }
    return ComplexElement(P(z.0), P(z.1))
  }

  static func call<P: ComplexPart>(_ function: nn_complex_function, _ a: ComplexElement<P>) -> ComplexElement<P> {
    if P.type == .float32 {
      let z = withParts(a.real.asFloat, a.imaginary.asFloat) { nn_complex_float(function, $0) }
      return ComplexElement(P(z.0), P(z.1))
    }
    let z = withParts(a.real.asDouble, a.imaginary.asDouble) { nn_complex_double(function, $0) }
    return ComplexElement(P(z.0), P(z.1))
  }
}
