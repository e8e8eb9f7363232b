import ExerciseProtocol

extension Command {
  static let plugins = Command(
    "plugins", "See which plugins there are and how they do; switch one on again",
    group: .session,
    parameters: [
      Parameter("do", .field(.choice(["list", "enable"])), "What to do"),
      Parameter("plugin", .plugin, "Which one"),
    ], examples: ["/plugins", "/plugins enable comments"],
    subwords: Subwords(
      ["": [], "list": [], "enable": ["plugin"]], needed: ["enable": ["plugin"]])
  ) { desk, invocation throws(Problem) in
    let administration = desk.surroundings.plugins
    if invocation.arguments.text("do") == "enable" {
      let id = invocation.arguments.text("plugin") ?? ""
      try administration.enable(id)
      return .done("The plugin “\(id)” starts afresh with its next use.")
    }
    let listing = administration.listing
    guard !listing.isEmpty else {
      return Response(
        View([
          .note("No plugin was found.", .warning),
          .note("The kit's own are built by “swift build”, beside the charrette program.", .hint),
        ]))
    }
    let rows = listing.map {
      [$0.id, $0.version, $0.state, $0.origin, $0.exercises.joined(separator: ", ")]
    }
    let columns: [View.Table.Column] = [
      .init("Plugin"), .init("Version"), .init("State"), .init("From"), .init("Exercises"),
    ]
    return Response(
      View([.table(View.Table(columns, rows))]),
      result: [
        "plugins": .array(
          listing.map {
            [
              "id": .string($0.id), "version": .string($0.version), "state": .string($0.state),
              "exercises": .list($0.exercises),
              "from": $0.origin.isEmpty ? nil : .string($0.origin),
              "sha256": $0.sha256.isEmpty ? nil : .string($0.sha256),
            ]
          })
      ])
  }
}
