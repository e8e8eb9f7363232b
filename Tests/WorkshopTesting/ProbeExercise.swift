import ExerciseProtocol
import Workshop

extension TestDesk {
  /// The room at an exercise that has an action for every kind of field, `/probe` with options and
  /// all, so that a line's reading can be seen in the call that it leads to. Four cards are in.
  package static func atProbe(isInteractive: Bool = true) throws -> TestDesk {
    let exercises = TestExercises()
    exercises.install(.probe) { call in
      .changes(call.action == "say" ? [.addCard(CardDraft(call.text))] : [], notice: "heard")
    }
    let desk = TestDesk(isInteractive: isInteractive, exercises: exercises)
    for line in [
      "/new Probe", "/agenda add probe Probe", "/people add Roger White, Ruth Hyde, Rhona Roberts",
      "/start", "one", "two", "three", "four",
    ] { try desk.perform(line) }
    return desk
  }
}

extension Call {
  fileprivate var text: String {
    if case .string(let text)? = fields["text"] { text } else { "" }
  }
}

extension ExerciseDescription {
  fileprivate static let probe = ExerciseDescription(
    id: "probe", name: "Probe", summary: "shows how a line was read", guidance: [],
    settings: [],
    actions: [
      action(
        "say",
        [
          .init("reply", .card, "What it answers", isRequired: false),
          .init("text", .text, "Words"),
        ]
      ),
      action("number", [.init("number", .integer(1...10), "A number")], .none),
      action("flag", [.init("flag", .flag, "Yes or no")], .none),
      action("choose", [.init("choice", .choice(["red", "green", "grey"]), "A colour")], .none),
      action("card", [.init("card", .card, "A card")], .none),
      action(
        "pick",
        [.init("cards", .cards, "Cards"), .init("text", .text, "Words", isRequired: false)], .none),
      action("points", [.init("points", .points(0...5), "Points")], .required),
      action(
        "give",
        [.init("person", .person, "Who"), .init("text", .text, "What", isRequired: false)], .none),
      action("label", [.init("tags", .tags, "Tags")], .none),
      action("order", [.init("order", .ranking, "Best first")], .none),
      action("duel", [.init("duels", .duels, "Pairs")], .none),
      action("day", [.init("day", .date, "A day")], .none),
      action("bring", [.init("file", .file, "A file")], .none),
      action(
        "secret", [.init("text", .text, "What nobody is to know")], .none, privacy: .anonymous),
      action("seal", [.init("text", .text, "What is sealed")], .none, privacy: .sealed),
    ], lineAction: "say", stateVersion: 1)

  private static func action(
    _ name: String, _ fields: [FieldDescription], _ attribution: Attribution = .optional,
    privacy: Privacy = .open
  ) -> ActionDescription {
    ActionDescription(
      name: name, summary: "Try \(name)", privacy: privacy, attribution: attribution,
      fields: fields)
  }
}
