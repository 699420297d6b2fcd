import NNPictures

extension Builtin {
  /// Geometry that is too long for the language: contours and images.
  static let canvasGeometry: [Builtin] = [
    Builtin(
      "_canvas.area(x, y, z, low, high, /)", "The borders of where low < z <= high: arrays (n, 2), closed.",
      example: "import _canvas; len(_canvas.area([[0, 1], [0, 1]], [[0, 0], [1, 1]], [[0, 1], [0, 1]], .2, .5))  # 1"
    ) { (context, arguments) throws(Fault) in
      let grid = try context.contourGrid(arguments)
      let (low, high) = (try context.double(arguments[3]), try context.double(arguments[4]))
      return try lines(grid.area(from: low, to: high) { Interrupts.flag.isRaised })
    },
    Builtin("_canvas.lines(x, y, z, level, /)", "The lines along which z is the level: arrays (n, 2).") {
      (context, arguments) throws(Fault) in
      let grid = try context.contourGrid(arguments)
      let level = try context.double(arguments[3])
      return try lines(grid.lines(at: level) { Interrupts.flag.isRaised })
    },
    Builtin(
      "_canvas.resample(image, rows, columns, x, xstep, y, ystep, kernel, /)",
      "An image (rows, columns, parts) looked up for pixels: kernel 0 nearest, 1 bilinear, 2 hanning, 3 bicubic."
    ) { (context, arguments) throws(Fault) in
      let image = try context.array(arguments[0])
      let (rows, columns) = (try context.integer(arguments[1]), try context.integer(arguments[2]))
      guard image.rank == 3, image.count > 0, rows > 0, columns > 0, rows < 1 << 16, columns < 1 << 16 else {
        throw Fault(.valueError, "an image has rows, columns and parts")
      }
      var places: [Double] = []
      for index in 3..<7 { places.append(try context.double(arguments[index])) }
      let kernel = Resampling.Kernel(rawValue: try context.integer(arguments[7])) ?? .nearest
      let parts = image.shape[2]
      var shape = Dimensions(rows, columns)
      try shape.appendChecked(parts)
      guard rows * columns <= (1 << 28) / Swift.max(1, parts) else {
        throw Fault(.memoryError, "no memory for a picture of \(columns)x\(rows) pixels")
      }
      let result = Resampling.resample(
        try image.float64s(), height: image.shape[0], width: image.shape[1], parts: parts, rows: rows,
        columns: columns, x: (places[0], places[1]), y: (places[2], places[3]), kernel
      ) { Interrupts.flag.isRaised }
      try context.checkInterrupt()
      return .array(try Creation.array(result, shape: shape))
    },
  ]

  private static func lines(_ lines: [[Point2]]) throws(Fault) -> Value {
    try Interrupts.check()
    var list = ValueList(capacity: lines.count)
    for line in lines {
      var numbers: [Double] = []
      numbers.reserveCapacity(line.count &* 2)
      for point in line {
        numbers.append(point.x)
        numbers.append(point.y)
      }
      list.append(.array(try Creation.array(numbers, shape: Dimensions(line.count, 2))))
    }
    return .list(list)
  }
}

extension Context {
  fileprivate func contourGrid(_ arguments: Registers) throws(Fault) -> ContourGrid {
    let z = try array(arguments[2])
    guard z.rank == 2,
      let grid = ContourGrid(
        x: try pictureNumbers(arguments[0]), y: try pictureNumbers(arguments[1]), z: try z.float64s(),
        rows: z.shape[0], columns: z.shape[1])
    else { throw Fault(.typeError, "Input z must be at least a (2, 2) shaped array, with x and y of its shape") }
    return grid
  }
}
