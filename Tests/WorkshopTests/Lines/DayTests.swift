import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

@Suite("Days as people say them")
struct DayTests {
  /// Monday 30 November 2026.
  private let days = DayReader(today: CivilDate(daysSinceEpoch: 20_787))

  @Test(
    "From a Monday on",
    arguments: [
      ("today", "2026-11-30"), ("tomorrow", "2026-12-01"), ("Friday", "2026-12-04"),
      ("friday", "2026-12-04"), ("Fri", "2026-12-04"), ("this Friday", "2026-12-04"),
      ("next Friday", "2026-12-11"), ("Monday", "2026-12-07"), ("next Monday", "2026-12-07"),
      ("next Sunday", "2026-12-13"), ("next week", "2026-12-07"), ("next month", "2026-12-01"),
      ("end of month", "2026-11-30"), ("end of the month", "2026-11-30"),
      ("end of next month", "2026-12-31"), ("end of year", "2026-12-31"),
      ("end of the week", "2026-12-04"), ("in 3 days", "2026-12-03"), ("in a week", "2026-12-07"),
      ("in 3 months", "2027-02-28"), ("11 December", "2026-12-11"), ("11th of Dec", "2026-12-11"),
      ("December 11", "2026-12-11"), ("Friday 11 December", "2026-12-11"),
      ("11 December 2027", "2027-12-11"), ("Friday, 11 December 2026", "2026-12-11"),
      ("29 November", "2027-11-29"), ("30 November", "2026-11-30"), ("29 February", "2028-02-29"),
      ("11/12", "2026-12-11"), ("11/12/2027", "2027-12-11"), ("11.12.", "2026-12-11"),
    ])
  func said(text: String, day: String) { #expect(days.day(text)?.description == day) }

  @Test(
    "What is no day is none",
    arguments: [
      "", "friends", "then", "31 June", "13/13", "32/1", "3.5", "may be", "in 3 beers", "next",
      "week", "the end", "sundry", "mon ami", "1/2/3", "11 12",
    ])
  func none(text: String) { #expect(days.day(text) == nil) }

  @Test("The month comes first where it does")
  func locale() {
    let american = DayReader(today: days.today, isMonthFirst: true)
    #expect(american.day("11/12")?.description == "2027-11-12")
    #expect(american.day("12/11/2026")?.inWords == "Friday 11 December 2026")
  }

  /// The desk's clock stands at 12 October 2011, a Wednesday.
  @Test(
    "A command takes them, and echoes them in full",
    arguments: [
      "/outcome action Write the guide due=Friday",
      "/outcome action Write the guide due=\"next week\"",
      "/outcome action Write the guide due=next Friday",
      "/outcome action Write the guide by Friday",
      "/outcome action Write the guide by 14 October.",
    ])
  func outcome(line: String) throws {
    let desk = try TestDesk.inDiscussion()
    let response = try desk.perform(line)
    let day =
      switch line {
      case let line where line.contains("week"): "Monday 17 October 2011"
      case let line where line.contains("next Friday"): "Friday 21 October 2011"
      default: "Friday 14 October 2011"
      }
    #expect(response.view.plainText.contains("due: \(day)"))
    #expect(desk.session.outcomes.last?.text == "Write the guide")
  }

  @Test("A day in the usual form needs no echo; words that are no day stay words")
  func asEver() throws {
    let desk = try TestDesk.inDiscussion()
    let response = try desk.perform("/outcome action Write it due=2011-12-01")
    #expect(!response.view.plainText.contains("due:"))
    try desk.perform("/outcome decision We stand by Ruth")
    #expect(desk.session.outcomes.last?.text == "We stand by Ruth")
    try desk.perform("/outcome decision We travel by Friday bus")
    #expect(desk.session.outcomes.last?.text == "We travel by Friday bus")
  }

  @Test(
    "A plain line takes a day in the same ways, and its words close up",
    arguments: [
      ("Write it by Friday", "Write it", "2026-12-04"),
      ("Write it, by Friday!", "Write it", "2026-12-04"),
      ("Write it due=Friday", "Write it", "2026-12-04"),
      ("Write it due=next week", "Write it", "2026-12-07"),
      ("Write it due=\"next week\"", "Write it", "2026-12-07"),
      ("Write it due=2026-12-11", "Write it", "2026-12-11"),
      ("What is due = what is owed", "What is due = what is owed", nil),
      ("Write it due=soon", "Write it due=soon", nil),
    ])
  func plainLine(line: String, words: String, day: String?) throws {
    let action = CommandShape(
      name: .action("action"), summary: "Write down an action", group: .activity,
      parameters: [
        Parameter("text", .field(.text), "Who does what", isRequired: true),
        Parameter("due", .field(.date), "By when"),
      ])
    let reader = LineReader(
      scope: try TestDesk.inDiscussion().session, commands: [], plainLine: .success(action),
      allowsAbbreviation: false, days: days)
    guard case .invoke(let invocation, _, _) = try reader.read(line) else {
      Issue.record("not read")
      return
    }
    #expect(invocation.arguments.text("text") == words)
    #expect(invocation.arguments.text("due") == day)
  }
}
