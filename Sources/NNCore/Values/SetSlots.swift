// A fence file: the slots of sets, many at a time.
import Glibc

extension List where T == SetTable.Slot {
  /// So many free slots.
  static func free(_ size: Int) -> List {
    let slots = unsafe List(uninitialized: size)
    if let base = unsafe slots.baseAddress {
      for index in 0..<size { unsafe (base + index).initialize(to: SetTable.Slot(hash: 0, key: .unbound)) }
    }
    return slots
  }

  /// The same slots with the same keys.
  borrowing func copies() -> List {
    guard count > 0, let base = unsafe baseAddress else { return List() }
    let copies = unsafe List(uninitialized: count)
    guard let target = unsafe copies.baseAddress else { return copies }
    unsafe memcpy(target, base, count &* MemoryLayout<SetTable.Slot>.stride)
    for index in 0..<count {
      let key = unsafe UnsafeRawPointer(base + index) + MemoryLayout<SetTable.Slot>.offsetOfKey
      if !(unsafe ValueBits.isPlain(key)) { unsafe ValueBits.header(key).pointee.count &+= 1 }
    }
    return copies
  }

  borrowing func visitKeys(_ visitor: inout Visitor) {
    guard let base = unsafe baseAddress else { return }
    for index in 0..<count {
      let key = unsafe UnsafeRawPointer(base + index) + MemoryLayout<SetTable.Slot>.offsetOfKey
      if !(unsafe ValueBits.isPlain(key)) { visitor.see(unsafe ObjectPointer(ValueBits.header(key))) }
    }
  }
}

extension MemoryLayout where T == SetTable.Slot {
  fileprivate static var offsetOfKey: Int { MemoryLayout<Int>.stride }
}
