import ExerciseProtocol
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// The agenda by the clock on the wall. The test's clock begins at 09:30 UTC.
@Suite("An agenda with a start")
struct ClockTimesTests {
  private func desk(_ lines: [String]) throws -> TestDesk {
    let desk = TestDesk(isInteractive: false)
    for line in [
      "/new Day", "/agenda add discussion Ideas minutes=20",
      "/agenda add break Tea minutes=15", "/agenda add dot-voting Vote minutes=10",
    ] + lines { try desk.perform(line) }
    return desk
  }

  @Test("Every step has its time of day, and the whole its length and end")
  func planned() throws {
    let desk = try desk(["/agenda start 10:00"])
    let text = try desk.perform("/agenda").view.plainText
    for row in [
      "1 | 10:00 | Ideas | discussion | 20:00", "2 | 10:20 | Tea | break | 15:00",
      "3 | 10:35 | Vote | dot-voting | 10:00", "All together 45 min. It ends at 10:45.",
    ] { #expect(text.contains(row), "\(row) in \(text)") }
    #expect(try desk.result("/agenda")?["start"] == "10:00")
    #expect(try desk.result("/agenda")?["end"] == "10:45")
    try desk.perform("/agenda start off")
    #expect(try !desk.perform("/agenda").view.plainText.contains("10:20"))
  }

  @Test("As things stand: what began late, what was given and what was used move the rest")
  func expected() throws {
    let desk = try desk(["/agenda start 9:30"])
    desk.clock.advance(minutes: 5)
    try desk.perform("/start")
    #expect(try desk.result("/time")?["behind"] == 300)
    try desk.perform("/time +5")
    #expect(try desk.result("/time")?["behind"] == 600)
    var text = try desk.perform("/agenda").view.plainText
    #expect(text.contains("now | 1 | 09:35 | Ideas"))
    #expect(text.contains("2 | 10:00 | Tea"))
    #expect(text.contains("It ends at 10:25."))
    #expect(text.contains("10 minutes behind plan"))
    desk.clock.advance(minutes: 10)
    try desk.perform("/next")
    #expect(try desk.result("/time")?["behind"] == -300)
    text = try desk.perform("/agenda").view.plainText
    #expect(text.contains("held | 1 | 09:35 | Ideas"))
    #expect(text.contains("now | 2 | 09:45 | Tea"))
    #expect(text.contains("It ends at 10:10."))
  }

  /// The test's clock says 09:30; it was to begin in the night, or will in the evening. Half a day
  /// away and more is another day's start, and says nothing of this one.
  @Test(
    "A start on the other side of midnight",
    arguments: [("04:00", 19_800), ("23:00", 0), ("21:00", -41_400)])
  func midnight(start: String, behind: Int) throws {
    let desk = try desk(["/agenda start \(start)", "/start"])
    #expect(try desk.result("/time")?["behind"] == .integer(behind))
  }

  @Test("Without a start, /time +5 puts the session behind at once, and -5 ahead")
  func behind() throws {
    let desk = try desk(["/start", "/time +5"])
    #expect(try desk.result("/time")?["behind"] == 300)
    try desk.perform("/time -10")
    #expect(try desk.result("/time")?["behind"] == -300)
  }

  @Test(
    "A time is read as people write it",
    arguments: [
      ("09:30", "09:30"), ("9:30", "09:30"), ("9.30", "09:30"), ("9h30", "09:30"),
      ("930", "09:30"), ("9", "09:00"), ("9:30 am", "09:30"), ("2pm", "14:00"),
      ("12am", "00:00"), ("12:15pm", "12:15"), ("23:59", "23:59"), ("now", "09:30"),
    ])
  func typed(_ typed: String, _ told: String) throws {
    let desk = try desk(["/agenda start \(typed)"])
    #expect(try desk.result("/agenda")?["start"] == .string(told))
  }

  @Test(
    "What is no time of day is refused", arguments: ["24:00", "9:60", "noon-ish", "13pm", "-1"])
  func refused(_ typed: String) throws {
    let desk = try desk([])
    let problem = desk.problem("/agenda start \(typed)")
    #expect(problem?.isUsage == true && problem?.hint?.contains("09:30") == true)
  }

  @Test("On the second day a start holds from the first step that was not held")
  func secondDay() throws {
    let desk = try desk(["/agenda start 9:30", "/start"])
    desk.clock.advance(minutes: 20)
    try desk.perform("/next")
    try desk.perform("/time pause")
    desk.clock.advance(minutes: 24 * 60 - 20)
    try desk.perform("/agenda start 10:00")
    let text = try desk.perform("/agenda").view.plainText
    #expect(text.contains("3 | 10:00 | Vote"), "\(text)")
  }

  @Test("It can be undone, and comes back from the journal")
  func undone() throws {
    let desk = try desk(["/agenda start 10:00"])
    #expect(desk.timeline.foldedAgain.session == desk.session)
    try desk.perform("/undo")
    #expect(desk.session.schedule == nil)
  }
}

/// A break is a thing of its own.
@Suite("A break")
struct BreakTests {
  private func desk() throws -> TestDesk {
    let desk = TestDesk(isInteractive: false)
    for line in [
      "/new Day", "/agenda add discussion Ideas minutes=20",
      "/agenda add break Lunch minutes=45", "/agenda add dot-voting Vote", "/start", "one", "/next",
    ] { try desk.perform(line) }
    return desk
  }

  @Test("It needs no plugin, tells when it ends, and collects nothing")
  func shown() throws {
    let desk = try desk()
    #expect(desk.desk.wallView().plainText.contains("We go on at 10:15."))
    let problem = desk.problem("Are the biscuits fair trade?")
    #expect(problem?.message == "“Lunch” is a break: nothing is collected now.")
    #expect(problem?.hint?.contains("/park") == true)
    desk.clock.advance(minutes: 46)
    #expect(desk.desk.wallView().plainText.contains("The break is over since 10:15."))
    let report = try desk.desk.reportView().plainText
    #expect(report.contains("Lunch | Break"))
    try desk.perform("/next")
    #expect(desk.session.currentActivity?.taken == ["c1"])
  }

  @Test("It has no settings, and can be changed like any step")
  func changed() throws {
    let desk = try desk()
    #expect(
      desk.problem("/agenda change 2 set=a=b")?.message == "“Lunch” is a break and has no settings."
    )
    try desk.perform("/agenda change 2 Long lunch minutes=60")
    #expect(desk.session.agenda["a2"]?.plan.minutes == 60)
    #expect(desk.session.agenda["a2"]?.plan.isBreak == true)
  }
}

@Suite("When time is up")
struct TimeUpTests {
  @Test("It is told once, and again after more time")
  func once() throws {
    let desk = try TestDesk.inDiscussion()
    #expect(desk.desk.takeTimeUp() == nil)
    #expect(desk.desk.secondsToTimeUp == 1200)
    desk.clock.advance(minutes: 20)
    let told = try #require(desk.desk.takeTimeUp()).plainText
    #expect(told.contains("Time is up: “Needs” has had its 20:00."))
    #expect(told.split(separator: "\n").count == 1)
    #expect(desk.desk.takeTimeUp() == nil && desk.desk.secondsToTimeUp == nil)
    try desk.perform("/time +5")
    #expect(desk.desk.takeTimeUp() == nil)
    desk.clock.advance(minutes: 5)
    #expect(desk.desk.takeTimeUp() != nil)
  }

  @Test("Of a clock that ran on long before anybody looked it is not told")
  func old() throws {
    let desk = try TestDesk.inDiscussion()
    desk.clock.advance(minutes: 300)
    #expect(desk.desk.takeTimeUp() == nil)
  }

  @Test("A paused clock does not end")
  func paused() throws {
    let desk = try TestDesk.inDiscussion()
    _ = desk.desk.takeTimeUp()
    try desk.perform("/time pause")
    desk.clock.advance(minutes: 30)
    #expect(desk.desk.takeTimeUp() == nil && desk.desk.secondsToTimeUp == nil)
  }

  @Test("The bell can be muted, in any activity and between them")
  func mute() throws {
    let desk = TestDesk()
    try desk.perform("/new Day")
    try desk.perform("/time mute")
    #expect(desk.desk.timeUp.isMuted)
    try desk.perform("/time ring")
    #expect(!desk.desk.timeUp.isMuted)
  }
}
