/// How a reduction joins what it has with the next element.
protocol Fold {
  associatedtype Input: Element
  associatedtype Output: BitwiseCopyable
  static var initial: Output { get }
  static var isQuiet: Bool { get }
  /// True where a run's result depends on its bounds: pairwise sums of floats.
  static var isOrdered: Bool { get }
  static func join(_ result: Output, _ x: Input) -> Output
  /// `result` joined with a run of elements.
  static func run(_ result: Output, _ x: Bytes, _ stride: Int, _ count: Int) -> Output
}

extension Fold {
  static var isOrdered: Bool { false }
  @inline(__always) static func sequentialRun(_ result: Output, _ x: Bytes, _ stride: Int, _ count: Int) -> Output {
    var result = result, x = x
    var i = 0
    if stride == MemoryLayout<Input>.size {
      let p = x.assumingMemoryBound(to: Input.self)
      while i < count {
        result = join(result, p[i])
        i &+= 1
      }
      return result
    }
    while i < count {
      result = join(result, x.assumingMemoryBound(to: Input.self).pointee)
      x += stride
      i &+= 1
    }
    return result
  }
  @inline(__always) static func run(_ result: Output, _ x: Bytes, _ stride: Int, _ count: Int) -> Output {
    sequentialRun(result, x, stride, count)
  }
}

/// A fold of numbers, made for each type.
protocol NumberFold {
  static var isPairwise: Bool { get }
  static func initial<T: NumberElement>(_ type: T.Type) -> T
  static func join<T: NumberElement>(_ a: T, _ b: T) -> T
  static func run<T: NumberElement>(_ result: T, _ x: Bytes, _ stride: Int, _ count: Int) -> T
}
/// A fold of elements of any type.
protocol ElementFold {
  static var isMaximum: Bool { get }
  static func initial<T: Element>(_ type: T.Type) -> T
  static func join<T: Element>(_ a: T, _ b: T) -> T
}
/// A fold of truth values.
protocol TruthFold {
  static var initial: UInt8 { get }
  static func join(_ a: UInt8, _ b: Bool) -> UInt8
}

enum FoldNumbers<F: NumberFold, T: NumberElement>: Fold {
  static var isQuiet: Bool { false }
  static var isOrdered: Bool { F.isPairwise && T.type.isInexact }
  @inline(__always) static var initial: T { F.initial(T.self) }
  @inline(__always) static func join(_ a: T, _ b: T) -> T { F.join(a, b) }
  @inline(__always) static func run(_ result: T, _ x: Bytes, _ stride: Int, _ count: Int) -> T {
    F.run(result, x, stride, count)
  }
}
enum FoldElements<F: ElementFold, T: Element>: Fold {
  static var isQuiet: Bool { T.type.isInexact }
  @inline(__always) static var initial: T { F.initial(T.self) }
  @inline(__always) static func join(_ a: T, _ b: T) -> T { F.join(a, b) }
  @inline(__always) static func run(_ result: T, _ x: Bytes, _ stride: Int, _ count: Int) -> T {
    T.extremeOfRun(result, x, stride, count, larger: F.isMaximum)
  }
}
enum FoldTruth<F: TruthFold, T: Element>: Fold {
  static var isQuiet: Bool { T.type.isInexact }
  static var initial: UInt8 { F.initial }
  @inline(__always) static func join(_ a: UInt8, _ b: T) -> UInt8 { F.join(a, b.isTrue) }
}

enum SumFold: NumberFold {
  static var isPairwise: Bool { true }
  @inline(__always) static func initial<T: NumberElement>(_ type: T.Type) -> T { T.zeroValue }
  @inline(__always) static func join<T: NumberElement>(_ a: T, _ b: T) -> T { T.add(a, b) }
  @inline(__always) static func run<T: NumberElement>(_ result: T, _ x: Bytes, _ stride: Int, _ count: Int) -> T {
    T.add(result, T.sumOfRun(x, stride, count))
  }
}
enum ProductFold: NumberFold {
  static var isPairwise: Bool { false }
  @inline(__always) static func initial<T: NumberElement>(_ type: T.Type) -> T { T.oneValue }
  @inline(__always) static func join<T: NumberElement>(_ a: T, _ b: T) -> T { T.multiply(a, b) }
  @inline(__always) static func run<T: NumberElement>(_ result: T, _ x: Bytes, _ stride: Int, _ count: Int) -> T {
    FoldNumbers<ProductFold, T>.sequentialRun(result, x, stride, count)
  }
}
enum MaximumFold: ElementFold {
  static var isMaximum: Bool { true }
  @inline(__always) static func initial<T: Element>(_ type: T.Type) -> T { T.lowest }
  @inline(__always) static func join<T: Element>(_ a: T, _ b: T) -> T { Maximum.apply(a, b) }
}
enum MinimumFold: ElementFold {
  static var isMaximum: Bool { false }
  @inline(__always) static func initial<T: Element>(_ type: T.Type) -> T { T.highest }
  @inline(__always) static func join<T: Element>(_ a: T, _ b: T) -> T { Minimum.apply(a, b) }
}
enum AllFold: TruthFold {
  static var initial: UInt8 { 1 }
  @inline(__always) static func join(_ a: UInt8, _ b: Bool) -> UInt8 { a & (b ? 1 : 0) }
}
enum AnyFold: TruthFold {
  static var initial: UInt8 { 0 }
  @inline(__always) static func join(_ a: UInt8, _ b: Bool) -> UInt8 { a | (b ? 1 : 0) }
}

func reduceNumbers<F: NumberFold>(_ fold: F.Type, _ type: ElementType, _ plan: ReductionPlan, _ x: Bytes, _ out: Bytes)
{
  switch type {
  case .bool:
    // NumPy's add and multiply of bool are "or" and "and".
    if F.initial(UInt8.self) == 0 {
      foldAxes(FoldTruth<AnyFold, Truth>.self, plan, x, out)
    } else {
      foldAxes(FoldTruth<AllFold, Truth>.self, plan, x, out)
    }
  case .uint8: foldAxes(FoldNumbers<F, UInt8>.self, plan, x, out)
  case .uint64: foldAxes(FoldNumbers<F, UInt64>.self, plan, x, out)
  case .int64: foldAxes(FoldNumbers<F, Int64>.self, plan, x, out)
  case .float32: foldAxes(FoldNumbers<F, Float>.self, plan, x, out)
  case .float64: foldAxes(FoldNumbers<F, Double>.self, plan, x, out)
  case .complex64: foldAxes(FoldNumbers<F, ComplexElement<Float>>.self, plan, x, out)
  case .complex128: foldAxes(FoldNumbers<F, ComplexElement<Double>>.self, plan, x, out)
  default: break
  }
}
func reduceElements<F: ElementFold>(
  _ fold: F.Type, _ type: ElementType, _ plan: ReductionPlan, _ x: Bytes, _ out: Bytes
) {
  switch type {
  case .bool: foldAxes(FoldElements<F, Truth>.self, plan, x, out)
  case .uint8: foldAxes(FoldElements<F, UInt8>.self, plan, x, out)
  case .uint64: foldAxes(FoldElements<F, UInt64>.self, plan, x, out)
  case .int64: foldAxes(FoldElements<F, Int64>.self, plan, x, out)
  case .float32: foldAxes(FoldElements<F, Float>.self, plan, x, out)
  case .float64: foldAxes(FoldElements<F, Double>.self, plan, x, out)
  case .complex64: foldAxes(FoldElements<F, ComplexElement<Float>>.self, plan, x, out)
  case .complex128: foldAxes(FoldElements<F, ComplexElement<Double>>.self, plan, x, out)
  default: break
  }
}
func reduceTruth<F: TruthFold>(_ fold: F.Type, _ type: ElementType, _ plan: ReductionPlan, _ x: Bytes, _ out: Bytes) {
  switch type {
  case .bool: foldAxes(FoldTruth<F, Truth>.self, plan, x, out)
  case .uint8: foldAxes(FoldTruth<F, UInt8>.self, plan, x, out)
  case .uint64: foldAxes(FoldTruth<F, UInt64>.self, plan, x, out)
  case .int64: foldAxes(FoldTruth<F, Int64>.self, plan, x, out)
  case .float32: foldAxes(FoldTruth<F, Float>.self, plan, x, out)
  case .float64: foldAxes(FoldTruth<F, Double>.self, plan, x, out)
  case .complex64: foldAxes(FoldTruth<F, ComplexElement<Float>>.self, plan, x, out)
  case .complex128: foldAxes(FoldTruth<F, ComplexElement<Double>>.self, plan, x, out)
  default: break
  }
}
