/// One instruction of the register machine, 64 bits.
struct Instruction {
  var opcode: Opcode
  var n: UInt8
  var a: UInt16
  /// B in the lower half, C in the upper one: one load for all that they say.
  private var rest: UInt32

  init(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, n: Int = 0) {
    self.opcode = opcode
    self.n = UInt8(truncatingIfNeeded: n)
    self.a = UInt16(truncatingIfNeeded: a)
    rest = UInt32(UInt16(truncatingIfNeeded: b)) | UInt32(UInt16(truncatingIfNeeded: c)) << 16
  }

  /// With a 32-bit field in the place of B and C.
  init(_ opcode: Opcode, _ a: Int, wide: Int) {
    self.init(opcode, a)
    self.wide = wide
  }

  var b: UInt16 {
    @inline(__always) get { UInt16(truncatingIfNeeded: rest) }
    set { rest = rest & 0xFFFF_0000 | UInt32(newValue) }
  }
  var c: UInt16 { @inline(__always) get { UInt16(truncatingIfNeeded: rest >> 16) } }

  @inline(__always) var A: Int { Int(a) }
  @inline(__always) var B: Int { Int(b) }
  @inline(__always) var C: Int { Int(c) }
  @inline(__always) var N: Int { Int(n) }
  /// B as a signed jump distance.
  @inline(__always) var jump: Int { Int(Int16(bitPattern: b)) }
  /// B and C as one signed number.
  var wide: Int {
    @inline(__always) get { Int(Int32(bitPattern: rest)) }
    set { rest = UInt32(bitPattern: Int32(truncatingIfNeeded: newValue)) }
  }

  /// Of a call of a global: the number of arguments.
  @inline(__always) var callCount: Int { opcode == .callGlobalWith ? 1 : N }
  /// Of `getCapturedAttribute`: the same of what has been loaded into R[A].
  var ofLoaded: Instruction { Instruction(.getAttribute, A, A, C, n: 1) }
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
