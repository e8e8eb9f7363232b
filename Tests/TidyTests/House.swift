/// Who may import whom: the walls of the house, from the floor up. The order is that of
/// Package.swift; arrows point down only.
enum House {
  private static let system: Set<String> = ["Glibc", "SystemPackage"]

  /// By folder; a folder that is not here may not import anything.
  static let imports: [String: Set<String>] = [
    "Sources/Platform": system,
    "Sources/Hashing": system.union(["CNettle", "Platform"]),
    "Sources/YAML": ["CYAML"],
    "Sources/ExerciseProtocol": [],
    "Sources/ExerciseKit": ["CExercise", "ExerciseProtocol"],
    "Sources/Lines": ["ExerciseProtocol"],
    "Sources/ExerciseTesting": system.union([
      "ExerciseKit", "ExerciseProtocol", "Lines", "Platform", "Rendering",
    ]),
    "Sources/VotingMethods": [],
    "Sources/Polling": ["ExerciseProtocol", "Hashing", "Platform", "VotingMethods"],
    "Sources/Results": ["ExerciseProtocol", "VotingMethods"],
    "Sources/Workshop": [
      "ExerciseProtocol", "Lines", "OrderedCollections", "Polling",
      "Results", "VotingMethods", "YAML",
    ],
    "Sources/SessionStore": system.union([
      "ExerciseProtocol", "Hashing", "OrderedCollections", "Platform", "Polling", "Workshop",
    ]),
    "Sources/PluginShelf": system.union([
      "CSodium", "ExerciseProtocol", "Hashing", "Platform", "Workshop",
    ]),
    "Sources/PluginHost": system.union([
      "ExerciseProtocol", "Hashing", "Logging", "Platform", "PluginShelf", "Workshop",
    ]),
    "Sources/PluginCheck": system.union([
      "ExerciseKit", "ExerciseProtocol", "ExerciseTesting", "Lines", "Platform", "PluginHost",
      "Workshop",
    ]),
    "Sources/Rendering": ["ExerciseProtocol"],
    "Sources/Rehearsal": ["ExerciseProtocol", "OrderedCollections", "Polling", "Workshop"],
    "Sources/Starters": ["Lines"],
    "Sources/Terminal": system.union([
      "CReadline", "ExerciseProtocol", "OrderedCollections", "Platform", "Polling", "Rendering",
      "Workshop",
    ]),
    "Sources/charrette": system.union([
      "ArgumentParser", "ExerciseProtocol", "Hashing", "Logging", "Platform", "PluginCheck",
      "PluginHost", "PluginShelf", "Polling", "Rehearsal",
      "Rendering", "Results", "SessionStore", "Starters", "Synchronization", "Terminal",
      "VotingMethods", "Workshop",
    ]),
  ]

  /// What a plugin's exercises may import; its entry, that and the exercises.
  static let pluginImports: Set<String> = [
    "ExerciseKit", "Results", "VotingMethods",
  ]

  /// What `file` may import; nil where this is not regulated.
  static func allowedImports(of file: SourceFile) -> Set<String>? {
    if file.isIn(["Tests"]) { return nil }
    guard file.isIn(["Plugins"]) else { return imports[file.module] ?? [] }
    let parts = file.path.split(separator: "/").map(String.init)
    return parts[2] == "Entry" ? pluginImports.union([parts[1]]) : pluginImports
  }

  /// Where each module's tests are; those of the C targets are in what drives them.
  static let tests: [String: String] = [
    "Sources/Hashing": "PlatformTests", "Sources/ExerciseTesting": "ExerciseKitTests",
    "Sources/Lines": "WorkshopTests",
    "Sources/charrette": "CharretteTests",
    "Sources/CExercise": "PluginHostTests", "Sources/exercise-runner": "PluginHostTests",
    "Sources/CNettle": "PlatformTests", "Sources/CSodium": "PluginShelfTests",
    "Sources/CYAML": "YAMLTests", "Sources/CReadline": "TerminalTests",
    "Sources/SandboxProbe": "PluginHostTests",
    "Plugins/Comments": "CommentsTests",
    "Plugins/Voting": "VotingTests",
  ]
}
