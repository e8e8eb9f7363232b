import DesignThinking
import ExerciseKit
import ExerciseTesting
import Testing

@Suite struct CanvasTests {
  private func canvas(_ settings: JSONValue = [:], cards: [String] = []) throws -> Harness {
    try Harness(
      plugin, exercise: "canvas", settings: settings, cards: cards, people: ["Ruth", "Roger"])
  }

  private func regions(_ harness: Harness) throws -> [String: [String]] {
    for case .grid(let regions) in try harness.view(for: .report).blocks {
      return Dictionary(uniqueKeysWithValues: regions.map { ($0.title, $0.items) })
    }
    return [:]
  }

  @Test func `a line goes to the region that is open, or that it names`() throws {
    let harness = try canvas()
    #expect(try harness.run("put", ["text": "I never know"], as: "Ruth").notice == "Says")
    try harness.run("put", ["text": "pains: The stop has no roof #roof"], as: "Ruth")
    #expect(
      try harness.run("at", ["region": "6"]).notice == "Gains: What would they hope for?")
    try harness.run("put", ["text": "A bus at ten: that would help"])
    #expect(try harness.card("c2").tags == ["pains", "roof"])
    #expect(try regions(harness)["Says"] == ["c1  I never know (Ruth)"])
    #expect(try regions(harness)["Gains"] == ["c3  A bus at ten: that would help"])
    #expect(try harness.give() == ["c1", "c2", "c3"])
    let text = try harness.view().json.text()
    #expect(text.contains("3 of 6 regions have cards."))
    #expect(text.contains("1 of 2 has contributed. 1 contribution has no name."))
  }

  @Test func `a number after a card is the region where none is named`() throws {
    let harness = try canvas()
    for _ in 0..<6 { try harness.run("put", ["text": "Some words"]) }
    let moved = try harness.run("/move c2 5")
    #expect(try harness.card("c2").tags == ["pains"], "\(moved)")
    #expect(try harness.card("c5").tags == ["says"])
    try harness.run("/move c3 c4 6")
    #expect(try harness.card("c3").tags == ["gains"])
    #expect(try harness.card("c6").tags == ["says"])
    try harness.run("/move c1 5 gains")
    #expect(try harness.card("c5").tags == ["gains"])
  }

  @Test func `what is no region is told, and what is nearly one is refused`() throws {
    let harness = try canvas()
    let notice = try harness.run("put", ["text": "stories: She waited an hour"]).notice
    #expect(notice?.contains("“stories” is no region") == true)
    #expect(try harness.card("c1").text == "stories: She waited an hour")
    let refused = try #require(throws: Refusal.self) {
      try harness.run("put", ["text": "pians: No roof"])
    }
    #expect(refused.message == "No region is called “pians”.")
    #expect(refused.hint?.hasPrefix("Did you mean pains:?") == true)
    // What really has a colon is words.
    for text in [
      "pians : No roof", "At 10:30 nobody comes", "http://bus.example is down",
      "What helps most of all: a roof", "10: no", "Note:without a blank",
    ] {
      #expect(try harness.run("put", ["text": .string(text)]).notice == "Says", "\(text)")
    }
  }

  @Test func `regions of one's own are data`() throws {
    let harness = try canvas(["regions": "Roses: What smells? | Thorns\nBuds: What grows?"])
    try harness.run("put", ["text": "thorns: Mud"])
    try harness.run("put", ["text": "3: Paths"])
    #expect(try regions(harness) == ["Roses": [], "Thorns": ["c1  Mud"], "Buds": ["c2  Paths"]])
    let refused = try #require(throws: Refusal.self) { try harness.run("at", ["region": "x"]) }
    #expect(refused.hint == "They are 1 Roses, 2 Thorns, 3 Buds.")
  }

  @Test func `stages × lanes have places with two names`() throws {
    let harness = try canvas(["stages": "Wait | Ride", "lanes": "Does | Feels: How?"])
    try harness.run("at", ["region": "1.2"])
    try harness.run("put", ["text": "Cold"])
    try harness.run("put", ["text": "ride/does: Sits"])
    #expect(try harness.card("c1").tags == ["wait", "feels"])
    for case .table(let table) in try harness.view(for: .report).blocks {
      #expect(table.columns.map(\.title) == ["", "Wait", "Ride"])
      #expect(table.rows == [["Does", "", "c2  Sits"], ["Feels", "c1  Cold", ""]])
    }
    #expect(try harness.give() == ["c1", "c2"])
  }

  @Test func `a lane alone is that of the open stage, and a stage alone that of the lane`() throws {
    let harness = try canvas(["preset": "journey-map"])
    try harness.run("at", ["region": "2.3"])
    let put = try harness.run("put", ["text": "chance: A seat"])
    #expect(put.notice == "Begin / Chance")
    #expect(try harness.card("c1").text == "A seat")
    #expect(try harness.card("c1").tags == ["begin", "chance"])
    try harness.run("put", ["text": "wait: Cold"])
    #expect(try harness.card("c2").tags == ["wait", "feels"])
    #expect(try harness.run("at", ["region": "thinks"]).notice?.hasPrefix("Begin / Thinks") == true)
    for (typed, meant) in [
      ("chanse", "chance:"), ("truoble", "trouble:"), ("wait/feals", "wait/feels:"),
    ] {
      let refused = try #require(throws: Refusal.self) {
        try harness.run("put", ["text": .string("\(typed): No roof")])
      }
      #expect(refused.message == "No region is called “\(typed)”.")
      #expect(refused.hint?.hasPrefix("Did you mean \(meant)?") == true, "\(refused.hint ?? "")")
    }
  }

  @Test func `stages of one's own keep the preset's lanes, and lanes its stages`() throws {
    let stages = try canvas(["preset": "journey-map", "stages": "Hear of it | Apply"])
    try stages.run("put", ["text": "apply/trouble: Which paper?"])
    #expect(try stages.card("c1").tags == ["apply", "trouble"])
    let lanes = try canvas(["preset": "service-blueprint", "lanes": "Cost"])
    #expect(
      try lanes.run("at", ["region": "5.1"]).notice == "Later / Cost")
  }

  @Test func `cards move, also those that came in, and their labels with them`() throws {
    let harness = try canvas(["preset": "swot"], cards: ["We know the drivers"])
    try harness.run("put", ["text": "Old buses"])
    try harness.run("move", ["cards": ["c1", "c2"], "region": "weak"])
    #expect(try harness.card("c2").tags == ["weaknesses"])
    try harness.run("move", ["cards": ["c1"], "region": "1"])
    #expect(try harness.card("c1").tags == ["strengths"])
    #expect(try harness.give() == ["c1", "c2"])
    let views = try Audience.allCases.map { try harness.view(for: $0) }
    for state in [nil, try harness.state()] {
      try harness.reopen(from: state)
      #expect(try Audience.allCases.map { try harness.view(for: $0) } == views)
    }
  }

  @Test func `only the cards of some regions may go on`() throws {
    let harness = try canvas(["pass-on": "Pains | gains"])
    try harness.run("put", ["text": "says: A\nPains: B\ngains: C"])
    #expect(try harness.give() == ["c2", "c3"])
  }

  @Test func `a card whose region is gone stays in sight, and goes on`() throws {
    let harness = try canvas(["regions": "A | B"])
    harness.tell(
      .card(
        Card(
          id: "c1", text: "Lost?", activity: "a2", at: harness.now, attributes: ["region": "z"])))
    #expect(try harness.view().json.text().contains("In no region"))
    #expect(try harness.give() == ["c1"])
  }

  @Test(arguments: [
    "empathy-map", "persona", "journey-map", "service-blueprint", "swot", "feedback-grid",
    "stakeholder-map", "asset-map", "hopes-and-fears", "retrospective", "storyboard",
    "five-principles",
  ])
  func `every preset has places, each with a prompt, and takes a card in each`(
    preset: String
  ) throws {
    let harness = try canvas(["preset": .string(preset)])
    let isMap = ["journey-map", "service-blueprint"].contains(preset)
    let places =
      isMap
      ? (1...5).flatMap { s in (1...5).map { "\(s).\($0)" } }
      : (1...(try regions(harness).count)).map(String.init)
    for place in places { try harness.run("put", ["text": .string("\(place): Here")]) }
    let shown = try harness.view().json.text()
    #expect(shown.contains("\(places.count) of \(places.count) regions have cards."))
    #expect(harness.cards.allSatisfy { $0.tags.count == (isMap ? 2 : 1) })
  }

  @Test func `sealed, a line a card with the number of its place`() throws {
    let harness = try canvas(["preset": "swot", "privacy": "sealed"])
    let paper = try #require(try harness.paper())
    #expect(paper.questions[0].prompt.hasSuffix("3 Opportunities, 4 Threats"))
    try harness.reveal([Ballot(.answers(["text": "1: Drivers\n4: Rain"]))], lot: 1)
    #expect(harness.cards.map(\.tags) == [["strengths"], ["threats"]])
  }
}
