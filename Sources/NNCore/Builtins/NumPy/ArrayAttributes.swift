import NNKernels

extension Builtin {
  /// Properties of arrays and NumPy's scalars.
  static let arrayProperties: [Builtin] =
    ["ndarray", "generic"].flatMap { owner in
      [
        property(owner, "shape", "The lengths of the axes, as a tuple.", "ones((2, 3)).shape  # (2, 3)") {
          .integers($0.shape)
        },
        property(owner, "dtype", "The type of the elements.", "ones(2).dtype  # dtype('float64')") { .dtype($0.dtype) },
        property(owner, "ndim", "The number of axes.", "ones((2, 3)).ndim  # 2") { .int($0.rank) },
        property(owner, "size", "The number of elements.", "ones((2, 3)).size  # 6") { .int($0.count) },
        property(owner, "itemsize", "The bytes of one element.", "ones(2).itemsize  # 8") { .int($0.itemSize) },
        property(owner, "nbytes", "The bytes of all elements.", "ones((2, 3)).nbytes  # 48") { .int($0.byteCount) },
        property(
          owner, "strides", "The distances in bytes between neighbours along each axis, as a tuple.",
          "ones((2, 3)).strides  # (24, 8)"
        ) {
          .integers($0.strides)
        },
        property(owner, "T", "A view with the axes reversed.", "array([[1, 2]]).T  # array([[1], [2]])") {
          .view($0.transpose)
        },
        property(
          owner, "real", "The real parts of complex elements, as a view; other elements as they are.",
          "array([1+3j, 2]).real  # array([1., 2.])"
        ) {
          .view($0.realView)
        },
        .imaginaryProperty(owner),
      ]
    } + [.mT, .base, .flat]

  private static func property(
    _ owner: String, _ name: String, _ documentation: String, _ example: String,
    _ read: @escaping (borrowing NDArray) -> Value
  ) -> Builtin {
    Builtin("\(owner).\(name)", documentation, example: example) { (context, arguments) throws(Fault) in
      let isScalar = arguments[0].asScalar != nil
      let value = read(try context.rawArray(arguments, 0).value)
      // A scalar's view of itself is a scalar.
      if isScalar, let array = value.asArray { return .scalar(array.value.firstElement) }
      return value
    }
  }

  private static func imaginaryProperty(_ owner: String) -> Builtin {
    Builtin(
      "\(owner).imag", "The imaginary parts of complex elements, as a view; zeros for other elements.",
      example: "array([1+3j, 2]).imag  # array([3., 0.])"
    ) {
      (context, arguments) throws(Fault) in
      let isScalar = arguments[0].asScalar != nil
      let a = try context.rawArray(arguments, 0)
      if let view = a.value.imaginaryView { return isScalar ? .result(view) : .view(view) }
      let zeros = try Creation.zeros(a.value.shape, a.value.type)
      return isScalar ? .result(zeros) : .view(zeros)
    }
  }

  /// `a.real = new` and `a.imag = new`. TypeError for the imaginary part of what is real.
  static func setPart(_ array: borrowing NDArray, real: Bool, _ new: borrowing Value, in context: Context) throws(Fault)
  {
    let value = try ArrayConversion.array(new, in: context)
    if real { return try array.realView.assign(value) }
    guard let view = array.imaginaryView else {
      throw Fault(.typeError, "array does not have imaginary part to set")
    }
    try view.assign(value)
  }

  static let mT = Builtin(
    "ndarray.mT", "A view with the last two axes exchanged.", example: "array([[1, 2]]).mT  # array([[1], [2]])"
  ) {
    (context, arguments) throws(Fault) in
    let a = try context.rawArray(arguments, 0)
    if a.value.rank < 2 { throw Fault(.valueError, "matrix transpose with ndim < 2 is undefined") }
    return .view(try a.value.swappingAxes(-1, -2))
  }

  static let base = Builtin(
    "ndarray.base", "None for an array that owns its memory; for a view, an array over that memory.",
    example: "ones(2).base  # None"
  ) { (context, arguments) throws(Fault) in
    let a = try context.rawArray(arguments, 0)
    guard a.value.isView else { return .nothing }
    let count = a.value.storage.value.byteCount / Swift.max(a.value.itemSize, 1)
    return .view(
      NDArray(
        storage: a.value.storage.copy(), offset: 0, type: a.value.type, shape: Dimensions(count),
        strides: Dimensions(a.value.itemSize), isWriteable: a.value.isWriteable, isView: false))
  }

  static let flat = Builtin(
    "ndarray.flat", "The elements along one axis in C order: an iterator that can be indexed and assigned to.",
    example: "array([[1, 2], [3, 4]]).flat[2]  # np.int64(3)"
  ) { (context, arguments) throws(Fault) in
    guard let numpy = context.module("numpy"),
      let maker = try context.libraryMember(numpy.unowned, Symbol("flatiter"))
    else { return .nothing }
    var values = ValueList()
    values.append(arguments[0].copy())
    return try context.call(maker, values)
  }
}

extension NDArray {
  /// A view of the real parts; of everything where the elements are not complex.
  var realView: NDArray { partView(0) ?? view() }

  /// A view of the imaginary parts; nil where the elements are not complex.
  var imaginaryView: NDArray? { partView(type.partType.size) }

  private func partView(_ distance: Int) -> NDArray? {
    guard type.isComplex else { return nil }
    return NDArray(
      storage: storage.copy(), offset: offset &+ distance, type: type.partType, shape: shape, strides: strides,
      isWriteable: isWriteable, isView: true)
  }
}
