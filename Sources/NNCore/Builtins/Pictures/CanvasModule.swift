import NNKernels
import NNPictures

extension Builtin {
  /// What pictures are drawn on, and files of pictures.
  static let canvasModule: [Builtin] = [
    Builtin(
      "_canvas.Canvas(kind, width, height, /)", "Something to draw on: 'pixels', 'svg' or 'pdf'.",
      example: "import _canvas; _canvas.Canvas('pixels', 4, 2).array().shape  # (2, 4, 4)"
    ) { (context, arguments) throws(Fault) in
      let kind = try context.string(arguments[0], of: "Canvas").string
      let (width, height) = (try context.integer(arguments[1]), try context.integer(arguments[2]))
      guard width > 0, height > 0, width < 1 << 16, height < 1 << 16 else {
        throw Fault(
          .valueError,
          "Image size of \(width)x\(height) pixels is too large. It must be less than 2^16 in each direction.")
      }
      let kinds: [String: Canvas.Kind] = ["pixels": .pixels, "svg": .svg, "pdf": .pdf]
      guard let made = kinds[kind] else { throw Fault(.valueError, "no canvas of kind '\(kind)'") }
      guard let canvas = Canvas(made, width: width, height: height) else {
        if made == .pixels { throw Fault(.memoryError, "no memory for a picture of \(width)x\(height) pixels") }
        throw Fault(
          .importError, "SVG and PDF files need Cairo, and libcairo.so.2 was not found",
          hint: "install it: apt-get install libcairo2")
      }
      canvas.isInterrupted = { Interrupts.flag.isRaised }
      return .native(Ref(NativeObject(.canvas, CanvasPayload(canvas))))
    },
    Builtin(
      "_canvas.measure(text, font, size, /)", "The width of a text, and how far it reaches above and below the line."
    ) { (context, arguments) throws(Fault) in
      let font = try context.pictureFont(arguments[1])
      let size = try font.measure(try context.pictureText(arguments[0]), size: context.double(arguments[2]))
      var parts = ValueList(capacity: 3)
      parts.append(.float(size.width))
      parts.append(.float(size.ascent))
      parts.append(.float(size.descent))
      return .tuple(parts)
    },
    Builtin("_canvas.encode_png(pixels, dpi, /)", "A PNG file's bytes from an array (rows, columns, 4) of bytes.") {
      (context, arguments) throws(Fault) in
      let image = try context.pictureImage(arguments[0])
      let dpi = try context.double(arguments[1])
      do {
        return .byteString(
          try PNGFile.encode(image.bytes, width: image.width, height: image.height, dpi: dpi, flag: Interrupts.flag))
      } catch { throw Interrupts.fault }
    },
    Builtin("_canvas.encode_frames(frames, milliseconds, loops, /)", "A PNG file that moves, from arrays.") {
      (context, arguments) throws(Fault) in
      var frames: [[UInt8]] = []
      var (width, height) = (0, 0)
      try context.forEach(arguments[0]) { (frame) throws(Fault) in
        let image = try context.pictureImage(frame)
        if frames.isEmpty { (width, height) = (image.width, image.height) }
        guard image.width == width, image.height == height else {
          throw Fault(.valueError, "the frames of an animation have one size")
        }
        frames.append(image.bytes)
        return true
      }
      let (time, loops) = (try context.integer(arguments[1]), try context.integer(arguments[2]))
      if frames.isEmpty { throw Fault(.valueError, "an animation needs a frame") }
      do {
        return .byteString(
          try PNGFile.encode(
            frames: frames, width: width, height: height, milliseconds: Swift.max(0, Swift.min(65535, time)),
            loops: loops, flag: Interrupts.flag))
      } catch { throw Interrupts.fault }
    },
    Builtin(
      "_canvas.ask_terminal(query, milliseconds, /)", "What the terminal answers; '' where there is none.",
      example: "import _canvas; _canvas.ask_terminal('', 0)  # ''"
    ) { (context, arguments) throws(Fault) in
      let query = try context.string(arguments[0], of: "ask_terminal").string
      let time = Swift.max(0, Swift.min(5000, try context.integer(arguments[1])))
      return .string(query.isEmpty ? "" : TerminalQuestion.ask(query, milliseconds: time))
    },
    Builtin("_canvas.decode_png(data, /)", "The pixels of a PNG file; None where it cannot be read.") {
      (context, arguments) throws(Fault) in
      guard let bytes = arguments[0].asBytes else { throw Fault(.typeError, "PNG files are bytes") }
      do {
        guard let image = try PNGFile.decode(bytes.value.bytes, flag: Interrupts.flag) else { return .nothing }
        return try Builtin.imageValue(image.pixels, image.width, image.height)
      } catch let fault as Fault { throw fault } catch { throw Interrupts.fault }
    },
  ]

  /// An array (rows, columns, 4) of bytes.
  fileprivate static func imageValue(_ bytes: [UInt8], _ width: Int, _ height: Int) throws(Fault) -> Value {
    var shape = Dimensions(height, width)
    try shape.appendChecked(4)
    let array = try Creation.empty(shape, .uint8)
    array.fill(from: bytes, start: 0)
    return .array(array)
  }

  private static func method(
    _ declaration: String, _ documentation: String,
    _ body: @escaping (Context, Canvas, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin("Canvas." + declaration, documentation) { (context, arguments) throws(Fault) in
      guard let payload = arguments[0].nativePayload(CanvasPayload.self) else {
        throw Fault(.typeError, "a canvas is needed, not '\(arguments[0].typeName)'")
      }
      let result = try body(context, payload.canvas, arguments)
      try context.checkInterrupt()
      return result
    }
  }

  static let canvasMethods: [Builtin] = [
    method("clip(self, box, vertices, codes, /)", "Draws within a box (left, top, right, bottom) and a path.") {
      (context, canvas, arguments) throws(Fault) in
      let box = try context.pictureNumbers(arguments[1])
      let path = arguments[2].isNone ? nil : try context.picturePath(arguments[2], arguments[3])
      canvas.clip(
        to: box.count == 4
          ? PixelBox(
            left: whole(box[0]), top: whole(box[1]), right: whole(box[2]), bottom: whole(box[3])) : nil, path: path)
      return .nothing
    },
    method("path(self, vertices, codes, style, /)", "Fills and strokes a path.") {
      (context, canvas, arguments) throws(Fault) in
      canvas.draw(try context.picturePath(arguments[1], arguments[2]), try context.pictureStyle(arguments[3]))
      return .nothing
    },
    method("stamp(self, points, vertices, codes, style, /)", "Draws one path at many places.") {
      (context, canvas, arguments) throws(Fault) in
      let path = try context.picturePath(arguments[2], arguments[3])
      canvas.stamp(path, at: try context.picturePoints(arguments[1]), try context.pictureStyle(arguments[4]))
      return .nothing
    },
    method(
      "each(self, points, vertices, codes, scales, faces, edges, widths, style, /)",
      "Draws a path at many places with sizes and colours of their own."
    ) { (context, canvas, arguments) throws(Fault) in
      canvas.drawEach(
        try context.picturePath(arguments[2], arguments[3]), at: try context.picturePoints(arguments[1]),
        scales: try context.pictureNumbers(arguments[4]), faces: try context.pictureColours(arguments[5]),
        edges: try context.pictureColours(arguments[6]), widths: try context.pictureWidths(arguments[7]),
        try context.pictureStyle(arguments[8]))
      return .nothing
    },
    method(
      "polygons(self, vertices, corners, faces, edges, widths, style, /)",
      "Draws polygons of so many corners each, with colours of their own."
    ) { (context, canvas, arguments) throws(Fault) in
      canvas.polygons(
        try context.pictureNumbers(arguments[1]), corners: try context.integer(arguments[2]),
        faces: try context.pictureColours(arguments[3]), edges: try context.pictureColours(arguments[4]),
        widths: try context.pictureWidths(arguments[5]), try context.pictureStyle(arguments[6]))
      return .nothing
    },
    method("image(self, pixels, x, y, /)", "Lays an array (rows, columns, 4) of bytes with its corner at a pixel.") {
      (context, canvas, arguments) throws(Fault) in
      let image = try context.pictureImage(arguments[1])
      canvas.image(
        image.bytes, width: image.width, height: image.height, x: try context.integer(arguments[2]),
        y: try context.integer(arguments[3]))
      return .nothing
    },
    method("text(self, text, font, size, x, y, angle, colour, /)", "Draws a line of text from its left end.") {
      (context, canvas, arguments) throws(Fault) in
      guard let colour = try context.pictureColours(arguments[7]).first else { return .nothing }
      canvas.text(
        try context.pictureText(arguments[1]), try context.pictureFont(arguments[2]),
        size: try context.double(arguments[3]), x: try context.double(arguments[4]),
        y: try context.double(arguments[5]), angle: try context.double(arguments[6]), colour)
      return .nothing
    },
    method("array(self, /)", "The pixels (rows, columns, 4).") { (_, canvas, _) throws(Fault) in
      guard let pixels = canvas.pixels else { return .nothing }
      return try imageValue(pixels, canvas.width, canvas.height)
    },
    method("finish(self, /)", "The bytes of the finished SVG or PDF file.") { (_, canvas, _) throws(Fault) in
      guard let bytes = canvas.finish() else { throw Fault(.runtimeError, "the file could not be written") }
      return .byteString(bytes)
    },
  ]

  private static func whole(_ number: Double) -> Int {
    number.isNaN ? 0 : Int(Swift.max(-1e6, Swift.min(1e6, number)))
  }
}

extension Context {
  /// An array (rows, columns, 4) of bytes. Throws ValueError for other shapes.
  fileprivate func pictureImage(_ value: borrowing Value) throws(Fault) -> (bytes: [UInt8], width: Int, height: Int) {
    let array = try array(value)
    guard array.rank == 3, array.shape[2] == 4, array.type == .uint8 else {
      throw Fault(.valueError, "pixels are an array of bytes with the shape (rows, columns, 4)")
    }
    return (try array.bytes(), array.shape[1], array.shape[0])
  }
}
