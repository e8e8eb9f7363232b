import Testing
import Workshop
import WorkshopTesting

@Suite("The test desk itself")
struct TestDeskTests {
  @Test("It runs a session in memory")
  func runs() throws {
    let desk = try TestDesk.inDiscussion()
    try desk.perform("@Roger There is a big generation gap #skills")
    #expect(desk.session.board["c1"]?.author == "p1")
    try desk.perform("/next")
    try desk.perform("@Ruth c1 c1")
    #expect(try desk.perform("/reveal").view.plainText.contains("revealed"))
  }
}
