import SessionStore
import Testing

@Suite("The power is cut after any call")
struct PowerCutTests {
  /// Opens everything that may be found after each of the `steps`, and asks `check` about it, which
  /// is also told how many times the store had acknowledged something by then.
  private func cutEverywhere(
    _ steps: [PowerCutRecorder.Step],
    _ check: (_ acknowledged: Int, _ opened: SessionFiles.Opened?, _ desk: Desk) throws -> Void
  ) throws {
    var disk = ModelDisk()
    var acknowledged = 0
    for step in steps {
      disk.apply(step)
      if case .acknowledged = step { acknowledged += 1 }
      for possibility in disk.possibilities {
        let desk = try Desk()
        for (name, bytes) in possibility { try desk.write(bytes, to: name) }
        let isThere = possibility.keys.contains("workshop.journal.jsonl")
        try check(acknowledged, isThere ? try desk.open(calls: FaultyCalls()) : nil, desk)
      }
    }
  }

  @Test("Everything that was acknowledged is there, nothing is damaged, and work goes on")
  func aSession() throws {
    let desk = try Desk()
    let recorder = PowerCutRecorder()
    let files = try desk.create(calls: recorder)
    recorder.acknowledge()
    for number in 1...2 {
      try files.add(draft(number * 10), draft(number * 10 + 1))
      recorder.acknowledge()
      try files.writeSnapshot(snapshot(at: files.head))
      recorder.acknowledge()
    }
    #expect(try files.erase(seq: 2).isEmpty)
    recorder.acknowledge()
    try files.add(draft(30))
    recorder.acknowledge()

    let texts = [10, 11, 20, 21, 30].map { draft($0) }.texts
    let counts = [0, 0, 2, 2, 4, 4, 4, 5]
    try cutEverywhere(recorder.steps) { acknowledged, opened, _ in
      guard let opened else {
        #expect(acknowledged == 0)
        return
      }
      let found = opened.entries.texts
      #expect(opened.report.damage == nil && opened.files.isReadOnly == nil)
      #expect(!opened.report.journalMissing)
      #expect(found.count >= counts[acknowledged])
      #expect(zip(found, texts).allSatisfy { $0 == $1 || $0 == "erased" })
      if acknowledged >= 6 { #expect(found.dropFirst().first == "erased") }
      if acknowledged >= 3 { #expect(opened.report.snapshot != .missing) }
      #expect(opened.report.snapshot != .unreadable)
      try opened.files.add(draft(99))
    }
  }

  @Test("A recovery that is itself cut short loses nothing")
  func aRecovery() throws {
    let desk = try Desk()
    try desk.create(calls: FaultyCalls()).add(draft(1))
    let torn = Array(#"{"seq":2,"#.utf8)
    try desk.append(torn)
    let recorder = PowerCutRecorder()
    try recorder.begin(with: desk)
    recorder.acknowledge()
    let files = try desk.open(calls: recorder).files
    try files.add(draft(2))
    recorder.acknowledge()
    try cutEverywhere(recorder.steps) { acknowledged, opened, desk in
      guard acknowledged > 0 else { return }
      let opened = try #require(opened)
      #expect(opened.report.damage == nil)
      #expect(opened.entries.count >= acknowledged)
      let asides = desk.files.filter { $0.contains(".aside-") }
      #expect(try asides.contains { try desk.read($0) == torn })
    }
  }
}
