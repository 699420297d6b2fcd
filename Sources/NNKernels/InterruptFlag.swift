import Synchronization

/// A flag that a signal handler raises to stop long kernels. It points at an atomic that outlives every kernel.
public struct InterruptFlag: @unchecked Sendable {
  private let pointer: UnsafePointer<Atomic<UInt32>>

  /// What is never raised.
  nonisolated(unsafe) private static let zero = {
    let made = UnsafeMutablePointer<Atomic<UInt32>>.allocate(capacity: 1)
    made.initialize(to: Atomic(0))
    return UnsafePointer(made)
  }()

  /// A flag read from `pointer` (nonzero: raised); without one, a flag that is never raised.
  public init(_ pointer: UnsafePointer<Atomic<UInt32>>? = nil) { self.pointer = pointer ?? InterruptFlag.zero }

  /// A flag that is never raised.
  public static let never = InterruptFlag(nil)

  /// True once the atomic holds anything but 0.
  @inline(__always) public var isRaised: Bool {
    pointer.pointee.load(ordering: .relaxed) != 0
  }

  @inline(__always) func check() throws(Interrupted) {
    if isRaised { throw Interrupted() }
  }
}

/// Thrown by a long kernel that found its flag raised; its outputs are unspecified but for what it promises.
public struct Interrupted: Error {
  public init() {}
}
