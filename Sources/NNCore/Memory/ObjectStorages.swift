/// The memory of the arrays whose elements are values of the language, by address: what the pool of such values looks
/// through to find those that nobody has any more.
enum ObjectStorages {
  private static var byteCounts: [UInt: Int] = [:]

  static func add(_ address: UInt, byteCount: Int) { byteCounts[address] = byteCount }
  static func remove(_ address: UInt) { byteCounts[address] = nil }

  /// The addresses and sizes of all of them.
  static var all: [(address: UInt, byteCount: Int)] { byteCounts.map { ($0.key, $0.value) } }
}
