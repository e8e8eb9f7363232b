import ExerciseProtocol
import Testing

@Suite struct PaperTests {
  typealias Case = (form: PaperForm, answer: String, fault: AnswerFault?)

  @Test(
    arguments: [
      (.chooseOne, #""c1""#, nil), (.chooseOne, #""c9""#, .unknownOption("c9")),
      (.chooseOne, #"["c1"]"#, .wrongForm),
      (.chooseSome(1...2), #"["c1", "c3"]"#, nil),
      (.chooseSome(1...2), "[]", .tooFew(used: 0, needed: 1)),
      (.chooseSome(1...2), #"["c1", "c2", "c3"]"#, .tooMany(used: 3, allowed: 2)),
      (.chooseSome(1...2), #"["c1", "c1"]"#, .repeated("c1")),
      (.chooseSome(1...2), "[1]", .wrongForm),
      (.rank(atMost: 2, allowsTies: false), #"[["c3"], ["c1"]]"#, nil),
      (.rank(atMost: 2, allowsTies: false), "[]", nil),
      (.rank(atMost: 2, allowsTies: false), #"[["c3", "c1"]]"#, .tiedRank),
      (.rank(atMost: 2, allowsTies: true), #"[["c3", "c1"]]"#, nil),
      (
        .rank(atMost: 2, allowsTies: true), #"[["c3", "c1"], ["c2"]]"#,
        .tooMany(used: 3, allowed: 2)
      ),
      (.rank(atMost: 2, allowsTies: true), #"[["c3"], ["c3"]]"#, .repeated("c3")),
      (.rank(atMost: 2, allowsTies: true), #"[["c3"], []]"#, .wrongForm),
      (.score(0...5), #"{"c1": 5, "c2": 0}"#, nil),
      (.score(0...5), #"{"c1": 6}"#, .outOfBounds(option: "c1", value: 6, allowed: 0...5)),
      (.score(0...5), #"{"c1": 1.5}"#, .wrongForm),
      (.dots(total: 3, perOption: 2), #"{"c1": 2, "c2": 1}"#, nil),
      (.dots(total: 3, perOption: 2), #"{"c1": 2, "c2": 2}"#, .tooMany(used: 4, allowed: 3)),
      (
        .dots(total: 3, perOption: 2), #"{"c1": 3}"#,
        .outOfBounds(option: "c1", value: 3, allowed: 0...2)
      ),
      (
        .dots(total: 3, perOption: 2), #"{"c1": -1}"#,
        .outOfBounds(option: "c1", value: -1, allowed: 0...2)
      ),
      (.credits(25), #"{"c1": -3, "c2": 4}"#, nil),
      (.credits(25), #"{"c1": -4, "c2": 4}"#, .tooMany(used: 32, allowed: 25)),
      (.credits(25), #"{"c1": 6}"#, .outOfBounds(option: "c1", value: 6, allowed: -5...5)),
      (
        .credits(25), "{\"c1\": \(Int.max)}",
        .outOfBounds(option: "c1", value: .max, allowed: -5...5)
      ),
      (.grade(["Poor", "Good"]), #"{"c1": 1}"#, nil),
      (
        .grade(["Poor", "Good"]), #"{"c1": 2}"#,
        .outOfBounds(option: "c1", value: 2, allowed: 0...1)
      ),
      (.scale([ScaleStep(0, "No"), ScaleStep(5, "Yes")]), "5", nil),
      (.scale([ScaleStep(0, "No"), ScaleStep(5, "Yes")]), "3", .wrongForm),
      (.duels(2), #"[["c1", "c2"], ["c3", "c1"]]"#, nil),
      (.duels(2), #"[["c1", "c2"], ["c2", "c1"]]"#, .repeated("c2 c1")),
      (.duels(1), #"[["c1", "c2"], ["c3", "c1"]]"#, .tooMany(used: 2, allowed: 1)),
      (.duels(2), #"[["c1", "c1"]]"#, .repeated("c1")),
      (.text(lines: 2), #""one\ntwo""#, nil),
      (.text(lines: 2), #""one\ntwo\n""#, .tooMany(used: 3, allowed: 2)),
      (.text(lines: 2), "7", .wrongForm),
    ] as [Case])
  func `an answer is valid, or it is told what is wrong with it`(tried: Case) throws {
    let options = tried.form.needsOptions ? ["c1", "c2", "c3"].map { PaperOption($0, $0) } : []
    let question = PaperQuestion("field", "Which?", tried.form, options: options)
    #expect(question.fault(in: try JSONValue(parsing: tried.answer)) == tried.fault)
    #expect(question.fault(in: nil) == nil)
  }

  @Test func `a ballot's faults are told in the order of the questions`() {
    let paper = Paper([
      PaperQuestion(
        "first", "Which?", .chooseOne, options: [PaperOption("c1", "One")], isRequired: true),
      PaperQuestion("why", "Why?", .text(lines: 1)),
    ])
    let faults = paper.faults(in: Ballot(.answers(["why": 7, "what": 8])))
    #expect(faults.map(\.field) == ["first", "why", "what"])
    #expect(faults.map(\.fault) == [.missing, .wrongForm, .wrongForm])
    #expect(paper.faults(in: Ballot(.blank)).isEmpty)
    #expect(paper.faults(in: Ballot(.spoilt)).isEmpty)
    #expect(paper.faults(in: Ballot(.answers(["first": "c1"]))).isEmpty)
  }

  @Test func `a paper is made from the fields of the action`() throws {
    let action = ActionDescription(
      name: "say", summary: "Say it", privacy: .sealed,
      fields: [
        FieldDescription("dots", .points(0...3), "Dots"),
        FieldDescription("mood", .choice(["calm", "cross"]), "Your mood"),
        FieldDescription("back", .flag, "Again?", isRequired: false),
        FieldDescription("tags", .tags, "Labels", isRequired: false),
      ])
    let card = Card(id: "c1", text: "Guide", activity: "a1", at: Timestamp(milliseconds: 0))
    let paper = try #require(Paper(asking: action, about: [card]))
    #expect(paper.questions.map(\.field) == ["dots", "mood", "back", "tags"])
    #expect(
      paper.questions.map(\.form) == [.score(0...3), .chooseOne, .chooseOne, .text(lines: 1)])
    #expect(paper.questions[0].options == [PaperOption("c1", "Guide")])
    #expect(paper.questions.map(\.isRequired) == [true, true, false, false])
    let fields = paper.fields(
      of: ["dots": ["c1": 2], "back": "yes", "tags": "one two"], for: action)
    #expect(fields == ["dots": ["c1": 2], "back": true, "tags": ["one", "two"]])
  }

  @Test func `one card that was chosen is cards, one step of a scale is points on its card`() {
    let action = ActionDescription(
      name: "say", summary: "Say it", privacy: .sealed,
      fields: [
        FieldDescription("cards", .cards, "Cards"),
        FieldDescription("points", .points(0...5), "Points"),
        FieldDescription("none", .points(0...5), "Points of nothing"),
      ])
    let options = [PaperOption("c4", "Fridays")]
    let steps = PaperForm.scale([ScaleStep(0, "no"), ScaleStep(5, "yes")])
    let paper = Paper([
      PaperQuestion("cards", "Which?", .chooseOne, options: options),
      PaperQuestion("points", "How far?", steps, options: options),
      PaperQuestion("none", "How far?", steps),
    ])
    let answers: [String: JSONValue] = ["cards": "c4", "points": 5, "none": 5]
    #expect(paper.faults(in: Ballot(.answers(answers))).isEmpty)
    #expect(
      paper.fields(of: answers, for: action)
        == ["cards": ["c4"], "points": ["c4": 5], "none": [:]])
    #expect(
      paper.fields(of: ["cards": ["c4"], "points": ["c4": 1]], for: action)
        == ["cards": ["c4"], "points": ["c4": 1]])
  }

  @Test(arguments: [FieldType.person, .date, .file, .integer(.min ... .max), .integer(0...20)])
  func `what can't be asked for in private makes no paper`(type: FieldType) {
    let action = ActionDescription(
      name: "say", summary: "Say it", privacy: .sealed, fields: [FieldDescription("it", type, "It")]
    )
    #expect(Paper(asking: action, about: []) == nil)
  }

  @Test(arguments: Privacy.allCases)
  func `the setting privacy makes the line action open, anonymous or sealed`(privacy: Privacy) {
    let exercise = ExerciseDescription(
      id: "e", name: "E", summary: "", guidance: [],
      settings: [
        FieldDescription(
          "privacy", .choice(Privacy.allCases.map(\.rawValue)), "Who knows", isRequired: false,
          defaultValue: "open")
      ],
      actions: [
        ActionDescription(name: "vote", summary: "", attribution: .required, fields: []),
        ActionDescription(name: "end", summary: "", fields: []),
      ], lineAction: "vote", stateVersion: 1)
    let actions = exercise.actions(under: ["privacy": .string(privacy.rawValue)])
    #expect(actions[0].privacy == privacy)
    #expect(actions[1].privacy == (privacy == .anonymous ? .anonymous : .open))
    #expect(exercise.actions(under: [:]) == exercise.actions)
  }
}
