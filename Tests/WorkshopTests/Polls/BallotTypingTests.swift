import ExerciseProtocol
import OrderedCollections
import Polling
import Testing
import Workshop
import WorkshopTesting

/// What is typed of a ballot, on paper and in scripts, is what the screen numbers.
@Suite("Ballots as they are typed")
struct BallotTypingTests {
  /// At a vote on the cards c3, c4 and c5 (or only the last), whose places on the paper are 1 to 3.
  private func desk(_ exercise: String, set: String? = nil, only one: Bool = false) throws
    -> TestDesk
  {
    let desk = TestDesk(isInteractive: false)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Roger White, Ruth Hyde", "/start",
      "One", "Two", one ? "Three" : "Three #idea", one ? "Four" : "Four #idea", "Five #idea",
      "/agenda add \(exercise) Choice takes=#idea" + (set.map { " set=\($0)" } ?? ""), "/next",
      "/vote open paper=yes entered=yes",
    ] { try desk.perform(line) }
    return desk
  }

  /// What the first ballot in the box answers to the first question.
  private func answer(_ desk: TestDesk) throws -> JSONValue? {
    let library = try #require(desk.desk.library as? MemoryLibrary)
    let box = try #require(library.journals["Summit"]?.boxes.boxes["a2-1"]).box
    guard case .answers(let answers)? = box.contents.ballots.first?.ballot.mark else { return nil }
    return answers[box.terms.paper.questions[0].field]
  }

  private static let scales: [(String, String, JSONValue)] = [
    ("fist-to-five", "3", 3), ("fist-to-five", "c5=3", 3), ("gradients", "8", 8),
    ("consent", "0", 0), ("fist-to-five", "5 I would help", 5),
  ]

  @Test(arguments: scales)
  func `one proposal is answered with the number that the screen shows`(
    method: String, typed: String, value: JSONValue
  ) throws {
    let scripted = try desk("agree", set: "method=\(method)", only: true)
    try scripted.perform("/vote cast Ruth: \(typed)")
    #expect(try answer(scripted) == value)
    let paper = try desk("agree", set: "method=\(method)", only: true)
    for reader in ["Ruth", "Roger"] { try paper.perform("/vote enter 7 \(typed) by=\(reader)") }
    try paper.perform("/vote take Ruth")
    #expect(try answer(paper) == value)
  }

  @Test(arguments: ["c5", "c4=3", "c3=3 c5=1", "9", "c5=9", "-1"])
  func `what says nothing about the proposal is refused, with the numbers`(typed: String) throws {
    let desk = try desk("agree", only: true)
    let problem = try #require(desk.problem("/vote cast Ruth: \(typed)"), "\(typed)")
    #expect(problem.hint?.contains("3 I can live with it") == true, "\(problem)")
    #expect(try answer(desk) == nil)
  }

  private static let cards: [(String, String?, String, JSONValue)] = [
    ("agree", nil, "c3=3 c4=0", ["c3": 3, "c4": 0]),
    ("agree", "method=gradients", "c3=1 c5=8", ["c3": 1, "c5": 8]),
    ("grade", nil, "c3=5 c4=0", ["c3": 5, "c4": 0]),
    ("opinions", nil, "c3=2 c4=0", ["c3": 2, "c4": 0]),
    ("rank", nil, "c5 c3=c4", [["c5"], ["c3", "c4"]]),
    ("rank", nil, "c5>c3>c4", [["c5"], ["c3"], ["c4"]]),
    ("dot-voting", "privacy=sealed", "c3 c3 c5", ["c3": 2, "c5": 1]),
    ("choose", nil, "c3 c5", ["c3", "c5"]),
  ]

  @Test(arguments: cards)
  func `a card is named by its label`(
    exercise: String, set: String?, typed: String, value: JSONValue
  ) throws {
    let desk = try desk(exercise, set: set)
    try desk.perform("/vote cast Ruth: \(typed)")
    #expect(try answer(desk) == value)
  }

  /// At place 3 of the paper stands c5: nobody would see which of the two was taken.
  @Test(arguments: [
    ("rank", "3 c4", "c5"), ("choose", "3", "c5"), ("grade", "3=4", "c5"), ("rank", "c4=3", "c5"),
    ("dot-voting", "3", "c5"), ("duels", "3>c4", "c5"), ("rank", "5", "c5"),
  ])
  func `a number that could be a place or another card is refused`(
    exercise: String, typed: String, card: String
  ) throws {
    let desk = try desk(exercise, set: exercise == "dot-voting" ? "privacy=sealed" : nil)
    let problem = try #require(desk.problem("/vote cast Ruth: \(typed)"))
    #expect(problem.message.contains("could mean") && problem.message.contains(card), "\(problem)")
    #expect(problem.hint?.hasPrefix("Type ") == true)
    #expect(try answer(desk) == nil)
  }

  @Test(arguments: [("grade", "c3"), ("agree", "c3 c4=2"), ("score", "c3"), ("opinions", "c3")])
  func `a card without a number is no grade`(exercise: String, typed: String) throws {
    let desk = try desk(exercise)
    #expect(
      desk.problem("/vote cast Ruth: \(typed)")?.message == "c3 stands there without a number.")
    #expect(try answer(desk) == nil)
  }

  /// Where there is one card, what the screen numbers is the answers alone.
  @Test(arguments: [
    ("agree", "3", 3), ("agree", "0 It would do harm", 0), ("agree", "c2=3", 3),
    ("agree", "3 5 people would come", 3), ("grade", "4", 4), ("score", "5", 5),
    ("opinions", "2", 2),
  ])
  func `an open vote about one card takes the number of the answer`(
    exercise: String, typed: String, answer: Int
  ) throws {
    let desk = try openVote(onOneCardBy: exercise)
    let call = try #require(try desk.call("@Ruth \(typed)"))
    let field = exercise == "agree" || exercise == "opinions" ? "answers" : "\(exercise)s"
    let given = call.fields[field] ?? call.fields["points"]
    #expect(given == ["c2": .integer(answer)], "\(call.fields)")
  }

  @Test(arguments: [("agree", "9"), ("agree", "-1"), ("grade", "21"), ("opinions", "3")])
  func `and no other number`(exercise: String, typed: String) throws {
    let desk = try openVote(onOneCardBy: exercise)
    let head = desk.timeline.head
    #expect(desk.problem("@Ruth \(typed)")?.message.hasPrefix("c2 can't be \(typed)") == true)
    #expect(desk.timeline.head == head)
  }

  private func openVote(onOneCardBy exercise: String) throws -> TestDesk {
    let desk = TestDesk(isInteractive: false)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Ruth Hyde", "/start", "One",
      "Two #idea", "/agenda add \(exercise) Choice takes=#idea set=privacy=open", "/next",
    ] { try desk.perform(line) }
    return desk
  }

  /// Where people vote by name the screen numbers the answers too: 2 is one, c2 a card.
  @Test(arguments: [
    ("agree", "2", "“2” by itself could be a card or a number."),
    ("agree", "c2", "c2 stands there without a number."),
    ("grade", "2", "“2” by itself could be a card or a number."),
    ("grade", "c1=4 c2", "c2 stands there without a number."),
    ("score", "c2", "c2 stands there without a number."),
    ("opinions", "2 c1=2", "“2” by itself could be a card or a number."),
  ])
  func `an open vote takes no number for a card either`(
    exercise: String, typed: String, message: String
  ) throws {
    let desk = TestDesk(isInteractive: false)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/people add Ruth Hyde", "/start", "One",
      "Two", "/agenda add \(exercise) Choice takes=all set=privacy=open", "/next",
    ] { try desk.perform(line) }
    let head = desk.timeline.head
    let problem = try #require(desk.problem("@Ruth \(typed)"))
    #expect(problem.message == message)
    #expect(problem.hint?.hasPrefix("Type the card's label, = and the number: c") == true)
    #expect(desk.timeline.head == head)
    // And the way of the hint works; a number after it may begin the reason.
    try desk.perform("@Ruth c2=2" + (exercise == "agree" ? " 5 people would come" : ""))
    #expect(desk.timeline.head > head)
  }

  @Test(arguments: ["c3 c3", "c3=", "c9", "nonsense", "c3,c4"])
  func `an order that is none is answered with the way`(typed: String) throws {
    let desk = try desk("rank")
    let problem = try #require(desk.problem("/vote enter 7 \(typed) by=Ruth"))
    #expect(
      problem.hint
        == "Type the labels, the best first, with = between two that are level: c5 c3=c4; "
        + "or blank, or spoilt.", "\(problem)")
    #expect(problem.range == nil, "its place would be one in the ballot")
    // And the way works.
    try desk.perform("/vote cast Ruth: c5 c3=c4")
    #expect(try answer(desk) == [["c5"], ["c3", "c4"]])
  }
}
