// swift-tools-version: 6.2
import PackageDescription

/// Types of collections are made by calls at their first use, not from their written names, for which the runtime would look
/// through all conformances to `Hashable`: a fifth of the start.
let directMetadata = ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"]

/// Release builds are laid out by how often each piece of code ran in the golden programs (scripts/profile, `make profile`).
/// Without making what ran seldom there smaller and slower (`pgso`): other programs may need it often. Swift 6.2 cannot read
/// the file and builds without it. `NN_PROFILE=record` builds an interpreter that counts.
let countsRuns = Context.environment["NN_PROFILE"] == "record"
#if compiler(>=6.3)
  let profile =
    countsRuns
    ? ["-Xfrontend", "-ir-profile-generate"]
    : [
      "-Xfrontend", "-ir-profile-use=\(Context.packageDirectory)/scripts/profile/nn.profdata", "-Xllvm", "-pgso=false",
    ]
#else
  let profile: [String] = []
#endif

/// What the interpreter's thread alone uses: no atomic counts and no checks of exclusive access in release builds.
let oneThread = ["-enforce-exclusivity=unchecked", "-Xfrontend", "-assume-single-threaded"]

/// The interpreter's modules in release builds.
let interpreterFlags = oneThread + directMetadata + profile

/// Kernels use this machine's vector instructions; `-O` also in debug builds, where loops over pointers
/// would run a hundred times slower.
let kernelSettings: [SwiftSetting] = [
  .unsafeFlags(["-O", "-Xcc", "-march=native", "-Xcc", "-fno-math-errno"])
]

/// The interpreter's module: unsafe code stands only in its fence files (docs/architecture.md lists them).
/// Language mode 5, because one thread owns all of the interpreter's objects and mode 6 would ask for proofs of it. For
/// that reason, too, counts need no atomic instructions in release builds.
let coreSettings: [SwiftSetting] = [
  .strictMemorySafety(),
  .swiftLanguageMode(.v5),
  .unsafeFlags(
    [
      "-Xcc", "-march=native", "-Xcc", "-fno-math-errno", "-Xllvm", "-align-all-nofallthru-blocks=4",
      // Each instruction of the machine goes on to the next by a jump of its own.
      "-Xllvm", "-tail-dup-pred-size=4096", "-Xllvm", "-tail-dup-succ-size=4096",
      "-Xllvm", "-tail-dup-indirect-size=60", "-Xllvm", "-enable-tail-merge=false",
    ] + interpreterFlags,
    .when(configuration: .release)),
  .unsafeFlags(["-Xcc", "-march=native", "-Xcc", "-fno-math-errno"], .when(configuration: .debug)),
]

/// The same of the modules that need nothing else.
let ownedByOneThread = SwiftSetting.unsafeFlags(interpreterFlags, .when(configuration: .release))

/// Big integers: only their fence file has unsafe code. Assertions check all indices of limbs in debug builds.
let integerSettings: [SwiftSetting] = [
  .strictMemorySafety(), .swiftLanguageMode(.v5), .unsafeFlags(["-Xcc", "-march=native"]), ownedByOneThread,
]

/// Pictures: loops over pixels, with `-O` also in debug builds. One thread owns the fonts.
let pictureSettings: [SwiftSetting] = [.swiftLanguageMode(.v5), .unsafeFlags(["-O"])]

let package = Package(
  name: "nn",
  products: [.executable(name: "nn", targets: ["nn"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "CEditLine", linkerSettings: [.linkedLibrary("edit"), .linkedLibrary("tinfo")]),
    // Built for this machine like the kernels, since it tells what they need of the processor.
    .target(name: "CProcess", cSettings: [.unsafeFlags(["-march=native"])]),
    .target(name: "NNSyntax", swiftSettings: [.strictMemorySafety(), ownedByOneThread]),
    // Functions of complex numbers, which Swift cannot import from the C library.
    .target(name: "CComplex"),
    .target(name: "NNKernels", dependencies: ["CComplex"], swiftSettings: kernelSettings),
    // FreeType and Cairo, opened at run time; of the former the headers are needed.
    .target(name: "CPictures", cSettings: [.unsafeFlags(["-I/usr/include/freetype2"])]),
    .target(name: "NNPictures", dependencies: ["CPictures", "NNKernels"], swiftSettings: pictureSettings),
    .target(name: "NNIntegers", swiftSettings: integerSettings),
    .target(name: "NNRegex", swiftSettings: [.strictMemorySafety(), .unsafeFlags(["-O"]), ownedByOneThread]),
    .target(
      name: "NNCore",
      dependencies: ["NNSyntax", "NNKernels", "NNIntegers", "NNRegex", "NNPictures"],
      swiftSettings: coreSettings),
    .target(
      name: "NNLibrary", dependencies: ["NNCore"],
      swiftSettings: [.unsafeFlags(directMetadata, .when(configuration: .release))]),
    .target(name: "NNRepl", dependencies: ["NNCore", "NNSyntax", "CEditLine"]),
    .executableTarget(
      name: "nn",
      dependencies: [
        "NNRepl", "NNLibrary", "NNCore", "NNSyntax", "NNKernels", "CProcess",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [.unsafeFlags(directMetadata, .when(configuration: .release))],
      // At a fixed address: 80,000 relocations less at every start. The C++ library that Swift's runtime needs, the prompt's
      // and what those need in turn (bsd, md, behind them) are linked in where `make` has put them, for a start that is a
      // quarter shorter.
      linkerSettings: [
        .unsafeFlags(
          ["-Xclang-linker", "-no-pie", "-Xclang-linker", "-static-libgcc", "-L.build/static", "-lbsd", "-lmd"]
            + (countsRuns ? ["-Xclang-linker", "-fprofile-generate"] : []),
          .when(configuration: .release))
      ]),
    .testTarget(
      name: "NNSyntaxTests", dependencies: ["NNSyntax"],
      exclude: ["Snippets", "compile_verdicts.txt", "record_compile.py"]),
    .testTarget(name: "NNKernelsTests", dependencies: ["NNKernels"], swiftSettings: kernelSettings),
    .testTarget(
      name: "NNIntegersTests", dependencies: ["NNIntegers"], exclude: ["record.py", "recorded.txt"],
      swiftSettings: integerSettings),
    .testTarget(
      name: "NNCoreTests", dependencies: ["NNCore", "NNIntegers", "NNLibrary"],
      exclude: ["Arrays/record.py"]
        + ["Formatting", "Python", "NumPy"].flatMap { ["\($0)/Tables", "\($0)/record.py"] },
      swiftSettings: coreSettings),
    .testTarget(name: "GoldenTests"),
    .testTarget(name: "NNReplTests", dependencies: ["NNRepl"]),
    .testTarget(name: "CommandTests", exclude: ["Errors"]),
    .testTarget(name: "HouseTests"),
  ]
)
