import Glibc

/// Keys with the indices that they came from, or without: `index` is then never looked at.
struct KeyRun<Key: SortKey> {
  var key: UnsafeMutablePointer<Key>
  var index: UnsafeMutablePointer<Int>

  @inline(__always) static func + (run: KeyRun, offset: Int) -> KeyRun {
    KeyRun(key: run.key + offset, index: run.index + offset)
  }
}

/// Sorts keys stably, with their indices where `hasIndex`. All runs have room for eight keys more than they hold.
///
/// Many keys are dealt out to buckets by their value, fewer parted by pivots, and few ranked by comparing each with each.
/// After Ctrl-C it comes back early and has left the keys in some order.
struct KeySorter<Key: SortKey> {
  /// So many keys are ranked by comparing each with each.
  @inline(__always) static var fewKeys: Int { 32 }
  /// From so many keys on they are first dealt out to buckets by value.
  @inline(__always) static var manyKeys: Int { 400 }

  let hasIndex: Bool
  /// Whether the keys stand for floats.
  let isFloat: Bool
  let flag: InterruptFlag

  /// Sorts `count` keys; `spare` is scratch.
  @inline(__always)
  func sort(_ run: KeyRun<Key>, _ count: Int, _ spare: KeyRun<Key>) {
    if count <= KeySorter.fewKeys {
      rank(run, count, spare)
      copy(spare, count, run)
    } else if count < KeySorter.manyKeys || !deal(run, count, spare) {
      quicksort(run, count, spare)
    }
  }

  @inline(__always) func copy(_ from: KeyRun<Key>, _ count: Int, _ to: KeyRun<Key>) {
    memcpy(to.key, from.key, count &* MemoryLayout<Key>.size)
    if hasIndex { memcpy(to.index, from.index, count &* 8) }
  }

  /// Writes the sorted keys to `out`.
  @inline(__always)
  func rank(_ run: KeyRun<Key>, _ count: Int, _ out: KeyRun<Key>) {
    var start = 0
    while start < count {
      Key.forEachPlace(run.key, count, start) { (lane, place) in
        out.key[place] = run.key[start &+ lane]
        if hasIndex { out.index[place] = run.index[start &+ lane] }
      }
      start &+= 8
    }
  }

  /// Brings the keys below the pivot before the others, both in their order. Returns how many are below.
  @inline(__always)
  func partition(_ run: KeyRun<Key>, _ count: Int, _ pivot: Key, _ spare: KeyRun<Key>) -> Int {
    var low = 0
    var high = 0
    _ = flag.forEachBlock(count) { block in
      for i in block {
        let key = run.key[i]
        let isLow = key < pivot ? 1 : 0
        run.key[low] = key
        spare.key[high] = key
        if hasIndex {
          let index = run.index[i]
          run.index[low] = index
          spare.index[high] = index
        }
        low &+= isLow
        high &+= 1 &- isLow
      }
    }
    copy(spare, high, run + low)
    return low
  }

  @inline(never)
  func quicksort(_ run: KeyRun<Key>, _ count: Int, _ spare: KeyRun<Key>) {
    var run = run
    var count = count
    while count > KeySorter.fewKeys {
      if flag.isRaised { return }
      let pivot = KeySorter.pivot(run.key, count)
      let low = partition(run, count, pivot, spare)
      if low == 0 {
        // The pivot is the smallest: all that equal it are done.
        if pivot == Key.max { return }
        let same = partition(run, count, pivot &+ 1, spare)
        run = run + same
        count &-= same
      } else if low &* 2 < count {
        quicksort(run, low, spare)
        run = run + low
        count &-= low
      } else {
        quicksort(run + low, count &- low, spare)
        count = low
      }
    }
    if count > 1 {
      rank(run, count, spare)
      copy(spare, count, run)
    }
  }

  /// A middle one of three or nine keys. The nine come from ninths of the run, each from a place that depends on the length in
  /// no simple way: data in regular runs would have its extremes at regular places.
  @inline(__always) static func pivot(_ keys: UnsafePointer<Key>, _ count: Int) -> Key {
    func middle(_ a: Key, _ b: Key, _ c: Key) -> Key { max(min(a, b), min(max(a, b), c)) }
    let step = count / 9
    func key(_ ninth: Int) -> Key {
      let mixed = (UInt64(truncatingIfNeeded: count) ^ UInt64(truncatingIfNeeded: ninth) << 40) &* 0x9E37_79B9_7F4A_7C15
      return keys[ninth &* step &+ Int(truncatingIfNeeded: (mixed >> 32) &* UInt64(truncatingIfNeeded: step) >> 32)]
    }
    func three(_ first: Int) -> Key { middle(key(first), key(first &+ 1), key(first &+ 2)) }
    if count < 200 { return middle(keys[step], keys[4 &* step], keys[7 &* step]) }
    return middle(three(0), three(3), three(6))
  }

  /// Deals the keys out to buckets that divide their range evenly, and sorts each. Returns false and has moved
  /// nothing where they lie too unevenly for that. After Ctrl-C there is nothing more to do: true.
  @inline(never)
  func deal(_ run: KeyRun<Key>, _ count: Int, _ spare: KeyRun<Key>) -> Bool {
    var least = Key.max
    var most = Key.min
    let isRead = flag.forEachBlock(count) { block in
      for i in block {
        least = min(least, run.key[i])
        most = max(most, run.key[i])
      }
    }
    if !isRead || least == most { return true }
    if count > Int(Int32.max) { return false }
    let buckets = min(max(1 << (Int.bitWidth - (count / 12).leadingZeroBitCount), 16), 16384)
    let base = isFloat ? least.floatValue : Double(least)
    let reach = (isFloat ? most.floatValue : Double(most)) - base
    let scale = Double(buckets) / reach
    // Infinities and nan have no place on the scale.
    guard reach.isFinite, scale.isFinite, scale > 0 else { return false }
    @inline(__always) func bucket(_ key: Key) -> Int {
      let place = ((isFloat ? key.floatValue : Double(key)) - base) * scale
      // The number stands in the lower bits of the sum, rounded.
      return Int(truncatingIfNeeded: (place + 0x1p52).bitPattern) & (2 &* buckets &- 1)
    }
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 &* buckets &+ 1) { (memory) in
      guard let ends = memory.baseAddress else { return false }
      memset(ends, 0, (2 &* buckets &+ 1) &* 4)
      let isCounted = flag.forEachBlock(count) { block in for i in block { ends[bucket(run.key[i]) &+ 1] &+= 1 } }
      if !isCounted { return true }
      var largest = 0
      for i in 1...(buckets &+ 1) {
        largest = max(largest, Int(ends[i]))
        ends[i] &+= ends[i &- 1]
      }
      if largest &* 4 > count { return false }
      let isDealt = flag.forEachBlock(count) { block in
        for i in block {
          let key = run.key[i]
          let number = bucket(key)
          let place = Int(ends[number])
          ends[number] &+= 1
          spare.key[place] = key
          if hasIndex { spare.index[place] = run.index[i] }
        }
      }
      if !isDealt { return true }
      var start = 0
      for number in 0...buckets {
        if flag.isRaised { return true }
        let end = Int(ends[number])
        let length = end &- start
        if length > KeySorter.fewKeys {
          quicksort(spare + start, length, run + start)
          copy(spare + start, length, run + start)
        } else if length > 1 {
          rank(spare + start, length, run + start)
        } else if length == 1 {
          copy(spare + start, 1, run + start)
        }
        start = end
      }
      return true
    }
  }
}
