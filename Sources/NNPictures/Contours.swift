/// A grid of heights over places, and where they lie between levels: marching squares with exact borders.
public struct ContourGrid {
  let rows: Int
  let columns: Int
  let x: [Double]
  let y: [Double]
  let z: [Double]

  /// `x`, `y` and `z` have an entry each for every place, row by row; heights that are no numbers are left out, with the
  /// corner of their cells.
  public init?(x: [Double], y: [Double], z: [Double], rows: Int, columns: Int) {
    guard rows > 1, columns > 1, z.count == rows * columns, x.count == z.count, y.count == z.count,
      z.count < 1 << 28
    else { return nil }
    (self.rows, self.columns) = (rows, columns)
    (self.x, self.y, self.z) = (x, y, z)
  }

  /// Where a polygon of a border is: a place of the grid, or where a level crosses a side.
  private struct Corner {
    let key: Int
    let point: Point2
  }

  /// The places of a cell around it, all four or three of them; empty where too few have heights.
  private func cell(_ row: Int, _ column: Int) -> [Int] {
    let start = row * columns + column
    let corners = [start, start + 1, start + columns + 1, start + columns]
    return corners.filter { z[$0].isFinite }
  }

  /// The number of the side between two places: level ones first, then upright ones, then the diagonals.
  private func side(_ a: Int, _ b: Int) -> Int {
    let (low, high) = (min(a, b), max(a, b))
    switch high - low {
    case 1 where columns > 1: return low
    case columns: return z.count + low
    case columns + 1: return 2 * z.count + low
    default: return 3 * z.count + low
    }
  }

  private func crossing(_ a: Int, _ b: Int, _ level: Double) -> Point2 {
    let (low, high) = (min(a, b), max(a, b))
    let t = (level - z[low]) / (z[high] - z[low])
    return Point2(x[low] + t * (x[high] - x[low]), y[low] + t * (y[high] - y[low]))
  }

  /// Whether the cell on the other side of this one's side is there too and has that side.
  private func hasNeighbour(_ a: Int, _ b: Int, of row: Int, _ column: Int) -> Bool {
    let other: (row: Int, column: Int)
    switch abs(a - b) {
    case 1:
      let line = min(a, b) / columns
      other = (line == row ? row - 1 : row + 1, column)
    case columns:
      let line = min(a, b) % columns
      other = (row, line == column ? column - 1 : column + 1)
    default: return false
    }
    guard other.row >= 0, other.row < rows - 1, other.column >= 0, other.column < columns - 1 else { return false }
    return cell(other.row, other.column).count >= 3
  }

  /// How the crossings of a level around a cell belong together: for the side of each crossing the side of its partner.
  private func partners(_ corners: [Int], _ level: Double) -> [Int] {
    let count = corners.count
    let above = corners.map { z[$0] > level }
    let crossed = (0..<count).filter { above[$0] != above[($0 + 1) % count] }
    var result = [Int](repeating: -1, count: count)
    if crossed.count == 2 {
      result[crossed[0]] = crossed[1]
      result[crossed[1]] = crossed[0]
    } else if crossed.count == 4 {
      let middle = corners.reduce(0) { $0 + z[$1] } / 4 > level
      // The corners that stand alone are those that differ from the middle.
      for corner in 0..<4 where above[corner] != middle {
        result[corner] = (corner + 3) % 4
        result[(corner + 3) % 4] = corner
      }
    }
    return result
  }

  /// The borders of the area where `low` < height ≤ `high`, closed, the area on their left.
  public func area(from low: Double, to high: Double, isInterrupted: () -> Bool) -> [[Point2]] {
    var chains = Chains()
    for row in 0..<rows - 1 {
      if row & 15 == 0, isInterrupted() { return [] }
      for column in 0..<columns - 1 {
        let corners = cell(row, column)
        if corners.count < 3 { continue }
        let states = corners.map { z[$0] > high ? 2 : z[$0] > low ? 1 : 0 }
        if states.allSatisfy({ $0 == states[0] }), states[0] != 1 { continue }
        add(corners, states, low, high, row, column, &chains)
      }
    }
    return chains.finish(closed: true)
  }

  private func corner(_ a: Int, _ b: Int, _ level: Double, isHigh: Bool) -> Corner {
    Corner(key: z.count + 2 * side(a, b) + (isHigh ? 1 : 0), point: crossing(a, b, level))
  }

  private func add(
    _ corners: [Int], _ states: [Int], _ low: Double, _ high: Double, _ row: Int, _ column: Int,
    _ chains: inout Chains
  ) {
    let count = corners.count
    func place(_ index: Int) -> Corner {
      Corner(key: corners[index], point: Point2(x[corners[index]], y[corners[index]]))
    }
    func cut(_ index: Int, isHigh: Bool) -> Corner {
      corner(corners[index], corners[(index + 1) % count], isHigh ? high : low, isHigh: isHigh)
    }
    let lowPartners = partners(corners, low)
    let highPartners = partners(corners, high)
    for index in 0..<count {
      let (from, to) = (states[index], states[(index + 1) % count])
      // Pieces of the cell's own border that nothing shares.
      if from == 1 || to == 1 || from != to {
        if !hasNeighbour(corners[index], corners[(index + 1) % count], of: row, column) {
          let start =
            from == 1
            ? place(index)
            : from == 0 && to > 0
              ? cut(index, isHigh: false)
              : from == 2 && to < 2 ? cut(index, isHigh: true) : nil
          let end =
            to == 1
            ? place((index + 1) % count)
            : to == 0 && from > 0
              ? cut(index, isHigh: false)
              : to == 2 && from < 2 ? cut(index, isHigh: true) : nil
          if let start, let end { chains.add(start.key, start.point, end.key, end.point) }
        }
      }
      // Where the border leaves the area it follows the level to where it enters it again.
      if from > 0 && to == 0 {
        let partner = lowPartners[index]
        if partner >= 0 { link(cut(index, isHigh: false), cut(partner, isHigh: false), &chains) }
      }
      if from < 2 && to == 2 {
        let partner = highPartners[index]
        if partner >= 0 { link(cut(index, isHigh: true), cut(partner, isHigh: true), &chains) }
      }
    }
  }

  private func link(_ a: Corner, _ b: Corner, _ chains: inout Chains) { chains.add(a.key, a.point, b.key, b.point) }

  /// The lines along which the height is `level`, the greater heights on their left.
  public func lines(at level: Double, isInterrupted: () -> Bool) -> [[Point2]] {
    var chains = Chains()
    for row in 0..<rows - 1 {
      if row & 15 == 0, isInterrupted() { return [] }
      for column in 0..<columns - 1 {
        let corners = cell(row, column)
        if corners.count < 3 { continue }
        let count = corners.count
        let partners = partners(corners, level)
        for index in 0..<count where partners[index] >= 0 {
          let (a, b) = (corners[index], corners[(index + 1) % count])
          if !(z[a] > level && !(z[b] > level)) { continue }
          let other = partners[index]
          let (c, d) = (corners[other], corners[(other + 1) % count])
          link(corner(a, b, level, isHigh: false), corner(c, d, level, isHigh: false), &chains)
        }
      }
    }
    return chains.finish(closed: false)
  }
}

/// Pieces of lines that are put together where one ends at the key at which another begins.
struct Chains {
  private var points: [Point2] = []
  private var ends: [Int] = []
  private var starts: [Int: Int] = [:]
  private var more: [Int: [Int]] = [:]
  private var endPoints: [Point2] = []
  private var endKeys: Set<Int> = []
  private var keys: [Int] = []

  mutating func add(_ from: Int, _ start: Point2, _ to: Int, _ end: Point2) {
    if from == to { return }
    let index = points.count
    points.append(start)
    ends.append(to)
    endPoints.append(end)
    keys.append(from)
    if starts[from] == nil { starts[from] = index } else { more[from, default: []].append(index) }
  }

  private mutating func take(_ key: Int) -> Int? {
    guard let index = starts[key] else { return nil }
    starts[key] = more[key]?.popLast()
    return index
  }

  /// The lines: closed ones end where they began, when they are not closed anyway.
  mutating func finish(closed: Bool) -> [[Point2]] {
    var used = [Bool](repeating: false, count: points.count)
    var result: [[Point2]] = []
    func isStart(_ index: Int, _ reached: Set<Int>) -> Bool { !reached.contains(keys[index]) }
    let reached = closed ? [] : Set(ends)
    // Open lines first, from their beginnings.
    let order = closed ? Array(points.indices) : points.indices.filter { isStart($0, reached) } + Array(points.indices)
    for first in order where !used[first] {
      var line = [points[first]]
      var index = first
      used[first] = true
      remove(first)
      let home = keys[first]
      while true {
        let key = ends[index]
        if key == home {
          if !closed { line.append(endPoints[index]) }
          break
        }
        guard let next = take(key) else {
          line.append(endPoints[index])
          break
        }
        used[next] = true
        line.append(points[next])
        index = next
      }
      result.append(line)
    }
    return result
  }

  private mutating func remove(_ index: Int) {
    let key = keys[index]
    if starts[key] == index {
      starts[key] = more[key]?.popLast()
    } else {
      more[key]?.removeAll { $0 == index }
    }
  }
}
