/// What is sorted by an unsigned key.
protocol RadixItem: BitwiseCopyable {
  var key: UInt64 { get }
}

/// Sorts `count` items of `a` by key, stably; `b` is scratch of the same size. `keySize` is the number of low bytes
/// that differ. Returns the buffer that holds the result.
func sortItems<Item: RadixItem>(
  _ a: UnsafeMutablePointer<Item>, _ b: UnsafeMutablePointer<Item>, _ count: Int, _ keySize: Int, _ flag: InterruptFlag
) throws(SortError) -> UnsafeMutablePointer<Item> {
  if count <= 32 {
    insertionSort(a, count)
    return a
  }
  if count <= 256 && keySize > 1 { return mergeSort(a, b, count) }
  return try radixSort(a, b, count, keySize, flag)
}

private func insertionSort<Item: RadixItem>(_ a: UnsafeMutablePointer<Item>, _ count: Int) {
  var i = 1
  while i < count {
    let item = a[i]
    var j = i
    while j > 0 && a[j &- 1].key > item.key {
      a[j] = a[j &- 1]
      j &-= 1
    }
    a[j] = item
    i &+= 1
  }
}

/// Runs of 16 by insertion, then merged bottom up, back and forth between the buffers.
private func mergeSort<Item: RadixItem>(
  _ a: UnsafeMutablePointer<Item>, _ b: UnsafeMutablePointer<Item>, _ count: Int
) -> UnsafeMutablePointer<Item> {
  var width = 16
  var start = 0
  while start < count {
    insertionSort(a + start, min(width, count &- start))
    start &+= width
  }
  var source = a, target = b
  while width < count {
    start = 0
    while start < count {
      let middle = min(start &+ width, count), end = min(middle &+ width, count)
      merge(source, start, middle, end, target)
      start = end
    }
    swap(&source, &target)
    width &*= 2
  }
  return source
}

@inline(__always) private func merge<Item: RadixItem>(
  _ source: UnsafeMutablePointer<Item>, _ start: Int, _ middle: Int, _ end: Int, _ target: UnsafeMutablePointer<Item>
) {
  var i = start, j = middle, k = start
  while i < middle && j < end {
    let left = source[i], right = source[j]
    let takesRight = right.key < left.key
    target[k] = takesRight ? right : left
    j &+= takesRight ? 1 : 0
    i &+= takesRight ? 0 : 1
    k &+= 1
  }
  while i < middle {
    target[k] = source[i]
    i &+= 1
    k &+= 1
  }
  while j < end {
    target[k] = source[j]
    j &+= 1
    k &+= 1
  }
}

/// How many items are moved between two looks at the interrupt flag.
let itemsPerCheck = 1 << 20

/// Least significant byte first; one pass counts all bytes, and bytes that are the same everywhere are skipped.
private func radixSort<Item: RadixItem>(
  _ a: UnsafeMutablePointer<Item>, _ b: UnsafeMutablePointer<Item>, _ count: Int, _ keySize: Int, _ flag: InterruptFlag
) throws(SortError) -> UnsafeMutablePointer<Item> {
  let counts = UnsafeMutablePointer<Int>.allocate(capacity: 256 &* 8)
  defer { counts.deallocate() }
  counts.initialize(repeating: 0, count: 256 &* 8)
  var i = 0
  while i < count {
    if flag.isRaised { throw .interrupted }
    let end = min(count, i &+ itemsPerCheck)
    while i < end {
      var key = a[i].key
      for byte in 0..<keySize {
        counts[byte &* 256 &+ Int(key & 255)] &+= 1
        key = key &>> 8
      }
      i &+= 1
    }
  }
  var source = a, target = b
  for byte in 0..<keySize {
    let offsets = counts + byte &* 256
    let shift = UInt64(byte &* 8)
    if offsets[Int((source[0].key &>> shift) & 255)] == count { continue }
    var sum = 0
    for digit in 0..<256 {
      let number = offsets[digit]
      offsets[digit] = sum
      sum &+= number
    }
    i = 0
    while i < count {
      if flag.isRaised { throw .interrupted }
      let end = min(count, i &+ itemsPerCheck)
      while i < end {
        let item = source[i]
        let digit = Int((item.key &>> shift) & 255)
        target[offsets[digit]] = item
        offsets[digit] &+= 1
        i &+= 1
      }
    }
    swap(&source, &target)
  }
  return source
}

extension UInt64: RadixItem {}
