import Glibc
import TerminalTesting
import Testing

/// Files that are not as they were written, and disks that take no more.
@Suite struct DamageTests {
  private static let journal = "Sessions/Day.journal.jsonl"
  private static let snapshot = "Sessions/Day.json"

  private func house() throws -> House {
    let house = try House()
    try house.prepareDiscussion("Day", "first", "second", "third")
    return house
  }

  /// Opens it; what is in `files` must not have been written to.
  private func open(
    _ house: House, untouched files: [String], _ lines: String = "/cards\n"
  ) throws -> Finished {
    let before = try files.map { try house.bytes(of: house.folder[$0]) }
    let done = try house.run(input: "/open Day\n" + lines)
    #expect(try files.map { try house.bytes(of: house.folder[$0]) } == before)
    return done
  }

  @Test func aTornTailIsSetAside() throws {
    let house = try house()
    let whole = try house.bytes(of: house.folder[Self.journal])
    try house.write(Array(whole.dropLast(40)), to: Self.journal)
    unlink(house.folder[Self.snapshot])
    let done = try house.run(input: "/open Day\n/cards\nfourth\n")
    #expect(done.status == 0, "\(done)")
    #expect(done.text.contains("The last entry was interrupted before it was saved."))
    #expect(done.text.contains("2 cards"))
    let aside = try #require(
      names(in: house.sessions).first { $0.contains("aside") || $0.contains("torn") })
    #expect(try whole.suffix(1000).contains(house.bytes(of: "\(house.sessions)/\(aside)")))
  }

  @Test func aJournalCutShortBehindTheSnapshot() throws {
    let house = try house()
    let whole = try house.bytes(of: house.folder[Self.journal])
    let lines = whole.split(separator: UInt8(ascii: "\n"))
    let short = lines.dropLast(2).flatMap { $0 + [UInt8(ascii: "\n")] }
    try house.write(short, to: Self.journal)
    let done = try open(house, untouched: [Self.journal, Self.snapshot])
    #expect(done.status == 0, "\(done)")
    #expect(done.text.contains("the journal ends here, but event"))
    let refused = try open(house, untouched: [Self.journal, Self.snapshot], "fourth\n")
    #expect(refused.status == 1)
  }

  @Test func aFlippedBit() throws {
    let house = try house()
    var bytes = try house.bytes(of: house.folder[Self.journal])
    let place = bytes.count / 2
    bytes[place] ^= 4
    try house.write(bytes, to: Self.journal)
    let done = try open(house, untouched: [Self.journal, Self.snapshot])
    #expect(done.status == 0, "\(done)")
    let words = done.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Day.journal.jsonl, line "))
    // The snapshot was written after it, so nothing is missing.
    #expect(words.contains("The session was opened from its snapshot, which is intact"))
    #expect(words.contains("It is open for reading only. Nothing was changed."))
    #expect(words.contains("3 cards"))
    let refused = try open(house, untouched: [Self.journal, Self.snapshot], "/people add Ruth\n")
    #expect(refused.status == 1)
    // The way on, with what can be read.
    let saved = try open(
      house, untouched: [Self.journal], "/save-as Rescue\n/people add Ruth\n")
    #expect(saved.status == 0, "\(saved)")
    #expect(house.journal("Rescue").contains("Ruth"))
    let rescued = try house.run(["Rescue"], input: "/cards\n")
    #expect(rescued.status == 0 && rescued.errorText.isEmpty, "\(rescued)")
    #expect(rescued.text.contains("3 cards"))
  }

  @Test func aFlippedBitWithoutASnapshot() throws {
    let house = try house()
    let text = house.journal().replacing("\"second\"", with: "\"sec\u{F}nd\"")
    try house.write(Array(text.utf8), to: Self.journal)
    unlink(house.folder[Self.snapshot])
    let done = try open(house, untouched: [Self.journal], "/cards\n/save-as Rescue\nfourth\n")
    #expect(done.status == 0, "\(done)")
    let words = done.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Event 6 is passed over; 6 other events can be read."))
    #expect(words.contains("2 cards"))
    #expect(words.contains("The copy lacks event 6 of “Day”, which could not be read;"))
    let rescued = try house.run(["Rescue"], input: "/cards\n")
    #expect(rescued.status == 0 && rescued.errorText.isEmpty, "\(rescued)")
    #expect(rescued.text.contains("3 cards") && rescued.text.contains("fourth"))
  }

  @Test func aLostJournalAndADamagedSnapshot() throws {
    let house = try house()
    unlink(house.folder[Self.journal])
    var bytes = try house.bytes(of: house.folder[Self.snapshot])
    bytes[bytes.count / 2] ^= 4
    try house.write(bytes, to: Self.snapshot)
    let done = try open(house, untouched: [Self.snapshot])
    #expect(done.status == 1)
    let words = done.errorText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Day.json, from which the session could be restored, is damaged"))
    #expect(words.contains("Hint: Put a copy of Day.journal.jsonl back."))
    #expect(!words.contains("restored from its snapshot") && !words.contains("Nothing is lost"))
    #expect(!names(in: house.sessions).contains("Day.journal.jsonl"))
  }

  @Test func aJournalThatIsCutShortWhileOpen() throws {
    let house = try house()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.enter("fourth")
    let whole = house.journal()
    #expect(truncate(house.folder[Self.journal], whole.utf8.count / 3) == 0)
    try terminal.waitUntil("it is told") {
      $0.words.contains("was changed from outside while it was open")
    }
    #expect(
      terminal.screen.words.contains("events read or written until then are still held here."))
    try terminal.enter("/save-as Rescue")
    try terminal.enter("fifth")
    try terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(house.journal("Rescue").hasPrefix(whole) && house.journal("Rescue").contains("fifth"))
    #expect(house.journal().utf8.count == whole.utf8.count / 3)
  }

  @Test func aTornTailThatAnotherTerminalLeft() throws {
    let house = try house()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    let file = fopen(house.folder[Self.journal], "a")
    fputs("{\"seq\":", file)
    fclose(file)
    try terminal.waitUntil("it is told") {
      $0.words.contains("Its 7 bytes were set aside in Day.journal.aside-")
    }
    try terminal.waitForPrompt()
    try terminal.enter("fourth")
    #expect(house.journal().contains("fourth"))
  }

  @Test(arguments: ["not a journal at all\n", "{}\n", "\u{0}\u{0}\u{0}\n", "[1,2]\n\n\n"])
  func garbageInPlaceOfTheJournal(text: String) throws {
    let house = try house()
    try house.write(Array(text.utf8), to: Self.journal)
    let done = try open(house, untouched: [Self.journal, Self.snapshot], "fourth\n")
    #expect(done.status == 1, "\(done)")
    #expect(done.text.contains("Day.journal.jsonl, line 1"))
  }

  @Test func aMissingJournalIsRestoredFromTheSnapshot() throws {
    let house = try house()
    unlink(house.folder[Self.journal])
    let done = try open(house, untouched: [], "/cards\nfourth\n")
    #expect(done.status == 0, "\(done)")
    #expect(done.text.contains("The journal of “Day” is missing"))
    #expect(done.text.contains("3 cards"))
    let again = try house.run(["Day"], input: "/cards\n")
    #expect(again.text.contains("4 cards"))
  }

  @Test(arguments: [nil, "no snapshot", "{}", "{\"charrette\":1}", "\u{0}"])
  func aSnapshotThatCannotBeRead(text: String?) throws {
    let house = try house()
    if let text {
      try house.write(Array(text.utf8), to: Self.snapshot)
    } else {
      unlink(house.folder[Self.snapshot])
    }
    let done = try open(house, untouched: [Self.journal])
    #expect(done.status == 0, "\(done)")
    #expect(done.text.contains("3 cards"))
    guard let text else { return }
    #expect(done.text.contains("Day.json was damaged and cannot be read."))
    #expect(done.text.contains("It is called Day.json.aside-1"))
    #expect(try house.bytes(of: house.folder[Self.snapshot + ".aside-1"]) == Array(text.utf8))
  }

  @Test func aFolderThatMayNotBeWritten() throws {
    let house = try house()
    let before = house.journal()
    let runs =
      geteuid() == 0 ? "setpriv --bounding-set -dac_override,-dac_read_search \"$@\"" : "\"$@\""
    for name in names(in: house.sessions) { chmod("\(house.sessions)/\(name)", 0o400) }
    chmod(house.sessions, 0o500)
    defer { chmod(house.sessions, 0o700) }
    let read = try house.shell("exec " + runs, ["Day"]).finish(feeding: Array("/cards\n".utf8))
    #expect(read.status == 0, "\(read)")
    #expect(read.text.contains("3 cards"))
    let written = try house.shell("exec " + runs, ["Day"]).finish(feeding: Array("fourth\n".utf8))
    #expect(written.status == 1)
    #expect(written.errorText.contains("The session can be read here but not changed"))
    let copied = try house.shell("exec " + runs, ["Day"]).finish(
      feeding: Array("/save-as Day in=\(house.folder["elsewhere"])\nfourth\n/cards\n".utf8))
    #expect(copied.status == 0, "\(copied)")
    #expect(copied.text.contains("4 cards"))
    #expect(house.journal() == before)
  }

  @Test func aFullDisk() throws {
    let house = try house()
    let terminal = try PseudoTerminal.spawn(
      "/bin/sh",
      arguments: [
        "-c", "ulimit -f 16; exec \"$@\"", "sh", house.program, "Day", "--sessions", house.sessions,
      ], environment: house.environment.mapValues { Optional($0) })
    try terminal.waitForPrompt()
    let large = String(repeating: "much to say ", count: 300)
    var saved = house.journal()
    for _ in 1...3 where !terminal.transcript.contains("NOT saved") {
      saved = house.journal()
      try terminal.send(large)
      try terminal.waitUntil("all of it is typed") { $0.unwrappedText.hasSuffix("much to say") }
      try terminal.send("\r")
      try terminal.waitUntil("an answer, and the prompt or the line again") { screen in
        screen.unwrappedText.hasSuffix("paused ›")
          || terminal.transcript.contains("NOT saved")
            && screen.unwrappedText.hasSuffix("…]")
      }
    }
    try terminal.waitFor("NOT saved: the file has reached")
    // The line that was not saved stands there again; ^C takes it away.
    try terminal.send("\u{3}")
    try terminal.waitForPrompt()
    #expect(house.journal() == saved)
    try terminal.enter("a few words")
    try terminal.enter("/cards")
    #expect(terminal.screen.text.contains("a few words"))
    try terminal.enter("/save-as Elsewhere in=\(house.folder["elsewhere"])")
    try terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == .status(0))
  }

  private func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
