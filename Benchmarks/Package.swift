// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "camin-benchmarks",
  dependencies: [
    .package(name: "camin", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "gap-table",
      dependencies: [
        .product(name: "Optimizer", package: "camin"),
        .product(name: "Interchange", package: "camin"),
        .product(name: "Verification", package: "camin"),
        .product(name: "DialARide", package: "camin"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
