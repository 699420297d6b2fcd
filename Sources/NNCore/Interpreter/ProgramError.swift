/// An error that no handler caught.
public struct ProgramError: Error {
  let fault: Fault
  init(_ fault: Fault) { self.fault = fault }

  /// The exception class's name: `ValueError`, without its module.
  public var name: String { typeName.lastComponent }
  /// The same, but for a private class of NumPy's the public one above it.
  public var publicName: String {
    typeName == fault.kind.name ? fault.kind.publicName.lastComponent : typeName.lastComponent
  }
  private var typeName: String { fault.report?.typeName ?? fault.kind.name }
  /// The text after the name, perhaps empty.
  public var message: String { fault.message }
  /// The text for standard error, with the place in the source.
  public var report: String { ErrorReport(fault).text }

  /// What the error means for the process.
  public enum Meaning: Equatable {
    /// The program failed.
    case failure
    /// The user pressed Ctrl-C.
    case interrupt
    /// `sys.exit`: the code, and what is written to standard error before.
    case exit(code: Int32, text: String?)
    /// Nobody reads the output any more.
    case brokenPipe
  }

  public var meaning: Meaning {
    switch fault.kind {
    case .keyboardInterrupt: .interrupt
    case .brokenPipeError: .brokenPipe
    case .systemExit: exit
    default: .failure
    }
  }

  private var exit: Meaning {
    guard let report = fault.report else { return .exit(code: 1, text: nil) }
    return .exit(code: Int32(truncatingIfNeeded: report.exitStatus), text: report.isSilent ? nil : fault.message)
  }
}
