import NNKernels

/// Operations on large arrays of one shape and type, each of which takes what the one before it gave: block by block, so
/// that nothing between them goes through memory. Every element is what the operations give one after the other.
final class FusedChain {
  /// Elements below which arrays stay in the cache anyway.
  static let least = 1 << 15
  /// Elements of a block.
  private static let block = 1024
  private static let longest = 8

  /// One operation. An operand without a place is what the operation before gave.
  private struct Step {
    let loop: BinaryLoop
    let left: Place?
    let right: Place?
  }

  /// Where the first element of an operand is, and the distance to the next: 0 for a number.
  private struct Place {
    let data: DataPointer
    let stride: Int
  }

  private let shape: Dimensions
  private let count: Int
  /// The type that all operations compute in, and that of the last one's results.
  private let type: ElementType
  private var result: ElementType
  private var steps: [Step] = []
  private let scalars: NDArray
  private var scalarCount = 0

  /// Whether an array can be an operand. What has yet to be made is not taken: it has ways of its own.
  static func takes(_ array: borrowing NDArray) -> Bool {
    array.count >= least && array.isContiguous && (array.type == .float64 || array.type == .complex128)
      && array.storage.value.pending == nil
  }

  /// A chain over arrays like this one.
  init(_ array: borrowing NDArray) throws(Fault) {
    shape = array.shape
    count = array.count
    type = array.type
    result = array.type
    scalars = try Creation.empty(Dimensions(2 &* FusedChain.longest), array.type)
  }

  /// Whether more operations fit.
  var isOpen: Bool { result == type && steps.count < FusedChain.longest }
  var length: Int { steps.count }

  /// Adds an operation; nil stands for what the one before gave. False, with nothing added, for operands that are not of
  /// this chain. The caller keeps arrays until the chain has run.
  func add(_ ufunc: Ufunc, _ left: consuming ArrayOperand?, _ right: consuming ArrayOperand?) throws(Fault) -> Bool {
    guard isOpen else { return false }
    var (first, second): (Place?, Place?) = (nil, nil)
    if let left {
      guard let place = place(left, ufunc) else { return false }
      first = place
    }
    if let right {
      guard let place = place(right, ufunc) else { return false }
      second = place
    }
    steps.append(Step(loop: try ufunc.binaryKernel(type), left: first, right: second))
    result = ufunc.resultType(type)
    return true
  }

  private func place(_ operand: borrowing ArrayOperand, _ ufunc: Ufunc) -> Place? {
    switch operand {
    case .array(let array):
      guard FusedChain.takes(array.value), array.value.type == type, array.value.shape == shape else { return nil }
      return Place(data: array.value.data, stride: type.size)
    default:
      guard (try? ufunc.computingType(.strong(type), operand.promotion)) == type,
        let scalar = try? operand.scalar(as: type)
      else { return nil }
      let data = scalars.mutableData.advanced(by: scalarCount &* type.size)
      scalarCount &+= 1
      data.store(scalar)
      return Place(data: data, stride: 0)
    }
  }

  /// The results; nil where anything happened that NumPy warns about: the operations have to be made one after the other
  /// then. Throws KeyboardInterrupt and MemoryError.
  func run() throws(Fault) -> NDArray? {
    let out = try Creation.empty(shape, result)
    let scratch = try Creation.empty(Dimensions(FusedChain.block), type)
    let between = Place(data: scratch.mutableData, stride: type.size)
    FloatingPointWarnings.prepare()
    var start = 0
    while start < count {
      if start & 0xFFFF == 0 { try Interrupts.check() }
      let length = min(FusedChain.block, count &- start)
      for (number, step) in steps.enumerated() {
        let x = at(start, step.left, between)
        let y = at(start, step.right, between)
        if number == steps.count &- 1 {
          let target = out.mutableData.advanced(by: start &* result.size)
          FlatLoops.run(step.loop, length, out: target, result.size, x: x.data, x.stride, y: y.data, y.stride)
        } else {
          FlatLoops.run(
            step.loop, length, out: between.data, type.size, x: x.data, x.stride, y: y.data, y.stride)
        }
      }
      start &+= length
    }
    if !FloatFlags.current().isEmpty { return nil }
    return .some(out)
  }

  @inline(__always) private func at(_ start: Int, _ place: Place?, _ between: Place) -> Place {
    guard let place else { return between }
    return Place(data: place.data.advanced(by: start &* place.stride), stride: place.stride)
  }
}
