// swift-tools-version: 6.2
import PackageDescription

/// A copy of Charrette: ExerciseKit and ExerciseTesting are in it.
let kit = Context.environment["CHARRETTE_KIT"] ?? "../charrette"
let kitName = kit.split(separator: "/").last.map(String.init) ?? kit

let package = Package(
  name: "fist-of-five",
  products: [.library(name: "fist-of-five", type: .dynamic, targets: ["FistOfFive"])],
  dependencies: [.package(path: kit)],
  targets: [
    .target(
      name: "FistOfFive", dependencies: [.product(name: "ExerciseKit", package: kitName)],
      linkerSettings: [
        // A plugin exports its one entry function, and nothing else.
        .unsafeFlags([
          "-Xlinker", "--version-script=\(Context.packageDirectory)/exports.map",
        ])
      ]),
    .testTarget(
      name: "FistOfFiveTests",
      dependencies: ["FistOfFive", .product(name: "ExerciseTesting", package: kitName)],
      exclude: ["first-try.transcript"]),
  ]
)
