import ExerciseProtocol
import SessionStore
import Testing

/// A journal whose later lines verify is read on past what is damaged, and the copy of it is sound.
@Suite("Reading past damage")
struct PassingOverTests {
  private let texts = (1...5).map { draft($0) }.texts

  /// Five events in four steps: the third step has two.
  private func journal(_ desk: Desk) throws -> [UInt8] {
    let files = try desk.create(calls: FaultyCalls())
    for number in 1...2 { try files.add(draft(number)) }
    try files.add(draft(3), draft(4))
    try files.add(draft(5))
    return try desk.read()
  }

  /// The line that another terminal would append now.
  private func nextLine(_ desk: Desk) throws -> [UInt8] {
    let before = try desk.read()
    try desk.open(calls: FaultyCalls()).files.add(draft(6))
    defer { try? desk.write(before) }
    return Array(try desk.read()[before.count...])
  }

  /// What a copy of the damaged session holds; it must open without any finding, and be writable.
  private func copied(_ files: SessionFiles, _ desk: Desk) throws -> (lost: [Int], [String]) {
    let lost = try files.saveAs("copy", in: desk.path, calls: FaultyCalls())
    let (copy, entries, report) = try desk.open("copy", calls: FaultyCalls())
    #expect(report == RecoveryReport() && copy.isReadOnly == nil)
    #expect(entries.filter(\.isLost).map(\.seq) == lost)
    #expect(entries.map(\.seq) == Array(1...max(1, entries.count)).prefix(entries.count).map { $0 })
    try copy.add(draft(9))
    #expect(try desk.open("copy", calls: FaultyCalls()).entries.count == entries.count + 1)
    for file in desk.files where file.contains("copy") { desk.remove(file) }
    return (lost, entries.texts)
  }

  @Test("One flipped bit anywhere costs one event at most, which is named; the copy is sound")
  func flippedBits() throws {
    let desk = try Desk()
    let whole = try journal(desk)
    let lines = whole.split(separator: 0x0A)
    for index in whole.indices {
      var changed = whole
      changed[index] ^= 1 << UInt8(index % 8)
      try desk.write(changed)
      let (files, entries, report) = try desk.open(calls: FaultyCalls())
      let line = lines.firstIndex { index <= $0.endIndex } ?? 4
      let damage = try #require(report.damage, "byte \(index)")
      #expect(damage.line == line + 1 && damage.readable == line, "byte \(index)")
      #expect(files.isReadOnly == .damaged(damage), "byte \(index)")
      #expect(throws: StoreFailure.damaged(damage)) { try files.add(draft(6)) }
      var expected = texts
      for seq in damage.lost { expected[seq - 1] = "erased" }
      #expect(damage.lost == [line + 1] || damage.lost.isEmpty, "byte \(index)")
      if entries.count < 5 {
        // After the last line nothing is left that could prove what it was.
        #expect(line == 4 && damage.lost.isEmpty, "byte \(index)")
        #expect(entries.texts == Array(texts[..<4]), "byte \(index)")
      } else {
        #expect(entries.texts == expected, "byte \(index)")
      }
      #expect(try desk.read() == changed)
      guard index % 7 == 0 else { continue }
      #expect(entries.filter(\.isLost).map(\.seq) == damage.lost, "byte \(index)")
      let copy = try copied(files, desk)
      #expect(copy.lost == damage.lost && copy.1 == entries.texts, "byte \(index)")
    }
  }

  @Test("Where the hash or the newline alone was changed, no event is lost and the copy is exact")
  func provenByTheNextLine() throws {
    let desk = try Desk()
    let whole = try journal(desk)
    let hash = try #require(String(decoding: whole, as: UTF8.self).firstRange(of: ",\"hash\":\""))
    let text = String(decoding: whole, as: UTF8.self)
    let place = text.utf8.distance(from: text.startIndex, to: hash.upperBound) + 5
    for index in [place, whole.firstIndex(of: 0x0A) ?? 0] {
      var changed = whole
      changed[index] ^= 1
      try desk.write(changed)
      let (files, entries, report) = try desk.open(calls: FaultyCalls())
      #expect(entries.texts == texts && report.damage?.lost == [])
      #expect(
        report.wording(of: "workshop").first?.what.contains("All 5 events can be read.") == true)
      try files.saveAs("copy", in: desk.path, calls: FaultyCalls())
      #expect(try desk.read("copy.journal.jsonl") == whole)
      for file in desk.files where file.contains("copy") { desk.remove(file) }
    }
  }

  @Test("A stretch of several lines that a disk lost is passed over as one")
  func severalLines() throws {
    let desk = try Desk()
    let whole = try journal(desk)
    let ends = whole.indices.filter { whole[$0] == 0x0A }
    var changed = whole
    // All of line 2, and of line 3 but for its hash and what comes after.
    for index in (ends[0] + 1)..<(ends[1] + 40) { changed[index] = 0 }
    try desk.write(changed)
    let (files, entries, report) = try desk.open(calls: FaultyCalls())
    #expect(report.damage?.lost == [2, 3] && report.damage?.readableAfter == 2)
    #expect(entries.texts == [texts[0], "erased", "erased", texts[3], texts[4]])
    #expect(entries.map(\.step) == [1, 2, 3, 3, 5] && entries.map(\.left) == [0, 0, 1, 0, 0])
    #expect(try copied(files, desk).lost == [2, 3])
  }

  @Test("A line that is not ours between two of ours costs nothing")
  func foreignLine() throws {
    let desk = try Desk()
    let lines = try journal(desk).split(separator: 0x0A).map(Array.init)
    for foreign in ["", "<<<<<<< HEAD", #"{"seq":2}"#] {
      let mixed = [lines[0], Array(foreign.utf8)] + lines[1...] + [[]]
      try desk.write(Array(mixed.joined(separator: [0x0A])))
      let (files, entries, report) = try desk.open(calls: FaultyCalls())
      #expect(entries.texts == texts && report.damage?.line == 2 && report.damage?.lost == [])
      #expect(try copied(files, desk).1 == texts)
    }
  }

  @Test("Another session's lines are never taken for this one's")
  func otherSession() throws {
    let (desk, other) = (try Desk(), try Desk())
    let (one, two) = (try journal(desk), try journal(other))
    let (mine, theirs) = (one.split(separator: 0x0A), two.split(separator: 0x0A))
    var bent = Array(mine[1])
    bent[bent.count - 5] ^= 1
    for lines in [
      [mine[0]] + theirs[1...], mine + theirs, [mine[0], bent[...]] + theirs[2...],
      [mine[0], bent[...], theirs[3], theirs[4]], [mine[0]] + mine[2...],
    ] {
      try desk.write(Array((lines + [[]]).joined(separator: [0x0A])))
      let (files, entries, report) = try desk.open(calls: FaultyCalls())
      #expect(report.damage != nil && report.damage?.lost == [])
      #expect(entries.texts == Array(texts[..<(lines.count > 5 ? 5 : 1)]))
      #expect(try copied(files, desk).1 == entries.texts)
    }
  }

  @Test("Windows line ends and a byte order mark are named, nothing is lost, the copy is as before")
  func foreignText() throws {
    let desk = try Desk()
    let whole = try journal(desk)
    let returns = whole.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for (bytes, problem, word) in [
      (returns, .foreignLineEnds, "Windows"), (mark + whole, .byteOrderMark, "byte order mark"),
      (mark + returns, .foreignLineEnds, "Windows"),
    ] as [([UInt8], JournalDamage.Problem, String)] {
      try desk.write(bytes)
      let (files, entries, report) = try desk.open(calls: FaultyCalls())
      #expect(entries.texts == texts && files.isReadOnly != nil)
      #expect(report.damage?.problem == problem)
      let note = try #require(report.wording(of: "workshop").first)
      #expect(note.what.contains(word) && note.what.contains("All 5 events can be read."))
      try files.saveAs("copy", in: desk.path, calls: FaultyCalls())
      #expect(try desk.read("copy.journal.jsonl") == whole)
      #expect(try desk.open("copy", calls: FaultyCalls()).report == RecoveryReport())
      #expect(try desk.read() == bytes)
      for file in desk.files where file.contains("copy") { desk.remove(file) }
    }
  }

  @Test("Zeros that a power cut left at the end are a torn end", arguments: [1, 4096])
  func zeros(count: Int) throws {
    let zeros = [UInt8](repeating: 0, count: count)
    let desk = try Desk()
    let whole = try journal(desk)
    // In place of the newline.
    try desk.write(whole.dropLast() + zeros)
    let (files, entries, report) = try desk.open(calls: FaultyCalls())
    #expect(entries.texts == texts && files.isReadOnly == nil && report.newlineAdded)
    #expect(try desk.read() == whole)
    // It is told, as any torn end is; also by a terminal that is open.
    let note = try #require(report.wording(of: "workshop").first)
    let stood = count == 1 ? "; 1 empty byte stood there" : "; 4096 empty bytes stood there"
    #expect(note.what.contains("had lost its end" + stood))
    try desk.write(whole.dropLast() + zeros)
    #expect(
      SessionInspection("workshop", in: desk.path).findings == [.endMissing(emptyBytes: count)])
    let (living, _, _) = try desk.open(calls: FaultyCalls())
    try desk.write(whole)
    let line = try nextLine(desk)
    try desk.write(whole + line.dropLast() + zeros)
    #expect(try living.catchUp().count == 1)
    #expect(living.report.newlineAdded && living.report.emptyBytes == count)
    #expect(try desk.read() == whole + line)
    // After it, and in the middle of a line.
    for (bytes, kept) in [(whole + zeros, 5), (whole.dropLast(30) + zeros, 4)] {
      try desk.write(bytes)
      let (files, entries, report) = try desk.open(calls: FaultyCalls())
      #expect(entries.texts == Array(texts[..<kept]) && report.damage == nil)
      #expect(report.setAside.count == 1 && files.isReadOnly == nil)
      try files.add(draft(6))
      #expect(try desk.open(calls: FaultyCalls()).report == RecoveryReport())
    }
  }
}
