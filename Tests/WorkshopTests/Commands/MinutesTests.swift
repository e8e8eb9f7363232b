import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// A time, wherever one is typed: what is plain is taken, and all else is refused as it stands.
@Suite("Minutes")
struct MinutesTests {
  @Test(
    "What is plain is taken",
    arguments: [
      ("20", 20), ("15m", 15), ("15min", 15), ("1h", 60), ("1h30", 90), ("1H30M", 90),
      ("+5", 5), ("0", nil), ("1440", 1440), ("24h", 1440), ("007", 7),
    ] as [(String, Int?)])
  func taken(typed: String, minutes: Int?) throws {
    let desk = TestDesk()
    try desk.perform("/new Summit")
    try desk.perform("/agenda add discussion Hopes minutes=\(typed)")
    #expect(desk.session.agenda["a1"]?.plan.minutes == minutes)
    #expect(desk.session.agenda["a1"]?.plan.title == "Hopes")
  }

  @Test(
    "What is no time, or could be two, is refused",
    arguments: [
      "1:30", "1e9", "1.5", "1,5", "99999", "1441", "25h", "1h75", "m", "h", "+", "-", "--5",
      "+-5", "20x", "99999999999999999999", "0x10", "２０", "1h30m5", "abc",
    ])
  func refused(typed: String) throws {
    for line in ["/agenda add discussion Hopes minutes=", "/agenda change 2 minutes="] {
      let desk = try TestDesk.inDiscussion()
      let before = desk.session.agenda
      let problem = try #require(desk.problem(line + typed), "\(line)\(typed)")
      #expect(
        problem.message
          == "“\(typed)” is not a time of up to 1440 minutes, such as 20, 1h30m, +5 or -5.")
      #expect(problem.isUsage && desk.session.agenda == before)
    }
  }

  @Test("Nothing can be taken away from nothing", arguments: ["-1", "-0h1", "−1", "-1m"])
  func negative(typed: String) throws {
    let desk = TestDesk()
    try desk.perform("/new Summit")
    let head = desk.timeline.head
    #expect(
      desk.told("/agenda add discussion Hopes minutes=\(typed)") == [
        "No time is planned yet, so “-1” can't be taken away from it.",
        "Hint: minutes=1 plans that much.",
      ])
    #expect(desk.timeline.head == head)
    // The way of the hint works.
    try desk.perform("/agenda add discussion Hopes minutes=1")
    #expect(desk.session.agenda["a1"]?.plan.minutes == 1)
  }

  @Test("/time takes the same", arguments: [("1h", 60), ("+1h", 80), ("−5", 15), ("15min", 15)])
  func time(typed: String, minutes: Double) throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("/time \(typed)")
    #expect(desk.session.agenda["a1"]?.plannedSeconds == minutes * 60)
    let planned = desk.session.agenda["a1"]?.plannedSeconds
    for wrong in ["1:30", "1e9", "99999"] {
      #expect(desk.problem("/time \(wrong)")?.isUsage == true, "\(wrong)")
    }
    #expect(desk.session.agenda["a1"]?.plannedSeconds == planned)
  }
}
