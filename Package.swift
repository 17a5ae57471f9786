// swift-tools-version: 6.1
import PackageDescription

// The layers of Sources/README.md, downwards only: a target may import what stands in its own line and nothing else.
let model: Target.Dependency = "RegulatoryModel"
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let childProcesses: [Target.Dependency] = [
  .product(name: "Subprocess", package: "swift-subprocess"), .product(name: "SystemPackage", package: "swift-system"),
]

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], data: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: ["README.md"] + data, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], data: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name), "TestSupport"] + dependencies, exclude: data, swiftSettings: strict)
}

let package = Package(
  name: "regwatch",
  products: [.executable(name: "regwatch", targets: ["regwatch"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
  ],
  targets: [
    // Layer 0: C libraries, the macros that Swift can't see, and the data files compiled in.
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CUchardet"),
    .systemLibrary(name: "CGMime"),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive"),
    .systemLibrary(name: "CRoaring"),
    .target(name: "CEmbedded", exclude: ["README.md"]),
    // Layer 1
    library("RegulatoryModel"),
    library("PrintableText", ["CLinux"]),
    library("TerminalCanvas", ["PrintableText"]),
    library("SettingsText", [model, toml]),
    library("NearDuplicates"),
    library("FolderWatching", [model, "CLinux"]),
    // Layer 2
    library("QueryLanguage", [model]),
    library(
      "DocumentReading", [model, "PrintableText", "CXML2", "CUchardet", "CLinux", "CGMime", "CArchive"] + childProcesses,
      data: [
        "XMLDocuments", "BillFiles", "FederalRegister", "DelimitedText", "Prices", "Feeds", "StoryRecords", "HelperPrograms",
        "PortableDocument", "Mail", "Archives", "OfficeFiles",
      ].map { "\($0)/README.md" }),
    library(
      "EntityExtraction", [model, "SettingsText", "CEmbedded", toml],
      data: [
        "Lexicon", "Words/README.md", "Legislation/README.md", "Volatility/README.md", "Deadlines/README.md", "Actions/README.md",
        "Quotes/README.md", "UserNames/README.md", "Prices/README.md",
      ]),
    // Layer 3
    library("StoryLibrary", [model, "QueryLanguage", "NearDuplicates", "CRoaring", .product(name: "GRDB", package: "GRDB.swift")]),
    library("Dashboard", [model, "PrintableText", "QueryLanguage", "TerminalCanvas"]),
    library("CursesTerminal", ["PrintableText", "TerminalCanvas", "CNcurses", "CLinux"]),
    library("Themes", [model, "SettingsText", "TerminalCanvas", "CEmbedded", toml]),
    // Layer 4
    library("Ingestion", [model, "CLinux", "QueryLanguage", "DocumentReading", "EntityExtraction", "StoryLibrary", "FolderWatching"]),
    // Layer 5
    .executableTarget(
      name: "regwatch",
      dependencies: [
        model, "PrintableText", "QueryLanguage", "DocumentReading", "EntityExtraction", "StoryLibrary", "FolderWatching", "Ingestion",
        "TerminalCanvas", "Dashboard", "CursesTerminal", "Themes", "SettingsText", "CEmbedded", "CLinux", toml,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md", "Samples"], swiftSettings: strict),
    .executableTarget(
      name: "regwatch-bench",
      dependencies: [
        model, "QueryLanguage", "DocumentReading", "EntityExtraction", "StoryLibrary", "FolderWatching", "Ingestion", "TerminalCanvas",
        "Dashboard", "Themes", "CArchive", .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md"], swiftSettings: strict),
    // Tests
    .target(
      name: "TestSupport", dependencies: [model, "TerminalCanvas"], path: "Tests/TestSupport", exclude: ["README.md"],
      swiftSettings: strict),
    tests("PrintableText"),
    tests("RegulatoryModel"),
    tests("TerminalCanvas"),
    tests("FolderWatching", [model]),
    tests("NearDuplicates"),
    tests("QueryLanguage", [model]),
    tests("DocumentReading", [model, "CArchive"]),
    tests("EntityExtraction", [model]),
    tests("StoryLibrary", [model, "QueryLanguage", "NearDuplicates"]),
    tests("Dashboard", [model, "PrintableText", "QueryLanguage", "TerminalCanvas"], data: ["Goldens", "README.md"]),
    tests("CursesTerminal", ["TerminalCanvas"]),
    tests("Themes", [model, "SettingsText", "TerminalCanvas", toml]),
    tests("Ingestion", [model, "CArchive", "FolderWatching", "QueryLanguage", "StoryLibrary", "EntityExtraction", "DocumentReading"]),
    .testTarget(name: "RegwatchTests", dependencies: ["TestSupport", "regwatch", "DocumentReading"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)

// The fuzzer needs flags that a package others build must not have: it is there only when asked for.
if Context.environment["REGWATCH_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "regwatch-fuzz", dependencies: [model, "DocumentReading", "EntityExtraction", "QueryLanguage", "SettingsText"],
      path: "Tests/Fuzzing", exclude: ["README.md", "Seeds"], swiftSettings: strict))
}
