import ExerciseKit

/// A proposal, the questions on it, what people think of it, and whether anybody objects: the
/// sociocratic round. The test may also be a fist to five or eight gradients of agreement.
///
/// Sources: consent, G. Endenburg, “Sociocracy” (1998), and T. J. Rau and J. Koch-Gonzalez, “Many
/// Voices One Song” (2018); fist to five, A. Fletcher, “FireStarter Youth Power Curriculum” (2002);
/// gradients, S. Kaner, “Facilitator's Guide to Participatory Decision-Making” (2014). Our own
/// wording.
struct ConsentRound: Exercise {
  static let about = ExerciseAbout(
    id: "consent", name: "Consent",
    summary: "decide without anybody's objection, by fist to five, or by gradients of agreement",
    guidance: [
      "/propose c12, or /propose and the words. Say: “We are not looking for the best proposal, "
        + "but for one that is good enough for now and safe enough to try.”",
      "/phase goes on, and every phase can be gone back to: proposal, questions, reactions, amend, "
        + "objections, integrate, decision. The words for the room stand in each phase.",
      "Questions first, to understand; then reactions, one each, without answers. Plain lines are "
        + "written down as what the phase asks for.",
      "/amend gives the proposal new words; then everybody is asked again.",
      "Objections: @Ruth consent, @Ruth concern It takes long, @Ruth objection Nobody pays for it. "
        + "Say: “An objection is a gift: it tells what the proposal overlooks.”",
      "Integrate: ask the objector first. Say: “What would have to change, so that you could live "
        + "with it?” /resolve c9 notes how an objection was taken in.",
      "/decide 2027-03-01 records the decision, and the day on which it is looked at again.",
      "Tip: people's own words do too (@Tom fine by me, @Ann stands aside), and whoever answers "
        + "again takes back the reason that they gave before.",
      "Tip: an objection needs a reason that has to do with the aim, not with taste.",
      "Variation: method=fist-to-five (@Ruth 4) or method=gradients (@Ruth 6 I would start later).",
      "Accessibility: go round by name; let people answer by word, by hand or on paper.",
    ])

  enum Method: String, FieldChoice, Codable {
    case consent, gradients
    case fistToFive = "fist-to-five"
  }

  enum Phase: String, FieldChoice, Codable {
    case proposal, questions, reactions, amend, objections, integrate, decision
  }

  struct Settings: Fields {
    @Field("How it is tested: consent, fist-to-five or gradients") var method = Method.consent
    @Field("What is kept: open, names too; anonymous; or sealed in the booth till the end")
    var privacy = Privacy.open
    @Field("How many must have answered", 1...1000) var quorum = 1
    @Field("Percent that must support; 100 for fist to five, 75 for gradients", 1...100)
    var support: Int?
  }

  /// What somebody said to the test.
  struct Answer: Codable, Equatable {
    var grade: Int
    /// Nil where no names are kept.
    var by: ParticipantID?
  }

  struct Decision: Codable, Equatable {
    var text: String
    var version: Int
    var review: String
  }

  struct State: Codable {
    var phase = Phase.proposal
    /// Every wording of the proposal that is being decided, the newest last.
    var wordings: [String] = []
    /// The card that it comes from.
    var from: CardID?
    /// To the newest wording.
    var answers: [Answer] = []
    /// How objections were taken in.
    var resolved: [CardID: String] = [:]
    var decisions: [Decision] = []
    /// Cards with the reasons of answers that their people have changed since; nil in sessions of
    /// before.
    var withdrawn: [CardID]?
    /// When the wording was given that people answer now, in milliseconds; nil in sessions of
    /// before.
    var since: Int?
  }

  enum Event: Codable {
    case proposed(String, from: CardID?)
    case turnedTo(Phase)
    case amended(String)
    case answered(Answer)
    case resolved(CardID, how: String)
    case decided(Decision)
    /// What was said with an answer that holds no more.
    case withdrawn([CardID])
  }

  static let initialState = State()
  static let actions: [any Action<ConsentRound>.Type] = [
    Say.self, Propose.self, TurnTo.self, Amend.self, Resolve.self, Decide.self, Note.self,
  ]
  static let lineAction: (any Action<ConsentRound>.Type)? = Say.self

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    switch event {
    case .proposed(let text, let card):
      state.wordings = [text]
      state.from = card
      state.answers = []
      state.phase = .questions
      state.since = at.milliseconds
    case .turnedTo(let phase): state.phase = phase
    case .amended(let text):
      state.wordings.append(text)
      state.answers = []
      state.phase = .objections
      state.since = at.milliseconds
    case .answered(let answer):
      if answer.by != nil { state.answers.removeAll { $0.by == answer.by } }
      state.answers.append(answer)
    case .withdrawn(let cards): state.withdrawn = (state.withdrawn ?? []) + cards
    case .resolved(let card, let how): state.resolved[card] = how
    case .decided(let decision):
      state.decisions.append(decision)
      state.phase = .decision
    }
  }

  /// The decisions.
  static func give(from room: Room<ConsentRound>) -> [CardID] {
    room.visible.filter { $0.isTagged("decision") }.map(\.id)
  }

  /// How far somebody goes along, and why.
  static func paper(for room: Room<ConsentRound>) -> Paper? {
    let proposal = room.state.wordings.last ?? room.focus ?? room.title
    return Paper([
      PaperQuestion(
        "grade", proposal, .scale(room.settings.method.steps), isRequired: true),
      PaperQuestion("text", "Why? What would have to change?", .text(lines: 10)),
    ])
  }
}
