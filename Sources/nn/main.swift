import CProcess
import Glibc

// Before anything that was built for a certain processor.
if let missing = nn_missing_instructions() {
  StandardStreams.writeErrors(
    "nn: this binary was built for a processor with \(String(cString: missing)), which this one lacks; "
      + "build it on this machine\n")
  exit(1)
}
nn_install_signals()
nn_use_one_heap()

let request: Request
var arguments: [String] = []
while let argument = nn_argument(CInt(arguments.count + 1)) { arguments.append(String(cString: argument)) }
if let common = Request(common: arguments) {
  request = common
} else {
  do {
    request = try CommandLineOptions.parse(arguments).request(isTerminal: isatty(STDIN_FILENO) == 1)
  } catch {
    let text = CommandLineOptions.fullMessage(for: error)
    let isWanted = CommandLineOptions.exitCode(for: error).isSuccess
    if isWanted {
      _ = StandardStreams.writeOutput(Array((text + "\n").utf8))
    } else {
      StandardStreams.writeErrors(text + "\n")
    }
    exit(isWanted ? Session.ExitCode.success : Session.ExitCode.usage)
  }
}

LargeStack.run { Session.run(request) }
StandardStreams.writeErrors("nn: there is not enough memory for the interpreter's stack\n")
exit(Session.ExitCode.failure)
