import NNLibrary
import Glibc
import NNSyntax

@testable import NNCore

/// A recorded table of expressions with what CPython makes of them (record.py says how it is written).
struct ExpressionTable {
  struct Row {
    let expression: String
    let expected: String
  }

  let rows: [Row]

  init(_ name: String, file: String = #filePath) {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    let bytes = ExpressionTable.contents(of: "/\(folder)/Tables/\(name).txt")
    rows = bytes.split(separator: 10).compactMap { line in
      let fields = line.split(separator: 9).map(ExpressionTable.unescape)
      return fields.count == 2 ? Row(expression: fields[0], expected: fields[1]) : nil
    }
  }

  private static func contents(of path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { return [] }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  private static func unescape(_ field: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    var isEscaped = false
    for byte in field {
      if isEscaped {
        let letters: [UInt8: UInt8] = [UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13]
        out.append(letters[byte] ?? byte)
        isEscaped = false
      } else if byte == 92 {
        isEscaped = true
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Evaluates expressions one after the other in one interpreter.
final class Evaluator {
  private var output: [UInt8] = []
  private var interpreter: Interpreter?

  init() {
    interpreter = Interpreter(dialect: .python) { [weak self] bytes in
      self?.output += bytes
      return true
    }
    interpreter?.provide(library: BundledModules())
    _ = run("import math")
  }

  /// What a program prints, without the last line end; `!Class: message` where it ends with an error.
  func run(_ program: String) -> String {
    output = []
    guard let interpreter else { return "" }
    do throws(ProgramError) { try interpreter.run(SourceText(name: "test", program)) } catch {
      let name = error.name.split(separator: ".").last.map(String.init) ?? error.name
      return "!\(name): \(error.message)"
    }
    interpreter.flush()
    if output.last == 10 { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }

  /// The `repr` of an expression's value, or its error.
  func value(_ expression: String) -> String { run("print(repr(\(expression)))") }
}
