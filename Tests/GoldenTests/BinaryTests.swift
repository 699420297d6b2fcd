import Testing

@Test("the interpreter is built")
func interpreterIsBuilt() {
  #expect(
    Interpreter.exists,
    "no interpreter at \(Interpreter.path): run `swift build -c release` first, or set NN_BINARY; all other golden tests are skipped"
  )
}
