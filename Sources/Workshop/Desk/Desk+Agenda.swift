import ExerciseProtocol
import OrderedCollections

extension Desk {
  /// The agenda as a table: where the room is, what each step is planned for and took, and, where
  /// it has a start, the time of day at which each began or is to begin as things stand.
  func agendaResponse(_ session: Session) -> Response {
    guard !session.agenda.isEmpty else {
      return Response(
        View([.text("The agenda is empty."), .note(Problem.emptyAgenda.hint ?? "", .hint)]),
        result: ["agenda": .array([])])
    }
    let times = times(of: session)
    let rows = session.agenda.values.enumerated().map { index, activity in
      [
        session.current == activity.id ? "now" : activity.wasStarted ? "held" : "",
        "\(index + 1)",
      ] + (times.map { [$0.steps[activity.id].map(clockTime) ?? ""] } ?? []) + [
        activity.plan.title, activity.plan.exercise,
        activity.plannedSeconds.map(\.clockText) ?? "",
        activity.wasStarted ? activity.timer.elapsed(at: now).clockText : "",
      ]
    }
    let columns: [View.Table.Column] =
      [.init(""), .init("No.", isNumeric: true)] + (times == nil ? [] : [.init("At")]) + [
        .init("Activity"), .init("Exercise"), .init("Planned", isNumeric: true),
        .init("Used", isNumeric: true),
      ]
    var blocks: [View.Block] = [
      .heading("Agenda of \(session.title)", level: 1), .table(View.Table(columns, rows)),
    ]
    blocks += AgendaWording.namedSources(in: session).map { .text($0) }
    let total = [total(of: session), times.flatMap { ending(of: session, $0) }].compactMap(\.self)
    if !total.isEmpty { blocks.append(.text(total.joined(separator: " "))) }
    if let behind = session.clock(at: now, offset: surroundings.utcOffset)?.behind {
      blocks.append(.text("The session is \(behind.planInWords)."))
    }
    return Response(
      View(blocks),
      result: [
        "agenda": .array(session.agenda.values.map(\.plan.summaryJSON)),
        "start": session.schedule.map { .string($0.minute.timeOfDay) },
        "end": times.map { .string(clockTime($0.end)) },
      ])
  }

  /// `All together 1 h 10.`
  private func total(of session: Session) -> String? {
    let seconds = session.agenda.values.compactMap(\.plannedSeconds)
    guard seconds.count > 1 else { return nil }
    let minutes = Int((seconds.reduce(0, +) / 60).rounded())
    let rest = session.agenda.count - seconds.count
    let without = rest > 0 ? ", and \(rest.counted("step", "steps")) without a time" : ""
    return "All together \(minutes.minutesText)\(without)."
  }

  private func ending(of session: Session, _ times: AgendaTimes) -> String {
    let end = clockTime(times.end)
    guard times.isOver else { return "It ends at \(end)." }
    return "It ended at \(end)."
  }

  /// The times of the steps to come are those that can be expected now. Nil where there is no
  /// start.
  func times(of session: Session) -> AgendaTimes? {
    AgendaTimes(session, at: now, offset: surroundings.utcOffset)
  }

  /// A moment by the clock on the wall: `09:30`.
  func clockTime(_ time: Timestamp) -> String {
    let seconds = time.milliseconds / 1000 + surroundings.utcOffset(time)
    return Int((Double(seconds) / 60).rounded(.down)).timeOfDay
  }

  /// A moment by the calendar and the clock on the wall: `Tuesday 1 December 2026, 09:30`.
  func moment(_ time: Timestamp) -> String {
    "\(surroundings.day(of: time).inWords), \(clockTime(time))"
  }

  /// Gives the agenda its start: from there on the steps that the room has not been at before
  /// today.
  func startAgenda(_ arguments: Arguments) throws(Problem) -> Response {
    let typed = ["what", "title"].compactMap { arguments.text($0) }.joined(separator: " ")
    let isOff = ["off", "none", "no"].contains(typed.lowercased())
    let here = clockTime(now)
    guard let minute = isOff ? 0 : Int(timeOfDay: typed.lowercased() == "now" ? here : typed)
    else {
      throw Problem(
        "“\(typed)” is not a time of day.", hint: "It is 09:30, 9.30, 2pm, now, or off.",
        isUsage: true)
    }
    _ = try commit { timeline in
      let session = timeline.session
      let schedule = Schedule(minute: minute, from: self.firstOfToday(in: session))
      let wanted = isOff ? nil : schedule
      return session.schedule == wanted ? [] : [.aside(.starts(wanted))]
    }
    return agendaResponse(try open().session)
  }

  private func firstOfToday(in session: Session) -> ActivityID? {
    func day(_ time: Timestamp) -> Int {
      let seconds = time.milliseconds / 1000 + surroundings.utcOffset(time)
      return Int((Double(seconds) / 86_400).rounded(.down))
    }
    return session.agenda.values.first { activity in
      guard let begun = activity.begun else { return !activity.wasStarted }
      return day(begun) == day(now)
    }?.id
  }
}

extension Int {
  /// Minutes after midnight of `09:30`, `9.30`, `9h30`, `930`, `9`, `9:30 am`, `2pm`.
  init?(timeOfDay text: String) {
    var rest = text.lowercased().filter { !$0.isWhitespace }
    var shift: Int?
    for (end, hours) in [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)]
    where rest.hasSuffix(end) {
      rest.removeLast(end.count)
      shift = hours
    }
    if rest.hasSuffix("h") { rest.removeLast() }
    var parts = rest.split(omittingEmptySubsequences: false) { ":.h".contains($0) }.map(String.init)
    if parts.count == 1, (3...4).contains(rest.count) {
      parts = [String(rest.dropLast(2)), String(rest.suffix(2))]
    }
    guard (1...2).contains(parts.count), let typed = parts.first, (1...2).contains(typed.count),
      parts.count == 1 || parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }), var hour = Int(typed),
      let minute = parts.count == 1 ? 0 : Int(parts[1])
    else { return nil }
    if let shift {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + shift
    }
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self = hour * 60 + minute
  }
}

extension Activity.Plan {
  fileprivate var summaryJSON: JSONValue {
    [
      "id": id.json, "exercise": .string(exercise), "title": .string(title),
      "focus": focus.map(JSONValue.string), "minutes": minutes.map(JSONValue.integer),
      "takes": takes == .previous ? nil : .string(takes.text), "aside": aside ? true : nil,
      "settings": settings,
    ]
  }
}

/// The words of the agenda's own.
enum AgendaWording {
  /// What the table has no room for: which steps take from others by name, and which let pass.
  static func namedSources(in session: Session) -> [String] {
    let passed = session.agenda.values.filter(\.plan.aside).map { session.numbered($0.id) }
    let asides = passed.isEmpty ? [] : ["Cards pass \(passed.andList) by."]
    return asides
      + session.agenda.values.compactMap { activity in
        let name = session.numbered(activity.id)
        guard case .activities(let ids) = activity.plan.takes else { return nil }
        return "\(name) takes from \(ids.map { session.numbered($0) }.andList)."
      }
  }

  /// The wall, and the screen, while there is a break.
  static func breakView(_ plan: Activity.Plan, until: String?, isOver: Bool) -> View {
    var blocks: [View.Block] = [.heading(plan.title, level: 1)]
    if let focus = plan.focus { blocks.append(.text(focus)) }
    if let until {
      blocks.append(
        .text(isOver ? "The break is over since \(until)." : "We go on at \(until)."))
    } else {
      blocks.append(.text("We have a break."))
    }
    return View(blocks)
  }
}

extension Problem {
  static func breakHasNone(_ title: String) -> Problem {
    Problem("“\(title)” is a break and has no settings.", hint: "minutes= says how long it is.")
  }

  static func breakCollectsNothing(_ title: String) -> Problem {
    Problem(
      "“\(title)” is a break: nothing is collected now.",
      hint: "/park and the words keep it for later; /next goes on; /back returns.")
  }
}
