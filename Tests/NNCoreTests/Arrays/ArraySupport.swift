import NNKernels
import Testing

@testable import NNCore

/// The message of what an expression throws, with the exception's class; nil where it throws nothing.
func message(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch let fault as Fault {
    return "\(fault.kind): \(fault.message)"
  } catch {
    return "\(error)"
  }
}

/// 0, 1, 2, … in an int64 array of the given shape.
func counting(_ shape: Dimensions) throws -> NDArray {
  try Creation.array(Array(0..<shape.product), shape: shape)
}

/// A list of indices from their parts.
func indices(_ parts: Int...) -> List<Index> {
  var result = List<Index>()
  for part in parts { result.append(.integer(part)) }
  return result
}

/// All tests of arrays: one after the other, since the heap belongs to one thread.
@Suite(.serialized) struct ArrayTests {}
