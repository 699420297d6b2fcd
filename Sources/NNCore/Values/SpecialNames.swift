/// The names that the language itself looks up, as symbols: places in the table of fixed names, so that they are
/// constants.
extension Symbol {
  static let initMethod = Symbol(fixed: 45)  // __init__
  static let newMethod = Symbol(fixed: 46)  // __new__
  static let callMethod = Symbol(fixed: 47)  // __call__
  static let iterMethod = Symbol(fixed: 48)  // __iter__
  static let nextMethod = Symbol(fixed: 49)  // __next__
  static let lenMethod = Symbol(fixed: 50)  // __len__
  static let boolMethod = Symbol(fixed: 51)  // __bool__
  static let containsMethod = Symbol(fixed: 52)  // __contains__
  static let getItemMethod = Symbol(fixed: 53)  // __getitem__
  static let setItemMethod = Symbol(fixed: 54)  // __setitem__
  static let deleteItemMethod = Symbol(fixed: 55)  // __delitem__
  static let reprMethod = Symbol(fixed: 56)  // __repr__
  static let strMethod = Symbol(fixed: 57)  // __str__
  static let formatMethod = Symbol(fixed: 58)  // __format__
  static let hashMethod = Symbol(fixed: 59)  // __hash__
  static let equalMethod = Symbol(fixed: 41)  // __eq__
  static let indexMethod = Symbol(fixed: 60)  // __index__
  static let intMethod = Symbol(fixed: 61)  // __int__
  static let bytesMethod = Symbol(fixed: 62)  // __bytes__
  static let complexMethod = Symbol(fixed: 63)  // __complex__
  static let floatMethod = Symbol(fixed: 64)  // __float__
  static let enterMethod = Symbol(fixed: 65)  // __enter__
  static let exitMethod = Symbol(fixed: 66)  // __exit__
  static let setNameMethod = Symbol(fixed: 67)  // __set_name__
  static let getMethod = Symbol(fixed: 68)  // __get__
  static let setMethod = Symbol(fixed: 69)  // __set__
  static let deleteMethod = Symbol(fixed: 70)  // __delete__
  static let getAttributeMethod = Symbol(fixed: 71)  // __getattribute__
  static let missingAttributeMethod = Symbol(fixed: 72)  // __getattr__
  static let setAttributeMethod = Symbol(fixed: 73)  // __setattr__
  static let deleteAttributeMethod = Symbol(fixed: 74)  // __delattr__
  static let initSubclassMethod = Symbol(fixed: 75)  // __init_subclass__
  static let classGetItemMethod = Symbol(fixed: 76)  // __class_getitem__
  static let instanceCheckMethod = Symbol(fixed: 77)  // __instancecheck__
  static let subclassCheckMethod = Symbol(fixed: 78)  // __subclasscheck__
  static let prepareMethod = Symbol(fixed: 79)  // __prepare__
  static let dirMethod = Symbol(fixed: 80)  // __dir__
  static let missingMethod = Symbol(fixed: 81)  // __missing__
  static let reversedMethod = Symbol(fixed: 82)  // __reversed__
  static let roundMethod = Symbol(fixed: 83)  // __round__
  static let absMethod = Symbol(fixed: 84)  // __abs__
  static let negativeMethod = Symbol(fixed: 85)  // __neg__
  static let positiveMethod = Symbol(fixed: 86)  // __pos__
  static let invertMethod = Symbol(fixed: 87)  // __invert__
  static let divmodMethod = Symbol(fixed: 88)  // __divmod__
  static let reflectedDivmodMethod = Symbol(fixed: 89)  // __rdivmod__
  static let truncMethod = Symbol(fixed: 90)  // __trunc__
  static let floorMethod = Symbol(fixed: 91)  // __floor__
  static let ceilMethod = Symbol(fixed: 92)  // __ceil__
  static let notEqualMethod = Symbol(fixed: 42)  // __ne__
  static let isAbstractName = Symbol(fixed: 93)  // __isabstractmethod__
  static let abstractMethodsName = Symbol(fixed: 94)  // __abstractmethods__
  static let slotsName = Symbol(fixed: 95)  // __slots__
  static let classCellName = Symbol(fixed: 96)  // __classcell__
  static let annotationsName = Symbol(fixed: 97)  // __annotations__
  static let basesName = Symbol(fixed: 98)  // __bases__
  static let mroName = Symbol(fixed: 99)  // __mro__
  static let baseName = Symbol(fixed: 100)  // __base__
  static let defaultsName = Symbol(fixed: 101)  // __defaults__
  static let className = Symbol(fixed: 102)  // __class__
  static let dictionaryName = Symbol(fixed: 103)  // __dict__
  static let nameName = Symbol(fixed: 104)  // __name__
  static let qualifiedName = Symbol(fixed: 105)  // __qualname__
  static let moduleName = Symbol(fixed: 106)  // __module__
  static let documentationName = Symbol(fixed: 107)  // __doc__
  static let finalizerMethod = Symbol(fixed: 108)  // __del__
  static let textSignatureName = Symbol(fixed: 109)  // __text_signature__
  static let argumentsName = Symbol(fixed: 110)  // args
  static let causeName = Symbol(fixed: 111)  // __cause__
  static let contextName = Symbol(fixed: 112)  // __context__
  static let suppressContextName = Symbol(fixed: 113)  // __suppress_context__
  static let tracebackName = Symbol(fixed: 114)  // __traceback__

  /// The names that are symbols from the start: first those of the arithmetic operators' methods (each with the reflected
  /// and the one in place), then those of the comparisons.
  static let fixedNames = [
    "__add__", "__radd__", "__iadd__", "__sub__", "__rsub__", "__isub__", "__mul__", "__rmul__", "__imul__",
    "__truediv__", "__rtruediv__", "__itruediv__", "__floordiv__", "__rfloordiv__", "__ifloordiv__", "__mod__",
    "__rmod__", "__imod__", "__pow__", "__rpow__", "__ipow__", "__matmul__", "__rmatmul__", "__imatmul__",
    "__lshift__", "__rlshift__", "__ilshift__", "__rshift__", "__rrshift__", "__irshift__", "__and__", "__rand__",
    "__iand__", "__or__", "__ror__", "__ior__", "__xor__", "__rxor__", "__ixor__", "__lt__", "__le__", "__eq__",
    "__ne__", "__gt__", "__ge__", "__init__", "__new__", "__call__", "__iter__", "__next__", "__len__", "__bool__",
    "__contains__", "__getitem__", "__setitem__", "__delitem__", "__repr__", "__str__", "__format__", "__hash__",
    "__index__", "__int__", "__bytes__", "__complex__", "__float__", "__enter__", "__exit__", "__set_name__",
    "__get__", "__set__", "__delete__", "__getattribute__", "__getattr__", "__setattr__", "__delattr__",
    "__init_subclass__", "__class_getitem__", "__instancecheck__", "__subclasscheck__", "__prepare__", "__dir__",
    "__missing__", "__reversed__", "__round__", "__abs__", "__neg__", "__pos__", "__invert__", "__divmod__",
    "__rdivmod__", "__trunc__", "__floor__", "__ceil__", "__isabstractmethod__", "__abstractmethods__", "__slots__",
    "__classcell__", "__annotations__", "__bases__", "__mro__", "__base__", "__defaults__", "__class__", "__dict__",
    "__name__", "__qualname__", "__module__", "__doc__", "__del__", "__text_signature__",
    "args", "__cause__", "__context__", "__suppress_context__", "__traceback__",
  ]
}
