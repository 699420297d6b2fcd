extension Builtin {
  /// The native part of `csv`: what reads and writes the lines.
  static let csvModule: [Builtin] = [
    Builtin(
      "_csv.reader(lines, dialect, limit, error, /)", "An iterator over the rows of lines.",
      example: "import csv; list(csv.reader(['a,b']))  # [['a', 'b']]"
    ) { (context, arguments) throws(Fault) in
      let dialect = try CsvDialect(arguments[1], in: context)
      var values = ValueList(capacity: 4)
      values.append(try context.iterate(arguments[0]))
      for index in 1..<4 { values.append(arguments[index].copy()) }
      return .native(Ref(NativeObject(.csvReader, CsvReader(values, dialect))))
    },
    Builtin(
      "_csv.writer(write, dialect, error, /)", "What writes rows as lines.",
      example: "import csv, io; csv.writer(io.StringIO()).writerow([1, 'a'])  # 5"
    ) { (context, arguments) throws(Fault) in
      let dialect = try CsvDialect(arguments[1], in: context)
      var values = ValueList(capacity: 3)
      for index in 0..<3 { values.append(arguments[index].copy()) }
      return .native(Ref(NativeObject(.csvWriter, CsvWriter(values, dialect))))
    },
    Builtin(
      "_csv.record(reader, names, /)",
      "The next row that is not empty, as a dictionary where that is plain; None if it is no such reader.",
      example: "import _csv, csv; _csv.record(csv.reader(['1,2']), ['a', 'b'])  # {'a': '1', 'b': '2'}"
    ) { (context, arguments) throws(Fault) in
      guard arguments[0].asNative != nil, let reader = arguments[0].nativePayload(CsvReader.self) else {
        return .nothing
      }
      guard let record = try reader.record(arguments[1], context) else { throw Fault(.stopIteration, "") }
      return record
    },
    reader("__iter__(self, /)", "The reader itself.") { (_, _, arguments) throws(Fault) in arguments[0].copy() },
    reader("__next__(self, /)", "The next row.") { (context, reader, _) throws(Fault) in
      guard let row = try reader.next(context) else { throw Fault(.stopIteration, "") }
      return row
    },
    reader("line_num", "How many lines were read.") { (_, reader, _) throws(Fault) in .int(reader.lineNumber) },
    reader("dialect", "The dialect.") { (_, reader, _) throws(Fault) in reader.dialectObject },
    writer("writerow(self, row, /)", "Writes a row; returns what the file's `write` does.") {
      (context, writer, arguments) throws(Fault) in
      try writer.write(arguments[1], context)
    },
    writer("writerows(self, rows, /)", "Writes many rows.") { (context, writer, arguments) throws(Fault) in
      try context.forEach(arguments[1]) { (row) throws(Fault) in
        _ = try writer.write(row, context)
        return true
      }
      return .nothing
    },
    writer("dialect", "The dialect.") { (_, writer, _) throws(Fault) in writer.dialectObject },
  ]

  private static func reader(
    _ declaration: String, _ documentation: String,
    _ body: @escaping (Context, CsvReader, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin("reader." + declaration, documentation, example: "import csv; csv.reader([]).line_num  # 0") {
      (context, arguments) throws(Fault) in
      let reader = try receiver(arguments[0], CsvReader.self, "reader", "_csv.reader")
      return try body(context, reader, arguments)
    }
  }

  private static func writer(
    _ declaration: String, _ documentation: String,
    _ body: @escaping (Context, CsvWriter, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin(
      "writer." + declaration, documentation, example: "import csv, io; csv.writer(io.StringIO()).writerow([])  # 2"
    ) { (context, arguments) throws(Fault) in
      let writer = try receiver(arguments[0], CsvWriter.self, "writer", "_csv.writer")
      return try body(context, writer, arguments)
    }
  }
}
