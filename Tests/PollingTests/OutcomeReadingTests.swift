import ExerciseProtocol
import Polling
import Testing
import VotingMethods

/// What was counted once is shown from its record: it has to come back as it was.
@Suite struct OutcomeReadingTests {
  private func outcome(_ form: PollCountTests.Case, _ method: MethodID) throws -> Outcome? {
    let options = Sample.options.map { PaperOption($0.id, $0.text, cost: 10) }
    let question = PaperQuestion("choice", "Which?", form.form, options: options)
    let needs = method.traits.choice == .budget
    let sample = Sample(
      question, rule: CountingRule(method.rawValue, of: "choice", budget: needs ? 20 : nil))
    return try PollCount(
      sample.terms, form.answers.map { Ballot(.answers(["choice": $0])) }, hands: nil, seed: 7
    ).outcome()
  }

  @Test(arguments: PollCountTests.cases)
  func `an outcome comes back as it was`(form: PollCountTests.Case) throws {
    for method in form.methods {
      let outcome = try #require(try outcome(form, method), "\(method)")
      let text = outcome.json().text()
      let read = try Outcome(JSONReader(try JSONValue(parsing: text), path: "result"))
      #expect(read == outcome, "\(method)")
      #expect(read.json().text() == text)
    }
  }

  @Test(arguments: ["0", "-3", "0.75", "-0.125", "2/3", "-17/9"])
  func `numbers come back exactly`(text: String) throws {
    let case1 = try #require(PollCountTests.cases.first { $0.methods.contains(.plurality) })
    var outcome = try #require(try outcome(case1, .plurality))
    guard case .object(var members) = outcome.json() else { return }
    let place = try #require(members.firstIndex { $0.name == "stages" })
    members[place].value = [
      [
        "totals": ["c1": .string(text), "c2": "1", "c3": "99999999999999999999999/7"],
        "quota": nil, "elected": [], "excluded": [], "transfers": [],
      ]
    ]
    outcome = try Outcome(JSONReader(.object(members), path: "result"))
    #expect(outcome.stages[0].totals[0].description == text)
    #expect(outcome.stages[0].totals[2].description == "99999999999999999999999/7")
  }

  @Test(arguments: [#"{"method":"plurality"}"#, #"{"method":"none"}"#, "[]"])
  func `what is no outcome is refused`(text: String) throws {
    #expect(throws: JSONShapeError.self) {
      try Outcome(JSONReader(try JSONValue(parsing: text), path: "result"))
    }
  }

  @Test func `the verdict comes back, whatever it is`() throws {
    for flaw in [
      nil, .quorum(needed: 3, counted: 2), .noBallots, .noAnswers, .notCounted("why"),
    ] as [PollVerdict.Flaw?] {
      let verdict = PollVerdict(chosen: flaw == nil ? ["c2"] : [], flaw: flaw)
      #expect(try PollVerdict(json: verdict.json, path: "verdict") == verdict)
    }
  }
}
