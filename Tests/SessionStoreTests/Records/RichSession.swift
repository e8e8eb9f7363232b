import ExerciseProtocol
import Workshop
import WorkshopTesting

/// One event of every kind, with every member that it may have, in an order that can be folded.
enum RichSession {
  static let at = Timestamp(milliseconds: 1_318_411_800_123)

  static let plan = Activity.Plan(
    id: "a1", exercise: "discussion", title: "Needs", focus: "Who is left out?", minutes: 20,
    takes: .tagged("idea"), settings: ["anonymous": true, "order": "newest"],
    guide: [
      Guidance(.action, "Read it out."), Guidance(.say, "What is missing?"),
      Guidance(.tip, "Wait."), Guidance(.variation, "In pairs."),
      Guidance(.access, "Say the numbers."),
    ], gives: "Needs with a name.")

  static let card = Card(
    id: "c2", text: "Mwy o fainc \u{0} “yes”\n👩‍👩‍👧 e\u{301}", author: "p1", parent: "c1",
    activity: "a1", at: at, tags: ["skills", "youth"], hidden: "off topic",
    attributes: ["url": "https://example.org/?a=b", "posted": "12 October"])

  static let outcome = Outcome(
    kind: .action, text: "Write the guide", owners: ["p1"], due: CivilDate("2026-12-01"),
    cards: ["c1", "c2"], activity: "a1")

  static let events: [Event] = [
    .created(id: "0123", title: "Summit"), .titled("Solace “Summit”"),
    .proposed(Proposition(title: "Networked", text: "A networked\nworld")),
    .joined(Participant(id: "p1", name: "Roger White")),
    .changed(
      Participant(id: "p1", name: "Roger", role: .facilitator, organisation: "FutureGov")),
    .joined(Participant(id: "p2", name: "Ruth")), .left("p2"),
    .planned(plan, index: 0),
    .planned(.init(id: "a2", exercise: "dot-voting", title: "Choice", takes: .all), index: 0),
    .planned(.init(id: "a3", exercise: "discussion", title: "X", takes: .nothing), index: 2),
    .replanned(plan), .moved("a2", index: 1), .unplanned("a3"), .started("a1", taken: []),
    .cardAdded(Card(id: "c1", text: "", activity: "a1", at: at)), .cardAdded(card),
    .cardEdited("c1", text: "one"), .cardTagged("c1", tags: ["skills"]),
    .cardTagged("c2", tags: []), .cardHidden("c1", reason: "why"), .cardUnhidden("c2"),
    .cardNoted("c2", attributes: ["owner": "p1"]), .cardNoted("c1", attributes: [:]),
    .paused, .resumed, .extended(seconds: -300), .started("a2", taken: ["c1", "c2"]),
    .recorded("a2", ["voted": ["p1", ["c1": 2]], "none": .null, "half": .number(0.5)]),
    .decided(outcome), .decided(Outcome(kind: .insight, text: "x")), .undone(step: 29),
    .redone(step: 29), .erased, .stopped, .started("a2", taken: []),
    .clockSet("a1", seconds: 720), .unreadable,
    .planned(
      .init(
        id: "a4", exercise: "break", title: "Tea", takes: .activities(["a1", "a2"]), aside: true),
      index: 2),
    .aside(.series("Solace")), .aside(.starts(.init(minute: 570, from: "a1"))),
    .aside(.noted("Ruth was quiet", in: "a2")), .aside(.noted("Between", in: nil)),
    .aside(.parked("Who pays?", by: "p1", in: "a2")), .aside(.called("p1", in: "a2")),
    .aside(.grouped([["p1"]])), .aside(.energy([.init("p1", 3), .init(nil, 5)])),
    .cardAttributed("c1", to: "p1"),
    .cardAttributed("c1", to: nil), .cardAdded(Card(id: "c3", text: "", activity: "a1", at: at)),
    .cardRemoved("c3"),
  ]

  /// The events as the steps of a journal, twenty seconds from each to the next.
  static var timeline: Timeline {
    var timeline = Timeline()
    timeline.append(
      events.enumerated().map { index, event in
        LoggedEvent(
          sequence: index + 1, id: "e\(index)", at: at.advanced(bySeconds: 20.25 * Double(index)),
          step: index + 1, event: event)
      })
    return timeline
  }

  static let states: [ActivityID: ExerciseCheckpoint] = [
    "a2": ExerciseCheckpoint(
      state: SavedState(version: 3, data: ["ballots": ["p1": ["c1": 2]]]), events: 1)
  ]
}
