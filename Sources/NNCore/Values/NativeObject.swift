/// The types of the library that are written in Swift and are no part of the language's core. The raw value is the
/// type's name as Python shows it; builtins name it by its last part (`deque.append(self, x, /)`).
enum NativeType: String, CaseIterable {
  case deque = "collections.deque"
  case traceback, frame
  case random = "_random.Random"
  case pattern = "re.Pattern"
  case match = "re.Match"
  case matchIterator = "callable_iterator"
  case catchWarnings = "warnings.catch_warnings"
  case warningMessage = "warnings.WarningMessage"
  case textIOWrapper = "_io.TextIOWrapper"
  case stringIO = "_io.StringIO"
  case bytesIO = "_io.BytesIO"
  case bufferedReader = "_io.BufferedReader"
  case bufferedWriter = "_io.BufferedWriter"
  case bufferedRandom = "_io.BufferedRandom"
  case fileIO = "_io.FileIO"
  case ioBase = "io.IOBase"
  case rawIOBase = "io.RawIOBase"
  case bufferedIOBase = "io.BufferedIOBase"
  case textIOBase = "io.TextIOBase"

  var name: String { rawValue }

  /// The type that this one derives from.
  var parent: NativeType? {
    switch self {
    case .textIOWrapper, .stringIO: .textIOBase
    case .bytesIO, .bufferedReader, .bufferedWriter, .bufferedRandom: .bufferedIOBase
    case .fileIO: .rawIOBase
    case .rawIOBase, .bufferedIOBase, .textIOBase: .ioBase
    default: nil
    }
  }

  /// Whether values of this type are also of the other.
  func inherits(from other: NativeType) -> Bool {
    var type: NativeType? = self
    while let current = type {
      if current == other { return true }
      type = current.parent
    }
    return false
  }

  /// The types by the last part of their names.
  static let named: [String: NativeType] = Dictionary(
    uniqueKeysWithValues: allCases.map { (String($0.rawValue.split(separator: ".").last ?? ""), $0) })
}

/// What a native object has inside: each type is a subclass, and overrides what its values can do. The machine's
/// operations ask it where a value of the core would be switched over; what it does not know it answers with nil.
class NativePayload {
  /// Shows the visitor every value that it owns.
  func traverse(_ visitor: inout Visitor) {}
  /// Drops every value that it owns.
  func clear() {}
  /// The next item of an iterator; nil at its end.
  func next(_ context: Context) throws(Fault) -> Value? { nil }
  /// Does what is left to do when the process ends.
  func finish() {}
  /// Whether it is an iterator.
  var isIterator: Bool { false }
  /// Calls it with positional arguments and named ones.
  func call(
    _ context: Context, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    throw Fault(.typeError, "object is not callable")
  }
  var isCallable: Bool { false }
}

/// A value of a native type.
struct NativeObject: Object, ~Copyable {
  static var kind: Kind { .native }
  let type: NativeType
  let payload: NativePayload
  init(_ type: NativeType, _ payload: NativePayload) {
    self.type = type
    self.payload = payload
  }
  borrowing func traverse(_ visitor: inout Visitor) { payload.traverse(&visitor) }
  mutating func clear() { payload.clear() }
}
