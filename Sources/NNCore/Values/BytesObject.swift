/// `bytes`, or `bytearray` where it may change.
struct BytesObject: Object, ~Copyable {
  static var kind: Kind { .bytes }
  var bytes: [UInt8]
  let isMutable: Bool
  init(_ bytes: [UInt8], isMutable: Bool = false) {
    self.bytes = bytes
    self.isMutable = isMutable
  }
}
