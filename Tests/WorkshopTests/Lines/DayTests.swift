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
      ("11.12", "2026-12-11"), ("12/25", "2026-12-25"), ("end of January", "2027-01-31"),
      ("the end of Nov", "2026-11-30"), ("end of February 2028", "2028-02-29"),
      ("end of next week", "2026-12-11"), ("end of next year", "2027-12-31"),
      ("end of this month", "2026-11-30"), ("Christmas", "2026-12-25"),
      ("Christmas Eve", "2026-12-24"), ("new year", "2027-01-01"), ("Easter", "2027-03-28"),
      ("yesterday", "2026-11-29"), ("last Friday", "2026-11-27"), ("last Monday", "2026-11-23"),
      ("the day after tomorrow", "2026-12-02"), ("in two weeks", "2026-12-14"),
      ("in a fortnight", "2026-12-14"),
    ])
  func said(text: String, day: String) { #expect(days.day(text)?.description == day) }

  @Test(
    "What is no day is none",
    arguments: [
      "", "friends", "then", "31 June", "13/13", "32/1", "3.5", "may be", "in 3 beers", "next",
      "week", "the end", "sundry", "mon ami", "1/2/3", "11 12", "31 Nov", "31.11.", "29 Feb 2027",
      "Monday 11 December", "end of term", "mid January",
    ])
  func none(text: String) { #expect(days.day(text) == nil) }

  @Test("The month comes first where it does")
  func locale() {
    let american = DayReader(today: days.today, isMonthFirst: true)
    #expect(american.day("11/12")?.description == "2027-11-12")
    #expect(american.day("12/11/2026")?.inWords == "Friday 11 December 2026")
    #expect(american.day("11.12")?.description == "2027-11-12")
    #expect(american.day("25/12")?.description == "2026-12-25")
  }

  @Test(
    "What looks like a day and is none says why",
    arguments: [
      ("31 Nov", "November has 30 days"), ("31/11", "November has 30 days"),
      ("31.11.", "November has 30 days"), ("29 February 2027", "February 2027 has 28 days"),
      ("30 Feb", "February has 29 days"), ("November 31st", "November has 30 days"),
      ("Monday 11 December", "11 December 2026 is a Friday"), ("friends", nil), ("3.5", nil),
      ("30 Nov", nil), ("may be", nil),
    ])
  func noSuchDay(text: String, reason: String?) { #expect(days.fault(text) == reason) }

  @Test("A day of last month is next year's, and one that is past is told so")
  func past() {
    let december = DayReader(today: CivilDate(daysSinceEpoch: 20_788))
    let day = december.day("30 Nov")
    #expect(day?.description == "2027-11-30")
    let echo = day.map { december.echo(of: $0, typed: "30 Nov") } ?? ""
    #expect(echo.hasPrefix("Tuesday 30 November 2027, for Monday 30 November 2026 is past"))
    let january = december.day("15 January").map { december.echo(of: $0, typed: "15 January") }
    #expect(january == "Friday 15 January 2027")
    let gone = december.day("yesterday").map { december.echo(of: $0, typed: "yesterday") }
    #expect(gone == "Monday 30 November 2026, which is past")
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
      ("Write it by 11.12", "Write it", "2026-12-11"),
      ("Write it by 11.12.", "Write it", "2026-12-11"),
      ("Write it by 3.5", "Write it by 3.5", nil),
      ("Write it by end of January", "Write it", "2027-01-31"),
      ("Write it by Christmas", "Write it", "2026-12-25"),
      ("Write it by New Year’s Eve #soon", "Write it #soon", "2026-12-31"),
      ("Write it until Friday", "Write it", "2026-12-04"),
      ("Write it on Friday", "Write it", "2026-12-04"),
      ("Write it by 2026-12-11", "Write it", "2026-12-11"),
      ("due=next week Write it", "Write it", "2026-12-07"),
      ("Write it due=Friday #soon", "Write it #soon", "2026-12-04"),
    ])
  func plainLine(line: String, words: String, day: String?) throws {
    let reader = try actions(days)
    guard case .invoke(let invocation, _, _) = try reader.read(line) else {
      Issue.record("not read")
      return
    }
    #expect(invocation.arguments.text("text") == words)
    #expect(invocation.arguments.text("due") == day)
  }

  /// Reads lines where a plain one is an action; Liz, Len and Jo Lee are here, and c1.
  private func actions(_ days: DayReader) throws -> LineReader {
    var owner = Parameter("owner", .field(.person), "Who")
    owner.isSeveral = true
    let parameters = [
      Parameter("from", .field(.card), "From what"),
      Parameter("text", .field(.text), "Who does what", isRequired: true), owner,
      Parameter("due", .field(.date), "By when"),
    ]
    let action = CommandShape(
      name: .action("action"), summary: "Write down an action", group: .activity,
      parameters: parameters, attribution: .optional)
    let due = CommandShape(name: .action("due"), summary: "By when", group: .activity)
    let desk = try TestDesk.inDiscussion()
    for line in ["/people add Liz, Len, Jo Lee", "Buy bread"] { try desk.perform(line) }
    return LineReader(
      scope: desk.session, commands: [due], plainLine: .success(action),
      allowsAbbreviation: false, days: days)
  }

  @Test(
    "Owners and a day stand in a plain line in either order, before its words or behind them",
    arguments: [
      ("Ring one owner=Len", "Ring one", ["Len"], nil),
      ("Ring one due=tomorrow owner=Len", "Ring one", ["Len"], "2026-12-01"),
      ("Ring one owner=Len due=next week", "Ring one", ["Len"], "2026-12-07"),
      ("Ring one owner=Liz,Len due=Friday", "Ring one", ["Liz", "Len"], "2026-12-04"),
      ("Ring one owner=Liz, Len due=Friday", "Ring one", ["Liz", "Len"], "2026-12-04"),
      ("Ring one owner=\"Jo Lee\" due=\"next week\"", "Ring one", ["Jo Lee"], "2026-12-07"),
      ("Ring one owner=Jo Lee due=Friday", "Ring one", ["Jo Lee"], "2026-12-04"),
      ("owner=Len Ring one", "Ring one", ["Len"], nil),
      ("owner=Jo Lee due=next week Ring one", "Ring one", ["Jo Lee"], "2026-12-07"),
      ("Ring one #soon owner=Len #late", "Ring one #soon #late", ["Len"], nil),
      ("Ring one by Friday owner=Len", "Ring one", ["Len"], "2026-12-04"),
      ("Ring one @Len until Friday", "Ring one", ["Len"], "2026-12-04"),
      ("Ring one @Len on Friday", "Ring one", ["Len"], "2026-12-04"),
      ("Ring one on Friday @Len", "Ring one", ["Len"], "2026-12-04"),
      ("Ring one by 11.12 @Len", "Ring one", ["Len"], "2026-12-11"),
      ("E=mc2 stays on Sundays", "E=mc2 stays on Sundays", [], nil),
    ])
  func options(line: String, words: String, owners: [String], day: String?) throws {
    let reader = try actions(days)
    guard case .invoke(let invocation, _, _) = try reader.read(line) else {
      Issue.record("not read")
      return
    }
    #expect(invocation.arguments.text("text") == words)
    let names = invocation.arguments.strings("owner").map { id in
      reader.scope?.people.first { $0.id.rawValue == id }?.name
    }
    #expect(names == owners)
    #expect(invocation.arguments.text("due") == day)
  }

  @Test(
    "What can't be read of them is told, and no words are made of it",
    arguments: [
      ("Ring one due=soon", "“soon” is not a day"),
      ("Ring one due=next wek", "“next wek” is not a day"),
      ("Ring one by 31 Nov", "There is no “31 Nov”: November has 30 days."),
      ("Ring one due=31 November", "“31 November”"),
      ("Ring one ownr=Len", "There is no “ownr=” here."),
      ("Ring one owner=Zebedee", "Zebedee"),
      ("c1 due=next week", "“c1” is a label and says nothing by itself."),
      ("due=Friday", "Nothing was said."),
    ])
  func refused(line: String, message: String) throws {
    let reader = try actions(days)
    let problem = #expect(throws: Problem.self) { try reader.read(line) }
    #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
  }
}
