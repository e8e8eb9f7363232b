import ExerciseProtocol
import Foundation
import PluginHost
import TestSupport
import Testing
import Workshop

/// Sections and importers through the real runner; and what was made before there were any.
@Suite struct ContributionTests {
  private func supervisor(_ product: String) throws -> Supervisor {
    let bench = try Workbench()
    return Supervisor(
      library: try #require(BuildProducts.library(product)), plugin: product,
      runner: bench.settings())
  }

  private func brief(_ id: ActivityID, _ title: String, cards: Int) -> ActivityBrief {
    ActivityBrief(
      id: id, exercise: "check-in", title: title, focus: nil, settings: [:],
      cards: (0..<cards).map { number in
        Card(
          id: CardID("\(id)c\(number)"), text: "Well", activity: id,
          at: Timestamp(milliseconds: 0))
      })
  }

  @Test func aSectionSeesTheActivitiesThatItIsTold() throws {
    let supervisor = try supervisor("contributing-plugin")
    #expect(try supervisor.manifest().contributes.sections.map(\.id) == ["mood"])
    let (morning, evening) = (brief("a1", "Morning", cards: 2), brief("a3", "Evening", cards: 0))
    let about = [morning, evening].map { brief in SectionActivity(id: brief.id) { brief } }
    #expect(
      try supervisor.section("mood", about: about)
        == View([
          .list(
            ["Morning: 2 said how they are", "Evening: 0 said how they are"], ordered: true)
        ]))
    // What happened since comes along, and is folded once.
    let card = Card(id: "c9", text: "Tired", activity: "a3", at: Timestamp(milliseconds: 0))
    supervisor.note(.card(card), in: "a3")
    for _ in 1...2 {
      #expect(
        try supervisor.section("mood", about: about)?.blocks == [
          .list(["Morning: 2 said how they are", "Evening: 1 said how they are"], ordered: true)
        ])
    }
  }

  @Test func anImporterTurnsBytesIntoChanges() throws {
    let supervisor = try supervisor("contributing-plugin")
    let text = Data("# remark\nRuth: Wide awake\nTired".utf8).base64EncodedString()
    let reply = try supervisor.importing(
      FileForm(name: "a.lines", base64: text), by: "lines", fields: ["remark": "#"])
    #expect(
      reply
        == .changes([
          .addCard(CardDraft("Wide awake", author: .named("Ruth"))),
          .addCard(CardDraft("Tired", author: .nobody)),
        ]))
    let bad = Data([0xFF]).base64EncodedString()
    #expect(
      try supervisor.importing(FileForm(name: "b.lines", base64: bad), by: "lines", fields: [:])
        == .refused(
          Refusal("b.lines is not UTF-8 text.", field: "file", hint: "Save it as UTF-8.")))
  }

  /// New host, old plugin: it declares nothing, welcomes nothing, and is never asked.
  @Test func aPluginOfBeforeIsNotAskedForWhatItDoesNotKnow() throws {
    let bench = try Workbench()
    defer { withExtendedLifetime(bench) {} }
    let supervisor = try bench.supervisor()
    #expect(try supervisor.manifest().contributes.isEmpty)
    #expect(try supervisor.section("mood", about: []) == nil)
    let file = FileForm(name: "a.txt", base64: "")
    #expect(try supervisor.importing(file, by: "lines", fields: [:]) == nil)
    #expect(try supervisor.answerWell().opened == 1)
  }

  @Test func aSectionThatIsNotThereIsAFault() throws {
    let supervisor = try supervisor("contributing-plugin")
    let failure = failure { try supervisor.section("other", about: []) }
    #expect(failure?.kind == .fault("this plugin has no section “other”"))
  }

  private static let misdeeds = [
    "write-null", "exit", "garbage", "nothing", "wrong-shape", "give-up", "claim-too-much",
  ]

  /// A report and an import cost no more than a line does, whatever the plugin makes of them.
  @Test(arguments: misdeeds + ["answer"])
  func aSectionThatFailsIsToldAndTheNextQuestionIsAnswered(misdeed: String) throws {
    let bench = try Workbench()
    defer { withExtendedLifetime(bench) {} }
    let supervisor = try bench.supervisor("contributing")
    _ = try supervisor.answerWell()
    let failure = failure { _ = try supervisor.section(misdeed, about: []) }
    #expect(failure?.problem.hint?.isEmpty == false)
    #expect(try supervisor.answerWell().opened == 1)
    #expect(supervisor.failures == 0)
  }

  @Test(arguments: misdeeds + ["wrong-kind"])
  func anImportThatFailsIsToldAndTheNextQuestionIsAnswered(misdeed: String) throws {
    let bench = try Workbench()
    defer { withExtendedLifetime(bench) {} }
    let supervisor = try bench.supervisor("contributing")
    let file = FileForm(name: "a.txt", base64: "")
    let failure = failure { _ = try supervisor.importing(file, by: misdeed, fields: [:]) }
    #expect(failure?.problem.hint?.isEmpty == false)
    #expect(try supervisor.answerWell().opened == 1)
  }

  @Test func whatIsContributedIsKnownWithoutAProcess() throws {
    let bench = try Workbench()
    let library = try #require(BuildProducts.library("contributing-plugin"))
    try FileManager.default.copyItem(atPath: library, toPath: "\(bench.folder)/libcheck-in.so")
    chmod("\(bench.folder)/libcheck-in.so", 0o755)
    _ = bench.host().contributions
    let again = bench.host()
    #expect(again.contributions.map(\.plugin) == ["check-in"])
    #expect(again.contributions.first?.contributes.templates == ["check-in-day.yaml"])
    #expect(again.status.allSatisfy { !$0.isRunning })
  }
}
