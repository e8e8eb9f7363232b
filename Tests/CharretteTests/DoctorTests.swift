import ExerciseProtocol
import Glibc
import TerminalTesting
import TestSupport
import Testing

/// `charrette doctor`, with the real sandbox of the machine that the tests run on.
@Suite struct DoctorTests {
  private func report(_ house: House, _ arguments: [String] = []) throws -> (JSONValue, CInt) {
    let done = try house.run(["doctor", "--format", "json"] + arguments)
    return (try JSONValue(parsing: done.output), done.status)
  }

  private func area(_ name: String, of report: JSONValue) throws -> JSONValue {
    guard case .array(let areas)? = report["examinations"] else { return .null }
    return try #require(areas.first { $0["area"] == .string(name) })
  }

  private func problems(_ area: JSONValue) -> [String] {
    guard case .array(let findings)? = area["findings"] else { return [] }
    return findings.filter { $0["state"] == "problem" }.compactMap { finding in
      if case .string(let text)? = finding["text"] { text } else { nil }
    }
  }

  @Test func allIsWellHere() throws {
    let house = try House()
    let (report, status) = try report(house)
    let sandbox = try area("sandbox", of: report)
    #expect(sandbox["seccomp"] == true, "\(report.text())")
    #expect(sandbox["granted"] == [], "\(report.text())")
    guard case .array(let refused)? = sandbox["refused"] else {
      Issue.record("\(report.text())")
      return
    }
    #expect(refused.count == 16)
    #expect(report["well"] == .bool(status == 0))
    #expect(try problems(area("plugins", of: report)) == [])
    #expect(try problems(area("folders", of: report)) == [])
    let text = try house.run(["doctor"])
    #expect(text.status == status)
    #expect(text.text.contains("What confines plugins"))
    #expect(text.text.contains("GNU readline"))
  }

  /// Every session's journal is read; nothing in the folder changes.
  @Test func aPluginThatIsPassedOverIsNamed() throws {
    let house = try House()
    mkdir(house.folder["plugin"], 0o755)
    try house.write(Array("no library".utf8), to: "plugin/libbroken.so")
    chmod(house.folder["plugin/libbroken.so"], 0o755)
    let done = try house.run(["doctor", "--plugins", house.folder["plugin"]])
    #expect(done.status == 1)
    #expect(done.text.contains("libbroken.so"))
    #expect(done.text.contains("Something here needs mending"))
  }

  @Test func aFolderThatEverybodyCanChangeIsNamed() throws {
    let house = try House()
    mkdir(house.sessions, 0o755)
    chmod(house.sessions, 0o777)
    let (report, status) = try report(house)
    #expect(status == 1)
    let found = try problems(area("folders", of: report))
    #expect(found.count == 1)
    #expect(found.first?.contains("everybody on this machine can change") == true, "\(found)")
  }

  @Test func aFileInThePlaceOfAFolderIsNamed() throws {
    let house = try House()
    try house.write([], to: "Sessions")
    let (report, status) = try report(house)
    #expect(status == 1)
    #expect(try problems(area("folders", of: report)).first?.hasSuffix("is no folder.") == true)
  }

  /// Memory keeps a line in less than a microsecond, and loses it with the power.
  @Test(.enabled(if: access("/dev/shm", W_OK) == 0, "No /dev/shm: a sync too quick is untested"))
  func aSyncThatIsTooQuickIsTold() throws {
    let house = try House()
    let done = try house.runBare(["doctor", "--sessions", "/dev/shm"])
    #expect(done.status == 1)
    #expect(done.text.contains("which no disk can do"), "\(done)")
  }

  @Test func withoutASandboxItSaysSo() throws {
    let house = try House()
    let done = try house.run(["doctor", "--sandbox", "off"])
    #expect(done.status == 1)
    #expect(done.text.contains("nothing confines plugins"))
  }

  @Test func onATerminalItTellsOfTheTerminal() throws {
    let house = try House()
    let terminal = try house.terminal(["doctor"])
    try terminal.waitFor("xterm-256color, 80 columns and 24 rows")
    try terminal.waitFor("is UTF-8")
  }

  /// What the doctor says of the sessions' files, and whether all is well.
  private func sessions(_ house: House) throws -> (told: String, isWell: Bool) {
    let (report, status) = try report(house)
    guard case .array(let findings)? = try area("sessions", of: report)["findings"] else {
      return ("", false)
    }
    let told = findings.compactMap { finding in
      if case .string(let text)? = finding["text"], case .string(let state)? = finding["state"] {
        "\(state): \(text)"
      } else {
        nil
      }
    }
    return (told.joined(separator: "\n"), status == 0)
  }

  @Test func everySessionIsReadToItsEnd() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "first", "second")
    let isWellOtherwise = try house.run(["doctor"]).status == 0
    #expect(try sessions(house).told == "good: 1 session is whole.")
    let journal = "Sessions/Day.journal.jsonl"
    var bytes = try house.bytes(of: house.folder[journal])
    bytes[bytes.count / 2] ^= 4
    try house.write(bytes, to: journal)
    let (told, isWell) = try sessions(house)
    #expect(told.contains("problem: Day.journal.jsonl, line "), "\(told)")
    #expect(told.contains("events before it can be read."))
    #expect(isWellOtherwise && !isWell)
    #expect(try house.bytes(of: house.folder[journal]) == bytes, "nothing is changed")
    #expect(try house.run(["doctor"]).text.contains("mending"))
  }

  @Test func whatElseIsAmissWithSessionsIsTold() throws {
    let house = try House()
    for name in ["Torn", "Lost", "Short", "Strange"] { try house.prepareDiscussion(name, "first") }
    let torn = try house.bytes(of: house.folder["Sessions/Torn.journal.jsonl"])
    try house.write(torn + Array("{\"seq\":".utf8), to: "Sessions/Torn.journal.jsonl")
    unlink(house.folder["Sessions/Lost.journal.jsonl"])
    let short = try house.bytes(of: house.folder["Sessions/Short.journal.jsonl"])
      .split(separator: UInt8(ascii: "\n"))
    try house.write(
      short.dropLast().flatMap { $0 + [UInt8(ascii: "\n")] }, to: "Sessions/Short.journal.jsonl")
    try house.write(Array("{".utf8), to: "Sessions/Strange.json")
    try house.write([], to: "Sessions/.Strange.json.new")
    mkfifo(house.folder["Sessions/Pipe.journal.jsonl"], 0o600)
    symlink("/nowhere/at/all", house.folder["Sessions/Nowhere.journal.jsonl"])
    mkdir(house.folder["Sessions/Gone.polls"], 0o700)
    let (told, isWell) = try sessions(house)
    for sentence in [
      "good: 2 sessions are whole.",
      "problem: The journal of “Lost” is missing; only its snapshot is there.",
      "problem: Short.journal.jsonl, line ", "the journal ends here, but event",
      "remark: Strange.json is no whole snapshot.",
      "remark: .Strange.json.new is a draft that was not finished",
      "remark: The last entry of “Torn” was not written to its end (7 bytes)",
      "problem: Pipe.journal.jsonl can't be read: it is a pipe or a device, and no plain file.",
      "problem: Nowhere.journal.jsonl can't be read: it is a link that leads to nothing.",
      "remark: Gone.polls holds ballot boxes",
    ] { #expect(told.contains(sentence), "\(sentence)\n\(told)") }
    #expect(!isWell)
  }

  /// The doctor says what the opening will say, and not that all is well before it fails.
  @Test func whatAnOpeningWouldFindIsTold() throws {
    let house = try House()
    for name in ["Empty", "Both", "Windows", "Mark", "Swapped", "Other", "Locked", "Linked"] {
      try house.prepareDiscussion(name, "first")
    }
    func journal(_ name: String) -> String { "Sessions/\(name).journal.jsonl" }
    try house.write([], to: journal("Empty"))
    unlink(house.folder["Sessions/Empty.json"])
    try house.write([], to: journal("Both"))
    let both = try house.bytes(of: house.folder["Sessions/Both.json"])
    try house.write(Array(both.dropLast(9)), to: "Sessions/Both.json")
    let lines = try house.bytes(of: house.folder[journal("Windows")])
    try house.write(lines.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, to: journal("Windows"))
    let text = try house.bytes(of: house.folder[journal("Mark")])
    try house.write([0xEF, 0xBB, 0xBF] + text, to: journal("Mark"))
    let other = try house.bytes(of: house.folder["Sessions/Other.json"])
    try house.write(other, to: "Sessions/Swapped.json")
    unlink(house.folder["Sessions/.Locked.lock"])
    mkdir(house.folder["Sessions/.Locked.lock"], 0o700)
    unlink(house.folder["Sessions/.Linked.lock"])
    symlink("Linked.journal.jsonl", house.folder["Sessions/.Linked.lock"])
    let (told, isWell) = try sessions(house)
    for sentence in [
      "good: 1 session is whole.",
      "problem: There is no event in Empty.journal.jsonl.",
      "problem: Both.journal.jsonl is missing or empty, and Both.json,",
      "problem: Windows.journal.jsonl has the line ends of Windows",
      "problem: Mark.journal.jsonl begins with a byte order mark",
      "problem: Swapped.json is the snapshot of another session than",
      "problem: .Locked.lock, which only serves to take turns, can't be locked: it is a folder.",
      "problem: .Linked.lock, which only serves to take turns, can't be locked: it is a link.",
    ] { #expect(told.contains(sentence), "\(sentence)\n\(told)") }
    #expect(!told.contains("Swapped.journal.jsonl, line"), "its journal is sound\n\(told)")
    #expect(!told.contains("Both.json is no whole snapshot"), "the journal lacks all\n\(told)")
    #expect(!isWell)
  }

  @Test func aDamagedBallotBoxIsTold() throws {
    let house = try House()
    try house.prepare(
      "/new Day", "/people add Ruth, Roger", "/agenda add discussion Talk", "/start", "one", "two",
      "/agenda add choose Choice takes=all", "/next", "/vote open entered=yes",
      "/vote cast Ruth: c1")
    #expect(try sessions(house).told == "good: 1 session is whole.")
    try house.write(Array("[]".utf8), to: "Sessions/Day.polls/a2-1/terms.json")
    let told = try sessions(house).told
    #expect(told.contains("problem: The vote a2-1 of “Day”: The ballot box is damaged: terms.json"))
  }
}

extension House {
  /// As ``run(_:input:environment:)``, but without naming the sessions' folder.
  fileprivate func runBare(_ arguments: [String]) throws -> Finished {
    try Child(program, arguments, environment: environment).finish()
  }
}
