import Testing
@testable import NNKernels
