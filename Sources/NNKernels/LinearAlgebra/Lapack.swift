/// LAPACK's routines for one kind of numbers, on matrices in Fortran's order without gaps. All results are LAPACK's
/// `info` (0: done) or one of the codes below.
public struct Lapack: Sendable {
  /// The first letter of the routines' names: `d` for double, `z` for complex of doubles.
  let prefix: String
  /// The bytes of a number, and of its real part.
  public let size: Int
  public let realSize: Int
  public var isComplex: Bool { size != realSize }

  /// No memory for the work arrays.
  public static let noMemory = -1010
  /// The library or the routine is missing.
  public static let noLibrary = -1011
  /// A matrix beyond the 32 bits that LAPACK counts with.
  public static let tooLarge = -1012
  /// Ctrl-C came; the matrices are still in use.
  public static let interrupted = -1013

  /// Nil for types that LAPACK has no numbers of.
  public init?(_ type: ElementType) {
    switch type {
    case .float32: self.init("s", 4, 4)
    case .float64: self.init("d", 8, 8)
    case .complex64: self.init("c", 8, 4)
    case .complex128: self.init("z", 16, 8)
    default: return nil
    }
  }

  private init(_ prefix: String, _ size: Int, _ realSize: Int) {
    self.prefix = prefix
    self.size = size
    self.realSize = realSize
  }

  func routine(_ name: String, orComplex other: String? = nil) -> UnsafeMutableRawPointer? {
    OpenBLAS.routine(prefix + (isComplex ? other ?? name : name) + "_")
  }

  /// Whether LAPACK can count these lengths and their products with `factor`.
  static func fits(_ lengths: Int..., factor: Int = 1) -> Bool {
    for length in lengths where length < 0 || length > Int(Int32.max) / 8 { return false }
    return factor <= Int(Int32.max)
  }

  /// The size of the work array that a routine asked for in the first place of it.
  func wanted(_ work: UnsafeMutableRawPointer) -> Int {
    let number = realSize == 4 ? Double(work.load(as: Float.self)) : work.load(as: Double.self)
    return number < 1e15 && number > 1 ? Int(number.rounded(.up)) : 1
  }
}
