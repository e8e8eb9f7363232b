extension TidyRule {
  /// The taste of the house. See the ten rules in its architecture page.
  static let all = shape + words + walls

  private static let shape = [
    TidyRule("A file has at most 300 lines", because: "what is longer holds two ideas") { file in
      guard !file.isProse else { return [] }
      let count = file.lines.count - 1
      return count <= 300 ? [] : [Breach(line: count, what: "\(count) lines")]
    },
    TidyRule("A function has at most 70 lines", because: "it must be seen at once") { file in
      guard file.isSwift else { return [] }
      return file.functions.filter { $0.length > 70 }
        .map { Breach(line: $0.line, what: "\($0.length) lines") }
    },
    TidyRule("A line has at most 100 characters", because: "two files stand beside each other") {
      file in
      guard !file.isProse else { return [] }
      // Counting characters is slow, and there are never more of them than bytes.
      return file.lines.indices.filter {
        file.lines[$0].utf8.count > 100 && file.lines[$0].count > 100
      }
      .map { Breach(line: $0 + 1, what: "\(file.lines[$0].count) characters") }
    },
    TidyRule(
      "A public type or function is explained right above it",
      because: "strangers build on what is public"
    ) { file in
      guard file.isSwift, file.isIn(["Sources", "Plugins"]) else { return [] }
      return file.undocumented.map { Breach(line: $0, what: "no comment") }
    },
  ]

  private static let words = [
    TidyRule(
      no: ["try!", "as!", "fatalError("],
      because: "no mistake of ours may end a workshop: errors are data"),
    TidyRule(
      no: [" print(", "(print("],
      exceptIn: [
        "Sources/Terminal", "Sources/charrette", "Tests/Benchmarks", "Tests/Fixtures", "Tests/Fuzz",
      ],
      because: "logic returns values, and only Terminal writes to the terminal"),
    TidyRule(
      no: ["try? TerminalOutput(.standardOutput)", "try? Output.write("],
      exceptIn: ["Sources/charrette/Plugins/Dev"],
      because: "no command ends well whose answer could not be written"),
    TidyRule(
      no: ["TODO", "FIXME"], because: "what is not done is in nobody's way as an issue"),
    TidyRule(no: ["@testable"], because: "tests are clients, as everybody else is"),
    TidyRule(
      no: ["/home/", "/Users/", "/opt/"],
      because: "it is another machine's path everywhere else"),
  ]

  private static let walls = [
    TidyRule(
      "A module imports only what lies below it",
      because: "arrows in the house point down only, plugins know ExerciseKit alone, and only "
        + "Terminal knows readline"
    ) { file in
      guard file.isSwift, let allowed = House.allowedImports(of: file) else { return [] }
      return file.imports.filter { !allowed.contains($0.module) }
        .map { Breach(line: $0.line, what: "it imports \($0.module)") }
    },
    TidyRule(
      "No Foundation, in the host or in a plugin",
      because: "loading it takes longer than all the rest of a start"
    ) { file in
      guard file.isSwift, file.isIn(["Sources", "Plugins"]) else { return [] }
      return file.imports.filter { $0.module.hasPrefix("Foundation") }
        .map { Breach(line: $0.line, what: "it imports \($0.module)") }
    },
  ]
}
