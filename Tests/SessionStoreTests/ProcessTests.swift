import Glibc
import SessionStore
import SystemPackage
import Testing

@Suite("Several processes on one session")
struct ProcessTests {
  @Test("Two processes that append at once lose nothing and keep their order")
  func twoProcesses() throws {
    let desk = try Desk()
    let here = try desk.create()
    let origins = [Origin(1), Origin(2)]
    let one = try Child("append-events", [desk.path.string, "workshop", "\(origins[0])", "500"])
    let two = try Child("append-events", [desk.path.string, "workshop", "\(origins[1])", "500"])
    let acknowledged = [try one.lines(), try two.lines()]
    #expect(one.wait() == 0)
    #expect(two.wait() == 0)

    let (_, entries, report) = try desk.open()
    #expect(report == RecoveryReport())
    #expect(entries.count == 1000)
    #expect(try here.catchUp() == entries)
    for (origin, seqs) in zip(origins, acknowledged) {
      let own = entries.filter { $0.origin == origin }
      #expect(own.texts == (1...500).map { #"{"n":\#($0)}"# })
      #expect(own.map { "\($0.seq)" } == seqs)
    }
  }

  @Test(
    "A process that is killed leaves every event that it acknowledged", arguments: [1, 40, 200])
  func killed(after count: Int) throws {
    let desk = try Desk()
    let files = try desk.create()
    let child = try Child(
      "append-events", [desk.path.string, "workshop", "\(Origin(3))", "1000000"])
    let early = try child.lines(atLeast: count)
    #expect(kill(child.pid, SIGKILL) == 0)
    let seqs = early + (try child.lines())
    #expect(child.wait() & 0x7F == SIGKILL)

    let (_, entries, report) = try desk.open()
    #expect(report.damage == nil)
    #expect(entries.count >= seqs.count && seqs.count >= count)
    #expect(entries.texts == (1...entries.count).map { #"{"n":\#($0)}"# })
    #expect(try files.catchUp().map(\.seq) == entries.map(\.seq))
    try files.add(draft(1))
  }
}
