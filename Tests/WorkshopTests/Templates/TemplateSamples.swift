import Foundation
import Workshop

/// Templates for tests.
enum TemplateSamples {
  /// One that is well and has every key, for a test to spoil one line of.
  static let good = """
    charrette-template: 1
    name: short
    title: Short
    summary: One step.
    phase: define
    people: 3-40
    originator: Somebody, somewhere.
    licence: Our own wording.
    materials:
      - Pens
    agenda:
      - exercise: discussion
        title: Talk
        focus: What now?
        minutes: 10
        takes: nothing
        settings:
          order: newest
        gives: Words.
        guide:
          - do: Read it out.
          - say: "What do you see?"
          - tip: Wait.
          - variation: In pairs.
          - access: Say the numbers.
    """

  /// A template of steps with these titles, or of what stands there instead.
  static func template(_ name: String, _ agenda: [String]) -> String {
    """
    charrette-template: 1
    name: \(name)
    title: \(name)
    summary: For tests.
    phase: whole
    people: 6
    agenda:

    """ + agenda.map { "  - \($0)\n" }.joined()
  }

  /// A step of one line.
  static func step(_ title: String, _ more: String = "") -> String {
    "{exercise: discussion, title: \(title)\(more.isEmpty ? "" : ", \(more)")}"
  }

  /// The text of a template that is shipped.
  static func shipped(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "\(name).yaml"), encoding: .utf8)
  }

  /// The names of all that are shipped.
  static var shippedNames: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Plugins/DesignThinking/Templates")
}

extension TemplateShelf {
  /// These texts, each as the file of its name.
  init(_ texts: [String: String]) {
    self.init(
      texts.sorted { $0.key < $1.key }.map {
        File(path: "\($0.key).yaml", text: $0.value, origin: .shipped)
      })
  }

  /// What is wrong, as people read it.
  var told: [String] { faults.map { $0.problem.message } }
}
