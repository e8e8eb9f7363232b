import ExerciseProtocol
import Glibc
import Polling
import SessionStore
import Testing
import Workshop

@Suite("Several booths at one ballot box")
struct BoxProcessTests {
  private func start(_ desk: BoxDesk, _ codes: some Sequence<BallotCode>) throws -> Child {
    try Child("cast-ballots", [desk.path, "Day", "a3-1"] + codes.map(\.text))
  }

  @Test("Two that cast sixty ballots each at once lose none")
  func twoProcesses() throws {
    let desk = try BoxDesk()
    let sample = BoxSample(codes: 120)
    let box = try desk.boxes().create(sample.terms, sample.secrets)
    let one = try start(desk, sample.codes[..<60])
    let two = try start(desk, sample.codes[60...])
    let acknowledged = try one.lines().count + two.lines().count
    #expect(one.wait() == 0)
    #expect(two.wait() == 0)
    #expect(acknowledged == 120)
    try box.close()
    let contents = try box.opened().contents
    #expect(contents.ballots.count == 120)
    #expect(Set(contents.used).count == 120)
    #expect(Set(contents.commitments).count == 120)
  }

  @Test("One that is killed leaves every ballot that it acknowledged", arguments: [1, 7, 30])
  func killed(after count: Int) throws {
    let desk = try BoxDesk()
    let sample = BoxSample(codes: 100)
    _ = try desk.boxes().create(sample.terms, sample.secrets)
    let child = try start(desk, sample.codes)
    let early = try child.lines(atLeast: count)
    #expect(kill(child.pid, SIGKILL) == 0)
    let codes = early + (try child.lines())
    _ = child.wait()
    let box = try desk.open()
    #expect(desk.boxNames.count == 8)
    let cast = try box.turnout().cast
    #expect(cast == codes.count || cast == codes.count + 1)
    for code in codes {
      let voter = Voter.code(try BallotCode(reading: code).hash(in: "a3-1"))
      #expect(try box.refusal(of: voter) == .alreadyUsed)
    }
    try box.close()
    #expect(try box.opened().contents.used.count == cast)
  }
}
