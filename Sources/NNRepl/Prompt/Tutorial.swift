/// A short tour: it types lines for the newcomer, who reads, presses Enter, and sees what they do.
struct Tutorial {
  struct Step {
    let explanation: String
    let line: String
  }

  private static let steps = [
    Step(
      explanation: "A tour in nine steps. Each types a line for you: press Enter to run it, or change it first.\n"
        + "Ctrl-C ends the tour. The prompt is a calculator to begin with:", line: "6 * 7"),
    Step(explanation: "The last value is called _, the one before it __.", line: "_ / 4"),
    Step(
      explanation: "NumPy's names are there without an import. Ten numbers from 0 to 1:", line: "x = linspace(0, 1, 10)"
    ),
    Step(
      explanation: "Operations are elementwise. What a line is worth is shown, with its dtype and shape below.",
      line: "y = sin(2 * pi * x); y"),
    Step(
      explanation: "Products of matrices, sums along axes:",
      line: "dot(ones((2, 3)), arange(6.0).reshape(3, 2)).sum(axis=0)"),
    Step(
      explanation: "Where shapes do not fit, the error shows them under the operands, and often what would fit.",
      line: "dot(ones((2, 3)), ones((2, 3)))"),
    Step(
      explanation: "A function's derivative is one call away: that of x**3 at 2 is 12.",
      line: "grad(lambda x: x**3)(2.0)"),
    Step(
      explanation: "A question mark tells what something is; two show its source. Tab completes names.",
      line: "linspace?"),
    Step(explanation: "What there is so far. %lsmagic lists more such lines; !ls asks the shell.", line: "%whos"),
  ]
  static let farewell = "That was the tour. help(name) and name? explain, Up brings lines back, Ctrl-D leaves.\n"

  private var next = 0

  /// The next step; nil at the end.
  mutating func advance() -> Step? {
    guard next < Tutorial.steps.count else { return nil }
    next += 1
    return Tutorial.steps[next - 1]
  }
}
