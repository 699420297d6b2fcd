/// One axis of a reduction: its length and its byte strides in the operand and in the result (0 where reduced).
struct ReductionAxis {
  var count: Int
  var stride: Int
  var outStride: Int
  var isReduced: Bool
  /// The byte stride in the mask, where there is one.
  var maskStride = 0
}

/// The axes of a reduction in the order in which NumPy's iterator walks them, the fastest first: axes of length 1
/// dropped, sorted by stride, neighbours joined where they are one run.
struct ReductionPlan {
  var axes: [ReductionAxis] = []
  /// The result's axes, for writing the initial value.
  var outAxes: [ReductionAxis] { axes.filter { !$0.isReduced } }
  var isEmpty = false
  /// Where NumPy's iterator copies several reduced axes into its buffer, and so sums across them in one run: the
  /// number of axes, and of steps of the last of them in a run. One axis: no buffer.
  var bufferedAxes = 1
  var bufferedSteps = 1
  /// Whether results begin with what stands in the result's memory.
  var continues = false
  /// The bytes that say which elements count; nil for all.
  var mask: Bytes?
  /// Whether what a run gives is rounded to 16 bits, as where halves are folded in 32.
  var roundsHalves = false

  init(shape: [Int], strides: [Int], reduced: [Bool], outStrides: [Int], maskStrides: [Int] = []) {
    axes.reserveCapacity(shape.count)
    for axis in shape.indices.reversed() {
      let isReduced = axis < reduced.count && reduced[axis]
      if shape[axis] == 0 { isEmpty = true }
      if shape[axis] == 1 { continue }
      axes.append(
        ReductionAxis(
          count: shape[axis], stride: axis < strides.count ? strides[axis] : 0,
          outStride: isReduced || axis >= outStrides.count ? 0 : outStrides[axis], isReduced: isReduced,
          maskStride: axis < maskStrides.count ? maskStrides[axis] : 0))
    }
    sortByStride()
    join()
    findBuffering()
  }

  /// The plan for all of `count` elements, one result.
  init(count: Int, stride: Int) {
    isEmpty = count == 0
    if count != 1 { axes = [ReductionAxis(count: count, stride: stride, outStride: 0, isReduced: true)] }
  }

  /// NumPy's insertion sort (`npyiter_find_best_axis_ordering`): an axis moves inward past those of larger stride;
  /// strides of 0 decide nothing.
  private mutating func sortByStride() {
    for start in 0..<axes.count {
      let axis = axes[start]
      var place = start
      for other in stride(from: start - 1, through: 0, by: -1) {
        let theirs = axes[other].stride
        if axis.stride == 0 || theirs == 0 { continue }
        if theirs.magnitude <= axis.stride.magnitude { break }
        place = other
      }
      if place == start { continue }
      for index in stride(from: start, to: place, by: -1) { axes[index] = axes[index - 1] }
      axes[place] = axis
    }
  }

  private mutating func join() {
    var last = 0
    for index in axes.indices.dropFirst() {
      let axis = axes[index], previous = axes[last]
      if previous.isReduced == axis.isReduced, previous.stride &* previous.count == axis.stride,
        previous.outStride &* previous.count == axis.outStride, previous.maskStride &* previous.count == axis.maskStride
      {
        axes[last].count = previous.count &* axis.count
      } else {
        last += 1
        axes[last] = axis
      }
    }
    axes.removeLast(max(0, axes.count - last - 1))
  }

  /// The number of elements in the iterator's buffer.
  static let bufferSize = 8192

  /// NumPy's choice of what to buffer (`npyiter_find_buffering_setup`), for the result and one operand without casts.
  /// The result is thought of as NumPy allocates it: contiguous in the order of iteration.
  private mutating func findBuffering() {
    guard axes.count > 1, axes[0].isReduced, axes[1].isReduced, !isEmpty else { return }
    var cost = 1.0, size = Double(axes[0].count)
    var bestAxis = 0, bestCost = cost, bestSize = size, bestCore = 1.0
    var operandJoins = true, usesOuter = false
    let limit = Double(Self.bufferSize)
    for index in 1..<axes.count {
      if usesOuter || (size >= limit && cost > 1) { break }
      let previous = axes[index - 1], axis = axes[index]
      if operandJoins && previous.stride &* previous.count != axis.stride {
        operandJoins = false
        cost += 1
      }
      if !axis.isReduced {
        cost += 1
        usesOuter = true
      }
      let core = size
      size *= Double(axis.count)
      let buffered = size > limit && cost > 1 ? limit : size
      if cost * bestSize <= bestCost * buffered {
        (bestCost, bestCore, bestSize, bestAxis) = (cost, core, size, index)
      }
    }
    if bestAxis > 0 && !axes[bestAxis].isReduced {
      bufferedAxes = bestAxis
      bufferedSteps = axes[bestAxis - 1].count
    } else if bestAxis > 0 {
      bufferedAxes = bestAxis + 1
      bufferedSteps = min(axes[bestAxis].count, max(1, Int(limit / bestCore)))
    }
  }
}
