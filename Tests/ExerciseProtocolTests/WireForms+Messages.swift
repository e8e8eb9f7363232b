import ExerciseProtocol

extension WireForm {
  private static let morning = Timestamp(milliseconds: 1_318_411_800_000)
  private static let news = [Occurrence.cardRemoved("c7")]

  static let requests = [
    WireForm(
      "hello", Request.hello(versions: [1, 2], host: "charrette 1.0.0"),
      #"{"call": "hello", "versions": [1, 2], "host": "charrette 1.0.0"}"#),
    WireForm("manifest?", Request.manifest, #"{"call": "manifest"}"#),
    WireForm(
      "open the simplest activity",
      Request.open(
        ActivityBrief(
          id: "a1", exercise: "discussion", title: "Needs", focus: nil, settings: [:])),
      """
      {"call": "open",
       "activity": {"id": "a1", "exercise": "discussion", "title": "Needs", "settings": {}}}
      """),
    WireForm(
      "open an activity in the middle",
      Request.open(
        ActivityBrief(
          id: "a2", exercise: "dot-voting", title: "Vote", focus: "Where do we begin?",
          settings: ["dots": 3],
          cards: [Card(id: "c1", text: "A guide", activity: "a1", at: morning)], taken: ["c1"],
          participants: [Participant(id: "p1", name: "Ruth")],
          state: SavedState(version: 1, data: ["ballots": [:]]),
          events: [.recorded("revealed", at: morning)])),
      """
      {"call": "open",
       "activity": {
         "id": "a2", "exercise": "dot-voting", "title": "Vote", "focus": "Where do we begin?",
         "settings": {"dots": 3},
         "cards": [{"id": "c1", "text": "A guide", "activity": "a1",
                    "at": "2011-10-12T09:30:00.000Z"}],
         "taken": ["c1"],
         "participants": [{"id": "p1", "name": "Ruth", "role": "participant"}],
         "state": {"version": 1, "data": {"ballots": {}}},
         "events": [{"recorded": "revealed", "at": "2011-10-12T09:30:00.000Z"}]}}
      """),
    WireForm(
      "decide",
      Request.decide(
        "a2", Call(action: "vote", fields: ["dots": ["c1": 2]], actor: "p1", at: morning),
        events: news),
      """
      {"call": "decide", "activity": "a2", "action": "vote", "fields": {"dots": {"c1": 2}},
       "actor": "p1", "at": "2011-10-12T09:30:00.000Z", "events": [{"card-removed": "c7"}]}
      """),
    WireForm(
      "decide what nobody did, with no news",
      Request.decide(
        "a2", Call(action: "reveal", fields: [:], actor: nil, at: morning), events: []),
      """
      {"call": "decide", "activity": "a2", "action": "reveal", "fields": {},
       "at": "2011-10-12T09:30:00.000Z"}
      """),
    WireForm(
      "decide what counts three times",
      Request.decide(
        "a2", Call(action: "vote", fields: [:], actor: nil, weight: 3, at: morning),
        events: [.lot(42)]),
      """
      {"call": "decide", "activity": "a2", "action": "vote", "fields": {}, "weight": 3,
       "at": "2011-10-12T09:30:00.000Z", "events": [{"lot": 42}]}
      """),
    WireForm(
      "decide what chance decides",
      Request.decide(
        "a2", Call(action: "order", fields: [:], actor: nil, at: morning, seed: 20_111_012),
        events: []),
      """
      {"call": "decide", "activity": "a2", "action": "order", "fields": {},
       "at": "2011-10-12T09:30:00.000Z", "seed": 20111012}
      """),
    WireForm(
      "view", Request.view("a2", .facilitator, events: news),
      """
      {"call": "view", "activity": "a2", "audience": "facilitator",
       "events": [{"card-removed": "c7"}]}
      """),
    WireForm("give", Request.give("a2", events: []), #"{"call": "give", "activity": "a2"}"#),
    WireForm("paper", Request.paper("a2", events: []), #"{"call": "paper", "activity": "a2"}"#),
    WireForm("state", Request.state("a2", events: []), #"{"call": "state", "activity": "a2"}"#),
  ]

  static let replies = [
    WireForm("welcome", Reply.welcome(version: 1), #"{"reply": "welcome", "version": 1}"#),
    WireForm(
      "the manifest", Reply.manifest(voting),
      #"{"reply": "manifest", "manifest": \#(votingText)}"#),
    WireForm("done", Reply.done, #"{"reply": "done"}"#),
    WireForm(
      "changes", Reply.changes([.unhideCard("c1")], notice: "2 dots left."),
      """
      {"reply": "changes", "changes": [{"change": "unhide-card", "card": "c1"}],
       "notice": "2 dots left."}
      """),
    WireForm(
      "a reveal", Reply.changes([.record(1)], shows: true),
      """
      {"reply": "changes", "changes": [{"change": "record", "event": 1}], "shows": true}
      """),
    WireForm("nothing changes", Reply.changes([]), #"{"reply": "changes"}"#),
    WireForm(
      "a view", Reply.view(View([.text("Hello")])),
      #"{"reply": "view", "view": [{"block": "text", "text": "Hello"}]}"#),
    WireForm(
      "a view with cards that have no place",
      Reply.view(View([.text("Hello")], loose: ["c3", "c1"])),
      #"{"reply": "view", "view": [{"block": "text", "text": "Hello"}], "loose": ["c3", "c1"]}"#),
    WireForm(
      "a view in which all have one", Reply.view(View(loose: [])),
      #"{"reply": "view", "view": [], "loose": []}"#),
    WireForm("cards", Reply.cards(["c2", "c1"]), #"{"reply": "cards", "cards": ["c2", "c1"]}"#),
    WireForm(
      "a state", Reply.state(SavedState(version: 2, data: .null)),
      #"{"reply": "state", "state": {"version": 2, "data": null}}"#),
    WireForm(
      "a refusal", Reply.refused(Refusal("Too many.", field: "dots", hint: "Take one away.")),
      """
      {"reply": "refused", "message": "Too many.", "field": "dots", "hint": "Take one away."}
      """),
    WireForm(
      "a bare refusal", Reply.refused(Refusal("No.")), #"{"reply": "refused", "message": "No."}"#),
    WireForm(
      "a fault", Reply.fault("a2 is closed"), #"{"reply": "fault", "message": "a2 is closed"}"#),
  ]
}
