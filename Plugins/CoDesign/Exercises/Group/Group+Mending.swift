import ExerciseKit

extension Group {
  struct Join: Action {
    static let about = ActionAbout(
      "join", "Put all cards of a theme into another one", attribution: .none,
      examples: ["join 3 1"])
    @Field("The theme that ends, by its number", 1...10_000) var theme: Int
    @Field("The theme that takes its cards, by its number", 1...10_000) var into: Int

    func decide(in room: Room<Group>) throws(Refusal) -> [Effect<Event>] {
      let (from, target) = (try room.theme(number: theme), try room.theme(number: into))
      guard from.id != target.id else {
        throw Refusal("That is the same theme.", field: "into", hint: "/join 3 1")
      }
      return room.join(
        from.cards, target, notice: "“\(from.name)” is part of “\(target.name)” now.")
        + room.end(from, because: "joined “\(target.name)”")
    }
  }

  struct Dissolve: Action {
    static let about = ActionAbout(
      "dissolve", "End a theme; its cards wait for another", attribution: .none,
      isForFacilitator: true, examples: ["dissolve 3"])
    @Field("The theme's number", 1...10_000) var theme: Int

    func decide(in room: Room<Group>) throws(Refusal) -> [Effect<Event>] {
      let theme = try room.theme(number: theme)
      return room.untag(theme.cards) + room.end(theme, because: "its theme was dissolved")
        + [.notice("“\(theme.name)” is dissolved; its cards wait for another.")]
    }
  }
}

extension Room<Group> {
  /// What the end of a theme changes: its own card goes out of sight.
  fileprivate func end(_ theme: Group.Theme, because reason: String) -> [Effect<Group.Event>] {
    let card = card(of: theme).map { [Effect<Group.Event>.hide($0.id, reason: reason)] } ?? []
    return card + [.record(.dissolved(id: theme.id))]
  }
}
