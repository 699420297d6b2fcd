import Testing

/// `nn --batch`, which the recorded expressions go through (Tests/Golden/README.md).
@Suite("Batches")
struct BatchTests {
  private func answer(_ text: String, as ending: String = "nn") throws -> String {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["--batch", try folder.write(text, as: "batch.\(ending)")])
    #expect(run.code == 0)
    return run.output
  }

  @Test("values, types, printed lines")
  func values() throws {
    #expect(
      try answer("print(1)\n1 + 1\n%%\nNone\n%%\n'a'\n%%\nx = 3\n") == "1\n= 2\n: int\n%%\n%%\n= 'a'\n: str\n%%\n%%\n")
  }

  @Test("an array's type names its dtype and shape, and each line of its text is marked")
  func arrays() throws {
    let text = try answer("import numpy as np\nnp.zeros((2, 2))\n%%\nimport numpy as np\nnp.zeros(3)\n")
    #expect(
      text == """
        = array([[0., 0.],
        =        [0., 0.]])
        : ndarray float64 (2, 2)
        %%
        = array([0., 0., 0.])
        : ndarray float64 (3,)
        %%

        """)
  }

  @Test("errors end their block only, and no block sees another's names")
  func errors() throws {
    #expect(
      try answer("x = 1\n1 / 0\n%%\nx\n%%\nx = (\n%%\n2\n")
        == """
        ! ZeroDivisionError: division by zero
        %%
        ! NameError: name 'x' is not defined
        %%
        ! SyntaxError: '(' was never closed
        %%
        = 2
        : int
        %%

        """)
  }

  @Test("an empty block answers nothing")
  func empty() throws {
    #expect(try answer("%%\n1\n%%") == "%%\n= 1\n: int\n%%\n%%\n")
  }
}
