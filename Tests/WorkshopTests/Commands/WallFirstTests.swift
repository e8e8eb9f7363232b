import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

/// On the wall what is new stands above the cards, however many there are.
@Suite("Above the cards of the wall")
struct WallFirstTests {
  private func place(of text: String, _ desk: TestDesk) -> Int? {
    let shown = desk.desk.wallView().plainText
    return shown.firstRange(of: text).map {
      shown.distance(from: shown.startIndex, to: $0.lowerBound)
    }
  }

  @Test("groups and the room's energy are there, and the speaker before them")
  func drawn() throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("@Ruth The words of a card")
    try desk.perform("/groups 3")
    try desk.perform("/energy @Ruth 4, @Roger 5, 5")
    let energy = "Energy: 4.7 of 5 on average; 5 from 2, 4 from 1."
    let card = try #require(place(of: "The words of a card", desk))
    #expect(try #require(place(of: energy, desk)) < card)
    #expect(try #require(place(of: "Group 3: ", desk)) < card)
    try desk.perform("/speaker")
    #expect(try #require(place(of: "Next: ", desk)) < card)
    desk.clock.advance(minutes: 1)
    try desk.perform("/next")
    #expect(!desk.desk.wallView().plainText.contains("Energy"))
  }

  @Test("the day of a report is that of its events, or its first and last one")
  func day() throws {
    let desk = try TestDesk.inDiscussion()
    let first = "Wednesday 12 October 2011"
    #expect(try desk.desk.reportView().blocks[1] == .text("\(first)."))
    desk.clock.advance(minutes: 26 * 60)
    try desk.perform("@Ruth On the next day")
    let both = "\(first) to Thursday 13 October 2011."
    #expect(try desk.desk.reportView().blocks[1] == .text(both))
  }
}
