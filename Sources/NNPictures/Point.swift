/// A place in a picture: pixels, y downwards unless said otherwise.
public struct Point2: Equatable {
  public var x: Double
  public var y: Double
  @inline(__always) public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  @inline(__always) static func + (a: Point2, b: Point2) -> Point2 { Point2(a.x + b.x, a.y + b.y) }
  @inline(__always) static func - (a: Point2, b: Point2) -> Point2 { Point2(a.x - b.x, a.y - b.y) }
  @inline(__always) static func * (a: Point2, k: Double) -> Point2 { Point2(a.x * k, a.y * k) }
  @inline(__always) func dot(_ other: Point2) -> Double { x * other.x + y * other.y }
  @inline(__always) func cross(_ other: Point2) -> Double { x * other.y - y * other.x }
  @inline(__always) var length: Double { (x * x + y * y).squareRoot() }
  @inline(__always) var isFinite: Bool { x.isFinite && y.isFinite }
  @inline(__always) static func middle(_ a: Point2, _ b: Point2) -> Point2 {
    Point2((a.x + b.x) / 2, (a.y + b.y) / 2)
  }
}

/// A colour of four parts, 0...1.
public struct Colour: Equatable {
  public var red: Double
  public var green: Double
  public var blue: Double
  public var alpha: Double
  public init(_ red: Double, _ green: Double, _ blue: Double, _ alpha: Double) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// A part as a byte.
  static func byte(_ part: Double) -> Int32 { part >= 1 ? 255 : part > 0 ? Int32(part * 255 + 0.5) : 0 }
}

/// Whole pixels from `left`, `top` up to but without `right`, `bottom`.
public struct PixelBox: Equatable {
  public var left: Int
  public var top: Int
  public var right: Int
  public var bottom: Int
  public init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  func intersection(_ other: PixelBox) -> PixelBox {
    PixelBox(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  var isEmpty: Bool { left >= right || top >= bottom }
}

/// A double as an integer, held within what pictures need.
@inline(__always) func pixel(_ value: Double) -> Int {
  value.isNaN ? 0 : Int(max(-1e9, min(1e9, value.rounded(.down))))
}
