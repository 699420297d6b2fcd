/// The places of a formatted number in its field, as CPython's `calc_number_widths` and `fill_number` lay them out:
/// padding, sign, prefix, grouped digits, remainder, padding.
struct NumberField {
  /// How digits are grouped.
  struct Grouping: Equatable {
    var separator: UInt8
    var size: Int
  }

  var spec: FormatSpec
  var isNegative: Bool
  /// `0x` and the like.
  var prefix: [UInt8] = []
  /// The digits before the point; empty for `inf`, `nan` and characters.
  var digits: ArraySlice<UInt8>
  /// Everything behind the digits, with the point.
  var remainder: ArraySlice<UInt8>
  /// The width of `remainder` in code points.
  var remainderWidth: Int
  var grouping: Grouping?

  /// The bytes of the field.
  func text() -> [UInt8] {
    let sign = signByte
    let fixedWidth = (sign == nil ? 0 : 1) + prefix.count + remainderWidth
    let isZeroPadded = spec.fill == 48 && spec.align == .afterSign
    let minimum = isZeroPadded ? spec.width - fixedWidth : 0
    let grouped = digits.isEmpty ? [] : groupedDigits(minimumWidth: minimum)
    let padding = max(spec.width - fixedWidth - grouped.count, 0)
    let left = spec.align == .right ? padding : spec.align == .center ? padding / 2 : 0
    let inner = spec.align == .afterSign ? padding : 0
    var out: [UInt8] = []
    out.reserveCapacity(max(spec.width, 0) + fixedWidth + grouped.count)
    spec.appendFill(left, to: &out)
    if let sign { out.append(sign) }
    out.append(contentsOf: prefix)
    spec.appendFill(inner, to: &out)
    out.append(contentsOf: grouped)
    out.append(contentsOf: remainder)
    spec.appendFill(padding - left - inner, to: &out)
    return out
  }

  private var signByte: UInt8? {
    if isNegative { return UInt8(ascii: "-") }
    switch spec.sign {
    case UInt32(UInt8(ascii: "+")): return UInt8(ascii: "+")
    case UInt32(UInt8(ascii: " ")): return UInt8(ascii: " ")
    default: return nil
    }
  }

  /// The digits with separators, and zeros before them up to `minimumWidth`; a group that the zeros begin is not
  /// opened by a separator, so the result may be one wider.
  private func groupedDigits(minimumWidth: Int) -> [UInt8] {
    var reversed: [UInt8] = []
    var left = digits
    var needed = minimumWidth
    let size = grouping?.size ?? Int.max
    while true {
      let length = min(size, max(left.count, needed, 1))
      let taken = min(left.count, length)
      reversed.append(contentsOf: left.suffix(taken).reversed())
      reversed.append(contentsOf: repeatElement(48, count: length - taken))
      left.removeLast(taken)
      needed -= length
      guard left.count > 0 || needed > 0, let grouping else { break }
      reversed.append(grouping.separator)
      needed -= 1
    }
    return reversed.reversed()
  }
}
