import ExerciseProtocol
import Foundation
import Testing

@Suite struct IdentifierTests {
  @Test func `the number decides, then the text`() {
    let labels: [CardID] = [
      "c10", "c9", "c1", "c12b", "c12", "c2", "none", "c99999999999999999999",
    ]
    #expect(
      labels.sorted().map(\.rawValue)
        == ["c1", "c2", "c9", "c10", "c12", "c12b", "c99999999999999999999", "none"])
  }

  @Test func `its text is all there is to it`() {
    #expect(CardID("c1").description == "c1")
    #expect(CardID(rawValue: "c1") == "c1")
    #expect(ParticipantID("p1").json == "p1")
  }

  @Test func `an author's own types hold ids as strings, also as names of members`() throws {
    let ballots: [ParticipantID: [CardID: Int]] = ["p1": ["c1": 2]]
    let data = try JSONEncoder().encode(ballots)
    #expect(String(decoding: data, as: UTF8.self) == #"{"p1":{"c1":2}}"#)
    #expect(try JSONDecoder().decode([ParticipantID: [CardID: Int]].self, from: data) == ballots)
    #expect(try JSONDecoder().decode([CardID].self, from: Data(#"["c1"]"#.utf8)) == ["c1"])
  }
}
