/// Walks the plan's axes and folds `x` into `out`, which first gets the fold's initial value.
@inline(never) func foldAxes<F: Fold>(_ fold: F.Type, _ plan: ReductionPlan, _ x: Bytes, _ out: Bytes) {
  forEachOffset(plan.outAxes[...], x, out) { _, target in
    target.assumingMemoryBound(to: F.Output.self).pointee = F.initial
  }
  if plan.isEmpty { return }
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
