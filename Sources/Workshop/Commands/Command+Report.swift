package import ExerciseProtocol
import OrderedCollections

extension Command {
  static let report = Command(
    "report", "Write the session down: proposition, agenda, threads, votes, outcomes",
    group: .session,
    parameters: [
      Parameter(
        "file", .field(.file),
        "Where to, as Markdown, or as a page where it ends in .html; beside the session where not "
          + "given"),
      Parameter(
        "replace", .field(.flag), "In place of what is there, and is no earlier report",
        isOption: true),
      Parameter(
        "notes", .field(.flag), "Your own notes as well; they stay out else", isOption: true),
    ],
    examples: [
      "/report", "/report ~/summit.md", "/report day.html", "/report ~/summit.md replace=yes",
    ]
  ) { desk, invocation throws(Problem) in
    let live = try desk.open()
    let path = invocation.arguments.text("file") ?? "\(desk.library.place)/\(live.log.name).md"
    let (view, unanswered) = try desk.report(withNotes: invocation.arguments["notes"] == true)
    let bytes = try desk.written(view, to: path)
    let replaces = invocation.arguments["replace"] == true
    try desk.files.write(
      Export(
        bytes, over: replaces ? .anything : .earlier(ReportMark.isUnchanged),
        wayToReplace: "/report FILE replace=yes"), to: path)
    try? live.saveSnapshot()
    var response = Response.done(
      "The report is in \(path)",
      result: ["file": .string(path), "unanswered": .list(unanswered.map(\.message))])
    response.view.blocks += unanswered.map { .note($0.message, .warning) }
    if !unanswered.isEmpty {
      response.view.blocks.append(.note(ReportWording.again, .hint))
    }
    return response
  }
}

extension Desk {
  /// The whole session as one document.
  package func reportView() throws(Problem) -> View { try report().view }

  /// The whole session as one document, and what could not be written as its plugin would have it:
  /// such an activity is there with its cards.
  fileprivate func report(
    withNotes: Bool = false
  ) throws(Problem) -> (view: View, unanswered: [Problem]) {
    var unanswered: [Problem] = []
    let session = try open().session
    var blocks: [View.Block] = [.heading(session.title, level: 1)]
    blocks += heldOn.map { [.text($0)] } ?? []
    if let proposition = session.proposition {
      blocks += [.heading(proposition.title, level: 2), .text(proposition.text)]
    }
    blocks += rosterBlocks(session)
    blocks += agendaBlocks(session)
    for activity in session.agenda.values where activity.wasStarted && !activity.isBreak {
      blocks.append(.heading(activity.plan.title, level: 2))
      let (view, problem) = try shown(activity.id, for: .report)
      if let problem, exercises.isGivenUp { throw problem }
      blocks += view.blocks.lowered
      if let problem {
        unanswered.append(Problem(ReportWording.cardsOnly(activity.plan.title, problem.message)))
      }
    }
    blocks += try sectionBlocks(&unanswered)
    if !session.allOutcomes.isEmpty {
      blocks.append(.heading("Outcomes", level: 2))
      blocks += session.outcomeView.blocks
    }
    if !session.parked.isEmpty {
      blocks += [.heading("Parking lot", level: 2), .list(session.parked, ordered: false)]
    }
    if withNotes, !session.notes.isEmpty {
      blocks += [.heading("Notes", level: 2), .list(session.notes, ordered: false)]
    }
    return (View(blocks), unanswered)
  }

  /// The day of the session by the room's own calendar, or its first and its last one; nil where
  /// nothing tells it.
  private var heldOn: String? {
    guard let events = live?.timeline.events, let first = events.first, let last = events.last
    else { return nil }
    let days = [first, last].map { surroundings.day(of: $0.at).inWords }
    return days[0] == days[1] ? "\(days[0])." : "\(days[0]) to \(days[1])."
  }

  /// What plugins say of the activities of their own exercises together.
  private func sectionBlocks(_ unanswered: inout [Problem]) throws(Problem) -> [View.Block] {
    var blocks: [View.Block] = []
    for item in exercises.contributions {
      for section in item.contributes.sections {
        do throws(Problem) {
          let view = try open().section(section.id, of: item.plugin)?.inAPluginsWords
          guard let written = view?.blocks.lowered, !written.isEmpty else { continue }
          blocks += [.heading(section.title, level: 2)] + written
        } catch {
          if exercises.isGivenUp { throw error }
          blocks += [.heading(section.title, level: 2), .note(error.message, .failure)]
          unanswered.append(Problem(ReportWording.noSection(section.title, error.message)))
        }
      }
    }
    return blocks
  }

  private func rosterBlocks(_ session: Session) -> [View.Block] {
    people("Who was there", session.present) + people("Said on the web", session.elsewhere)
  }

  private func people(_ heading: String, _ people: [Participant]) -> [View.Block] {
    guard !people.isEmpty else { return [] }
    return [
      .heading(heading, level: 2),
      .list(
        people.map { person in
          var person = person
          person.isPresent = true
          let isPlain = person.role == .participant && person.organisation == nil
          return isPlain ? person.name : "\(person.name), \(person.described)"
        }, ordered: false),
    ]
  }

  private func agendaBlocks(_ session: Session) -> [View.Block] {
    guard !session.agenda.isEmpty else { return [] }
    let rows = session.agenda.values.map { activity in
      [
        activity.plan.title, activity.isBreak ? "Break" : activity.plan.focus ?? "",
        activity.plannedSeconds.map(\.clockText) ?? "",
        activity.wasStarted ? activity.timer.elapsed(at: now).clockText : "not held",
      ]
    }
    let columns: [View.Table.Column] = [
      .init("Activity"), .init("Focus"), .init("Planned", isNumeric: true),
      .init("Used", isNumeric: true),
    ]
    return [.heading("Agenda", level: 2), .table(View.Table(columns, rows))]
  }
}

extension [View.Block] {
  /// An exercise's view as a part of a larger document: its title is said already, its headings lie
  /// below ours.
  fileprivate var lowered: [View.Block] {
    compactMap { block in
      guard case .heading(let text, let level) = block else { return block }
      return level == 1 ? nil : .heading(text, level: level + 1)
    }
  }
}

/// The words of the report's own.
enum ReportWording {
  static let again = "All else is in it. Once the plugin answers again, /report writes it anew."

  static func cardsOnly(_ title: String, _ why: String) -> String {
    "“\(title)” is in it with its cards alone. \(why)"
  }

  static func noSection(_ title: String, _ why: String) -> String {
    "“\(title)” is not in it. \(why)"
  }
}
