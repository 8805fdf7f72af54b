// swift-tools-version: 6.2
import PackageDescription

// A program of its own that asks hoi: how an embedder would depend on the library.
let package = Package(
  name: "embed",
  dependencies: [.package(name: "hoi", path: "../..")],
  targets: [
    .executableTarget(name: "embed", dependencies: [.product(name: "Hoi", package: "hoi")])
  ],
  swiftLanguageModes: [.v6]
)
