import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

@Suite("/time")
struct TimeTests {
  private func reading(_ desk: TestDesk) -> ClockReading? {
    desk.session.clock(at: desk.clock.now)
  }

  @Test("The clock runs down, and up when the time is over; nothing ends by itself")
  func runs() throws {
    let desk = try TestDesk.inDiscussion()
    desk.clock.advance(minutes: 7.5)
    #expect(reading(desk)?.short == "12:30 left")
    desk.clock.advance(minutes: 13)
    #expect(reading(desk)?.short == "0:30 over")
    #expect(desk.session.current == "a1")
    desk.clock.advance(minutes: 70)
    #expect(reading(desk)?.short == "1:10:30 over")
    #expect(
      try desk.result("/time") == [
        "elapsed": 5430, "left": -4230, "paused": false, "behind": 4230,
      ])
  }

  @Test("It can be paused and resumed; twice is once")
  func pause() throws {
    let desk = try TestDesk.inDiscussion()
    desk.clock.advance(minutes: 5)
    #expect(try desk.events(of: "/time pause") == [.paused])
    #expect(try desk.events(of: "/time pause") == [])
    desk.clock.advance(minutes: 60)
    #expect(reading(desk)?.short == "15:00 left, paused")
    #expect(try desk.events(of: "/time resume") == [.resumed])
    #expect(try desk.events(of: "/time resume") == [])
    desk.clock.advance(minutes: 1)
    #expect(reading(desk)?.short == "14:00 left")
  }

  @Test(
    "Time is given, taken and set",
    arguments: [
      (["/time +5"], 25), (["/time -5"], 15), (["/time 10"], 10), (["/time 10m"], 10),
      (["/time +5", "/time +5"], 30), (["/time -30"], 0), (["/time -30", "/time +5"], 5),
      (["/time -30", "/time 10"], 10), (["/time +5", "/time 20"], 20),
    ])
  func changes(_ lines: [String], _ minutes: Double) throws {
    let desk = try TestDesk.inDiscussion()
    for line in lines { try desk.perform(line) }
    #expect(desk.session.agenda["a1"]?.plannedSeconds == minutes * 60)
  }

  @Test("What is on the agenda without a time can be given one, and has none to lose")
  func unplanned() throws {
    let desk = TestDesk()
    for line in ["/new Free", "/agenda add discussion", "/start"] { try desk.perform(line) }
    desk.clock.advance(minutes: 3)
    #expect(reading(desk)?.short == "3:00")
    #expect(reading(desk)?.behind == nil)
    #expect(try desk.events(of: "/time -5") == [])
    #expect(try desk.events(of: "/time +5") == [.extended(seconds: 300)])
    #expect(reading(desk)?.short == "2:00 left")
  }

  @Test("The session tells how far it is behind its plan, or ahead")
  func plan() throws {
    let desk = try TestDesk.inDiscussion()
    desk.clock.advance(minutes: 15)
    #expect(reading(desk)?.behind == 0)
    try desk.perform("/next")
    #expect(reading(desk)?.behind == -300)
    #expect(try desk.perform("/agenda").view.plainText.contains("5 minutes ahead of plan"))
    desk.clock.advance(minutes: 12)
    #expect(reading(desk)?.behind == -180)
    try desk.perform("/back")
    desk.clock.advance(minutes: 10)
    #expect(reading(desk)?.behind == 420)
    #expect(try desk.perform("/agenda").view.plainText.contains("7 minutes behind plan"))
  }

  @Test("The clock of an activity that we left waits; a clock that is set back takes nothing")
  func away() throws {
    let desk = try TestDesk.inDiscussion()
    desk.clock.advance(minutes: 2)
    try desk.perform("/next")
    desk.clock.advance(minutes: 30)
    try desk.perform("/back")
    #expect(reading(desk)?.short == "18:00 left")
    desk.clock.advance(minutes: -10)
    #expect(reading(desk)?.short == "18:00 left")
  }

  @Test("Between activities there is no clock")
  func none() throws {
    let desk = TestDesk()
    try desk.perform("/new Summit")
    #expect(
      desk.problem("/time")?.message == "We are between activities, so this has nowhere to go.")
  }
}
