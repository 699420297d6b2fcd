import Testing

@testable import NNRepl

/// The texts that the prompt works on, without a terminal.
@Suite("Texts of the prompt")
struct PromptTextTests {
  @Test("prompts and shared indentation are no part of a pasted program")
  func pastes() {
    #expect(PastedText.program("x = 1\n  y") == "x = 1\n  y")
    #expect(PastedText.program(">>> if x:\n...     y\n...\n12\n>>> z") == "if x:\n    y\n\nz")
    #expect(PastedText.program("In [3]: a = 1\n   ...: b = 2\nOut[3]: 5") == "a = 1\nb = 2")
    #expect(PastedText.program("    a = 1\n\n      b\n    c") == "a = 1\n\n  b\nc")
    #expect(PastedText.program("\ta\n\tb") == "a\nb")
    #expect(PastedText.program("") == "")
  }

  @Test(
    "statements of the history are lines",
    arguments: ["x = 1", "for i in x:\n    'é\\n'\n\n", "\\", "a\\nb", "数", "\\\\n"])
  func history(text: String) {
    let line = HistoryFile.encoded(text)
    #expect(!line.contains(10))
    #expect(HistoryFile.decoded(line[...]) == text)
  }

  @Test("the next line's indentation")
  func indentation() {
    #expect(Indentation.next("x = 1") == "")
    #expect(Indentation.next("for i in x:") == "    ")
    #expect(Indentation.next("for i in x:\n    y") == "    ")
    #expect(Indentation.next("for i in x:\n    return") == "")
    #expect(Indentation.next("def f():\n    if x:  # why") == "        ")
    #expect(Indentation.next("f(1,") == "    ")
    #expect(Indentation.next("x = 'a:'") == "")
  }

  @Test("a blank tail goes, blank lines within stay")
  func tail() {
    #expect(TypedText("a\n\nb\n  \n").withoutBlankTail.string == "a\n\nb")
    #expect(TypedText(" \n").withoutBlankTail.isEmpty)
  }
}
