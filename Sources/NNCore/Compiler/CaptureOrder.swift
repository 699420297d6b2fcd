/// When the variables of a block are bound and when functions made in it capture them, in the order of its text.
struct CaptureOrder {
  private struct Events {
    var lastBinding = 0
    /// Later than any binding where there is none.
    var firstCapture = Int.max
    var bindingLoops: Set<Int> = []
    var captureLoops: Set<Int> = []
  }

  private var events: [String: Events] = [:]
  /// The bindings before the first capture, which most blocks do without.
  private var bindings: [(name: String, position: Int, loops: [Int])] = []
  private var hasCaptures = false
  private var position = 0
  /// The loops around, by the position at which they begin.
  private var loops: [Int] = []

  mutating func beginLoop() {
    position += 1
    loops.append(position)
  }

  mutating func endLoop() { loops.removeLast() }

  mutating func bind(_ name: String) {
    position += 1
    if hasCaptures { note(name, position, loops) } else { bindings.append((name, position, loops)) }
  }

  private mutating func note(_ name: String, _ position: Int, _ loops: [Int]) {
    events[name, default: Events()].lastBinding = position
    if !loops.isEmpty { events[name, default: Events()].bindingLoops.formUnion(loops) }
  }

  mutating func capture(_ names: Set<String>) {
    position += 1
    if names.isEmpty { return }
    if !hasCaptures {
      hasCaptures = true
      for binding in bindings { note(binding.name, binding.position, binding.loops) }
      bindings = []
    }
    for name in names {
      if position < events[name, default: Events()].firstCapture {
        events[name, default: Events()].firstCapture = position
      }
      if !loops.isEmpty { events[name, default: Events()].captureLoops.formUnion(loops) }
    }
  }

  /// Whether all bindings of a name come before all functions that capture it, whatever runs again.
  func isBoundBeforeCapture(_ name: String) -> Bool {
    guard let events = events[name] else { return false }
    return events.lastBinding < events.firstCapture && events.bindingLoops.isDisjoint(with: events.captureLoops)
  }
}
