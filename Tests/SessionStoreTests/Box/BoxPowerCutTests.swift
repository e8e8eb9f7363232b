import DiskTesting
import ExerciseProtocol
import Polling
import SessionStore
import Testing
import Workshop

@Suite("The power is cut while a ballot box changes")
struct BoxPowerCutTests {
  @Test("After any call, in whatever order the disk wrote: all that was acknowledged, and no trace")
  func everywhere() throws {
    let desk = try BoxDesk()
    var sample = BoxSample()
    let recorder = FolderRecorder()
    let box = try desk.boxes(calls: recorder).create(sample.terms, sample.secrets)
    var states: [[String: [UInt8]]] = [[:], desk.tree.boxContents]
    recorder.acknowledge()
    func step(_ body: () throws -> Void) throws {
      try body()
      states.append(desk.tree.boxContents)
      recorder.acknowledge()
    }
    for (person, choice) in zip(1...2, ["c1", "c2"]) {
      let ballot = sample.sealed(choice)
      try step { try box.cast(ballot, spending: .person(ParticipantID("p\(person)")), by: .booth) }
    }
    try step { try box.enter(sample.ballot("c1"), paper: 1, by: "p1") }
    try step { try box.enter(sample.ballot("c1"), paper: 1, by: "p2") }
    try step { _ = try box.takePapers(spending: [.person("p3")]) }
    try step { try box.close() }
    try step { try box.empty() }

    var disk = FolderDisk()
    var acknowledged = 0
    var checked = 0
    var seen: Set<Seen> = []
    for call in recorder.steps {
      disk.apply(call)
      if case .acknowledged = call { acknowledged += 1 }
      for tree in disk.possibilities where seen.insert(Seen(acknowledged, tree)).inserted {
        try check(tree, acknowledged, states)
        checked += 1
      }
    }
    #expect(acknowledged == states.count - 1)
    #expect(checked > 500)
  }

  private struct Seen: Hashable {
    var acknowledged: Int
    var tree: [String: [UInt8]]

    init(_ acknowledged: Int, _ tree: [String: [UInt8]]) {
      (self.acknowledged, self.tree) = (acknowledged, tree)
    }
  }

  private func check(
    _ tree: [String: [UInt8]], _ acknowledged: Int, _ states: [[String: [UInt8]]]
  ) throws {
    let desk = try BoxDesk()
    try desk.write(tree)
    guard let box = try desk.boxes().open("a3-1") else {
      #expect(acknowledged == 0)
      return
    }
    let found = desk.tree
    let expected = states[acknowledged...].prefix(2)
    #expect(expected.contains(found.boxContents), "after \(acknowledged)")
    let isEmptied = try box.state() == .emptied
    let most = isEmptied ? 7 : 8
    // One generation, no draft, and secrets only while they are needed.
    #expect(desk.boxNames.count == most, "after \(acknowledged): \(desk.boxNames)")
  }
}
