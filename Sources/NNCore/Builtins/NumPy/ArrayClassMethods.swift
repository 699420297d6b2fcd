extension Builtin {
  /// What classes that extend arrays find behind `super()`.
  static let arrayClassMethods: [Builtin] = [
    .arrayFinalize, .arrayWrap, .arrayUfunc, .arrayFunctionProtocol, .arrayPriority, .undispatched,
  ]

  static let arrayFinalize = Builtin(
    "ndarray.__array_finalize__(self, obj, /)",
    "Called for each new array of a class that extends `ndarray`; `obj` is the array it was made from, or None.",
    example: "array([1]).__array_finalize__(None)  # None"
  ) { (_, _) throws(Fault) in .nothing }

  static let arrayWrap = Builtin(
    "ndarray.__array_wrap__(self, array, context=None, return_scalar=False, /)",
    "A ufunc's result as an array of the class of `self`.",
    example: "array([1]).__array_wrap__(array([2]))  # array([2])"
  ) { (context, arguments) throws(Fault) in
    guard let array = arguments[1].asArray else {
      throw Fault(.typeError, "can only be called with ndarray object")
    }
    guard let instance = arguments[0].asInstance else {
      return array.value.rank == 0 && arguments[3].asBool == true
        ? .scalar(array.value.firstElement) : .array(array.owned())
    }
    return try context.array(array.value.view(), of: instance.value.type.unowned, from: arguments[0])
  }

  static let arrayUfunc = Builtin(
    "ndarray.__array_ufunc__(self, ufunc, method, /, *inputs, **kwargs)",
    "Calls a ufunc, or one of its methods by name; NotImplemented where an operand has a way of its own.",
    example: "array([1]).__array_ufunc__(np.add, '__call__', array([1]), 2)  # array([3])"
  ) { (context, arguments) throws(Fault) in
    try context.callLibrary("_array_classes", "default_ufunc", arguments, 5)
  }

  static let arrayFunctionProtocol = Builtin(
    "ndarray.__array_function__(self, func, types, args, kwargs)",
    "Calls one of NumPy's functions; NotImplemented where an argument is of a class that is no array.",
    example: "array([1]).__array_function__(np.sum, (np.ndarray,), ([1, 2],), {})  # np.int64(3)"
  ) { (context, arguments) throws(Fault) in
    try context.callLibrary("_array_classes", "default_function", arguments, 5)
  }

  static let arrayPriority = Builtin(
    "ndarray.__array_priority__", "Whose class the result of several operands has: the greatest.",
    example: "array([1]).__array_priority__  # 0.0"
  ) { (_, _) throws(Fault) in .float(0) }

  static let undispatched = Builtin(
    "numpy._undispatched(function, args, kwargs, /)", "Calls a builtin, whatever the classes of its arguments are.",
    example: "np._undispatched(np.sum, ([1, 2],), {})  # np.int64(3)"
  ) { (context, arguments) throws(Fault) in
    context.skipsClasses = true
    defer { context.skipsClasses = false }
    return try context.call(
      arguments[0], arguments[1].asTuple?.value.items.copies() ?? ValueList(), keywords: arguments[2])
  }
}
