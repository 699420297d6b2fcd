/// Walks rows × columns in the order that gives the longest runs, calling `run` once a run.
@inline(__always) func forEachRun(
  _ rows: Int, _ columns: Int, _ out: Operand, _ x: Operand, _ y: Operand,
  _ run: (_ count: Int, _ out: Operand, _ x: Operand, _ y: Operand) -> Void
) {
  var rows = rows, columns = columns, out = out, x = x, y = y
  if rows <= 0 || columns <= 0 { return }
  if rows > 1 {
    if out.rowStride == columns &* out.stride && x.rowStride == columns &* x.stride
      && y.rowStride == columns &* y.stride
    {
      columns = rows &* columns
      rows = 1
    } else if columns < shortRow && rows > columns {
      swap(&rows, &columns)
      (out, x, y) = (out.transposed, x.transposed, y.transposed)
    }
  }
  while rows > 0 {
    run(columns, out, x, y)
    out.base += out.rowStride
    x.base += x.rowStride
    y.base += y.rowStride
    rows &-= 1
  }
}
