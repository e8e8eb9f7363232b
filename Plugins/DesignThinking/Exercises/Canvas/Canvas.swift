import ExerciseKit

/// Named regions with a prompt each, to be filled with cards: in a grid, or as stages × lanes.
///
/// Which regions is data: a preset, or a setting, so that a template brings its own.
struct Canvas: Exercise {
  static let about = ExerciseAbout(
    id: "canvas", name: "Canvas",
    summary: "fill named regions: empathy map, persona, journey, blueprint, SWOT, or your own",
    guidance: [
      "Read the regions out, each with its question. Say: “We fill one after the other. Where you "
        + "don't know, say so: a gap is a finding.”",
      "A plain line goes into the region that is open: /at 2 or /at pains opens another. Or name "
        + "it in the line: pains: I never know when the bus comes.",
      "In stages × lanes a place has two names: /at 2.3, or wait/feels: Cold, and "
        + "nobody tells me why. A lane alone, feels: …, is that of the open stage.",
      "/move c4 pains moves a card, also one that came in from an earlier activity.",
      "Say, of each card: “How do we know that?” What is a guess, label it: "
        + "#assumption at the end.",
      "Each card carries its region's name as a tag, for what comes next.",
      "Tip: stay with one person or one case; a canvas for everybody describes nobody.",
      "Variation: privacy=sealed lets everybody fill it in the booth, a line a card.",
      "Accessibility: say the region's name with every card that you read out; nothing is told by "
        + "its place alone.",
    ])

  struct Settings: Fields {
    @Field("Which canvas; regions, or stages and lanes, take its place")
    var preset = CanvasPreset.empathyMap
    @Field("Your own regions: Name: prompt, with | or line breaks between") var regions = ""
    @Field("Your own stages, from left to right, with | between") var stages = ""
    @Field("Your own lanes, Name: prompt, from top to bottom, with | between") var lanes = ""
    @Field("What is kept: open, names too; anonymous; or sealed in the booth till the end")
    var privacy = Privacy.open
    @Field(
      "Names of the regions, stages or lanes whose cards go on, with | between; all unless given")
    var passOn = ""
    @Field("Minutes for each region, from /at on; 0: none has its own clock", 0...480)
    var regionMinutes = 0
  }

  /// How long a region is worked on: a host shows its clock.
  struct Pace: Codable {
    var label: String
    var seconds: Int
  }

  struct State: Codable {
    /// The name of the region that is open; nil: the first.
    var open: String?
    /// Where cards were moved to, in place of where they were put.
    var moved: [CardID: String] = [:]
    var contributors: [ParticipantID] = []
  }

  enum Event: Codable {
    /// Its clock begins, where regions have their minutes.
    case opened(String, pace: Pace?)
    case moved(CardID, to: String)
    case contributed(ParticipantID)
  }

  static let initialState = State()
  static let actions: [any Action<Canvas>.Type] = [Put.self, At.self, Move.self]
  static let lineAction: (any Action<Canvas>.Type)? = Put.self

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    switch event {
    case .opened(let region, _): state.open = region
    case .moved(let card, let region): state.moved[card] = region
    case .contributed(let person):
      if !state.contributors.contains(person) { state.contributors.append(person) }
    }
  }

  /// The cards region by region; those of the regions that are named, if any are.
  static func give(from room: Room<Canvas>) -> [CardID] {
    let wanted = Set(room.settings.passOn.items.compactMap(\.asTag))
    let layout = room.layout
    let placed = layout.regions.flatMap { region -> [Card] in
      guard wanted.isEmpty || !wanted.isDisjoint(with: region.tags) else { return [] }
      return room.cards(in: region)
    }
    let loose = wanted.isEmpty ? room.loose : []
    return (placed + loose).map(\.id)
  }

  /// One question for any number of cards.
  static func paper(for room: Room<Canvas>) -> Paper? {
    let names = room.layout.regions.map { "\($0.number) \($0.title)" }
    let prompt = room.focus.map { $0 + " " } ?? ""
    return Paper([
      PaperQuestion(
        "text",
        prompt + "One card a line, with the number of its place and a colon first. The places: "
          + names.joined(separator: ", "), .text(lines: 40), isRequired: true)
    ])
  }
}
