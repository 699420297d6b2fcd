import NNKernels
public enum ElementType: UInt8, CaseIterable { case bool, uint8, uint64, int64, float32, float64 }
struct NumPyScalar: Equatable { var type: ElementType; var bits: UInt64 }
struct DType: Equatable { var type: ElementType }
struct NDArray: Object, ~Copyable { static var kind: Kind { .array } }
