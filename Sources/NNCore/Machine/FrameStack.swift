// A fence file: the frames of calls and the place in the instructions.

/// Where a body runs: unchecked, since the compiler ends every body with a `return`.
@safe struct ProgramCounter {
  private var pointer: UnsafePointer<Instruction>

  init(_ start: Window<Instruction>) { unsafe pointer = start.unsafeAddress }

  /// The next instruction, after which the counter stands behind it.
  @inline(__always) mutating func next() -> Instruction {
    let instruction = unsafe pointer.pointee
    unsafe pointer += 1
    return instruction
  }

  /// The same, but what the instruction does is all that is read of it: `previous` has the rest.
  @inline(__always) mutating func advance() -> Opcode {
    let opcode = unsafe pointer.pointee.opcode
    unsafe pointer += 1
    return opcode
  }

  @inline(__always) mutating func jump(_ distance: Int) { unsafe pointer += distance }

  /// The instruction that was fetched last.
  var previous: Instruction { @inline(__always) get { unsafe pointer[-1] } }

  /// The instruction at a distance, as a jump has it.
  @inline(__always) func instruction(ahead distance: Int) -> Instruction { unsafe pointer[distance] }

  /// Whether the next instruction calls the method in a register without arguments.
  @inline(__always) func calls(_ register: UInt16) -> Bool {
    let next = unsafe pointer.pointee
    return next.opcode == .callMethod && next.a == register && next.b == 0
  }

  /// How many instructions lie between a body's start and this place.
  func offset(from start: Window<Instruction>) -> Int { unsafe pointer - start.unsafeAddress }
}

/// One call in progress.
struct Frame {
  /// Where to go on; valid while something above runs.
  var programCounter: ProgramCounter
  /// Register 0.
  var base: Registers
  /// The first register that is free for what is called from here.
  var top: Registers
  var function: Unowned<Function>
  /// The register of the frame below that takes the result.
  var destination: Int
}

/// The frames of the machine, at fixed addresses.
@safe struct FrameStack: ~Copyable {
  private let pointer: UnsafeMutablePointer<Frame>
  private let currentPointer: UnsafeMutablePointer<UnsafeMutablePointer<Frame>>
  private let limit: UnsafeMutablePointer<Frame>

  init(depth: Int, bottom: Frame) {
    unsafe pointer = .allocate(capacity: depth)
    unsafe currentPointer = .allocate(capacity: 1)
    // The others are written before they run: their memory is the system's until then.
    unsafe pointer.initialize(to: bottom)
    unsafe currentPointer.initialize(to: pointer)
    unsafe limit = pointer + depth - 1
  }

  /// The frame that runs. Kept in memory, so that native code sees it.
  var current: FramePointer {
    @inline(__always) get { unsafe FramePointer(pointer: currentPointer.pointee) }
    @inline(__always) nonmutating set { unsafe currentPointer.pointee = newValue.pointer }
  }

  @inline(__always) func isFull(_ frame: FramePointer) -> Bool { unsafe frame.pointer >= limit }
  func depth(_ frame: FramePointer) -> Int { unsafe frame.pointer - pointer }

  deinit {
    unsafe pointer.deallocate()
    unsafe currentPointer.deallocate()
  }
}

/// One of the frames of a stack.
@safe struct FramePointer: Equatable {
  fileprivate let pointer: UnsafeMutablePointer<Frame>

  var frame: Frame {
    @inline(__always) unsafeAddress { unsafe UnsafePointer(pointer) }
    @inline(__always) nonmutating unsafeMutableAddress { unsafe pointer }
  }
  var above: FramePointer { @inline(__always) get { unsafe FramePointer(pointer: pointer + 1) } }
  var below: FramePointer { @inline(__always) get { unsafe FramePointer(pointer: pointer - 1) } }
}
