extension Parser {
  /// `import a.b as c, d`.
  mutating func parseImport() throws(Diagnostic) -> [ImportAlias] {
    try expect(.import)
    var aliases: [ImportAlias] = []
    repeat {
      let start = current.span.start
      let path = try parseDottedName()
      let alias = accept(.as) ? try parseIdentifier() : nil
      aliases.append(ImportAlias(path: path, alias: alias, span: span(from: start)))
    } while accept(.comma)
    return aliases
  }

  /// `from ..a.b import c as d, e`, `from . import (c, d,)`, `from a import *`.
  mutating func parseImportFrom() throws(Diagnostic) -> ImportFrom {
    try expect(.from)
    var level = 0
    while true {
      if accept(.dot) {
        level += 1
      } else if accept(.ellipsis) {
        level += 3
      } else {
        break
      }
    }
    let path = level > 0 && at(.import) ? [] : try parseDottedName()
    try expect(.import)
    if accept(.star) { return ImportFrom(level: level, path: path, names: nil) }
    let isParenthesized = accept(.openParen)
    let names = try parseImportedNames(isParenthesized: isParenthesized)
    if isParenthesized { try expect(.closeParen) }
    return ImportFrom(level: level, path: path, names: names)
  }

  private mutating func parseImportedNames(isParenthesized: Bool) throws(Diagnostic) -> [ImportAlias] {
    var aliases: [ImportAlias] = []
    repeat {
      if !aliases.isEmpty {
        if isParenthesized, at(.closeParen) { break }
        if !isParenthesized, at(.newline) {
          throw error("trailing comma not allowed without surrounding parentheses", at: current.span)
        }
      }
      let name = try parseIdentifier()
      let alias = accept(.as) ? try parseIdentifier() : nil
      aliases.append(ImportAlias(path: [name], alias: alias, span: span(from: name.span.start)))
    } while accept(.comma)
    return aliases
  }

  private mutating func parseDottedName() throws(Diagnostic) -> [Identifier] {
    var path = [try parseIdentifier()]
    while accept(.dot) { path.append(try parseIdentifier()) }
    return path
  }
}
