/// Whether `a` comes before `b` in a sorted array: by real parts, then imaginary ones, nan last.
func sortsBefore<P: ComplexPart>(_ a: ComplexElement<P>, _ b: ComplexElement<P>) -> Bool {
  func before(_ x: P, _ y: P) -> Bool { x < y || (y.isNaN && !x.isNaN) }
  if a.real < b.real { return a.imaginary.isNaN == false || b.imaginary.isNaN }
  if a.real > b.real { return b.imaginary.isNaN && !a.imaginary.isNaN }
  if a.real == b.real || (a.real.isNaN && b.real.isNaN) { return before(a.imaginary, b.imaginary) }
  return b.real.isNaN
}

/// Sorts a run of complex numbers in place.
@inline(never) func sortComplex<P: ComplexPart>(
  _ part: P.Type, _ base: Bytes, _ count: Int, _ stride: Int, _ flag: InterruptFlag
) throws(SortError) {
  if count < 2 { return }
  let order = try complexOrder(part, base, count, stride, flag)
  let copies = (0..<count).map { (base + $0 &* stride).assumingMemoryBound(to: ComplexElement<P>.self).pointee }
  for place in 0..<count {
    (base + place &* stride).assumingMemoryBound(to: ComplexElement<P>.self).pointee = copies[order[place]]
  }
}

/// Writes the indices that sort a run of complex numbers.
@inline(never) func argsortComplex<P: ComplexPart>(
  _ part: P.Type, _ base: Bytes, _ count: Int, _ stride: Int, _ out: Bytes, _ outStride: Int, _ flag: InterruptFlag
) throws(SortError) {
  if count < 1 { return }
  let order = try complexOrder(part, base, count, stride, flag)
  for place in 0..<count {
    (out + place &* outStride).assumingMemoryBound(to: Int64.self).pointee = Int64(order[place])
  }
}

/// A stable order; the scratch memory is as large as the array that the caller has.
private func complexOrder<P: ComplexPart>(
  _ part: P.Type, _ base: Bytes, _ count: Int, _ stride: Int, _ flag: InterruptFlag
) throws(SortError) -> [Int] {
  if flag.isRaised { throw .interrupted }
  func at(_ index: Int) -> ComplexElement<P> {
    (base + index &* stride).assumingMemoryBound(to: ComplexElement<P>.self).pointee
  }
  return (0..<count).sorted { a, b in
    let (x, y) = (at(a), at(b))
    return sortsBefore(x, y) || (!sortsBefore(y, x) && a < b)
  }
}
