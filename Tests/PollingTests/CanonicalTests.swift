import ExerciseProtocol
import Polling
import Testing

/// However somebody went about filling in a paper, what they hand in reads the same.
@Suite struct CanonicalTests {
  private func bytes(_ form: PaperForm, _ answer: JSONValue) -> String {
    let question = PaperQuestion("q", "Which?", form, options: Sample.options)
    let ballot = Ballot(.answers(["q": answer])).canonical(on: Paper([question]))
    return String(decoding: ballot.canonicalBytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      (PaperForm.chooseSome(1...3), ["c3", "c1"], ["c1", "c3"]),
      (.rank(atMost: 3, allowsTies: true), [["c3"], ["c2", "c1"]], [["c3"], ["c1", "c2"]]),
      (.score(0...5), ["c2": 3, "c1": 0], ["c1": 0, "c2": 3]),
      (.dots(total: 3, perOption: 2), ["c3": 2, "c1": 1], ["c1": 1, "c3": 2]),
      (.credits(9), ["c3": -2, "c2": 1], ["c2": 1, "c3": -2]),
      (.grade(["bad", "good"]), ["c2": 1, "c1": 0], ["c1": 0, "c2": 1]),
      (
        .duels(3), [["c2", "c3"], ["c3", "c1"], ["c1", "c2"]],
        [["c1", "c2"], ["c2", "c3"], ["c3", "c1"]]
      ),
    ] as [(PaperForm, JSONValue, JSONValue)])
  func `the order of filling in leaves no trace`(
    form: PaperForm, one: JSONValue, other: JSONValue
  ) {
    #expect(bytes(form, one) == bytes(form, other))
    #expect(bytes(form, other) == #"{"answers":{"q":\#(other.text())}}"#)
  }

  @Test func `the order of a ranking is what it says`() {
    let form = PaperForm.rank(atMost: 3, allowsTies: false)
    #expect(bytes(form, [["c3"], ["c1"]]) != bytes(form, [["c1"], ["c3"]]))
  }

  @Test func `fields stand in alphabetical order`() {
    let ballot = Ballot(.answers(["b": "2", "a": "1"]), weight: 3)
    #expect(ballot.json.text() == #"{"answers":{"a":"1","b":"2"},"weight":3}"#)
  }
}
