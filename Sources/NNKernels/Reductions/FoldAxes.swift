/// Walks the plan's axes and folds `x` into `out`, which first gets the fold's initial value unless it has its own.
@inline(never) func foldAxes<F: Fold>(_ fold: F.Type, _ plan: ReductionPlan, _ x: Bytes, _ out: Bytes) {
  let outAxes = plan.outAxes
  if !plan.continues {
    forEachOffset(outAxes.dropFirst(), x, out) { _, target in
      var p = target
      for _ in 0..<max(outAxes.first?.count ?? 1, 0) {
        p.assumingMemoryBound(to: F.Output.self).pointee = F.initial
        p += outAxes.first?.outStride ?? 0
      }
    }
  }
  if plan.isEmpty { return }
  if plan.mask != nil || plan.roundsHalves && plan.bufferedAxes == 1 {
    let mask = plan.mask ?? x
    if F.isQuiet { return quietly { foldMasked(F.self, plan, plan.axes.count, x, mask, out) } }
    return foldMasked(F.self, plan, plan.axes.count, x, mask, out)
  }
  if F.isOrdered && plan.bufferedAxes > 1 { return foldBuffered(F.self, plan, x, out) }
  let single = ReductionAxis(count: 1, stride: 0, outStride: 0, isReduced: false)
  let inner = plan.axes.first ?? single
  let outer = plan.axes.count > 1 ? plan.axes[1] : single
  if F.isQuiet {
    quietly { forEachOffset(plan.axes.dropFirst(2), x, out) { x, out in foldPlane(F.self, inner, outer, x, out) } }
  } else {
    forEachOffset(plan.axes.dropFirst(2), x, out) { x, out in foldPlane(F.self, inner, outer, x, out) }
  }
}

/// Folds the elements that the plan's mask lets through along the first `depth` axes: runs of them along a reduced axis.
private func foldMasked<F: Fold>(
  _ fold: F.Type, _ plan: ReductionPlan, _ depth: Int, _ x: Bytes, _ mask: Bytes, _ out: Bytes
) {
  let single = ReductionAxis(count: 1, stride: 0, outStride: 0, isReduced: true)
  let axis = depth > 0 ? plan.axes[depth &- 1] : single
  if depth > 1 {
    for index in 0..<axis.count {
      foldMasked(
        F.self, plan, depth &- 1, x + index &* axis.stride, mask + index &* axis.maskStride,
        out + index &* axis.outStride)
    }
    return
  }
  let isMasked = plan.mask != nil
  @inline(__always) func counts(_ index: Int) -> Bool {
    !isMasked || (mask + index &* axis.maskStride).assumingMemoryBound(to: UInt8.self).pointee != 0
  }
  var index = 0
  while index < axis.count {
    if !counts(index) {
      index &+= 1
      continue
    }
    let start = index
    index &+= 1
    let place = out + start &* axis.outStride
    let result = place.assumingMemoryBound(to: F.Output.self)
    if axis.isReduced {
      while index < axis.count && counts(index) { index &+= 1 }
      result.pointee = F.run(result.pointee, x + start &* axis.stride, axis.stride, index &- start)
    } else {
      result.pointee = F.join(
        result.pointee, (x + start &* axis.stride).assumingMemoryBound(to: F.Input.self).pointee)
    }
    if plan.roundsHalves && F.Output.self == Float.self {
      let value = place.assumingMemoryBound(to: Float.self)
      value.pointee = Float(Half.cast(value.pointee).value)
    }
  }
}

/// Calls `body` at each position of `axes`, the first of them fastest.
private func forEachOffset(
  _ axes: ArraySlice<ReductionAxis>, _ x: Bytes, _ out: Bytes, _ body: (_ x: Bytes, _ out: Bytes) -> Void
) {
  let count = axes.count
  if count == 0 { return body(x, out) }
  axes.withUnsafeBufferPointer { (axes) in
    for axis in 0..<count where axes[axis].count <= 0 { return }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: count) { (position) in
      position.initialize(repeating: 0)
      var x = x, out = out
      while true {
        body(x, out)
        var axis = 0
        while axis < count {
          position[axis] &+= 1
          x += axes[axis].stride
          out += axes[axis].outStride
          if position[axis] < axes[axis].count { break }
          x -= axes[axis].stride &* axes[axis].count
          out -= axes[axis].outStride &* axes[axis].count
          position[axis] = 0
          axis &+= 1
        }
        if axis == count { return }
      }
    }
  }
}

/// The two fastest axes: runs along a reduced axis, or rows added into a row of results.
@inline(__always) private func foldPlane<F: Fold>(
  _ fold: F.Type, _ inner: ReductionAxis, _ outer: ReductionAxis, _ x: Bytes, _ out: Bytes
) {
  if !inner.isReduced { return foldRows(F.self, inner, outer, x, out) }
  // Short runs with their length known to the compiler.
  switch inner.count {
  case 2: foldRuns(F.self, inner.stride, 2, outer, x, out)
  case 3: foldRuns(F.self, inner.stride, 3, outer, x, out)
  case 4: foldRuns(F.self, inner.stride, 4, outer, x, out)
  default: foldRuns(F.self, inner.stride, inner.count, outer, x, out)
  }
}

@inline(__always) private func foldRuns<F: Fold>(
  _ fold: F.Type, _ stride: Int, _ count: Int, _ outer: ReductionAxis, _ x: Bytes, _ out: Bytes
) {
  var x = x, out = out
  var i = 0
  while i < outer.count {
    let result = out.assumingMemoryBound(to: F.Output.self)
    result.pointee = F.run(result.pointee, x, stride, count)
    x += outer.stride
    out += outer.outStride
    i &+= 1
  }
}

@inline(__always) private func foldRows<F: Fold>(
  _ fold: F.Type, _ inner: ReductionAxis, _ outer: ReductionAxis, _ x: Bytes, _ out: Bytes
) {
  let inputSize = MemoryLayout<F.Input>.size, outputSize = MemoryLayout<F.Output>.size
  var x = x, out = out
  if outer.outStride == 0 && inner.stride == inputSize && inner.outStride == outputSize {
    var left = inner.count
    while left >= 32 {
      foldStrip(F.self, outer.count, outer.stride, x, out, InlineArray<32, F.Output>(repeating: F.initial))
      x += 32 &* inputSize
      out += 32 &* outputSize
      left &-= 32
    }
    while left >= 8 {
      foldStrip(F.self, outer.count, outer.stride, x, out, InlineArray<8, F.Output>(repeating: F.initial))
      x += 8 &* inputSize
      out += 8 &* outputSize
      left &-= 8
    }
    switch left {
    case 0: break
    case 1: foldStrip(F.self, outer.count, outer.stride, x, out, InlineArray<1, F.Output>(repeating: F.initial))
    case 2: foldStrip(F.self, outer.count, outer.stride, x, out, InlineArray<2, F.Output>(repeating: F.initial))
    case 3: foldStrip(F.self, outer.count, outer.stride, x, out, InlineArray<3, F.Output>(repeating: F.initial))
    case 4: foldStrip(F.self, outer.count, outer.stride, x, out, InlineArray<4, F.Output>(repeating: F.initial))
    case 5: foldStrip(F.self, outer.count, outer.stride, x, out, InlineArray<5, F.Output>(repeating: F.initial))
    case 6: foldStrip(F.self, outer.count, outer.stride, x, out, InlineArray<6, F.Output>(repeating: F.initial))
    default: foldStrip(F.self, outer.count, outer.stride, x, out, InlineArray<7, F.Output>(repeating: F.initial))
    }
    return
  }
  for _ in 0..<outer.count {
    foldRow(F.self, inner, x, out)
    x += outer.stride
    out += outer.outStride
  }
}

/// A few columns whose results stay in registers down all the rows.
@inline(__always) private func foldStrip<F: Fold, let N: Int>(
  _ fold: F.Type, _ rows: Int, _ stride: Int, _ x: Bytes, _ out: Bytes, _ initial: InlineArray<N, F.Output>
) {
  var results = initial
  let target = out.assumingMemoryBound(to: F.Output.self)
  for j in 0..<N { results[j] = target[j] }
  var p = x
  var i = 0
  while i < rows {
    let row = p.assumingMemoryBound(to: F.Input.self)
    for j in 0..<N { results[j] = F.join(results[j], row[j]) }
    p += stride
    i &+= 1
  }
  for j in 0..<N { target[j] = results[j] }
}

@inline(__always) private func foldRow<F: Fold>(_ fold: F.Type, _ axis: ReductionAxis, _ x: Bytes, _ out: Bytes) {
  var p = x, q = out
  var j = 0
  while j < axis.count {
    let result = q.assumingMemoryBound(to: F.Output.self)
    result.pointee = F.join(result.pointee, p.assumingMemoryBound(to: F.Input.self).pointee)
    p += axis.stride
    q += axis.outStride
    j &+= 1
  }
}

/// Copies the plan's buffered axes to a buffer, as many steps as go into it, and folds it as one run.
private func foldBuffered<F: Fold>(_ fold: F.Type, _ plan: ReductionPlan, _ x: Bytes, _ out: Bytes) {
  let inner = plan.axes[..<(plan.bufferedAxes - 1)], last = plan.axes[plan.bufferedAxes - 1]
  let core = inner.reduce(1) { $0 &* $1.count }
  withUnsafeTemporaryAllocation(of: F.Input.self, capacity: core &* plan.bufferedSteps) { buffer in
    guard let start = buffer.baseAddress else { return }
    forEachOffset(plan.axes.dropFirst(plan.bufferedAxes), x, out) { x, out in
      let result = out.assumingMemoryBound(to: F.Output.self)
      var step = 0
      while step < last.count {
        let steps = min(plan.bufferedSteps, last.count &- step)
        var target = start
        for index in step..<step &+ steps {
          forEachOffset(inner.dropFirst(), x + index &* last.stride, out) { x, _ in
            for i in 0..<inner[0].count {
              target[i] = (x + i &* inner[0].stride).assumingMemoryBound(to: F.Input.self).pointee
            }
            target += inner[0].count
          }
        }
        result.pointee = F.run(result.pointee, Bytes(start), MemoryLayout<F.Input>.size, core &* steps)
        step &+= steps
      }
    }
  }
}
