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
  @Test func aDamagedSessionIsNamed() throws {
    let house = try House()
    try house.prepareDiscussion("Sound", "first", "second")
    try house.prepareDiscussion("Torn", "first", "second")
    try house.prepareDiscussion("Flipped", "first", "second")
    let torn = "Sessions/Torn.journal.jsonl"
    try house.write(Array(try house.bytes(of: house.folder[torn]).dropLast(40)), to: torn)
    let (sound, _) = try report(house)
    #expect(try problems(area("sessions", of: sound)) == [])
    #expect(try area("sessions", of: sound)["sound"] == 3)
    let flipped = "Sessions/Flipped.journal.jsonl"
    var bytes = try house.bytes(of: house.folder[flipped])
    bytes[bytes.count / 2] ^= 4
    try house.write(bytes, to: flipped)
    let before = [house.folder.read(torn), house.folder.read(flipped)]
    let done = try house.run(["doctor"])
    #expect(done.status == 1)
    #expect(done.words.contains("“Flipped” is damaged: line "), "\(done)")
    #expect(done.words.contains("“Torn” ends in the middle of a line that was never acknowledged."))
    #expect(!done.text.contains("All is well"))
    #expect([house.folder.read(torn), house.folder.read(flipped)] == before)
  }

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
  @Test(.enabled(if: access("/dev/shm", W_OK) == 0)) func aSyncThatIsTooQuickIsTold() throws {
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
}

extension House {
  /// As ``run(_:input:environment:)``, but without naming the sessions' folder.
  fileprivate func runBare(_ arguments: [String]) throws -> Finished {
    try Child(program, arguments, environment: environment).finish()
  }
}
