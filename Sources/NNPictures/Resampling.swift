import Glibc

/// Looking up an image's values for the pixels of a picture.
public enum Resampling {
  /// Which values count for a pixel.
  public enum Kernel: Int { case nearest, bilinear, hanning, bicubic }

  /// Along one axis: the first source index of each pixel and the weights from there on.
  struct Axis {
    var first: [Int]
    var weights: [[Double]]

    /// `count` pixels; pixel i looks at `start + (i + 0.5) · step` in source pixels, of which there are `size`.
    init(count: Int, start: Double, step: Double, size: Int, _ kernel: Kernel) {
      first = []
      weights = []
      let shrink = max(1, abs(step))
      let radius = Axis.radius(kernel) * shrink
      for index in 0..<count {
        let place = start + (Double(index) + 0.5) * step
        if kernel == .nearest {
          first.append(max(0, min(size - 1, Int(max(-1, min(1e9, place.rounded(.down)))))))
          weights.append([1])
          continue
        }
        let low = Int(max(-1e8, min(1e8, (place - radius - 0.5).rounded(.up))))
        let high = Int(max(-1e8, min(1e8, (place + radius - 0.5).rounded(.down))))
        var row: [Double] = []
        let (from, to) = (max(0, min(size - 1, low)), max(0, min(size - 1, high)))
        row = [Double](repeating: 0, count: to - from + 1)
        var total = 0.0
        for source in low...max(low, high) {
          let weight = Axis.weight(kernel, (Double(source) + 0.5 - place) / shrink)
          row[max(from, min(to, source)) - from] += weight
          total += weight
        }
        if total == 0 {
          row[0] = 1
          total = 1
        }
        first.append(from)
        weights.append(row.map { $0 / total })
      }
    }

    private static func radius(_ kernel: Kernel) -> Double { kernel == .bicubic ? 2 : 1 }

    private static func weight(_ kernel: Kernel, _ distance: Double) -> Double {
      let d = abs(distance)
      switch kernel {
      case .nearest: return 1
      case .bilinear: return max(0, 1 - d)
      case .hanning: return d < 1 ? 0.5 + 0.5 * cos(Double.pi * d) : 0
      case .bicubic:
        func cube(_ v: Double) -> Double { v > 0 ? v * v * v : 0 }
        return (cube(d + 2) - 4 * cube(d + 1) + 6 * cube(d) - 4 * cube(d - 1)) / 6
      }
    }
  }

  /// `rows` × `columns` pixels of `parts` values each from an image. Values that are no numbers make what they touch
  /// no number.
  public static func resample(
    _ image: [Double], height: Int, width: Int, parts: Int, rows: Int, columns: Int,
    x: (start: Double, step: Double), y: (start: Double, step: Double), _ kernel: Kernel,
    isInterrupted: () -> Bool
  ) -> [Double] {
    let across = Axis(count: columns, start: x.start, step: x.step, size: width, kernel)
    let down = Axis(count: rows, start: y.start, step: y.step, size: height, kernel)
    var wide = [Double](repeating: 0, count: height * columns * parts)
    for row in 0..<height {
      if row & 63 == 0, isInterrupted() { return wide }
      for column in 0..<columns {
        let weights = across.weights[column]
        for part in 0..<parts {
          var sum = 0.0
          var at = (row * width + across.first[column]) * parts + part
          for weight in weights {
            if weight != 0 { sum += weight * image[at] }
            at += parts
          }
          wide[(row * columns + column) * parts + part] = sum
        }
      }
    }
    var result = [Double](repeating: 0, count: rows * columns * parts)
    let stride = columns * parts
    for row in 0..<rows {
      if row & 63 == 0, isInterrupted() { return result }
      for (offset, weight) in down.weights[row].enumerated() where weight != 0 {
        let from = (down.first[row] + offset) * stride
        for column in 0..<stride { result[row * stride + column] += weight * wide[from + column] }
      }
    }
    return result
  }
}
