import ExerciseKit
import Results
import VotingMethods

/// A vote over the cards that came in: what every exercise of this plugin is.
///
/// An exercise says what is asked, how an answer becomes a ballot and how ballots are counted; all
/// the rest is the same for all of them: who has voted and where that is kept, the end of the vote,
/// the paper for the booth, the view and what goes on to the next activity.
///
/// Open, everybody's vote is kept by name and a later one takes the place of an earlier one; the
/// facilitator ends the vote with `/reveal`. Sealed, people vote in the booth; once its box is
/// opened, every ballot comes here as a use of the line action that is nobody's, and the result
/// shows when the lot is drawn.
protocol Poll: Exercise
where Settings: PollSettings, State == PollState<Vote>, Event == PollEvent<Vote> {
  /// What one person hands in.
  associatedtype Vote: Codable & Hashable & Sendable

  static var words: PollWords { get }
  /// How the question is answered, with so many options.
  static func form(_ settings: Settings, options: Int) -> PaperForm
  /// How it is answered on a typed line, where that differs from the paper.
  static func typedForm(_ settings: Settings, options: Int) -> PaperForm
  /// A vote as the answer to a question of the typed form.
  static func answer(_ vote: Vote) -> JSONValue
  /// How the votes are counted. Without votes it is what the paper announces.
  ///
  /// - Parameter votes: what a limit that was lowered since must not make invalid.
  static func request(_ settings: Settings, options: Int, votes: [Vote]) -> CountRequest
  /// The votes as ballots. What they say of cards that are not on the slate (because they were
  /// hidden since) is left out.
  static func ballots(
    _ casts: [Cast<Vote>], on slate: Slate, _ settings: Settings
  ) -> Election.Ballots
  /// How to vote, in one or two sentences, for the room and for the paper.
  static func instructions(_ settings: Settings) -> String
  /// The same where there are so many options. Unless said otherwise it makes no difference.
  static func instructions(_ settings: Settings, options: Int) -> String

  /// What can be voted for. Unless said otherwise: every visible card that came in.
  static func options(of room: Room<Self>) -> [Card]
  /// Why there is nothing to vote on, where there are no options.
  static func whyNothing(_ room: Room<Self>) -> Refusal
  /// A card's line in the table before the count. Unless said otherwise: its label and its text.
  static func row(of card: Card, in room: Room<Self>) -> [String]
  static var columns: [View.Table.Column] { get }
  /// What the answers mean, before the count.
  static func legend(_ room: Room<Self>) -> [View.Block]
  /// Whether cards have costs that are to be on the paper.
  static var hasCosts: Bool { get }
  /// The questions of the paper besides the one that is counted.
  static var furtherQuestions: [PaperQuestion] { get }
  /// A word on a vote that was taken: what is left of the dots.
  static func remark(on vote: Vote, _ settings: Settings) -> String?
  /// What there is to show of the votes besides the result.
  static func appendix(_ room: Room<Self>) -> [View.Block]
  /// What the result is told besides the outcome: costs, names of grades.
  static func particulars(of count: PollCount, in room: Room<Self>) -> Particulars
}

/// What a poll calls things.
struct PollWords {
  /// The field of the line action that is counted.
  var field: String
  /// What is asked where the activity has no focus question.
  var question: String
  /// What is spread or chosen: “dot”, “dots”.
  var unit: (one: String, many: String)

  init(_ field: String, _ question: String, unit: (String, String)) {
    (self.field, self.question, self.unit) = (field, question, unit)
  }

  func counted(_ number: Int) -> String { "\(number) \(number == 1 ? unit.one : unit.many)" }
}

extension Poll {
  static var initialState: PollState<Vote> { PollState() }

  static func evolve(
    _ state: inout PollState<Vote>, _ event: PollEvent<Vote>, at: Timestamp
  ) { state.fold(event) }

  static func typedForm(_ settings: Settings, options: Int) -> PaperForm {
    form(settings, options: options)
  }

  static func instructions(_ settings: Settings, options: Int) -> String {
    instructions(settings)
  }

  static func options(of room: Room<Self>) -> [Card] { room.taken.filter { $0.hidden == nil } }
  static func whyNothing(_ room: Room<Self>) -> Refusal {
    Refusal(
      "There is nothing to vote on: no cards came in.",
      hint: "/back, collect some, and come again.")
  }
  static func row(of card: Card, in room: Room<Self>) -> [String] {
    [card.id.rawValue, card.text + room.alsoSaid(by: card)]
  }
  static var columns: [View.Table.Column] { [.init("Card"), .init("Text")] }
  static func legend(_ room: Room<Self>) -> [View.Block] { [] }
  static var hasCosts: Bool { false }
  static var furtherQuestions: [PaperQuestion] { [] }
  static func remark(on vote: Vote, _ settings: Settings) -> String? { nil }
  static func appendix(_ room: Room<Self>) -> [View.Block] { [] }

  static func particulars(of count: PollCount, in room: Room<Self>) -> Particulars {
    Particulars(noun: .card)
  }

  /// The cards that go on: those that were chosen, and in an open poll whoever ties with the last
  /// of them. Before the count nothing is chosen.
  static func give(from room: Room<Self>) -> [CardID] {
    room.isOver ? PollCount(room.asRevealed).chosen.map(\.id) : []
  }
}

extension Poll where Vote: FieldValue {
  static func answer(_ vote: Vote) -> JSONValue { vote.json ?? .null }
}

extension Particulars.Noun {
  static let card = Self("card", "cards")
}
