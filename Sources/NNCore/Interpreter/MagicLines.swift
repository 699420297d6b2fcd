/// The `%` lines of notebooks. Those that prepare a notebook's surroundings have nothing to do here; any other is an
/// error, since leaving it out would change what the program computes.
enum MagicLines {
  /// Lines that set up plotting or reloading, or say how a cell is shown. grammar.md lists them.
  static let withoutEffect: Set<String> = [
    "%matplotlib", "%load_ext", "%reload_ext", "%autoreload", "%config", "%pylab", "%version_information",
    "%watermark", "%%time", "%%capture",
  ]

  /// Runs a line such as `%matplotlib inline`.
  static func run(_ line: String) throws(Fault) {
    let name = line.prefix { $0 != " " }
    if withoutEffect.contains(String(name)) { return }
    if line.hasPrefix("!") { throw Fault(.runtimeError, "commands of the shell do not run here") }
    throw Fault(.nameError, "the magic line '\(name)' is not available")
  }
}
