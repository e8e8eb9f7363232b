import ExerciseKit

extension Canvas {
  /// What a plain line is: a card in the region that it names, or that is open.
  struct Put: Action {
    static let about = ActionAbout(
      "put", "Put a card into the region that is open, or that the line names",
      examples: ["put @Ruth I never know when the bus comes", "put pains: The stop has no roof"])
    @Field(
      "The card's words, after the region's name and a colon if it is another; a line a card",
      beforeName: [":"])
    var text: String

    func decide(in room: Room<Canvas>) throws(Refusal) -> [Effect<Event>] {
      let lines = text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
      guard !lines.isEmpty else { throw Refusal("There are no words in it.", field: "text") }
      let layout = room.layout
      var effects: [Effect<Event>] = []
      for line in lines {
        let named = layout.named(in: line, from: room.open)
        if named == nil {
          effects += try room.unknownRegion(in: line)
          if let begun = layout.begun(by: line) {
            effects.append(
              .notice("With a colon, \(begun.name): …, it would go to “\(begun.title)”."))
          }
        }
        let region = named?.region ?? room.open
        let (words, tags) = (named?.text ?? line).withoutTrailingTags
        effects.append(
          .add(
            CardDraft(
              words, tags: (region?.tags ?? []) + tags,
              attributes: region.map { ["region": $0.name] } ?? [:])))
        if lines.count == 1, let region { effects.append(.notice(region.title)) }
      }
      return effects + (room.actor.map { [.record(.contributed($0))] } ?? [])
    }
  }

  struct At: Action {
    static let about = ActionAbout(
      "at", "Open a region: plain lines go there", attribution: .none,
      examples: ["at pains", "at 2"])
    @Field("Its number or its name; in stages × lanes 2.3 or stage/lane") var region: String

    func decide(in room: Room<Canvas>) throws(Refusal) -> [Effect<Event>] {
      let region = try room.region(called: region)
      return [
        .record(.opened(region.name, pace: room.pace(of: region))),
        .notice(region.title + (region.prompt.map { ": \($0)" } ?? "")),
      ]
    }
  }

  struct Move: Action {
    static let about = ActionAbout(
      "move", "Move cards to another region, also cards that came in", attribution: .none,
      examples: ["move c4 pains", "move c4-c6 region=2"])
    @Field("Which cards") var cards: [CardID]
    @Field("The region's number or name") var region: String

    func decide(in room: Room<Canvas>) throws(Refusal) -> [Effect<Event>] {
      guard !cards.isEmpty else { throw Refusal("Which cards?", field: "cards") }
      let region = try room.region(called: region)
      let layout = room.layout
      var effects: [Effect<Event>] = []
      for id in cards {
        let card = try room.card(id)
        let old = layout.region(named: room.place(of: card))?.tags ?? []
        effects.append(
          .tag(id, add: region.tags, remove: old.filter { !region.tags.contains($0) }))
        effects.append(.record(.moved(id, to: region.name)))
      }
      return effects + [.notice("\(cards.map(\.rawValue).listed) in “\(region.title)”.")]
    }
  }
}
