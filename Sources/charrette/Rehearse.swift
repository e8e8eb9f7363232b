import ArgumentParser
import ExerciseProtocol
import Rehearsal
import Rendering
import SessionStore
import SystemPackage
import Terminal
import Workshop

struct Rehearse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays a template's whole agenda with simulated people, to see how it goes.",
    usage: "charrette rehearse <template> [--participants <count>] [--seed <number>] [<options>]",
    discussion: """
      Prints what the facilitator types and the screen answers, the plan against the clock, and \
      the report. Nothing is kept of it. The people know of an exercise only what its help and \
      the screen say. The same seed gives the same rehearsal; another one, another.

      The exit status is 1 where there was a step in which nobody could take part.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(
    help: "A template's name, or its file.", completion: .file(extensions: ["yaml", "yml"]))
  var template: String

  @Option(help: "How many take part, from 1 to 1000.")
  var participants = 12

  @Option(help: "A whole number from 0: the same one gives the same rehearsal.")
  var seed = 1

  @Option(help: "Write the report there as well, as /report does.", completion: .file())
  var report: String?

  @Option(help: "What is printed: text, or json.")
  var format: RehearsalFormat = .text

  @Flag(help: "Print only the plan against the clock, and what went wrong.")
  var summary = false

  func validate() throws {
    guard Rehearsal.peoplePossible.contains(participants) else {
      throw ValidationError("Take from 1 to 1000 participants.")
    }
    guard seed >= 0 else { throw ValidationError("A seed is a whole number from 0.") }
  }

  func run() throws {
    let record: RehearsalRecord
    do throws(Problem) {
      record = try play()
    } catch {
      if error.isUsage { throw ValidationError(Presentation.plainText(of: error)) }
      throw Failure(error)
    }
    let presentation = Wiring.presentation(.current(), options)
    try TerminalOutput(.standardOutput).write(
      format == .json
        ? record.json.text() + "\n"
        : RehearsalOutput(record, presentation).text(summaryOnly: summary))
    if !record.failures.isEmpty { throw ExitCode(1) }
  }

  private func play() throws(Problem) -> RehearsalRecord {
    let places = Places(options)
    let desk = Wiring.desk(options, places, isInteractive: false)
    let shelf = desk.surroundings.templates()
    let rehearsal = Rehearsal(
      try found(on: shelf, at: desk), people: participants, seed: seed)
    let record = try rehearsal.play(with: desk.exercises, among: shelf)
    if let report {
      let text = desk.surroundings.report(record.report)
      try desk.files.write(Array(text.utf8), to: report)
    }
    return record
  }

  /// The template of that name; what has a folder or an ending in it is a file.
  private func found(on shelf: TemplateShelf, at desk: Desk) throws(Problem) -> Template {
    let isFile = template.contains("/") || template.hasSuffix(".yaml") || template.hasSuffix(".yml")
    guard isFile else { return try desk.template(called: template) }
    guard let text = String(validating: try desk.files.read(template), as: UTF8.self) else {
      throw Problem(
        "The template “\(template)” is not valid UTF-8 text.", hint: "Save it as UTF-8.")
    }
    return try Template(yaml: text, file: template)
  }
}

/// What a rehearsal is printed as.
enum RehearsalFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// A rehearsal as text: as the terminal would have shown it.
struct RehearsalOutput {
  private let record: RehearsalRecord
  private let presentation: Presentation

  init(_ record: RehearsalRecord, _ presentation: Presentation) {
    (self.record, self.presentation) = (record, presentation)
  }

  func text(summaryOnly: Bool) -> String {
    let head = presentation.text(of: record.heading)
    let plan = presentation.text(of: record.planView)
    guard !summaryOnly else { return head + plan }
    return head + "\n" + record.transcript.map(text).joined() + plan
      + presentation.text(of: record.report)
  }

  private func text(of entry: RehearsalRecord.Entry) -> String {
    let answer =
      switch entry.answer {
      case .view(let view): presentation.text(of: view)
      case .refused(let problem): presentation.text(of: problem, in: entry.line)
      }
    guard let line = entry.line else { return answer }
    let arrow = presentation.style.usesUnicode && !presentation.style.isLinear ? "›" : ">"
    let prompt = [entry.place, entry.clock, arrow, neutralised(line)].filter { !$0.isEmpty }
    return prompt.joined(separator: " ") + "\n" + answer
  }
}
