import ExerciseProtocol
import SessionStore
import Testing

@Suite("Opening what a crash or a fault left")
struct RecoveryTests {
  /// A journal of three steps: one event, one event, and two events together.
  private func journal(_ desk: Desk) throws -> [UInt8] {
    let files = try desk.create(calls: FaultyCalls())
    try files.add(draft(1))
    try files.add(draft(2))
    try files.add(draft(3), draft(4))
    return try desk.read()
  }

  @Test("A journal torn at any byte of its last step opens with every step before it")
  func tornAnywhere() throws {
    let desk = try Desk()
    let whole = try journal(desk)
    let ends = whole.indices.filter { whole[$0] == 0x0A }
    for count in (ends[1] + 1)..<whole.count {
      try desk.write(whole[..<count])
      let (files, entries, report) = try desk.open(calls: FaultyCalls())
      #expect(files.isReadOnly == nil)
      #expect(report.damage == nil)
      if count == whole.count - 1 {
        #expect(entries.count == 4)
        #expect(report.newlineAdded)
        #expect(try desk.read() == whole)
      } else if count == ends[1] + 1 {
        #expect(entries.count == 2 && report == RecoveryReport())
      } else {
        #expect(entries.count == 2)
        let aside = try #require(report.setAside.first)
        #expect(aside.file.hasPrefix("workshop.journal.aside-3-"))
        #expect(try desk.read(aside.file) == Array(whole[(ends[1] + 1)..<count]))
        #expect(try desk.read() == Array(whole[...ends[1]]))
        desk.remove(aside.file)
      }
      try files.add(draft(5))
      #expect(try desk.open(calls: FaultyCalls()).report == RecoveryReport())
    }
  }

  @Test("A journal torn at any byte of its last line opens with every line before it")
  func tornLastLine() throws {
    let desk = try Desk()
    let files = try desk.create(calls: FaultyCalls())
    try files.add(draft(1))
    let first = try desk.read()
    try files.add(draft(2))
    let whole = try desk.read()
    for count in first.count..<whole.count {
      try desk.write(whole[..<count])
      let (_, entries, report) = try desk.open(calls: FaultyCalls())
      #expect(entries.count == (count == whole.count - 1 ? 2 : 1))
      #expect(report.damage == nil)
      for aside in report.setAside { desk.remove(aside.file) }
    }
  }

  @Test("A tail that is torn again and again is set aside each time")
  func tornTwice() throws {
    let desk = try Desk()
    let whole = try journal(desk)
    for count in 1...2 {
      try desk.write(whole.dropLast(5))
      #expect(
        try desk.open(calls: FaultyCalls()).report.setAside.map(\.file) == [
          "workshop.journal.aside-3-\(count)"
        ])
    }
  }

  @Test("A torn tail that another process left is set aside by whoever comes next")
  func tornWhileOpen() throws {
    let desk = try Desk()
    let files = try desk.create(calls: FaultyCalls())
    try files.add(draft(1))
    let good = try desk.read()
    try desk.append(#"{"seq":2,"id":"#.utf8)
    #expect(try files.append([draft(2)], after: files.head).isAppended)
    #expect(files.report.setAside.map(\.byteCount) == [14])
    #expect(try desk.read().starts(with: good))
    #expect(try desk.open(calls: FaultyCalls()).entries.count == 2)
  }

  @Test("Damage is named for what it is")
  func damageIsNamed() throws {
    let desk = try Desk()
    let whole = try journal(desk)
    let lines = whole.split(separator: 0x0A).map { Array($0) + [0x0A] }
    let cases: [([[UInt8]], Int, JournalDamage.Problem)] = [
      ([lines[0], lines[2], lines[3]], 2, .wrongNumber(expected: 2, found: 3)),
      ([lines[1], lines[2], lines[3]], 1, .wrongNumber(expected: 1, found: 2)),
      ([lines[0], lines[0]], 2, .wrongNumber(expected: 2, found: 1)),
      ([lines[0], Array("\n".utf8), lines[1]], 2, .malformed("seq")),
      ([lines[0], lines[1].replacing("Mwy", "Llai")], 2, .digestMismatch),
      ([lines[0], lines[1].replacing("07\",\"step", "08\",\"step")], 2, .hashMismatch),
      ([lines[0], lines[1].dropLast(3) + [0xC3, 0x28, 0x7D, 0x7D, 0x0A]], 2, .notUTF8),
    ]
    for (lines, line, problem) in cases {
      try desk.write(lines.flatMap { $0 })
      let damage = try #require(try desk.open(calls: FaultyCalls()).report.damage)
      #expect(damage.problem == problem)
      #expect(damage.line == line)
      #expect(damage.readable == line - 1)
    }
  }

  @Test("A line of another session does not fit in")
  func otherPredecessor() throws {
    let (desk, other) = (try Desk(), try Desk())
    let (one, two) = (try journal(desk), try journal(other))
    let (mine, theirs) = (one.split(separator: 0x0A), two.split(separator: 0x0A))
    try desk.write([mine[0], theirs[1], []].joined(separator: [0x0A]))
    #expect(try desk.open(calls: FaultyCalls()).report.damage?.problem == .wrongPredecessor)
  }

  @Test("Damage that comes while the session is open stops writing, after what is still readable")
  func damageWhileOpen() throws {
    let desk = try Desk()
    let one = try desk.create(calls: FaultyCalls())
    let (two, _, _) = try desk.open(calls: FaultyCalls())
    try one.add(draft(1))
    try desk.append("garbage\n".utf8)
    #expect(try two.catchUp().count == 1)
    let damage = JournalDamage(
      file: "workshop.journal.jsonl", line: 2, problem: .malformed("seq"), readable: 1)
    #expect(two.isReadOnly == .damaged(damage))
    #expect(throws: StoreFailure.damaged(damage)) { try two.catchUp() }
    #expect(throws: StoreFailure.damaged(damage)) { try one.add(draft(2)) }
  }

  @Test("A journal that loses lines under an open handle is damage")
  func shrunk() throws {
    let desk = try Desk()
    let files = try desk.create(calls: FaultyCalls())
    try files.add(draft(1))
    let one = try desk.read()
    try files.add(draft(2))
    try desk.write(one)
    #expect(throws: StoreFailure.self) { try files.add(draft(3)) }
    #expect(files.report.damage?.problem == .linesMissing(upTo: 2))
  }
}

extension Desk {
  func append(_ bytes: some Sequence<UInt8>) throws {
    try write(try read() + Array(bytes))
  }
}

extension AppendResult {
  var isAppended: Bool {
    if case .appended = self { true } else { false }
  }
}

extension [UInt8] {
  fileprivate func replacing(_ old: String, _ new: String) -> [UInt8] {
    Array(String(decoding: self, as: UTF8.self).replacing(old, with: new).utf8)
  }
}
