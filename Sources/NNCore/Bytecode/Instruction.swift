/// One instruction of the register machine, 64 bits.
struct Instruction {
  var opcode: Opcode
  var n: UInt8
  var a: UInt16
  var b: UInt16
  var c: UInt16

  init(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, n: Int = 0) {
    self.opcode = opcode
    self.n = UInt8(truncatingIfNeeded: n)
    self.a = UInt16(truncatingIfNeeded: a)
    self.b = UInt16(truncatingIfNeeded: b)
    self.c = UInt16(truncatingIfNeeded: c)
  }

  /// With a 32-bit field in the place of B and C.
  init(_ opcode: Opcode, _ a: Int, wide: Int) {
    self.init(opcode, a)
    self.wide = wide
  }

  @inline(__always) var A: Int { Int(a) }
  @inline(__always) var B: Int { Int(b) }
  @inline(__always) var C: Int { Int(c) }
  @inline(__always) var N: Int { Int(n) }
  /// B as a signed jump distance.
  @inline(__always) var jump: Int { Int(Int16(bitPattern: b)) }
  /// B and C as one signed number.
  var wide: Int {
    @inline(__always) get { Int(Int32(bitPattern: UInt32(b) | UInt32(c) << 16)) }
    set {
      let bits = UInt32(bitPattern: Int32(truncatingIfNeeded: newValue))
      b = UInt16(truncatingIfNeeded: bits)
      c = UInt16(truncatingIfNeeded: bits >> 16)
    }
  }
}

/// The bits of `N` in arithmetic instructions.
enum OperandFlags {
  static let leftIsTemporary = 1
  static let rightIsTemporary = 2
  static let inPlace = 4
  /// A division in a Python 2 program, of which integers are warned.
  static let warnsOfDivision = 8
  /// A division that floors integers, as Python 2's.
  static let floorsDivision = 16
}
