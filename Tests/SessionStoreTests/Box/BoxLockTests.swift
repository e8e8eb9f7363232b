import ExerciseProtocol
import Foundation
import Glibc
import Polling
import SessionStore
import SystemPackage
import Testing
import Workshop

/// A booth that was stopped with a box's lock in hand, and boxes that can't be read any more.
@Suite("A ballot box that somebody else holds, or that is damaged", .timeLimit(.minutes(1)))
struct BoxLockTests {
  private func filled() throws -> (desk: BoxDesk, box: any BallotBox, sample: BoxSample) {
    let desk = try BoxDesk()
    var sample = BoxSample()
    let box = try desk.boxes().create(sample.terms, sample.secrets)
    try box.cast(sample.sealed("c1"), spending: .person("p1"), by: .booth)
    return (desk, box, sample)
  }

  /// Why something was not done; nil where it was.
  private func problem(_ body: () throws(BallotBoxFailure) -> Void) -> Problem? {
    do throws(BallotBoxFailure) {
      try body()
      return nil
    } catch {
      return error.problem
    }
  }

  @Test("A ballot is refused and says by whom; turnout, and who may vote, are read all the same")
  func held() throws {
    let (desk, box, filledSample) = try filled()
    var sample = filledSample
    let lock = try FileDescriptor.open(
      FilePath("\(desk.path)/Day.polls/a3-1/.lock"), .readWrite, options: .closeOnExec)
    #expect(flock(lock.rawValue, LOCK_EX | LOCK_NB) == 0)
    let ballot = sample.sealed("c2")
    let refused = problem { () throws(BallotBoxFailure) in
      try box.cast(ballot, spending: .person("p2"), by: .booth)
    }
    #expect(refused?.message.hasPrefix("NOT saved: process \(getpid()) (") == true)
    #expect(refused?.message.contains("to the ballot box") == true)
    #expect(try box.turnout().cast == 1)
    #expect(try box.state() == .open)
    #expect(try box.refusal(of: .person("p1")) == .alreadyUsed)
    #expect(try desk.open().turnout().cast == 1)
    try lock.close()
    try box.cast(ballot, spending: .person("p2"), by: .booth)
    #expect(try box.turnout().cast == 2)
  }

  @Test("Whoever reads while the box is changed sees one of its states, and never damage")
  func readingMeanwhile() throws {
    let desk = try BoxDesk()
    let sample = BoxSample(codes: 200)
    _ = try desk.boxes().create(sample.terms, sample.secrets)
    let child = try Child(
      "cast-ballots", [desk.path, "Day", "a3-1"] + sample.codes.map(\.text))
    let box = try desk.open()
    var seen = 0
    while seen < sample.codes.count {
      let now = try box.turnout().cast
      #expect(now >= seen)
      seen = now
    }
    #expect(try child.lines().count == sample.codes.count)
    #expect(child.wait() == 0)
  }

  @Test(
    "A box is destroyed whatever state it is in, and nothing that is not its own",
    arguments: ["whole", "no head", "no ballots", "garbage", "a folder for a head", "none"])
  func discarded(state: String) throws {
    let (desk, _, _) = try filled()
    let place = "\(desk.path)/Day.polls/a3-1"
    switch state {
    case "no head": unlink("\(place)/head")
    case "no ballots":
      for name in ["a", "b"] { unlink("\(place)/\(name)/ballots.json") }
    case "garbage": try desk.write(["Day.polls/a3-1/head": Array("garbage".utf8)])
    case "a folder for a head":
      unlink("\(place)/head")
      mkdir("\(place)/head", 0o700)
    case "none": try FileManager.default.removeItem(atPath: place)
    default: break
    }
    try desk.write(["Day.polls/other.txt": Array("mine".utf8)])
    if state == "a folder for a head" {
      #expect(throws: BallotBoxFailure.self) { try desk.boxes().discard("a3-1") }
      return
    }
    try desk.boxes().discard("a3-1")
    #expect(desk.tree.keys.sorted() == ["Day.polls/", "Day.polls/other.txt"])
    #expect(try desk.boxes().open("a3-1") == nil)
    try desk.boxes().discard("a3-1")
    try desk.boxes().discard("../..")
  }

  @Test("A pipe in place of any file of a box is damage, and not waited for")
  func pipes() throws {
    let (desk, _, _) = try filled()
    let whole = desk.tree
    for name in whole.keys where !name.hasSuffix("/") && !name.hasSuffix(".lock") {
      let path = "\(desk.path)/\(name)"
      unlink(path)
      #expect(mkfifo(path, 0o600) == 0)
      #expect(throws: BallotBoxFailure.self, "\(name)") { try desk.open() }
      unlink(path)
      try desk.write([name: whole[name] ?? []])
    }
    #expect(try desk.open().turnout().cast == 1)
  }

  @Test("A copy's bundle is found by its own name, else by the one in the journal")
  func bundles() throws {
    let (desk, box, _) = try filled()
    let bundle = try bundle(of: box)
    #expect(try box.publish(bundle).hasSuffix("/Day.a3-1.poll.json"))
    let copy = try FileBallotBoxes(session: "Copy", in: FilePath(desk.path), calls: QuickCalls())
    let name = "Day.a3-1.poll.json"
    #expect(try copy.bundle(of: "a3-1", called: name) == bundle)
    #expect(try copy.keep(bundle, of: "a3-1").hasSuffix("/Copy.a3-1.poll.json"))
    #expect(desk.tree["Copy.a3-1.poll.json"] == bundle)
    #expect(try copy.bundle(of: "a4-1", called: "../Day.a3-1.poll.json") == nil)
    #expect(try copy.bundle(of: "a4-1", called: "notes.txt") == nil)
  }

  private func bundle(of box: any BallotBox) throws -> [UInt8] {
    if try box.state() == .open { try box.close() }
    return try PollBundle(of: try box.opened(), words: "river").bytes
  }

  @Test("A bundle of another vote, of a session that had this name before, is not written over")
  func otherBundle() throws {
    let (desk, box, _) = try filled()
    let bundle = try bundle(of: box)
    try desk.write(["Day.a3-1.poll.json": Array("another".utf8)])
    let refused = problem { () throws(BallotBoxFailure) in _ = try box.publish(bundle) }
    #expect(refused?.message.contains("is the bundle of another vote") == true)
    #expect(refused?.hint == "Move it away, then do it again.")
    #expect(desk.tree["Day.a3-1.poll.json"] == Array("another".utf8))
    try FileManager.default.removeItem(atPath: "\(desk.path)/Day.a3-1.poll.json")
    for _ in 1...2 { _ = try box.publish(bundle) }
    #expect(desk.tree["Day.a3-1.poll.json"] == bundle)
  }
}
