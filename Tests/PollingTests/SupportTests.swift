import ExerciseProtocol
import Polling
import Testing
import VotingMethods

/// Ballots that say nothing for anybody choose nobody, whatever the method would draw by lot.
@Suite("Votes in which nobody is for anything")
struct SupportTests {
  private static let options = ["c1", "c2", "c3"].map { PaperOption($0, $0.uppercased()) }

  private func count(
    _ form: PaperForm, _ method: String, _ ballots: [JSONValue], settings: [String: String] = [:]
  ) -> PollCount {
    let paper = Paper(
      [PaperQuestion("q", "Which?", form, options: Self.options, isRequired: true)],
      rule: CountingRule(method, of: "q", settings: settings))
    let terms = PollTerms(
      "a2-1", activity: "a2", title: "Choice", paper: paper, identification: .names,
      roll: ["Ann", "Bob", "Eve"].enumerated().map { RollEntry(ParticipantID("p\($0 + 1)"), $1) },
      tieCommitment: Fingerprint(of: [1]))
    return PollCount(
      terms, ballots.map { Ballot(.answers(["q": $0])) }, hands: nil, seed: 7)
  }

  private func alike(_ points: Int) -> JSONValue {
    ["c1": .integer(points), "c2": .integer(points), "c3": .integer(points)]
  }

  private static let grades = PaperForm.grade(["reject", "poor", "good"])

  @Test(
    arguments: [
      (PaperForm.score(0...5), "score", 0), (.score(0...5), "score-mean", 0),
      (.score(0...5), "star", 0), (.score(-5...5), "score", 0), (.score(-5...5), "score", -5),
      (.score(-5...5), "score-mean", -2), (.score(3...9), "score", 3),
      (grades, "majority-judgment", 0), (grades, "majority-judgment-gauge", 0),
    ] as [(PaperForm, String, Int)])
  func `nobody is chosen, and the vote is valid`(form: PaperForm, method: String, points: Int) {
    let count = count(form, method, [alike(points), alike(points), alike(points)])
    #expect(count.verdict == PollVerdict(chosen: []))
    // One voice is enough, and so is a difference, where points are for and against.
    let more: JSONValue = ["c2": .integer(points + 1)]
    let one = self.count(form, method, [alike(points), alike(points), more])
    #expect(one.verdict.chosen == ["c2"])
  }

  @Test(
    arguments: [
      (PaperForm.dots(total: 3, perOption: 3), "dots"), (.credits(16), "quadratic"),
    ] as [(PaperForm, String)])
  func `nor by dots and credits that nobody gave`(form: PaperForm, method: String) {
    let none = count(form, method, [["c1": 0], ["c1": 0], ["c1": 0]])
    #expect(none.verdict.chosen.isEmpty)
  }

  @Test func `whom all want alike a lot may choose among`() {
    let count = count(.score(0...5), "score", [alike(5), alike(5), alike(5)])
    #expect(count.verdict.chosen.count == 1)
  }

  @Test func `the least unwanted is chosen where voters tell them apart`() {
    let votes: JSONValue = ["c1": -1, "c2": -3, "c3": -2]
    #expect(count(.score(-5...5), "score", [votes, votes]).verdict.chosen == ["c1"])
  }

  @Test func `by the mean, nobody whom too few judged`() {
    let ballots: [JSONValue] = [["c1": 5], ["c2": 4], ["c3": 3]]
    let settings = ["quorum": "2"]
    #expect(count(.score(0...5), "score-mean", ballots, settings: settings).verdict.chosen.isEmpty)
    let again = ballots + [["c3": 1]]
    #expect(
      count(.score(0...5), "score-mean", again, settings: settings).verdict.chosen == ["c3"])
  }

  @Test(arguments: [MethodID.star, .majorityJudgment, .borda, .schulze])
  func `nor by any other method that the same ballots are counted by`(method: MethodID) throws {
    let count = count(.score(0...5), "score", [alike(0), alike(0), alike(0)])
    let election = try #require(try count.election())
    var request = CountRequest(method)
    request.tieBreak = TieBreak([.lot(seed: 3)])
    #expect(count.settled(try request.tally(election)).winners.isEmpty)
  }
}
