import NNKernels

/// What a `_numpy_random.Source` has inside: a stream of random numbers, the session's or one of its own.
final class RandomSourcePayload: NativePayload {
  let source: RandomSource
  init(_ source: RandomSource) { self.source = source }
}
