/// The library's functions are mostly never called: their bodies are passed over, and read when they are.
extension Lexer {
  /// What a look over a body finds.
  private struct Body {
    /// The offset of the first line behind it.
    var end: Int
    /// The offsets of its first byte and behind its last one, without comments and space.
    var start = -1
    var last = 0
    /// Whether nothing in it makes a generator of its function.
    var isDeferrable = true
    /// Whether a method of this body needs its class.
    var namesClass = false
    /// The token that stands for it.
    var kind: TokenKind { namesClass ? .skippedMethod : .skipped }
  }

  /// Whether the line from this token on is the head of a function with a body below it.
  func isDefinition(from first: Int) -> Bool {
    let count = tokens.count
    guard count - first > 4, tokens[first].kind == .def else { return false }
    return tokens[count - 1].kind == .newline && tokens[count - 2].kind == .colon
  }

  /// Passes over the body that begins here, but for a text that says what the function does; not if it is short.
  mutating func passBody() throws(Diagnostic) {
    let body = bodyAhead()
    guard body.isDeferrable, body.start >= 0, body.last - body.start >= 12 else {
      eagerEnd = body.end
      return
    }
    let quote = bytes[body.start]
    guard quote == Ascii.quote || quote == Ascii.doubleQuote else {
      append(body.kind, from: body.start, to: body.last)
      position = body.end
      return
    }
    let before = (position, tokens.count)
    while try !lexLineStart() {}
    while try lexToken() {}
    indents.removeLast()
    guard tokens.count == before.1 + 3, tokens[before.1 + 1].kind == .string, position < body.last else {
      // No text alone, or nothing but the text.
      tokens.removeLast(tokens.count - before.1)
      (position, eagerEnd) = (before.0, body.end)
      return
    }
    append(body.kind, from: position, to: body.last)
    position = body.end
  }

  /// Looks over the lines that are indented more than the current one.
  private func bodyAhead() -> Body {
    let outer = indents.last?.column ?? 0
    var body = Body(end: position)
    var place = position
    while place < end {
      let lineStart = place
      while place < end, bytes[place] == Ascii.space { place += 1 }
      guard place < end else { break }
      if bytes[place] == Ascii.newline {
        place += 1
        continue
      }
      if bytes[place] != Ascii.hash {
        if place - lineStart <= outer { break }
        if body.start < 0 { body.start = place }
      }
      passLine(&place, &body)
      body.end = place
    }
    return body
  }

  /// Goes behind the end of a line, or of that on which a string in it ends.
  private func passLine(_ place: inout Int, _ body: inout Body) {
    while place < end {
      let byte = bytes[place]
      switch byte {
      case Ascii.newline:
        place += 1
        return
      case Ascii.hash:
        while place < end, bytes[place] != Ascii.newline { place += 1 }
        continue
      case Ascii.quote, Ascii.doubleQuote: passString(&place)
      case Ascii.backslash: place = min(place + 2, end)
      case Ascii.space:
        place += 1
        continue
      default:
        guard Ascii.isNamePart(byte) else {
          place += 1
          break
        }
        passName(&place, &body)
      }
      body.last = place
    }
  }

  private func passString(_ place: inout Int) {
    let quote = bytes[place]
    let isTriple = place + 2 < end && bytes[place + 1] == quote && bytes[place + 2] == quote
    place += isTriple ? 3 : 1
    while place < end {
      let byte = bytes[place]
      if byte == Ascii.backslash {
        place += 2
      } else if byte == quote, !isTriple || place + 2 < end && bytes[place + 1] == quote && bytes[place + 2] == quote {
        place = min(place + (isTriple ? 3 : 1), end)
        return
      } else {
        place += 1
      }
    }
    place = end
  }

  /// Passes a name; some decide what kind of function this is.
  private func passName(_ place: inout Int, _ body: inout Body) {
    let start = place
    while place < end, Ascii.isNamePart(bytes[place]) { place += 1 }
    switch (place - start, bytes[start]) {
    case (5, UInt8(ascii: "y")): if text(start, place) == "yield" { body.isDeferrable = false }
    case (5, UInt8(ascii: "s")): if text(start, place) == "super" { body.namesClass = true }
    case (9, Ascii.underscore): if text(start, place) == "__class__" { body.namesClass = true }
    default: break
    }
  }

  private func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
}
