/// Walks the plan's axes and folds `x` into `out`, which first gets the fold's initial value.
@inline(never) func foldAxes<F: Fold>(_ fold: F.Type, _ plan: ReductionPlan, _ x: Bytes, _ out: Bytes) {
  forEachOffset(plan.outAxes[...], x, out) { _, target in
    target.assumingMemoryBound(to: F.Output.self).pointee = F.initial
  }
  if plan.isEmpty { return }
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

/// Calls `body` at each position of `axes`, the first of them fastest.
private func forEachOffset(
  _ axes: ArraySlice<ReductionAxis>, _ x: Bytes, _ out: Bytes, _ body: (_ x: Bytes, _ out: Bytes) -> Void
) {
  guard let last = axes.last else { return body(x, out) }
  var x = x, out = out
  for _ in 0..<max(last.count, 0) {
    forEachOffset(axes.dropLast(), x, out, body)
    x += last.stride
    out += last.outStride
  }
}

/// The two fastest axes: runs along a reduced axis, or rows added into a row of results.
@inline(__always) private func foldPlane<F: Fold>(
  _ fold: F.Type, _ inner: ReductionAxis, _ outer: ReductionAxis, _ x: Bytes, _ out: Bytes
) {
  var x = x, out = out
  for _ in 0..<outer.count {
    if inner.isReduced {
      let result = out.assumingMemoryBound(to: F.Output.self)
      result.pointee = F.run(result.pointee, x, inner.stride, inner.count)
    } else {
      foldRow(F.self, inner, x, out)
    }
    x += outer.stride
    out += outer.outStride
  }
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
