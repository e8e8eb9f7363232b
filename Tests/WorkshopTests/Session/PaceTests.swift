import ExerciseProtocol
import Testing
import Workshop

@Suite("A step within an activity has its own clock")
struct PaceTests {
  private func session(_ event: JSONValue, pausedAfter pause: Double?) throws -> Session {
    var session = Session()
    let start = Timestamp(milliseconds: 0)
    try session.evolve(.created(id: "s", title: "Day"), at: start)
    try session.evolve(
      .planned(Activity.Plan(id: "a1", exercise: "collect", title: "Ideas", minutes: 12), index: 0),
      at: start)
    try session.evolve(.started("a1", taken: []), at: start)
    try session.evolve(.recorded("a1", event), at: start.advanced(bySeconds: 60))
    if let pause { try session.evolve(.paused, at: start.advanced(bySeconds: pause)) }
    return session
  }

  private let began: JSONValue = [
    "began": ["round": 2, "pace": ["label": "pairs", "seconds": 120]]
  ]

  @Test("It runs from its beginning, and rests with the activity's")
  func runs() throws {
    let running = try session(began, pausedAfter: nil)
    let clock = try #require(running.clock(at: Timestamp(milliseconds: 90_000)))
    #expect(clock.inner?.label == "pairs" && clock.inner?.left == 90)
    #expect(clock.ways.first == "pairs 1:30, 10:30 left")
    #expect(clock.ways.last == "1:30")
    let late = try #require(running.clock(at: Timestamp(milliseconds: 190_000)))
    #expect(late.ways.contains("pairs -0:10"))
    let paused = try session(began, pausedAfter: 80)
    #expect(paused.clock(at: Timestamp(milliseconds: 500_000))?.inner?.left == 100)
  }

  @Test("An event that tells of none has none")
  func none() throws {
    for event in [["began": ["round": 2]], ["pace": 3], "x"] as [JSONValue] {
      #expect(
        try session(event, pausedAfter: nil).clock(at: Timestamp(milliseconds: 0))?.inner == nil)
    }
  }
}
