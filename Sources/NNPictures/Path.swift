/// Lines and curves: a code for each point, as matplotlib numbers them.
public struct Path {
  public static let move: UInt8 = 1
  public static let line: UInt8 = 2
  public static let quadratic: UInt8 = 3
  public static let cubic: UInt8 = 4
  public static let close: UInt8 = 79

  public var points: [Point2]
  public var codes: [UInt8]

  public init(points: [Point2] = [], codes: [UInt8] = []) {
    self.points = points
    self.codes = codes
  }

  /// A path from numbers x, y, x, y, …; without codes a line through the points.
  public init(_ numbers: [Double], _ codes: [UInt8]?) {
    let count = numbers.count / 2
    points = (0..<count).map { Point2(numbers[2 * $0], numbers[2 * $0 + 1]) }
    if let codes, codes.count == count {
      self.codes = codes
    } else {
      self.codes = [UInt8](repeating: Path.line, count: count)
      if count > 0 { self.codes[0] = Path.move }
    }
  }

  public var hasCurves: Bool { codes.contains { $0 == Path.quadratic || $0 == Path.cubic } }

  public mutating func move(to point: Point2) { append(point, Path.move) }
  public mutating func line(to point: Point2) { append(point, Path.line) }
  public mutating func closeSubpath() { append(points.last ?? Point2(0, 0), Path.close) }
  mutating func append(_ point: Point2, _ code: UInt8) {
    points.append(point)
    codes.append(code)
  }

  /// The path with every point changed.
  public func map(_ change: (Point2) -> Point2) -> Path { Path(points: points.map(change), codes: codes) }

  /// Without points that are no numbers: the line breaks there and goes on at the next one.
  func withoutGaps() -> Path {
    if points.allSatisfy({ $0.isFinite }) { return self }
    var result = Path()
    var isBroken = true
    var index = 0
    while index < points.count {
      let length = codes[index] == Path.cubic ? 3 : codes[index] == Path.quadratic ? 2 : 1
      let end = min(index + length, points.count)
      let range = index..<end
      index = end
      if codes[range.lowerBound] == Path.close {
        if !isBroken { result.append(points[range.lowerBound], Path.close) }
        continue
      }
      guard range.allSatisfy({ points[$0].isFinite }) else {
        isBroken = true
        continue
      }
      if isBroken || codes[range.lowerBound] == Path.move {
        result.append(points[end - 1], Path.move)
        isBroken = false
      } else {
        for i in range { result.append(points[i], codes[i]) }
      }
    }
    return result
  }
}

/// One run of a path: corners only.
struct Polyline {
  var points: [Point2] = []
  var isClosed = false
}

extension Path {
  /// The path's runs with curves made into corners.
  func polylines() -> [Polyline] {
    var result: [Polyline] = []
    var current = Polyline()
    var start = Point2(0, 0)
    func finish() {
      if current.points.count > 1 || current.isClosed { result.append(current) }
      current = Polyline()
    }
    var index = 0
    while index < points.count {
      let point = points[index]
      switch codes[index] {
      case Path.move:
        finish()
        start = point
        current.points = [point]
      case Path.cubic where index + 2 < points.count:
        if current.points.isEmpty { current.points = [start] }
        Path.flatten(
          current.points[current.points.count - 1], point, points[index + 1], points[index + 2], &current.points)
        index += 2
      case Path.quadratic where index + 1 < points.count:
        if current.points.isEmpty { current.points = [start] }
        let (from, to) = (current.points[current.points.count - 1], points[index + 1])
        Path.flatten(from, from + (point - from) * (2 / 3), to + (point - to) * (2 / 3), to, &current.points)
        index += 1
      case Path.close:
        current.isClosed = true
        if current.points.isEmpty { current.points = [start] }
        finish()
      default:
        if current.points.isEmpty { current.points = [start] }
        current.points.append(point)
      }
      index += 1
    }
    finish()
    return result
  }

  /// Appends the corners of a cubic curve: each piece that is flat enough gives the middle of its inner control points.
  private static func flatten(_ a: Point2, _ b: Point2, _ c: Point2, _ d: Point2, _ out: inout [Point2]) {
    halve(a, b, c, d, 0, &out)
    out.append(d)
  }

  private static func halve(
    _ a: Point2, _ b: Point2, _ c: Point2, _ d: Point2, _ depth: Int, _ out: inout [Point2]
  ) {
    let chord = d - a
    let distance = abs((b - d).cross(chord)) + abs((c - d).cross(chord))
    let isFlat: Bool
    if distance > 0 {
      isFlat = distance * distance <= 0.25 * chord.dot(chord)
    } else {
      // All on one line: flat where the control points lie between the ends.
      let reach = max((b - a).length, (c - d).length)
      isFlat = reach * reach <= max(chord.dot(chord), 0.25)
    }
    if isFlat && depth > 0 || depth >= 16 {
      out.append(.middle(b, c))
      return
    }
    let (ab, bc, cd) = (Point2.middle(a, b), Point2.middle(b, c), Point2.middle(c, d))
    let (abc, bcd) = (Point2.middle(ab, bc), Point2.middle(bc, cd))
    let middle = Point2.middle(abc, bcd)
    halve(a, ab, abc, middle, depth + 1, &out)
    halve(middle, bcd, cd, d, depth + 1, &out)
  }
}
