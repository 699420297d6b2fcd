/// The bits of an element of sixteen bytes, which stands at any multiple of eight: a vector type would have to stand at
/// multiples of sixteen, and fields of records stand anywhere.
struct PairBits: BitwiseCopyable {
  var low: UInt64
  var high: UInt64
}
