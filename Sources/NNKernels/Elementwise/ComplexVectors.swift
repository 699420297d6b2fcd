import CComplex

/// Loops of complex128 that are made of vector instructions where operands are neighbours, or one number for all.
enum ComplexVectors {
  private typealias Number = ComplexElement<Double>

  static func multiply() -> BinaryLoop {
    { rows, columns, out, x, y in
      forEachRun(rows, columns, out, x, y) { count, out, x, y in multiplyRun(count, out, x, y) }
    }
  }

  static func square() -> UnaryLoop {
    { rows, columns, out, x in
      forEachRun(rows, columns, out, x, x) { count, out, x, _ in multiplyRun(count, out, x, x) }
    }
  }

  static func less(orEqual: Bool) -> BinaryLoop {
    { rows, columns, out, x, y in
      quietly {
        forEachRun(rows, columns, out, x, y) { count, out, x, y in lessRun(count, orEqual, out, x, y) }
      }
    }
  }

  static func greater(orEqual: Bool) -> BinaryLoop {
    { rows, columns, out, x, y in
      quietly {
        forEachRun(rows, columns, out, y, x) { count, out, y, x in lessRun(count, orEqual, out, y, x) }
      }
    }
  }

  @inline(never) private static func multiplyRun(_ count: Int, _ out: Operand, _ x: Operand, _ y: Operand) {
    var done = 0
    if out.stride == 16, let xStep = step(x), let yStep = step(y) {
      done = nn_complex_multiply(parts(x), xStep, parts(y), yStep, count, parts(out))
    }
    binaryRun(
      ComplexBinaryKernel<ComplexMultiply, Double>.self, count &- done, after(out, done), after(x, done), after(y, done)
    )
  }

  @inline(never) private static func lessRun(
    _ count: Int, _ orEqual: Bool, _ out: Operand, _ x: Operand, _ y: Operand
  ) {
    var done = 0
    if out.stride == 1, let xStep = step(x), let yStep = step(y) {
      let target = out.base.assumingMemoryBound(to: UInt8.self)
      done = nn_complex_less(parts(x), xStep, parts(y), yStep, count, orEqual ? 1 : 0, target)
    }
    let (rest, a, b) = (after(out, done), after(x, done), after(y, done))
    if orEqual {
      binaryRun(CompareKernel<LessOrEqual, Number>.self, count &- done, rest, a, b)
    } else {
      binaryRun(CompareKernel<Less, Number>.self, count &- done, rest, a, b)
    }
  }

  /// 1 for neighbours, 0 for one number for all, nil for other distances.
  @inline(__always) private static func step(_ x: Operand) -> Int32? {
    x.stride == 16 ? 1 : x.stride == 0 ? 0 : nil
  }

  @inline(__always) private static func parts(_ x: Operand) -> UnsafeMutablePointer<Double> {
    x.base.assumingMemoryBound(to: Double.self)
  }

  @inline(__always) private static func after(_ x: Operand, _ count: Int) -> Operand {
    Operand(base: x.base + count &* x.stride, rowStride: x.rowStride, stride: x.stride)
  }
}
