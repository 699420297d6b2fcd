import NNKernels
import NNSyntax
import Synchronization

/// Which names a program starts with.
public enum Dialect: Sendable {
  /// `.nn` files and the prompt: the array names need no import, `%` lines are accepted.
  case nn
  /// `.py` files: Python's names alone.
  case python
  /// Notebooks: Python's names, with `%` lines.
  case notebook

  /// How its programs are parsed.
  public var parserOptions: ParserOptions { ParserOptions(magics: self != .python) }
}

/// Writes bytes to where a program's output goes; false when nobody reads them any more.
public typealias ByteWriter = ([UInt8]) -> Bool

/// The language as one object: it runs program texts, one after the other, in one namespace.
public final class Interpreter {
  let machine: Machine
  public let dialect: Dialect

  private final class Stream: OutputStream {
    let writer: ByteWriter
    init(_ writer: @escaping ByteWriter) { self.writer = writer }
    func write(_ bytes: [UInt8]) -> Bool { writer(bytes) }
  }

  public init(dialect: Dialect, flushesLines: Bool = false, writer: @escaping ByteWriter) {
    self.dialect = dialect
    machine = Machine(output: Output(Stream(writer), flushesLines: flushesLines))
    Registry.install(in: machine)
    if dialect == .nn { BareNames.install(in: machine) }
  }

  /// Runs a program text. Throws the error that ended it.
  public func run(_ source: SourceText, mode: ExecutionMode = .program) throws(ProgramError) {
    let compilation: CompilationMode =
      switch mode {
      case .program: .program
      case .cell: .cell
      case .interactive: .interactive
      }
    do throws(Fault) {
      try machine.execute(source, mode: compilation, options: dialect.parserOptions)
    } catch {
      throw ProgramError(error)
    }
  }

  /// What is shown of a program's values.
  public enum ExecutionMode: Sendable {
    case program, cell, interactive
  }

  /// Writes what is still collected of the program's output.
  public func flush() { machine.output.flush() }
}

/// An error that no handler caught.
public struct ProgramError: Error {
  let fault: Fault
  init(_ fault: Fault) { self.fault = fault }

  /// The exception class's name: `ValueError`.
  public var name: String { fault.kind.name }
  public var message: String { fault.message }
}
