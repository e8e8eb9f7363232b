import ArgumentParser
import ExerciseProtocol
import PluginHost
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

  @Flag(help: "Write the report in place of a file that is no earlier report.")
  var replace = false

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
    try Output.write(
      format == .json
        ? record.json.text() + "\n"
        : RehearsalOutput(record, presentation).text(summaryOnly: summary))
    if !record.failures.isEmpty { throw ExitCode(1) }
  }

  private func play() throws(Problem) -> RehearsalRecord {
    let places = Places(options)
    let host = Wiring.host(options, places)
    let library = TemplateFiles(options, places, shipped: { host.templateFiles })
    let desk = Wiring.desk(options, places, isInteractive: false)
    let found =
      isFile ? try read(beside: library, host.exercises) : try desk.template(called: template)
    let record = try Rehearsal(found, people: participants, seed: seed).play(with: host)
    if let report {
      let bytes = try desk.written(record.report, to: report)
      try desk.files.write(
        Export(
          bytes, over: replace ? .anything : .earlier(ReportMark.isUnchanged),
          wayToReplace: "--replace"), to: report)
    }
    return record
  }

  /// What has a folder or an ending in it is no name.
  private var isFile: Bool {
    template.contains("/") || template.hasSuffix(".yaml") || template.hasSuffix(".yml")
  }

  /// The template in that file, which may bring in what is installed.
  private func read(
    beside library: TemplateFiles, _ exercises: [InstalledExercise]
  ) throws(Problem) -> Template {
    let file = TemplateShelf.File(
      path: template, text: try TemplateFiles.text(of: template), origin: .own)
    let inspection = TemplateInspection(
      [file], beside: library.files().files, exercises: exercises)
    if let fault = inspection.faults.first { throw fault.problem }
    guard let found = inspection.sound.first else {
      throw Problem(
        "“\(template)” can't be rehearsed: what it brings in is not there, or not sound.",
        hint: "charrette template check \(template) tells more.")
    }
    return found
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
