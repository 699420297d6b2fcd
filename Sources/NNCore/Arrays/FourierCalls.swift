// A fence file: Fourier transforms along the last axis.
import NNKernels

/// Discrete Fourier transforms of the rows of arrays.
enum FourierCalls {
  /// What goes in and comes out: complex numbers both times, real ones in (half of the result is given), or real ones
  /// out (half of the numbers is given).
  enum Form: Int { case complex, realIn, realOut }

  /// The last plans used, since programs transform the same length again and again.
  private static var plans: [FourierPlan] = []

  private static func plan(_ count: Int) throws(Fault) -> FourierPlan {
    if let index = plans.firstIndex(where: { $0.count == count }) {
      let plan = plans.remove(at: index)
      plans.append(plan)
      return plan
    }
    guard let plan = FourierPlan(count, flag: Interrupts.flag) else {
      try Interrupts.check()
      throw Creation.outOfMemory(Dimensions(count), .complex128)
    }
    if count <= 1 << 20 {
      if plans.count >= 8 { plans.removeFirst() }
      plans.append(plan)
    }
    return plan
  }

  /// The transforms of length `count` of the rows, which are cut or filled up with zeros, times `scale`.
  static func transform(
    _ a: borrowing NDArray, count: Int, isInverse: Bool, scale: Double, _ form: Form
  ) throws(Fault) -> NDArray {
    guard a.rank > 0, count > 0 else { throw Fault(.valueError, "a transform needs points") }
    let last = a.rank &- 1
    let length = form == .realOut ? count / 2 &+ 1 : count
    var shape = a.shape
    shape[last] = count
    let numbers = try Creation.zeros(shape, .complex128)
    let given = min(length, a.shape[last])
    try numbers.sliced(last, 0, given).writeElements(of: a.sliced(last, 0, given))
    let isReal = form == .realIn || form == .complex && !a.type.isComplex
    let plan = try plan(count)
    guard let scratch = Storage.allocate(byteCount: max(plan.scratchCount, 1) &* 16) else {
      throw Creation.outOfMemory(Dimensions(plan.scratchCount), .complex128)
    }
    let work = unsafe scratch.value.base.assumingMemoryBound(to: Point.self)
    let rows = a.shape.removing(last).product
    let base = unsafe numbers.mutableData.raw.assumingMemoryBound(to: Point.self)
    for row in 0..<rows {
      if row & 255 == 0 || count > 4096 { try Interrupts.check() }
      let points = unsafe base + row &* count
      if form == .realOut { unsafe complete(points, count) }
      if isInverse { unsafe exchange(points, count) }
      do throws(Interrupted) {
        try unsafe plan.run(points, scratch: work, flag: Interrupts.flag)
      } catch {
        throw Interrupts.fault
      }
      if isInverse { unsafe exchange(points, count) }
      if scale != 1 { for index in 0..<count { unsafe points[index] *= scale } }
      // Sums and alternating sums of real numbers are real.
      if isReal { unsafe points[0].y = 0 }
      if form == .realIn && count % 2 == 0 { unsafe points[count / 2].y = 0 }
    }
    return numbers
  }

  /// Exchanges real and imaginary parts: before and behind a forward transform that makes an inverse one.
  private static func exchange(_ points: UnsafeMutablePointer<Point>, _ count: Int) {
    for index in 0..<count {
      let point = unsafe points[index]
      unsafe points[index] = Point(point.y, point.x)
    }
  }

  /// Fills in the second half of numbers whose transform is real.
  private static func complete(_ points: UnsafeMutablePointer<Point>, _ count: Int) {
    unsafe points[0].y = 0
    if count % 2 == 0 { unsafe points[count / 2].y = 0 }
    for index in stride(from: 1, to: (count &+ 1) / 2, by: 1) {
      let point = unsafe points[index]
      unsafe points[count &- index] = Point(point.x, -point.y)
    }
  }
}
