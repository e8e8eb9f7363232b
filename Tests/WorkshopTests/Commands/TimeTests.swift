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

  @Test("A clock that nobody stopped is told of, and set right by what is offered")
  func leftRunning() throws {
    let desk = try TestDesk.inDiscussion()
    desk.clock.advance(minutes: 5)
    try desk.perform("The last word of that day")
    desk.clock.advance(minutes: 400 * 1440)
    #expect(reading(desk)?.short == "clock ran on")
    let opened = try desk.perform("/open Summit").view
    #expect(
      opened.plainText.contains(
        "The clock of “Needs” ran on while nobody was here, since 2011-10-12, 09:35 UTC."))
    #expect(opened.plainText.contains("/time rewind takes that time back."))
    #expect(try desk.events(of: "/time rewind") == [.clockSet("a1", seconds: 300)])
    #expect(reading(desk)?.short == "15:00 left")
    #expect(reading(desk)?.behind == 0)
    desk.clock.advance(minutes: 1)
    #expect(reading(desk)?.short == "14:00 left")
    #expect(!(try desk.perform("/open Summit").view.plainText.contains("ran on")))
    #expect(try desk.events(of: "/time rewind") == [])
    try desk.perform("/undo")
    #expect(reading(desk)?.short == "clock ran on")
  }

  @Test("It is set right although the room went on meanwhile, and in an activity that is over")
  func leftRunningEarlier() throws {
    let desk = try TestDesk.inDiscussion()
    desk.clock.advance(minutes: 5)
    try desk.perform("The last word of that day")
    desk.clock.advance(minutes: 3 * 1440)
    try desk.perform("The first word of another day")
    desk.clock.advance(minutes: 2)
    try desk.perform("/time pause")
    try desk.perform("/next")
    desk.clock.advance(minutes: 4)
    #expect(reading(desk)?.behind.map { $0 > 86_400 } == true)
    #expect(try desk.events(of: "/time rewind") == [.clockSet("a1", seconds: 420)])
    #expect(reading(desk)?.short == "6:00 left")
    #expect(reading(desk)?.behind == -780)
  }

  @Test("A long lunch, and a clock that rests, are no time that ran on", arguments: [true, false])
  func noReasonToRewind(isPaused: Bool) throws {
    let desk = try TestDesk.inDiscussion()
    if isPaused { try desk.perform("/time pause") }
    desk.clock.advance(minutes: isPaused ? 400 * 1440 : 179)
    #expect(!(try desk.perform("/open Summit").view.plainText.contains("ran on")))
    #expect(try desk.events(of: "/time rewind") == [])
    #expect(try desk.perform("/time rewind").view.plainText.contains("No clock ran on by itself."))
  }

  @Test("What is so already, and what is not there to be taken, is told")
  func remarks() throws {
    let desk = try TestDesk.inDiscussion()
    #expect(try desk.perform("/time resume").view.plainText.contains("The clock runs already."))
    try desk.perform("/time pause")
    #expect(try desk.perform("/time pause").view.plainText.contains("The clock is paused already."))
    #expect(
      try desk.perform("/time -30").view.plainText.contains(
        "Only 20:00 was planned, and no more can be taken away."))
  }

  @Test(
    "Times that no workshop takes are told in days",
    arguments: [
      (86_399.0, "23:59:59"), (345_599, "95:59:59"), (345_600, "4 days"), (34_570_200, "400 days"),
    ])
  func days(_ seconds: Double, _ text: String) { #expect(seconds.clockText == text) }
}
