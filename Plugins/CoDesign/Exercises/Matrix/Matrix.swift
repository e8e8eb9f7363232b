import ExerciseKit

/// Cards on two named axes: placed by the room together, or by everybody, and averaged.
///
/// Sources: impact and effort, after the action-priority grids of quality management; power and
/// interest, A. Mendelow (1981); importance and evidence, the assumption map of D. J. Bland,
/// “Testing Business Ideas” (2019). Our own wording.
struct Matrix: Exercise {
  static let about = ExerciseAbout(
    id: "matrix", name: "Matrix",
    summary:
      "put cards on two axes: impact and effort, power and interest, importance and evidence",
    guidance: [
      "Read both axes out, with their ends. Say: “We place the cards beside each other, not to the "
        + "millimetre. Where does this one lie, compared with the last?”",
      "Place a card across and up, from 0 to 10: c3 7 2. Several at once: c3 7 2; c5 c6 1 9.",
      "placed-by=everybody: @Ruth c3 7 2 for each. The middle of all is shown, with the spread.",
      "Where the spread is wide, ask. Say: “Some see this low and some high: what do you know that "
        + "the others don't?” Then /settle c3 6 4.",
      "/label gives each card its quadrant's name as a tag, for what comes next.",
      "Tip: begin with a card that everybody knows, so that there is something to compare with.",
      "Variation: privacy=sealed has everybody place the cards in the booth, unswayed by others.",
      "Accessibility: say the numbers and the quadrant's name; never only “here” or “there”.",
    ])

  enum Axes: String, FieldChoice, Codable {
    case impactEffort = "impact-effort"
    case powerInterest = "power-interest"
    case importanceEvidence = "importance-evidence"
  }

  enum PlacedBy: String, FieldChoice, Codable {
    case room, everybody
  }

  struct Settings: Fields {
    @Field("Which axes: impact-effort, power-interest or importance-evidence")
    var axes = Axes.impactEffort
    @Field("Your own axis across in place of that: name | left end | right end") var across = ""
    @Field("Your own axis upwards: name | lower end | upper end") var up = ""
    @Field("Names of the quadrants: upper left | upper right | lower left | lower right")
    var quadrants = ""
    @Field("Who places: the room together, or everybody, and the middle counts")
    var placedBy = PlacedBy.room
    @Field("What is kept: open, names too; anonymous; or sealed in the booth till the end")
    var privacy = Privacy.open
    @Field("What goes on: all, or a quadrant: upper-left, upper-right, lower-left, lower-right")
    var passOn = PassOn.all
  }

  enum PassOn: String, FieldChoice, Codable {
    case all
    case upperLeft = "upper-left"
    case upperRight = "upper-right"
    case lowerLeft = "lower-left"
    case lowerRight = "lower-right"
  }

  /// A card's place, as somebody sees it; both from 0 to 10.
  struct Placement: Codable, Equatable {
    var card: CardID
    var across: Int
    var up: Int
    /// Nil for the room's, and where no names are kept.
    var by: ParticipantID?
  }

  struct State: Codable {
    var placements: [Placement] = []
    /// What the room settled on, in place of the middle.
    var settled: [Placement] = []
  }

  enum Event: Codable {
    /// `replacing`: what the same person, or the room, said of these cards before gives way.
    case placed([Placement], replacing: Bool)
    case settled(Placement)
    case cleared([CardID])
  }

  static let initialState = State()
  static let actions: [any Action<Matrix>.Type] = [
    Place.self, Settle.self, Clear.self, Label.self,
  ]
  static let lineAction: (any Action<Matrix>.Type)? = Place.self

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    switch event {
    case .placed(let placements, let replacing):
      for placement in placements {
        if replacing {
          state.placements.removeAll { $0.card == placement.card && $0.by == placement.by }
        }
        state.placements.append(placement)
      }
    case .settled(let placement):
      state.settled.removeAll { $0.card == placement.card }
      state.settled.append(placement)
    case .cleared(let cards):
      state.placements.removeAll { cards.contains($0.card) }
      state.settled.removeAll { cards.contains($0.card) }
    }
  }

  /// The cards of the quadrant that goes on, the farthest up first; or all, placed ones first.
  static func give(from room: Room<Matrix>) -> [CardID] {
    let placed = room.places
    let ids = placed.map(\.card.id)
    guard room.settings.passOn != .all else {
      return ids + room.allVisible.map(\.id).filter { !ids.contains($0) }
    }
    return placed.filter { $0.quadrant == room.settings.passOn }.map(\.card.id)
  }

  /// All cards on one axis, then all on the other.
  static func paper(for room: Room<Matrix>) -> Paper? {
    let options = room.allVisible.map { PaperOption($0.id.rawValue, $0.text) }
    guard !options.isEmpty else { return nil }
    let (across, up) = room.axes
    func question(_ field: String, _ axis: View.Matrix.Axis) -> PaperQuestion {
      PaperQuestion(
        field, "\(axis.name): 0 is “\(axis.low)”, 10 is “\(axis.high)”", .score(0...10),
        options: options)
    }
    return Paper([question("across", across), question("up", up)])
  }
}
