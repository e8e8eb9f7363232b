import CoDesign
import DesignThinking
import ExerciseProtocol
import Foundation
import Rehearsal
import Rendering
import Workshop
import WorkshopTesting

/// Rehearsals in this process: our own plugins without theirs, and templates from text or from the
/// plugin's folder.
enum RehearsalStage {
  static func exercises() -> TestExercises {
    let exercises = TestExercises()
    exercises.install(CoDesign.plugin)
    exercises.install(DesignThinking.plugin)
    return exercises
  }

  static func record(
    _ template: Template, people: Int = 5, seed: Int = 7, exercises: TestExercises = exercises()
  ) throws -> RehearsalRecord {
    try Rehearsal(template, people: people, seed: seed).play(with: exercises)
  }

  /// A template of these steps; each is a line of YAML in braces.
  static func template(_ steps: String...) throws -> Template {
    try Template(
      yaml: """
        charrette-template: 1
        name: trial
        title: A trial
        summary: To be rehearsed.
        phase: whole
        people: 1-40
        agenda:
        \(steps.map { "  - {\($0)}" }.joined(separator: "\n"))

        """, file: "trial.yaml")
  }

  /// The templates that we ship.
  static let shipped: TemplateShelf = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Plugins/DesignThinking/Templates").standardizedFileURL
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return TemplateShelf(
      names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
        let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
        return TemplateShelf.File(path: name, text: text, origin: .shipped)
      })
  }()
}

extension RehearsalRecord {
  /// Every line that was typed.
  var lines: [String] { transcript.compactMap(\.line) }

  /// Everything that the screen said, a line each.
  var answers: String {
    transcript.map { entry in
      switch entry.answer {
      case .view(let view): view.plainText
      case .refused(let problem): problem.message + (problem.hint.map { "\nHint: \($0)" } ?? "")
      }
    }.joined(separator: "\n")
  }

  /// As one text, to be compared byte by byte.
  var whole: String {
    [json.text(), answers, planView.plainText, report.plainText].joined(separator: "\n")
      + transcript.map { "\($0.place) \($0.clock)" }.joined(separator: "\n")
  }

  var reasons: [String] { failures.map { "\($0.step) \($0.title): \($0.message)" } }
}
