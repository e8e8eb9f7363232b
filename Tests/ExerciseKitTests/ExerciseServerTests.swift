import ExerciseKit
import Testing

/// The kit between the host's messages and an author's exercise.
@Suite struct ExerciseServerTests {
  private let server = ExerciseServer(Survey.plugin)

  private func brief(
    cards: [Card] = [], taken: [CardID] = [], state: SavedState? = nil, events: [Occurrence] = []
  ) -> ActivityBrief {
    ActivityBrief(
      id: "a2", exercise: "survey", title: "Survey", focus: nil, settings: [:], cards: cards,
      taken: taken, participants: [Participant(id: "p1", name: "Ruth")], state: state,
      events: events)
  }

  private func call(_ action: String, _ fields: JSONValue, actor: ParticipantID? = nil) -> Call {
    Call(action: action, fields: fields, actor: actor, at: Timestamp(milliseconds: 0))
  }

  private func card(_ id: CardID, _ text: String, in activity: ActivityID = "a2") -> Card {
    Card(id: id, text: text, activity: activity, at: Timestamp(milliseconds: 0))
  }

  private func note(_ text: String) -> Occurrence {
    .recorded(["note": .string(text)], at: Timestamp(milliseconds: 0))
  }

  /// The items of the view's lists: notes, cards, cards brought in.
  private func lists(after events: [Occurrence] = []) throws -> [[String]] {
    guard case .view(let view) = server.answer(.view("a2", .room, events: events)) else {
      return []
    }
    return view.blocks.compactMap { if case .list(let items, _) = $0 { items } else { nil } }
  }

  private func fault(_ reply: Reply) -> String? {
    if case .fault(let message) = reply { message } else { nil }
  }

  private func refusal(_ reply: Reply) -> Refusal? {
    if case .refused(let refusal) = reply { refusal } else { nil }
  }

  @Test func `an action tells its changes and joins its words`() {
    #expect(server.answer(.open(brief())) == .done)
    let reply = server.answer(.decide("a2", call("note", ["text": "Hi"], actor: "p1"), events: []))
    #expect(reply == .changes([.record(["note": "Hi"])], notice: "Ruth noted it. Thanks."))
  }

  @Test func `an action's own refusal comes through whole`() {
    _ = server.answer(.open(brief()))
    let reply = server.answer(.decide("a2", call("note", ["text": ""]), events: []))
    #expect(reply == .refused(Refusal("Nothing to note.", field: "text", hint: "Type.")))
  }

  @Test func `what the exercise or the plugin lacks is a fault`() {
    _ = server.answer(.open(brief()))
    #expect(
      server.answer(.decide("a2", call("sing", [:]), events: []))
        == .fault("“Survey” has no action “sing”"))
    #expect(
      server.answer(.view("a9", .room, events: [])) == .fault("activity a9 is not open"))
    var other = brief()
    other.exercise = "quiz"
    #expect(server.answer(.open(other)) == .fault("this plugin has no exercise “quiz”"))
  }

  @Test(arguments: [
    ("", "the request is not JSON"), ("{", "the request is not JSON"),
    ("[]", "request: expected an object, found a list"),
    (#"{"call":"dance"}"#, "request.call: expected a call that this plugin knows, found a string"),
    (#"{"call":"view","activity":"a2"}"#, "request.audience: expected a value, found nothing"),
    (
      #"{"call":"give","activity":"a2","events":[{}]}"#,
      "request.events[0].participant: expected a value, found nothing"
    ),
  ])
  func `bytes that are no request are a fault that says where`(text: String, message: String) throws
  {
    let answer = Array(text.utf8).withUnsafeBufferPointer { server.answer($0) }
    let reply = try Reply(json: JSONValue(parsing: answer), path: "reply")
    guard case .fault(let fault) = reply else {
      Issue.record("not a fault: \(reply)")
      return
    }
    #expect(fault.hasPrefix(message))
  }

  @Test func `cards are the activity's own, those taken in, and none of another's`() throws {
    let cards = [card("c2", "own"), card("c1", "taken", in: "a1")]
    _ = server.answer(.open(brief(cards: cards, taken: ["c1", "c1", "c8"])))
    #expect(try lists() == [[], ["c2 own"], ["c1 taken"]])
    let news: [Occurrence] = [
      .card(card("c3", "new")), .card(card("c4", "elsewhere", in: "a1")),
      .card(card("c1", "taken, in other words", in: "a1")),
    ]
    #expect(
      try lists(after: news) == [[], ["c2 own", "c3 new"], ["c1 taken, in other words"]])
    let undone: [Occurrence] = [.cardRemoved("c2"), .cardRemoved("c1"), .cardRemoved("c99")]
    #expect(try lists(after: undone) == [[], ["c3 new"], []])
    #expect(try lists(after: [.card(card("c3", "edited"))]) == [[], ["c3 edited"], []])
    let look = server.answer(.decide("a2", call("look", ["card": "c2"]), events: []))
    #expect(refusal(look)?.message == "There is no card c2 in this activity.")
  }

  @Test func `a state of this version is gone on from`() throws {
    _ = server.answer(.open(brief(events: [note("one"), note("two")])))
    guard case .state(let state) = server.answer(.state("a2", events: [])) else {
      Issue.record("no state")
      return
    }
    #expect(state.version == 3)
    let before = try lists()
    #expect(server.answer(.open(brief(state: state))) == .done)
    #expect(try lists() == before)
    #expect(try lists(after: [note("three")])[0].count == 3)
  }

  @Test func `a state of an older version is migrated`() throws {
    let old = SavedState(version: 2, data: ["note": "from then"])
    #expect(server.answer(.open(brief(state: old))) == .done)
    #expect(try lists()[0] == ["from then"])
  }

  @Test(arguments: [
    (
      SavedState(version: 1, data: [:]),
      "“Survey” can't read a state of version 1; it writes version 3."
    ),
    (
      SavedState(version: 4, data: [:]),
      "“Survey” can't read a state of version 4; it writes version 3."
    ),
    (SavedState(version: 3, data: []), "this can't be read as the saved state: "),
  ])
  func `a state that can't be read is a fault, with what was open gone`(
    state: SavedState, message: String
  ) {
    #expect(server.answer(.open(brief())) == .done)
    #expect(fault(server.answer(.open(brief(state: state))))?.hasPrefix(message) == true)
    #expect(fault(server.answer(.give("a2", events: []))) == "activity a2 is not open")
  }

  /// Whatever is asked: what can't be folded is nobody's to mend, and the card that came with it is
  /// not lost in silence.
  @Test(arguments: [
    "decide", "view", "give", "paper", "state",
  ])
  func `an event that can't be read is a fault, and what came with it is folded anew`(
    question: String
  ) throws {
    _ = server.answer(.open(brief()))
    let strange = Occurrence.recorded("dance", at: Timestamp(milliseconds: 0))
    let news = [strange, .card(card("c1", "said"))]
    let request: Request =
      switch question {
      case "decide": .decide("a2", call("note", ["text": ""]), events: news)
      case "view": .view("a2", .room, events: news)
      case "give": .give("a2", events: news)
      case "paper": .paper("a2", events: news)
      default: .state("a2", events: news)
      }
    let words = "this can't be read as an event of this exercise"
    #expect(fault(server.answer(request))?.hasPrefix(words) == true)
    #expect(fault(server.answer(.give("a2", events: []))) == "activity a2 is not open")
    #expect(server.answer(.open(brief(cards: [card("c1", "said")]))) == .done)
    #expect(server.answer(.give("a2", events: [])) == .cards(["c1"]))
  }

  @Test func `settings and fields that don't fit are refused, with their names`() {
    var other = brief()
    other.settings = 7
    _ = server.answer(.open(other))
    _ = server.answer(.open(brief()))
    #expect(
      refusal(server.answer(.decide("a2", call("note", ["text": 7]), events: [])))?.field == "text")
  }

  @Test func `an anonymous action is nobody's in the manifest too`() {
    let action = Survey.plugin.manifest.exercises[0].actions[1]
    #expect(action.privacy == .anonymous)
    #expect(action.attribution == .none)
    #expect(action.isForFacilitator)
  }

  @Test func `a version that it does not speak is answered with none`() {
    #expect(server.answer(.hello(versions: [1, 2], host: "")) == .welcome(version: 1))
    #expect(server.answer(.hello(versions: [2], host: "")) == .welcome(version: 0))
  }
}
