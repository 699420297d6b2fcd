/// The memory of the arrays whose elements are values of the language, by address: what the pool of such values looks
/// through to find those that nobody has any more.
enum ObjectStorages {
  private static var byteCounts: [UInt: (count: Int, step: Int)] = [:]

  /// Numbers may stand at every `step`th byte.
  static func add(_ address: UInt, byteCount: Int, step: Int) { byteCounts[address] = (byteCount, step) }
  static func remove(_ address: UInt) { byteCounts[address] = nil }

  /// The addresses, sizes and steps of all of them.
  static var all: [(address: UInt, byteCount: Int, step: Int)] {
    byteCounts.map { ($0.key, $0.value.count, $0.value.step) }
  }
}
