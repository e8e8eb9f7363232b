import ExerciseProtocol
import Foundation
import TerminalTesting
import Testing

/// `charrette rehearse`, as somebody calls it who tries a template before a room does.
@Suite struct RehearseTests {
  private static let template = """
    charrette-template: 1
    name: lunch
    title: Where we eat
    summary: Ideas, and a vote.
    phase: develop
    people: 2-20
    agenda:
      - exercise: collect
        title: Places
        focus: Where might we eat?
        minutes: 10
        takes: nothing
      - exercise: dot-voting
        title: Choice
        minutes: 5
        settings:
          privacy: sealed

    """

  @Test func playsATemplateToItsReport() throws {
    let house = try House()
    try house.folder.write(Self.template, to: "lunch.yaml")
    let (file, report) = (house.folder["lunch.yaml"], house.folder["report.md"])
    let arguments = ["rehearse", file, "--participants", "5", "--seed", "7"]
    let done = try house.run(arguments + ["--report", report])
    #expect(done.status == 0, "\(done)")
    #expect(done.errorText == "")
    for part in [
      "Rehearsal of “Where we eat” with 5 people, seed 7", "› /start", "1/2 ", "› /vote open",
      "5 people go to the booth, one after another; 5 ballots are in the box.", "› /vote count ",
      "Plan against the clock", "All together", "Everybody could take part in every step.",
      "Who was there",
    ] { #expect(done.text.contains(part), "\(part) is not in: \(done.text)") }
    let written = try String(contentsOfFile: report, encoding: .utf8)
    #expect(written.hasPrefix("# Where we eat"))
    #expect(try house.run(arguments).text == done.text, "the same seed")
    #expect(try house.run(input: "/sessions\n").text.contains("There is no session"))
  }

  @Test func aTemplateThatIsInstalledIsCalledByItsName() throws {
    let done = try House().run(["rehearse", "proposition", "--participants", "1", "--summary"])
    #expect(done.status == 0, "\(done)")
    #expect(done.text.contains("1 of 1"))
    #expect(!done.text.contains("› /start"))
  }

  @Test func theGuideShowsThePlanAsItIsPrinted() throws {
    let line = "rehearse proposition --participants 12 --seed 7"
    let page = try GuidePages.text("Sources/charrette/Charrette.docc/Facilitating.md")
    #expect(page.contains("$ charrette \(line)\n"))
    let done = try House().run(line.split(separator: " ").map(String.init) + ["--summary"])
    let plan = try #require(done.text.range(of: "Plan against the clock"))
    #expect(page.contains(done.text[plan.lowerBound...]), "\(done.text)")
  }

  @Test func aStepWithoutAnybodyEndsWithOne() throws {
    let house = try House()
    try house.folder.write(
      """
      charrette-template: 1
      name: empty
      title: Nothing to choose
      summary: A vote on nothing.
      phase: develop
      people: 2-20
      agenda:
        - exercise: dot-voting
          title: Choice

      """, to: "empty.yaml")
    let file = house.folder["empty.yaml"]
    let done = try house.run(["rehearse", file, "--format", "json"])
    #expect(done.status == 1)
    let json = try JSONValue(parsing: done.text)
    guard case .array(let failures)? = json["failures"] else {
      Issue.record("no failures in \(done.text)")
      return
    }
    #expect(failures.first?["step"] == 1)
    #expect(failures.first?["title"] == "Choice")
    #expect(try house.run(["rehearse", file]).text.contains("Step 1, “Choice”: Nobody could"))
  }

  @Test func mistakesAreToldCalmly() throws {
    let house = try House()
    let unknown = try house.run(["rehearse", "propositon"])
    #expect(unknown.errorText.contains("propositon"))
    #expect(unknown.errorText.contains("Hint: Did you mean proposition?"), "\(unknown)")
    #expect(unknown.status == 2 || unknown.status == 1)
    let nobody = try house.run(["rehearse", "proposition", "--participants", "0"])
    #expect(nobody.status == 2)
    #expect(nobody.errorText.contains("from 1 to 1000"))
    let missing = try house.run(["rehearse", house.folder["none.yaml"]])
    #expect(missing.status == 1)
    #expect(missing.errorText.contains("none.yaml"))
  }
}
