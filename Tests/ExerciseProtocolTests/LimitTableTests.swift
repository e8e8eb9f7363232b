import ExerciseProtocol
import Foundation
import Testing

/// The guide's table has the numbers that are kept to.
@Suite struct LimitTableTests {
  private static let rows: [(String, String)] = [
    ("| changes |", AnswerLimits.changes.grouped), ("| new cards |", AnswerLimits.cards.grouped),
    ("| new people |", AnswerLimits.people.grouped),
    ("| what they leave in the journal", AnswerLimits.kept.grouped),
    ("| a card's text,", AnswerLimits.text.grouped),
    ("| the reason of `hide-card`", AnswerLimits.line.grouped),
    ("| the name of a person,", AnswerLimits.name.grouped),
    ("| the value of an attribute", AnswerLimits.attribute.grouped),
    ("| tags on one card;", "\(AnswerLimits.tags)"),
    ("| tags on one card;", "\(AnswerLimits.attributes)"),
    ("| one `event`", AnswerLimits.event.grouped), ("| `notice`;", AnswerLimits.line.grouped),
    ("| blocks;", "\(ViewLimits.screen.few.grouped) | \(ViewLimits.report.few.grouped)"),
    ("| entries, rows", "\(ViewLimits.screen.many.grouped) | \(ViewLimits.report.many.grouped)"),
    ("| cards without a place", AnswerLimits.loose.grouped),
    (
      "| cards, whatever became",
      "\(SessionLimits.cards.grouped) | \(SessionLimits.fewCards)"
    ), ("| people |", "\(SessionLimits.people.grouped) | \(SessionLimits.fewPeople)"),
    (
      "| the journal",
      "\(SessionLimits.journal.grouped) bytes | \(SessionLimits.fewBytes.grouped) bytes"
    ), ("| columns", "\(ViewLimits.screen.columns) | \(ViewLimits.report.columns)"),
    (
      "| words of all blocks",
      "\(ViewLimits.screen.bytes.grouped) bytes | \(ViewLimits.report.bytes.grouped) bytes"
    ),
    ("| a text, an entry", AnswerLimits.text.grouped),
    ("| a heading, a note", AnswerLimits.line.grouped),
    (
      "| questions of a paper",
      "\(AnswerLimits.questions); \(AnswerLimits.options.grouped); \(AnswerLimits.steps)"
    ),
    ("| the words of a paper", AnswerLimits.paper.grouped),
    ("| a `state`", AnswerLimits.state.grouped), ("| exercises,", "\(AnswerLimits.declared) each"),
    ("| choices", AnswerLimits.choices.grouped), ("| each word", AnswerLimits.line.grouped),
  ]

  @Test(arguments: rows) func `the table is true`(beginning: String, number: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = root.appendingPathComponent("Sources/charrette/Charrette.docc/Protocol.md")
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
    let row = try #require(lines.first { $0.hasPrefix(beginning) }, "no row “\(beginning)”")
    #expect(row.contains(number), "\(row)")
  }
}
