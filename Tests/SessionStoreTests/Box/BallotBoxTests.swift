import ExerciseProtocol
import Foundation
import Glibc
import Platform
import Polling
import SessionStore
import SystemPackage
import Testing
import Workshop

@Suite("A ballot box on disk")
struct BallotBoxTests {
  private func refusal(_ body: () throws(BallotBoxFailure) -> Void) -> BoxRefusal? {
    do throws(BallotBoxFailure) {
      try body()
      return nil
    } catch {
      if case .refused(let refusal) = error { return refusal }
      return nil
    }
  }

  @Test("What was cast is there when the box is opened again, and all rules hold")
  func castAndReopen() throws {
    let desk = try BoxDesk()
    var sample = BoxSample()
    let box = try desk.boxes().create(sample.terms, sample.secrets)
    let ballot = sample.sealed("c1")
    try box.cast(ballot, spending: .person("p1"), by: .booth)
    let other = try desk.open()
    #expect(other.terms == sample.terms)
    #expect(try other.turnout() == Turnout(cast: 1, possible: 4))
    #expect(try other.refusal(of: .person("p1")) == .alreadyUsed)
    let before = desk.tree
    #expect(
      refusal { () throws(BallotBoxFailure) in
        try other.cast(ballot, spending: .person("p1"), by: .booth)
      }
        == .alreadyUsed)
    #expect(
      refusal { () throws(BallotBoxFailure) in
        try other.cast(ballot, spending: .person("p9"), by: .booth)
      }
        == .unknownVoter)
    #expect(refusal { () throws(BallotBoxFailure) in _ = try other.opened() } == .stillOpen)
    #expect(desk.tree == before)
    try other.close()
    #expect(
      refusal { () throws(BallotBoxFailure) in
        try box.cast(ballot, spending: .person("p2"), by: .booth)
      }
        == .closed)
    #expect(try box.opened().contents == BoxContents([ballot], used: [.person("p1")]))
    #expect(try box.opened().secrets == sample.secrets)
    #expect(try desk.boxes().list() == ["a3-1"])
    #expect(try desk.boxes().open("a3-2") == nil)
    #expect(try desk.boxes().open("../..") == nil)
  }

  @Test("A poll has one box, for sound terms and the secrets that belong to them")
  func creation() throws {
    let desk = try BoxDesk()
    let sample = BoxSample()
    _ = try desk.boxes().create(sample.terms, sample.secrets)
    #expect(throws: BallotBoxFailure.self) {
      try desk.boxes().create(sample.terms, sample.secrets)
    }
    var terms = sample.terms
    terms.poll = "a3-2"
    terms.roll = []
    #expect(throws: BallotBoxFailure.self) { try desk.boxes().create(terms, sample.secrets) }
    terms = sample.terms
    (terms.poll, terms.tieCommitment) = ("a3-2", Fingerprint(of: []))
    #expect(throws: BallotBoxFailure.self) { try desk.boxes().create(terms, sample.secrets) }
    #expect(try desk.boxes().list() == ["a3-1"])
  }

  @Test("The same ballots leave the same bytes, whatever the order of casting")
  func order() throws {
    var sample = BoxSample()
    let ballots = (0..<4).map { sample.sealed($0 == 2 ? "c2" : "c1") }
    var trees: Set<[String: [UInt8]]> = []
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
      let desk = try BoxDesk()
      let box = try desk.boxes().create(sample.terms, sample.secrets)
      for (ballot, person) in zip(order, order.reversed()) {
        try box.cast(
          ballots[ballot], spending: .person(ParticipantID("p\(person + 1)")), by: .booth)
      }
      trees.insert(desk.tree)
    }
    #expect(trees.count == 1)
  }

  @Test("One generation is left, for its owner's eyes only, and no time tells anything")
  func whatFilesTell() throws {
    let desk = try BoxDesk()
    var sample = BoxSample()
    let box = try desk.boxes(calls: SystemCalls()).create(sample.terms, sample.secrets)
    for person in 1...3 {
      try box.cast(sample.sealed("c1"), spending: .person(ParticipantID("p\(person)")), by: .booth)
      _ = try box.turnout()
      let names = desk.boxNames
      let letter = person.isMultiple(of: 2) ? "a" : "b"
      #expect(
        names == [
          ".lock", "\(letter)/", "\(letter)/ballots.json", "\(letter)/papers.json",
          "\(letter)/used.json", "head", "secrets.json", "terms.json",
        ])
      for name in [""] + names {
        var status = stat()
        #expect(stat("\(desk.path)/Day.polls/a3-1/\(name)", &status) == 0)
        let isFolder = name.isEmpty || name.hasSuffix("/")
        #expect(status.st_mode & 0o777 == (isFolder ? 0o700 : 0o600), "\(name)")
        #expect(status.st_mtim.tv_sec == boxTime && status.st_mtim.tv_nsec == 0, "\(name)")
        if !isFolder { #expect(status.st_atim.tv_sec == boxTime, "\(name)") }
      }
    }
  }

  @Test("A box that is counted is published and emptied, and no secret is left")
  func ending() throws {
    let desk = try BoxDesk()
    var sample = BoxSample()
    let box = try desk.boxes().create(sample.terms, sample.secrets)
    for (person, choice) in zip(1...3, ["c1", "c2", "c2"]) {
      try box.cast(
        sample.sealed(choice), spending: .person(ParticipantID("p\(person)")), by: .booth)
    }
    #expect(refusal { () throws(BallotBoxFailure) in try box.empty() } == .stillOpen)
    try box.close()
    try box.reopen(because: "A late bus.")
    try box.close()
    let bundle = try PollBundle(of: box.opened(), words: "glas")
    let path = try box.publish(bundle.bytes)
    #expect(path == "\(desk.path)/Day.a3-1.poll.json")
    #expect(desk.tree["Day.a3-1.poll.json"] == bundle.bytes)
    #expect(Audit(bundle.bytes).agrees)
    #expect(bundle.reopenings == ["A late bus."])
    try box.empty()
    #expect(try box.state() == .emptied)
    #expect(!desk.boxNames.contains("secrets.json"))
    let secret = Array(sample.secrets.json["tie"]?.text().utf8 ?? "".utf8)
    for (name, bytes) in desk.tree where name.hasPrefix("Day.polls") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("nonce"), "\(name)")
      #expect(bytes.firstRange(of: secret) == nil, "\(name)")
    }
    #expect(try desk.open().state() == .emptied)
    // A bundle is no session.
    let library = FileSessionLibrary(folder: FilePath(desk.path), origin: Origin(1))
    #expect(try library.list().isEmpty)
  }

  @Test("Papers that two people read alike go in together with the names that are ticked")
  func papers() throws {
    let desk = try BoxDesk()
    let sample = BoxSample()
    let box = try desk.boxes().create(sample.terms, sample.secrets)
    try box.enter(sample.ballot("c1"), paper: 1, by: "p1")
    try desk.open().enter(sample.ballot("c1"), paper: 1, by: "p2")
    try box.enter(sample.ballot("c2"), paper: 2, by: "p2")
    #expect(try desk.open().entries().agreed.map(\.number) == [1])
    #expect(try box.takePapers(spending: [.person("p3")]) == 1)
    #expect(try desk.open().turnout().cast == 1)
    #expect(try desk.open().entries().waiting == [2])
    #expect(try desk.open().refusal(of: .person("p3")) == .alreadyUsed)
  }

  @Test("Who watches is told of another booth's ballots")
  func watching() throws {
    let desk = try BoxDesk()
    var sample = BoxSample()
    let booth = try desk.boxes().create(sample.terms, sample.secrets)
    let wall = try desk.open()
    let descriptor = try #require(wall.changes)
    func isReadable() -> Bool {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&entry, 1, 0) == 1
    }
    #expect(!isReadable())
    try booth.cast(sample.sealed("c1"), spending: .person("p1"), by: .booth)
    #expect(isReadable())
    #expect(try wall.turnout().cast == 1)
    #expect(!isReadable())
  }
}
