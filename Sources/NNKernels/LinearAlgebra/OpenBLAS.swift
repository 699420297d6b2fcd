import Glibc

/// OpenBLAS with its LAPACK: opened when a routine is first asked for, so that programs without it start as fast.
public enum OpenBLAS {
  /// Debian's package that has the library.
  public static let package = "libopenblas0-pthread"

  private nonisolated(unsafe) static let handle: UnsafeMutableRawPointer? = {
    // Debian's version takes processors newer than itself for very old ones: ten times slower.
    let variable = "OPENBLAS_CORETYPE"
    let name = getenv(variable) == nil ? coreName() : nil
    if let name { setenv(variable, name, 1) }
    defer { if name != nil { unsetenv(variable) } }
    for name in ["libopenblas.so.0", "libopenblas.so"] {
      guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
      // LAPACK on a second thread costs more than it gains: the threads wait for each other busily.
      if let address = dlsym(handle, "openblas_get_num_threads") {
        threadCount = unsafeBitCast(address, to: (@convention(c) () -> Int32).self)()
      }
      setThreads(1, in: handle)
      return handle
    }
    return nil
  }()

  /// The library's name for a processor with this one's vector instructions; nil where it is left to find out.
  private static func coreName() -> String? {
    guard let file = fopen("/proc/cpuinfo", "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 8192)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard line.hasPrefix("flags") else { continue }
      let flags = Set(line.split { $0 == " " || $0 == "\n" })
      if flags.isSuperset(of: ["avx512f", "avx512dq", "avx512bw", "avx512vl"]) { return "SkylakeX" }
      return flags.isSuperset(of: ["avx2", "fma"]) ? "Haswell" : nil
    }
    return nil
  }

  private nonisolated(unsafe) static var routines: [String: UnsafeMutableRawPointer] = [:]

  /// How many threads the library would take by itself.
  private nonisolated(unsafe) static var threadCount: Int32 = 1

  private static func setThreads(_ count: Int32, in handle: UnsafeMutableRawPointer) {
    guard let address = dlsym(handle, "openblas_set_num_threads") else { return }
    unsafeBitCast(address, to: (@convention(c) (Int32) -> Void).self)(count)
  }

  /// Runs `body` with all the threads that the library would take.
  static func withThreads(_ body: () -> Void) {
    guard let handle, threadCount > 1 else { return body() }
    setThreads(threadCount, in: handle)
    body()
    setThreads(1, in: handle)
  }

  /// Whether the library could be opened.
  public static var isThere: Bool { handle != nil }

  /// The address of a routine by its name in Fortran's spelling (`dgesv_`); nil without the library.
  static func routine(_ name: String) -> UnsafeMutableRawPointer? {
    if let known = routines[name] { return known }
    guard let handle, let address = dlsym(handle, name) else { return nil }
    routines[name] = address
    return address
  }
}

/// An argument of a Fortran routine: a pointer, or the hidden length of a letter.
typealias Word = UnsafeMutableRawPointer?

/// Where the numbers and letters stand that Fortran wants by address.
enum FortranArguments {
  private nonisolated(unsafe) static var numbers = slots()

  private static func slots() -> UnsafeMutablePointer<Int32> {
    let slots = UnsafeMutablePointer<Int32>.allocate(capacity: 16)
    slots.initialize(repeating: 0, count: 16)
    return slots
  }

  /// Leaves the numbers to a call that still reads them.
  static func renew() { numbers = slots() }

  private nonisolated(unsafe) static let letters: UnsafeMutablePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 128)
    for code in 0..<128 { table[code] = UInt8(code) }
    return table
  }()

  /// The address of a number that is kept in a slot (0...15) until the next call with that slot.
  static func number(_ slot: Int, _ value: Int) -> Word {
    numbers[slot & 15] = Int32(truncatingIfNeeded: value)
    return UnsafeMutableRawPointer(numbers + (slot & 15))
  }

  /// What a routine wrote into a slot.
  static func value(_ slot: Int) -> Int { Int(numbers[slot & 15]) }

  static func letter(_ letter: Unicode.Scalar) -> Word { UnsafeMutableRawPointer(letters + Int(letter.value & 127)) }

  /// The length of one letter, passed behind the other arguments.
  static var one: Word { UnsafeMutableRawPointer(bitPattern: 1) }
}

/// Memory for the length of one call.
struct Workspace: ~Copyable {
  let base: UnsafeMutableRawPointer

  /// Nil when there is no such memory.
  init?(_ count: Int, of size: Int) {
    let (bytes, overflow) = max(count, 1).multipliedReportingOverflow(by: size)
    guard count >= 0, !overflow, let base = malloc(bytes) else { return nil }
    self.base = base
  }

  deinit { if DetachedCall.keepsMemory { DetachedCall.keep(base) } else { free(base) } }
}
