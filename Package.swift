// swift-tools-version: 6.2
import PackageDescription

// One stage of a question is one target; Sources/README.md is the map.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func room(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

let package = Package(
  name: "hoi",
  products: [
    .library(name: "Hoi", targets: ["Hoi"]),
    .executable(name: "hoi", targets: ["HoiCommand"]),
  ],
  dependencies: [
    // Saves the parsing of arguments, their help pages and the completion scripts for three shells.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    room("HoiText"),
    room("HoiNumbers"),
    room("HoiDiagnostics"),
    room("HoiSyntax", ["HoiText", "HoiDiagnostics", "HoiNumbers"]),
    room("HoiColumns", ["HoiText", "CGlibc"]),
    room("HoiAnswer", ["HoiDiagnostics", "HoiNumbers", "HoiText"]),
    // Two loops in C save two thirds of the time that finding the cells of a file takes in Swift, which has
    // one processor in mind for a whole file: these are compiled for what this one has.
    .target(name: "CStructure"),
    room("HoiKernels", ["CStructure"]),
    room("HoiCatalog", ["HoiText", "HoiNumbers", "HoiColumns", "HoiKernels", "HoiDiagnostics"]),
    room(
      "HoiSemantics",
      [
        "HoiSyntax", "HoiCatalog", "HoiText", "HoiNumbers", "HoiColumns", "HoiAnswer",
        "HoiDiagnostics",
      ]),
    room(
      "HoiAssistance", ["HoiSyntax", "HoiCatalog", "HoiSemantics", "HoiText", "HoiDiagnostics"]),
    room(
      "HoiPlanning",
      ["HoiSemantics", "HoiCatalog", "HoiColumns", "HoiAnswer", "HoiNumbers", "HoiDiagnostics"]),
    room(
      "HoiExecution",
      [
        "HoiPlanning", "HoiSemantics", "HoiCatalog", "HoiColumns", "HoiKernels", "HoiAnswer",
        "HoiText", "HoiNumbers", "HoiDiagnostics",
      ]),
    room(
      "HoiFormats",
      ["HoiColumns", "HoiKernels", "HoiAnswer", "HoiText", "HoiNumbers", "HoiDiagnostics"]),
    room("HoiRendering", ["HoiText", "HoiNumbers", "HoiAnswer", "HoiDiagnostics"]),
    room(
      "Hoi",
      [
        "HoiText", "HoiNumbers", "HoiDiagnostics", "HoiSyntax", "HoiColumns", "HoiAnswer",
        "HoiCatalog", "HoiSemantics", "HoiPlanning", "HoiExecution", "HoiFormats", "HoiRendering",
        "HoiAssistance",
      ]),
    // libedit is linked by name here, so that CLineEdit's header need not show histedit.h.
    .target(
      name: "CLineEdit",
      linkerSettings: [
        .linkedLibrary("edit"),
        // What a static libedit needs besides itself; harmless when it is linked dynamically.
        .linkedLibrary("bsd"), .linkedLibrary("md"), .linkedLibrary("tinfo"),
      ]),
    room("LineEditing", ["CLineEdit"]),
    .systemLibrary(name: "CGlibc"),
    .executableTarget(
      name: "HoiCommand",
      dependencies: [
        "Hoi", "HoiText", "LineEditing", "CGlibc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      linkerSettings: [
        // One file with nothing to install beside it. The argument parser needs FoundationEssentials,
        // whose static archive does not name the three libraries it stands on.
        .unsafeFlags(
          [
            "-static-executable", "-l_FoundationCollections", "-l_FoundationCShims",
            "-lswiftSynchronization",
          ], .when(configuration: .release))
      ]),
    .testTarget(
      name: "UnitTests",
      dependencies: [
        "Hoi",
        "HoiText", "HoiNumbers", "HoiDiagnostics", "HoiSyntax", "HoiColumns", "HoiAnswer",
        "HoiKernels", "HoiCatalog", "HoiSemantics", "HoiPlanning", "HoiExecution", "HoiFormats",
        "HoiRendering", "HoiAssistance", "LineEditing",
      ],
      swiftSettings: strict),
    // Scripts with their expected output: one test for each file under Tests/GoldenTests and in the
    // corpus of the grammar.
    .target(name: "GoldenSupport", path: "Tests/GoldenSupport", swiftSettings: strict),
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "GoldenSupport",
        "Hoi", "HoiSyntax", "HoiSemantics", "HoiPlanning", "HoiFormats", "HoiRendering",
        "HoiAnswer", "HoiDiagnostics", "HoiCatalog", "HoiNumbers",
        // Scripts may give whole command lines.
        "HoiCommand", "TerminalSupport",
      ],
      exclude: ["Scripts", "Answers"], swiftSettings: strict),
    // What a person types at a real terminal.
    .target(name: "TerminalSupport", path: "Tests/TerminalSupport"),
    .executableTarget(
      name: "PromptProbe", dependencies: ["LineEditing"], path: "Tests/PromptProbe",
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["TerminalSupport", "LineEditing", "PromptProbe", "HoiCommand"],
      swiftSettings: strict),
    // The grammar's files against each other and against the parser.
    .testTarget(
      name: "GrammarTests",
      dependencies: ["GoldenSupport", "HoiSyntax", "HoiText", "HoiDiagnostics"],
      swiftSettings: strict),
    // What every file must keep to, and what the built program must be.
    .testTarget(name: "HouseTests", swiftSettings: strict),
    // Times kernels and questions: `make bench`.
    .executableTarget(
      name: "HoiBenchmarks", dependencies: ["Hoi", "HoiKernels"], path: "Benchmarks/Sources",
      swiftSettings: strict),
    // Writes the invented data of the samples, the same bytes from the same seed.
    .executableTarget(name: "SampleMaker", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
