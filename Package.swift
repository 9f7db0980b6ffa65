// swift-tools-version: 6.2
import PackageDescription

/// Every existential, every foreign member and every re-exported import is visible where it stands.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A floor of the house: it imports what it names here and nothing else.
func floor(
  _ name: String, on below: [Target.Dependency] = [], exclude: [String] = [],
  resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: below, exclude: exclude, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, of below: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .testTarget(name: name, dependencies: below, resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "camin",
  products: [
    .library(name: "DialARide", targets: ["DialARide"]),
    .library(name: "Verification", targets: ["Verification"]),
    .library(name: "LinearProgramming", targets: ["LinearProgramming"]),
    .library(name: "Optimizer", targets: ["Optimizer"]),
    .library(name: "Planning", targets: ["Planning"]),
    .library(name: "Interchange", targets: ["Interchange"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .library(name: "Synthesis", targets: ["Synthesis"]),
    .library(name: "TravelTimes", targets: ["TravelTimes"]),
    .library(name: "PlanningAPI", targets: ["PlanningAPI"]),
    .library(name: "Desk", targets: ["Desk"]),
    .library(name: "OpenData", targets: ["OpenData"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    floor("DialARide"),
    floor("Verification", on: ["DialARide"]),
    // Debian ships no glpk.pc, so there is no pkgConfig name to give.
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .target(
      name: "CGLPKGuard", dependencies: ["CGLPK"],
      linkerSettings: [.linkedLibrary("glpk"), .linkedLibrary("m")]),
    .target(
      name: "LinearProgramming", dependencies: ["CGLPK", "CGLPKGuard"],
      swiftSettings: strict + [.strictMemorySafety()]),
    tests("LinearProgrammingTests", of: ["LinearProgramming", "CaminTestSupport"]),
    .executableTarget(
      name: "glpk-leak-probe", dependencies: ["LinearProgramming"], path: "Tests/LeakProbe",
      swiftSettings: strict),
    floor("Optimizer", on: ["DialARide", "LinearProgramming"]),
    tests(
      "OptimizerTests",
      of: ["Optimizer", "DialARide", "Verification", "Interchange", "CaminTestSupport"]),
    floor(
      "Planning", on: ["DialARide", "Optimizer", "Verification"],
      resources: [.embedInCode("Rules/Profiles"), .embedInCode("Impact/Factors")]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    floor(
      "Interchange", on: ["DialARide", "Planning", "Archives", "CExpat"],
      exclude: [
        "Scenario/Schema/scenario-1.schema.json", "Scenario/Schema/plan-1.schema.json",
        "Scenario/Schema/certificate-1.schema.json",
      ]),
    .target(
      name: "CaminTestSupport", dependencies: ["DialARide", "TravelTimes"],
      path: "Tests/CaminTestSupport",
      swiftSettings: strict),
    tests("VerificationTests", of: ["Verification", "DialARide", "CaminTestSupport"]),
    tests("DialARideTests", of: ["DialARide", "CaminTestSupport"]),
    floor("Synthesis", on: ["Planning"]),
    tests(
      "SynthesisTests",
      of: ["Synthesis", "Planning", "Interchange", "Optimizer", "DialARide", "Verification"]),
    tests(
      "InterchangeTests",
      of: ["Interchange", "Archives", "DialARide", "Planning", "CaminTestSupport"],
      resources: [.copy("Import/Fixtures")]),
    tests(
      "PlanningTests",
      of: ["Planning", "DialARide", "Optimizer", "Verification", "CaminTestSupport"]),
    floor("Reporting", on: ["DialARide", "Planning"], resources: [.embedInCode("Html/Resources")]),
    tests("ReportingTests", of: ["DialARide", "Planning", "Reporting"]),
    floor("PlanStore", on: ["Planning", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
      "PlanStoreTests",
      of: [
        "PlanStore", "Planning", "CaminTestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    floor("Archives", on: ["CZip"]),
    tests("ArchivesTests", of: ["Archives"]),
    // What one does with a day, for the command line and a server alike.
    floor(
      "Desk",
      on: [
        "DialARide", "Verification", "Optimizer", "Planning", "Interchange", "Reporting",
        "PlanStore", "TravelTimes", "OpenData",
      ]),
    tests(
      "DeskTests",
      of: [
        "Desk", "PlanStore", "Planning", "Interchange", "Synthesis", "DialARide", "Optimizer",
        "CaminTestSupport",
      ]),
    // A C face over libosmium, which is C++ and made of headers alone.
    .target(
      name: "COsmium", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("expat")]),
    floor("TravelTimes", on: ["COsmium"]),
    tests(
      "TravelTimesTests", of: ["TravelTimes", "CaminTestSupport"], resources: [.copy("Fixtures")]),
    floor("OpenData", on: ["Archives", "Planning", "TravelTimes"]),
    tests("OpenDataTests", of: ["OpenData", "Archives", "Planning", "TravelTimes"]),
    tests("HouseTests", of: ["Planning"]),
    floor(
      "PlanningAPI",
      on: [
        "DialARide", "Optimizer", "Planning", "Interchange", "Reporting", "PlanStore",
        "TravelTimes", "Desk",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      resources: [.embedInCode("Resources")]),
    tests(
      "PlanningAPITests",
      of: [
        "PlanningAPI", "PlanStore", "Interchange", "Desk", "Planning", "TravelTimes",
        "CaminTestSupport",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ]),
    .executableTarget(
      name: "camin",
      dependencies: [
        "DialARide", "Verification", "Optimizer", "Planning", "Interchange", "Reporting",
        "PlanStore", "Synthesis", "TravelTimes", "OpenData", "Desk", "PlanningAPI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    // Run from the root of the package; not for users, so it is no product of its own.
    .executableTarget(
      name: "MicroBenchmarks",
      dependencies: [
        "DialARide", "LinearProgramming", "Optimizer", "Interchange", "Planning",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Runs the built command; on Linux it stands beside the test bundle.
    tests("EndToEndTests", of: ["camin", "CaminTestSupport", "TravelTimes"]),
  ]
)
