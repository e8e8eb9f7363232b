import ExerciseProtocol
import Polling
import SessionStore
import Testing
import Workshop

@Suite("Somebody in the booth")
struct BoothPresenceTests {
  @Test("Every holder of the box knows, for as long as it is so")
  func known() throws {
    let desk = try BoxDesk()
    let sample = BoxSample()
    let console = try desk.boxes().create(sample.terms, sample.secrets)
    let (one, other) = (try desk.open(), try desk.open())
    let before = desk.tree
    #expect(!console.isBoothOccupied())
    one.enterBooth()
    other.enterBooth()
    #expect(console.isBoothOccupied() && one.isBoothOccupied() && other.isBoothOccupied())
    one.leaveBooth()
    #expect(console.isBoothOccupied(), "somebody is in the other booth")
    other.leaveBooth()
    #expect(!console.isBoothOccupied() && !one.isBoothOccupied())
    #expect(desk.tree == before, "nothing of it is written")
  }

  @Test("A booth that is gone leaves no mark behind")
  func gone() throws {
    let desk = try BoxDesk()
    let sample = BoxSample()
    let console = try desk.boxes().create(sample.terms, sample.secrets)
    var booth: (any BallotBox)? = try desk.open()
    booth?.enterBooth()
    #expect(console.isBoothOccupied())
    booth = nil
    #expect(!console.isBoothOccupied())
  }

  @Test("Whoever is in the booth stops no change of the box")
  func changes() throws {
    let desk = try BoxDesk()
    var sample = BoxSample()
    let console = try desk.boxes().create(sample.terms, sample.secrets)
    let booth = try desk.open()
    booth.enterBooth()
    try booth.cast(sample.sealed("c1"), spending: .person("p1"), by: .booth)
    try console.close()
    #expect(try booth.state() == .closed)
    try console.empty()
    #expect(try booth.state() == .emptied)
  }
}
