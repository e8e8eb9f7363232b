import Glibc
import SystemPackage
import Terminal
import TerminalTesting
import Testing

@Suite struct HistoryTests {
  private func file(in folder: TemporaryFolder, _ name: String = "state/charrette/history")
    -> HistoryFile
  {
    HistoryFile(FilePath(folder[name]))
  }

  @Test func fileAndFoldersAreTheUsersOwn() throws {
    let folder = try TemporaryFolder()
    #expect(try file(in: folder).entries() == [])
    try file(in: folder).append("first")
    #expect(folder.mode(of: "state/charrette/history") == 0o600)
    #expect(folder.mode(of: "state/charrette") == 0o700)
    #expect(folder.mode(of: "state") == 0o700)
  }

  @Test func anOpenOldFileIsClosedToOthers() throws {
    let folder = try TemporaryFolder()
    try folder.write("old\n", to: "history", mode: 0o666)
    try file(in: folder, "history").append("new")
    #expect(folder.mode(of: "history") == 0o600)
    #expect(try file(in: folder, "history").entries() == ["old", "new"])
  }

  @Test(arguments: [
    "two\nlines", "ends in a newline\n", #"back\slash and \n"#, #"\"#, #"\\"#, #"a\\nb\"#,
    "newline, then a combining accent\n\u{301}", "CR LF\r\n twice\r\n", "n\u{303}\\n\u{303}",
  ])
  func anEntryComesBackWhole(entry: String) throws {
    let folder = try TemporaryFolder()
    let file = file(in: folder)
    try file.append("before")
    try file.append(entry)
    try file.append("after")
    let entries = try file.entries().map { Array($0.unicodeScalars) }
    #expect(entries == ["before", entry, "after"].map { Array($0.unicodeScalars) })
  }

  @Test func theOldestGoWhereThereAreTooMany() throws {
    let folder = try TemporaryFolder()
    let old = (1...2005).map { "line \($0)" }
    try folder.write(old.joined(separator: "\n") + "\n", to: "history", mode: 0o600)
    let file = file(in: folder, "history")
    #expect(try file.entries().first == "line 6")
    try file.append("newest")
    let entries = try file.entries()
    #expect(entries.count == HistoryFile.limit)
    #expect(entries.first == "line 7")
    #expect(entries.last == "newest")
    #expect(folder.mode(of: "history") == 0o600)
    #expect(folder.mode(of: "history.new") == nil)
  }

  @Test func manyWritersLoseNothing() async throws {
    let folder = try TemporaryFolder()
    let file = file(in: folder, "history")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 1...8 {
        group.addTask { for number in 1...50 { try file.append("\(writer) \(number)") } }
      }
      try await group.waitForAll()
    }
    let entries = try file.entries()
    #expect(Set(entries).count == 400)
    #expect(entries.filter { $0.hasPrefix("3 ") } == (1...50).map { "3 \($0)" })
  }

  @Test func anUnwritableFileIsToldAndTheLineIsKeptForTheArrowKeys() throws {
    #expect(throws: Errno.notDirectory) { try HistoryFile("/dev/null/history").append("x") }
    try withDemo(["--history", "/dev/null/history"]) { _, terminal in
      try terminal.send("kept\r")
      try terminal.waitFor("history: Not a directory\ndemo>")
      try terminal.send("\u{10}")
      try terminal.waitFor("demo> kept")
    }
  }

  @Test func linesComeBackInTheNextRunButNotThoseWithABlankInFront() throws {
    let folder = try TemporaryFolder()
    let arguments = ["--history", folder["history"]]
    try withDemo(arguments) { _, terminal in
      try terminal.send("one\r private\r\u{1B}[200~two\nlines\u{1B}[201~\r:quit\r")
      try terminal.waitForExit()
    }
    #expect(folder.read("history") == "one\ntwo\\nlines\n")
    try withDemo(arguments) { _, terminal in
      try terminal.send("\u{10}\r")
      try terminal.waitFor(#"event: line "two\nlines""#)
      try terminal.send("\u{10}\u{10}\u{10}\r")
      try terminal.waitFor(#"event: line "one""#)
    }
  }

  /// On the code of before both wait for ever.
  @Test(.timeLimit(.minutes(1))) func whoHoldsItsLockOrPutAPipeThereKeepsNobody() throws {
    let folder = try TemporaryFolder()
    try file(in: folder, "history").append("first")
    let held = open(folder["history"], O_RDWR | O_CLOEXEC)
    #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
    #expect(throws: Errno.self) { try file(in: folder, "history").append("second") }
    #expect(throws: Errno.self) { try file(in: folder, "history").entries() }
    close(held)
    #expect(try file(in: folder, "history").entries() == ["first"])
    #expect(mkfifo(folder["pipe"], 0o600) == 0)
    #expect(throws: Errno.self) { try file(in: folder, "pipe").entries() }
    #expect(throws: Errno.self) { try file(in: folder, "pipe").append("third") }
  }

  @Test func itsDraftIsNeverWrittenThroughALink() throws {
    let folder = try TemporaryFolder()
    let old = (1...2000).map { "line \($0)" }
    try folder.write(old.joined(separator: "\n") + "\n", to: "history", mode: 0o600)
    try folder.write("mine", to: "other", mode: 0o600)
    #expect(symlink(folder["other"], folder["history.new"]) == 0)
    try file(in: folder, "history").append("newest")
    #expect(folder.read("other") == "mine")
    #expect(try file(in: folder, "history").entries().last == "newest")
  }
}
