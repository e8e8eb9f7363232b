// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "fist-of-five",
  products: [.library(name: "fist-of-five", type: .dynamic, targets: ["FistOfFive"])],
  dependencies: [.package(path: "../charrette")],
  targets: [
    .target(
      name: "FistOfFive", dependencies: [.product(name: "ExerciseKit", package: "charrette")],
      linkerSettings: [
        .unsafeFlags(["-Xlinker", "--version-script=\(Context.packageDirectory)/exports.map"])
      ])
  ]
)
