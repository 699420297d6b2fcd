/// NumPy's scalars, as `repr` shows them in NumPy 2: `np.float64(1.5)`, `np.int64(3)`, `np.True_`.
enum ScalarText {
  /// Whether they are shown as values without their types: `set_printoptions(legacy='1.25')` and older.
  static var showsValues = false

  /// `repr` of `np.float64`, `np.float32` or `np.float16`; `dtype` is the scalar type's name.
  static func repr(_ value: some ShortestDigits, dtype: String) -> [UInt8] {
    wrapped(NumberText.scalarText(value), dtype: dtype)
  }

  /// `repr` of an integer scalar of the type `dtype`.
  static func repr(_ value: some FixedWidthInteger, dtype: String) -> [UInt8] {
    wrapped(Array(String(value).utf8), dtype: dtype)
  }

  /// `repr` of `np.complex128` or `np.complex64`.
  static func repr<Scalar: ShortestDigits>(real: Scalar, imaginary: Scalar, dtype: String) -> [UInt8] {
    let text = NumberText.complexText(real: real, imaginary: imaginary)
    if showsValues { return text }
    // The call's brackets take the place of the number's own.
    return wrapped(text.first == UInt8(ascii: "(") ? Array(text.dropFirst().dropLast()) : text, dtype: dtype)
  }

  /// `np.True_` or `np.False_`.
  static func repr(_ value: Bool) -> [UInt8] {
    Array(((showsValues ? "" : "np.") + (value ? "True" : "False") + (showsValues ? "" : "_")).utf8)
  }

  /// `repr` of `np.str_`: `np.str_('abc')`.
  static func repr(string: [UInt8]) -> [UInt8] {
    wrapped(StringText.repr(string), dtype: "str_")
  }

  private static func wrapped(_ text: [UInt8], dtype: String) -> [UInt8] {
    if showsValues { return text }
    var out = Array(("np." + dtype + "(").utf8)
    out.append(contentsOf: text)
    out.append(UInt8(ascii: ")"))
    return out
  }
}
