/// Cutting arrays in pieces.
enum Splitting {
  /// NumPy's `array_split` in a number of nearly equal views. Throws ValueError and AxisError.
  static func arraySplit(_ x: borrowing NDArray, sections: Int, axis: Int = 0) throws(Fault) -> List<Ref<NDArray>> {
    let place = try Axes.normalized(axis, rank: x.rank)
    if sections <= 0 { throw Fault(.valueError, "number sections must be larger than 0.") }
    if sections > 1 << 26 { throw Fault(.memoryError, "") }
    let length = x.shape[place]
    let (each, extra) = length.quotientAndRemainder(dividingBy: sections)
    var result = List<Ref<NDArray>>()
    var start = 0
    for section in 0..<sections {
      let end = start &+ each &+ (section < extra ? 1 : 0)
      result.append(Ref(x.sliced(place, start, end)))
      start = end
    }
    return result
  }

  /// NumPy's `split` in equal views. Throws ValueError where the division leaves a rest, and AxisError.
  static func split(_ x: borrowing NDArray, sections: Int, axis: Int = 0) throws(Fault) -> List<Ref<NDArray>> {
    let place = try Axes.normalized(axis, rank: x.rank)
    if sections == 0 { throw Fault(.zeroDivisionError, "integer modulo by zero") }
    if sections > 0 && x.shape[place] % sections != 0 {
      throw Fault(.valueError, "array split does not result in an equal division")
    }
    return try arraySplit(x, sections: sections, axis: place)
  }

  /// The views between indices, as slices take them. Throws AxisError.
  static func split(_ x: borrowing NDArray, at points: [Int], axis: Int = 0) throws(Fault) -> List<Ref<NDArray>> {
    let place = try Axes.normalized(axis, rank: x.rank)
    var result = List<Ref<NDArray>>()
    let bounds = [0] + points + [x.shape[place]]
    for number in 1..<bounds.count {
      let (start, _, count) = try Slice(bounds[number &- 1], bounds[number]).resolved(x.shape[place])
      result.append(Ref(x.sliced(place, start, start &+ count)))
    }
    return result
  }
}
