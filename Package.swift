// swift-tools-version: 6.2
import PackageDescription

/// Warnings stop the build where nobody is watching; at a desk they stay warnings.
let strictness: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let swift: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + strictness

/// A plugin exports its entry alone. A version script is the one way to say so of Swift code, and
/// SwiftPM knows it only as an unsafe flag: no product that others depend on has it.
let exportsEntryOnly: [LinkerSetting] = [
  .unsafeFlags(
    ["-Xlinker", "--version-script=\(Context.packageDirectory)/Plugins/entry-only.map"],
    .when(platforms: [.linux]))
]

extension Target.Dependency {
  static let argumentParser = product(
    name: "ArgumentParser", package: "swift-argument-parser")
  static let collections = product(name: "OrderedCollections", package: "swift-collections")
  static let logging = product(name: "Logging", package: "swift-log")
  static let system = product(name: "SystemPackage", package: "swift-system")
}

/// The runner is C, but SwiftPM links it as a Swift program. Without Swift's start files nothing in
/// it asks for a Swift runtime, and the plugin brings the only one.
let bringsNoRuntime: [LinkerSetting] = [
  .unsafeFlags(["-nostartfiles", "-static-stdlib"], .when(platforms: [.linux]))
]

/// The walls of the house, from the floor up. An arrow between them points down only.
let house: [Target] = [
  .target(name: "CExercise"),
  .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
  .target(name: "CReadline"),
  .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
  .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
  .executableTarget(
    name: "exercise-runner", dependencies: ["CExercise"], linkerSettings: bringsNoRuntime),
  .target(name: "SandboxProbe", dependencies: ["CExercise"]),
  .target(name: "Platform", dependencies: [.system], swiftSettings: swift),
  .target(
    name: "Hashing", dependencies: ["CNettle", "Platform", .system], swiftSettings: swift),
  .target(name: "YAML", dependencies: ["CYAML"], swiftSettings: swift),
  .target(name: "ExerciseProtocol", swiftSettings: swift),
  .target(
    name: "ExerciseKit", dependencies: ["CExercise", "ExerciseProtocol"], swiftSettings: swift),
  .target(name: "Lines", dependencies: ["ExerciseProtocol"], swiftSettings: swift),
  .target(name: "Rendering", dependencies: ["ExerciseProtocol"], swiftSettings: swift),
  .target(
    name: "ExerciseTesting",
    dependencies: [
      "ExerciseKit", "ExerciseProtocol", "Lines", "Platform", "Rendering", .system,
    ],
    swiftSettings: swift),
  .target(name: "VotingMethods", swiftSettings: swift),
  .target(
    name: "Polling",
    dependencies: ["ExerciseProtocol", "Hashing", "Platform", "VotingMethods"],
    exclude: ["Schemas"], swiftSettings: swift),
  .target(
    name: "Results", dependencies: ["ExerciseProtocol", "VotingMethods"], swiftSettings: swift),
  .target(
    name: "Workshop",
    dependencies: [
      "ExerciseProtocol", "Lines", "Polling", "Results", "VotingMethods", "YAML", .collections,
    ],
    exclude: ["Schemas"], swiftSettings: swift),
  .target(
    name: "SessionStore",
    dependencies: [
      "ExerciseProtocol", "Hashing", "Platform", "Polling", "Workshop", .collections, .system,
    ],
    exclude: ["Schemas"], swiftSettings: swift),
  .target(
    name: "PluginShelf",
    dependencies: ["CSodium", "ExerciseProtocol", "Hashing", "Platform", "Workshop", .system],
    exclude: ["Schemas"], swiftSettings: swift),
  .target(
    name: "PluginHost",
    dependencies: [
      "ExerciseProtocol", "Hashing", "Platform", "PluginShelf", "Workshop", .logging, .system,
    ], swiftSettings: swift),
  .target(
    name: "Rehearsal", dependencies: ["ExerciseProtocol", "Polling", "Workshop", .collections],
    swiftSettings: swift),
  .target(
    name: "PluginCheck",
    dependencies: [
      "ExerciseKit", "ExerciseProtocol", "ExerciseTesting", "Lines", "Platform", "PluginHost",
      "Workshop", .system,
    ],
    resources: [
      .embedInCode("Schemas/manifest.schema.json"), .embedInCode("Schemas/report.schema.json"),
    ], swiftSettings: swift),
  .target(
    name: "Terminal",
    dependencies: [
      "CReadline", "ExerciseProtocol", "Platform", "Polling", "Rendering", "Workshop",
      .collections, .system,
    ], swiftSettings: swift),
  .target(
    name: "Starters", dependencies: ["Lines"],
    resources: [.embedInCode("Templates")], swiftSettings: swift),
  .executableTarget(
    name: "charrette",
    dependencies: [
      "ExerciseProtocol", "Hashing", "Platform", "PluginCheck", "PluginHost", "PluginShelf",
      "Polling", "Rehearsal", "Rendering", "Results", "SessionStore", "Starters", "Terminal",
      "VotingMethods", "Workshop",
      .argumentParser, .logging, .system,
    ],
    swiftSettings: swift),
]

/// Each plugin of ours: one folder under Plugins, one dynamic library beside the executable.
let plugins: [Target] = [
  .target(
    name: "Comments", dependencies: ["ExerciseKit"], path: "Plugins/Comments/Exercises",
    swiftSettings: swift),
  .target(
    name: "CommentsEntry", dependencies: ["Comments", "ExerciseKit"],
    path: "Plugins/Comments/Entry", swiftSettings: swift, linkerSettings: exportsEntryOnly),
  .target(
    name: "Voting", dependencies: ["ExerciseKit", "Results", "VotingMethods"],
    path: "Plugins/Voting/Exercises", swiftSettings: swift),
  .target(
    name: "VotingEntry", dependencies: ["ExerciseKit", "Voting"], path: "Plugins/Voting/Entry",
    swiftSettings: swift, linkerSettings: exportsEntryOnly),
  .target(
    name: "CoDesign", dependencies: ["ExerciseKit", "VotingMethods"],
    path: "Plugins/CoDesign/Exercises", swiftSettings: swift),
  .target(
    name: "CoDesignEntry", dependencies: ["CoDesign", "ExerciseKit"],
    path: "Plugins/CoDesign/Entry", swiftSettings: swift, linkerSettings: exportsEntryOnly),
  .target(
    name: "DesignThinking", dependencies: ["ExerciseKit"], path: "Plugins/DesignThinking",
    exclude: ["Entry", "README.md"], sources: ["Exercises"], resources: [.copy("Templates")],
    swiftSettings: swift),
  .target(
    name: "DesignThinkingEntry", dependencies: ["DesignThinking", "ExerciseKit"],
    path: "Plugins/DesignThinking/Entry", swiftSettings: swift, linkerSettings: exportsEntryOnly),
]

/// What the tests share, and the programs and libraries that they drive.
let fixtures: [Target] = [
  .target(
    name: "TestSupport", dependencies: ["ExerciseTesting"], path: "Tests/TestSupport",
    swiftSettings: swift),
  .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
  .target(
    name: "DiskTesting", dependencies: ["Platform", .system], path: "Tests/DiskTesting",
    swiftSettings: swift),
  .target(
    name: "TerminalTesting", dependencies: ["CPseudoTerminal", "TestSupport"],
    path: "Tests/TerminalTesting", swiftSettings: swift),
  .target(
    name: "WorkshopTesting",
    dependencies: [
      "Comments", "ExerciseKit", "ExerciseProtocol", "Polling", "Voting", "Workshop",
      .collections,
    ], path: "Tests/WorkshopTesting", swiftSettings: swift),
  .target(
    name: "MisbehavingPlugin", dependencies: ["CExercise"],
    path: "Tests/Fixtures/MisbehavingPlugin"),
  .target(
    name: "HostilePlugin", dependencies: ["CExercise"], path: "Tests/Fixtures/HostilePlugin"),
  .target(
    name: "ThoroughPlugin", dependencies: ["ExerciseKit"], path: "Tests/Fixtures/ThoroughPlugin",
    resources: [.copy("Resources")], swiftSettings: swift),
  .executableTarget(name: "older-kernel", path: "Tests/Fixtures/older-kernel"),
  .executableTarget(
    name: "append-events", dependencies: ["ExerciseProtocol", "Platform", "SessionStore", .system],
    path: "Tests/Fixtures/append-events", swiftSettings: swift),
  .executableTarget(
    name: "cast-ballots",
    dependencies: [
      "ExerciseProtocol", "Platform", "Polling", "SessionStore", "Workshop", .system,
    ],
    path: "Tests/Fixtures/cast-ballots", swiftSettings: swift),
  .target(
    name: "ContributingPlugin", dependencies: ["ExerciseKit"],
    path: "Tests/Fixtures/ContributingPlugin", exclude: ["Templates"], swiftSettings: strictness),
  // The guide's own example, built as its reader would build it: without this package's settings.
  .target(
    name: "GuidePlugin", dependencies: ["ExerciseKit"], path: "Tests/Fixtures/Guide/Swift",
    swiftSettings: strictness, linkerSettings: exportsEntryOnly),
  .executableTarget(
    name: "line-editor-demo", dependencies: ["Terminal", .system],
    path: "Tests/Fixtures/line-editor-demo", swiftSettings: swift),
  .executableTarget(
    name: "booth-demo", dependencies: ["ExerciseProtocol", "Rendering", "Terminal", "Workshop"],
    path: "Tests/Fixtures/booth-demo", swiftSettings: swift),
]

/// Measures, in one run and as ratios, what the README promises. Not part of the tests.
let benchmarks: [Target] = [
  .executableTarget(
    name: "Benchmarks",
    dependencies: [
      "ExerciseProtocol", "Platform", "PluginHost", "SessionStore", "TerminalTesting",
      "TestSupport", "VotingMethods", "Workshop", .logging, .system,
    ], path: "Tests/Benchmarks", exclude: ["Peers"], swiftSettings: swift),
  .executableTarget(name: "counting-peer", path: "Tests/Benchmarks/Peers/CountingPeer"),
]

/// Damaged messages for what the host reads: `.ci/fuzz`. Not part of the tests.
let fuzzers: [Target] = [
  .target(
    name: "HostReading", dependencies: ["ExerciseProtocol"], path: "Tests/Fuzz/HostReading",
    swiftSettings: swift),
  .executableTarget(
    name: "fuzz", dependencies: ["ExerciseProtocol", "HostReading"], path: "Tests/Fuzz/Seeded",
    swiftSettings: swift),
]

let tests: [Target] = [
  .testTarget(
    name: "PlatformTests", dependencies: ["Hashing", "Platform", "TerminalTesting", .system],
    swiftSettings: swift),
  .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: swift),
  .testTarget(
    name: "StartersTests", dependencies: ["Lines", "Starters", "TerminalTesting", "TestSupport"],
    swiftSettings: swift),
  .testTarget(
    name: "ExerciseProtocolTests", dependencies: ["ExerciseProtocol"], swiftSettings: swift),
  .testTarget(
    name: "ExerciseKitTests",
    dependencies: [
      "CoDesign", "Comments", "DesignThinking", "ExerciseKit", "ExerciseTesting", "TestSupport",
      "Voting",
    ], swiftSettings: swift),
  .testTarget(
    name: "VotingMethodsTests", dependencies: ["ExerciseProtocol", "TestSupport", "VotingMethods"],
    exclude: ["Fixtures"],
    swiftSettings: swift),
  .testTarget(
    name: "PollingTests", dependencies: ["ExerciseProtocol", "Polling", "VotingMethods"],
    swiftSettings: swift),
  .testTarget(
    name: "ResultsTests",
    dependencies: [
      "ExerciseProtocol", "Rendering", "Results", "TestSupport", "VotingMethods",
    ],
    exclude: ["Goldens"], swiftSettings: swift),
  .testTarget(
    name: "VotingTests",
    dependencies: ["ExerciseKit", "ExerciseTesting", "Results", "Voting", "VotingMethods"],
    swiftSettings: swift),
  .testTarget(
    name: "WorkshopTests",
    dependencies: [
      "ExerciseKit", "ExerciseProtocol", "Polling", "VotingMethods", "Workshop",
      "WorkshopTesting", "YAML", .collections,
    ],
    swiftSettings: swift),
  .testTarget(
    name: "CoDesignTests", dependencies: ["CoDesign", "ExerciseKit", "ExerciseTesting"],
    swiftSettings: swift),
  .testTarget(
    name: "DesignThinkingTests",
    dependencies: ["DesignThinking", "ExerciseKit", "ExerciseTesting"], swiftSettings: swift),
  .testTarget(
    name: "EveryExerciseTests",
    dependencies: [
      "CoDesign", "Comments", "DesignThinking", "ExerciseKit", "ExerciseTesting", "Polling",
      "Rendering", "TestSupport", "Voting", "Workshop", "WorkshopTesting", .collections,
    ], exclude: ["Goldens"], swiftSettings: swift),
  .testTarget(name: "TidyTests", dependencies: ["TestSupport"], swiftSettings: swift),
  .testTarget(
    name: "CharretteTests",
    dependencies: [
      "ExerciseProtocol", "Polling", "TerminalTesting", "TestSupport", "charrette",
      "exercise-runner",
    ], swiftSettings: swift),
  .testTarget(
    name: "CommentsTests",
    dependencies: ["Comments", "ExerciseKit", "ExerciseProtocol", "ExerciseTesting"],
    resources: [.copy("Fixtures")], swiftSettings: swift),
  .testTarget(
    name: "PluginCheckTests",
    dependencies: [
      "ExerciseProtocol", "PluginCheck", "PluginHost", "TerminalTesting", "TestSupport",
    ], swiftSettings: swift),
  .testTarget(
    name: "PluginHostTests",
    dependencies: [
      "ExerciseProtocol", "Platform", "PluginHost", "PluginShelf", "TestSupport", "Workshop",
      .logging,
    ], swiftSettings: swift),
  .testTarget(
    name: "PluginShelfTests",
    dependencies: [
      "DiskTesting", "ExerciseProtocol", "Platform", "PluginShelf", "Workshop", .system,
    ], swiftSettings: swift),
  .testTarget(
    name: "RehearsalTests",
    dependencies: [
      "CoDesign", "DesignThinking", "ExerciseKit", "ExerciseProtocol", "Rehearsal", "Rendering",
      "Workshop", "WorkshopTesting",
    ], swiftSettings: swift),
  .testTarget(
    name: "RenderingTests", dependencies: ["ExerciseProtocol", "Rendering"],
    swiftSettings: swift),
  .testTarget(
    name: "SessionStoreTests",
    dependencies: [
      "DiskTesting", "ExerciseProtocol", "Hashing", "Platform", "Polling", "SessionStore",
      "TestSupport", "Workshop",
      "WorkshopTesting", "append-events", "cast-ballots", .collections, .system,
    ],
    exclude: ["Golden.journal.jsonl"], swiftSettings: swift),
  .testTarget(
    name: "TerminalTests",
    dependencies: [
      "ExerciseProtocol", "Rendering", "Terminal", "TerminalTesting", "Workshop",
      "WorkshopTesting", "booth-demo", "line-editor-demo", .system,
    ],
    swiftSettings: swift),
]

let package = Package(
  name: "charrette",
  products: [
    .executable(name: "charrette", targets: ["charrette"]),
    .executable(name: "exercise-runner", targets: ["exercise-runner"]),
    .library(name: "ExerciseKit", targets: ["ExerciseKit"]),
    .library(name: "ExerciseTesting", targets: ["ExerciseTesting"]),
    .library(name: "VotingMethods", targets: ["VotingMethods"]),
    .library(name: "charrette-codesign", type: .dynamic, targets: ["CoDesignEntry"]),
    .library(name: "charrette-comments", type: .dynamic, targets: ["CommentsEntry"]),
    .library(
      name: "charrette-design-thinking", type: .dynamic, targets: ["DesignThinkingEntry"]),
    .library(name: "charrette-voting", type: .dynamic, targets: ["VotingEntry"]),
    .library(name: "contributing-plugin", type: .dynamic, targets: ["ContributingPlugin"]),
    .library(name: "guide-plugin", type: .dynamic, targets: ["GuidePlugin"]),
    .library(name: "hostile-plugin", type: .dynamic, targets: ["HostilePlugin"]),
    .library(name: "misbehaving-plugin", type: .dynamic, targets: ["MisbehavingPlugin"]),
    .library(name: "sandbox-probe", type: .dynamic, targets: ["SandboxProbe"]),
    .library(name: "thorough-plugin", type: .dynamic, targets: ["ThoroughPlugin"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: house + plugins + fixtures + benchmarks + fuzzers + tests,
  cxxLanguageStandard: .cxx17
)
