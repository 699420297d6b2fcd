/// Finding the name that was meant.
enum Spelling {
  /// The nearest of the candidates, nil when none is near: at most one edit in three letters.
  static func nearest(_ name: String, _ candidates: [String]) -> String? {
    let wanted = Array(name.unicodeScalars)
    guard wanted.count > 1, wanted.count <= 40 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
      let limit = min(best.map { $0.distance - 1 } ?? Int.max, max(1, wanted.count / 3))
      let distance = distance(wanted, Array(candidate.unicodeScalars), limit: limit)
      if distance <= limit { best = (distance, candidate) }
    }
    return best?.name
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two texts (optimal string
  /// alignment); anything over `limit` where it is larger.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int {
    if abs(a.count - b.count) > limit { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        let cost = a[i] == b[j] ? 0 : 1
        var value = min(last[j] + cost, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { value = min(value, beforeLast[j - 1] + 1) }
        row.append(value)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
