package import ExerciseProtocol
import OrderedCollections

extension Command {
  static let report = Command(
    "report", "Write the session down: proposition, agenda, threads, votes, outcomes",
    group: .session,
    parameters: [
      Parameter("file", .field(.file), "Where to; beside the session where not given")
    ], examples: ["/report", "/report ~/summit.md"]
  ) { desk, invocation throws(Problem) in
    let live = try desk.open()
    let path = invocation.arguments.text("file") ?? "\(desk.library.place)/\(live.log.name).md"
    let text = desk.surroundings.report(try desk.reportView())
    try desk.files.write(Array(text.utf8), to: path)
    try? live.saveSnapshot()
    return .done("The report is in \(path)", result: ["file": .string(path)])
  }
}

extension Desk {
  /// The whole session as one document. An activity whose plugin can't answer is named, not left
  /// out.
  package func reportView() throws(Problem) -> View {
    let session = try open().session
    var blocks: [View.Block] = [.heading(session.title, level: 1)]
    if let proposition = session.proposition {
      blocks += [.heading(proposition.title, level: 2), .text(proposition.text)]
    }
    blocks += rosterBlocks(session)
    blocks += agendaBlocks(session)
    for activity in session.agenda.values where activity.wasStarted {
      blocks.append(.heading(activity.plan.title, level: 2))
      do throws(Problem) {
        blocks += try showActivity(activity.id, audience: .report).view.blocks.lowered
      } catch {
        if exercises.isGivenUp { throw error }
        blocks.append(.note(error.message, .failure))
      }
    }
    blocks += try sectionBlocks()
    if !session.allOutcomes.isEmpty {
      blocks.append(.heading("Outcomes", level: 2))
      blocks += session.outcomeView.blocks
    }
    return View(blocks)
  }

  /// What plugins say of the activities of their own exercises together.
  private func sectionBlocks() throws(Problem) -> [View.Block] {
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
        }
      }
    }
    return blocks
  }

  private func rosterBlocks(_ session: Session) -> [View.Block] {
    guard !session.roster.isEmpty else { return [] }
    return [
      .heading("Who was there", level: 2),
      .list(
        session.roster.values.map { person in
          let isPlain = person.role == .participant && person.organisation == nil
          return isPlain ? person.name : "\(person.name), \(person.described)"
        }, ordered: false),
    ]
  }

  private func agendaBlocks(_ session: Session) -> [View.Block] {
    guard !session.agenda.isEmpty else { return [] }
    let rows = session.agenda.values.map { activity in
      [
        activity.plan.title, activity.plan.focus ?? "",
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
