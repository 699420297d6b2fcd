import NNCore
import NNSyntax

/// The code of a Jupyter notebook.
public struct Notebook {
  /// The code cells in order.
  public let cells: [Cell]

  /// A code cell: its source is named `notebook.ipynb, cell 3`, the number counting code cells from 1.
  public struct Cell {
    public let source: SourceText
    /// The language of a cell that is no Python, as its first line says: `bash` of `%%bash`.
    public let foreignLanguage: String?
  }

  /// Why a file is no notebook.
  public struct ReadError: Error {
    public let message: String
  }

  /// The notebook in a file's bytes; notebooks of the formats 2 to 4 are known.
  public init(name: String, bytes: [UInt8]) throws(ReadError) {
    let root: JSONValue
    do throws(JSONError) {
      root = try JSONReader.read(bytes)
    } catch {
      throw ReadError(message: "no notebook: line \(error.line): \(error.message)")
    }
    guard let cells = root["cells"]?.items ?? root["worksheets"]?.items?.first?["cells"]?.items else {
      throw ReadError(message: "no notebook: it has no cells")
    }
    let texts = cells.filter { $0["cell_type"]?.string == "code" }.map(Notebook.text)
    self.cells = texts.enumerated().map { Cell(name: "\(name), cell \($0.offset + 1)", text: $0.element) }
  }

  /// A cell's text, written as one string or as its lines; format 3 calls it `input`.
  private static func text(of cell: JSONValue) -> String {
    let source = cell["source"] ?? cell["input"]
    return source?.string ?? (source?.items ?? []).map { $0.string ?? "" }.joined()
  }
}

extension Notebook.Cell {
  init(name: String, text: String) {
    source = SourceText(name: name, text)
    let mark = text.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
    let language = String(mark.dropFirst(2))
    // Those that are known run as they do at the prompt.
    foreignLanguage = mark.hasPrefix("%%") && !MagicLines.table.contains { $0.name == mark } ? language : nil
  }
}
