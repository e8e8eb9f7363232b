import Glibc
import TerminalTesting
import Testing

/// What `/report` and its like may be written over, with the real program.
@Suite struct ExportCommandTests {
  private func inode(_ path: String) -> ino_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_ino : 0
  }

  @Test func theFilesOfASessionAreLeftAlone() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "first")
    try house.prepare("/new Other")
    symlink(house.sessions, house.folder["alias"])
    link(house.folder["Sessions/Day.journal.jsonl"], house.folder["second.md"])
    symlink(house.folder["Sessions/Day.journal.jsonl"], house.folder["link.md"])
    let before = house.journal()
    for target in [
      "Sessions/Day.journal.jsonl", "Sessions/Other.journal.jsonl", "Sessions/Day.json",
      "Sessions/.Day.lock", "alias/Day.journal.jsonl", "second.md", "link.md",
    ] {
      let path = house.folder[target]
      let file = inode(path)
      for more in ["", " replace=yes"] {
        let done = try house.run(["Day"], input: "/report \(path)\(more)\n")
        #expect(done.status == 1, "\(target): \(done)")
        #expect(done.errorWords.contains("is left alone"), "\(target): \(done)")
        #expect(done.errorWords.contains("Hint: "))
      }
      // A snapshot is written anew on the way out; it is still one.
      if target.hasSuffix(".json") {
        #expect(house.folder.read(target)?.hasPrefix("{\n  \"charrette\": 1") == true)
      } else {
        #expect(inode(path) == file)
      }
    }
    #expect(house.journal() == before)
  }

  @Test func aReportIsWrittenAgainAsLongAsNobodyChangedIt() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "first", "/report", "second", "/report")
    let report = try #require(house.folder.read("Sessions/Day.md"))
    #expect(report.contains("second"))
    try house.write(Array((report + "Our own words\n").utf8), to: "Sessions/Day.md")
    let refused = try house.run(["Day"], input: "/report\n")
    #expect(refused.status == 1)
    #expect(refused.errorWords.contains("replace=yes"), "\(refused)")
    #expect(house.folder.read("Sessions/Day.md")?.hasSuffix("Our own words\n") == true)
    try house.meanwhile("/report replace=yes")
    #expect(house.folder.read("Sessions/Day.md") == report)
  }

  @Test func theEndingOfAReportSaysWhatItIs() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "a < b", "/report \(house.folder["day.html"])")
    let page = try #require(house.folder.read("day.html"))
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("a &lt; b"))
    try house.meanwhile("second", "/report \(house.folder["day.html"])")
    #expect(house.folder.read("day.html")?.contains("second") == true)
    for ending in ["pdf", "DOCX", "csv", "json"] {
      let path = house.folder["new.\(ending)"]
      let done = try house.run(["Day"], input: "/report \(path)\n")
      #expect(done.status == 1, "\(done)")
      #expect(done.errorWords.contains("No report is written as .\(ending.lowercased());"))
      #expect(done.errorWords.contains("A report ends in .md or .html"))
      #expect(house.folder.read("new.\(ending)") == nil)
    }
    for name in ["day.txt", "day", "day.markdown", ".day"] {
      try house.meanwhile("/report \(house.folder[name])")
      #expect(house.folder.read(name)?.hasPrefix("# Day") == true, "\(name)")
    }
  }

  @Test func aTraceIsNotWrittenIntoASession() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "first")
    let before = house.journal()
    for target in ["Sessions/Day.journal.jsonl", "Sessions/Day.md"] {
      if target.hasSuffix(".md") { try house.write(Array("mine".utf8), to: target) }
      let done = try house.run(
        ["run", "-", "--session", "Day", "--trace", house.folder[target]], input: "second\n")
      #expect(done.status == 1, "\(done)")
      #expect(done.errorWords.contains("Hint: Name another file"), "\(done)")
    }
    #expect(house.journal() == before)
    #expect(house.folder.read("Sessions/Day.md") == "mine")
    for _ in 1...2 {
      let done = try house.run(
        ["run", "-", "--session", "Day", "--trace", house.folder["trace"]], input: "second\n")
      #expect(done.status == 0, "\(done)")
    }
  }

  @Test func aScriptOpensTheSessionThatItNames() throws {
    let house = try House()
    try house.prepareDiscussion("meeting", "first")
    let before = house.journal("meeting")
    for arguments in [["run", "-", "--session", "MEETING"], ["show", "MEETING"]] {
      let done = try house.run(arguments, input: "second\n")
      #expect(done.status != 0)
      #expect(done.errorWords.contains("There is no session “MEETING”"), "\(done)")
      #expect(done.errorWords.contains("Did you mean meeting?"))
    }
    #expect(house.journal("meeting") == before)
  }

  /// On the code of before these wait for ever.
  @Test(.timeLimit(.minutes(1))) func aPipeIsNotWaitedFor() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "first")
    for name in [
      "Sessions/Other.journal.jsonl", "plugin.so/libpipe.so", "data/charrette/templates/pipe.yaml",
      "data/charrette/origin", "notes.csv", "bundle.poll.json", "state/charrette/history",
      "cache/charrette/manifests.json",
    ] {
      let parts = name.split(separator: "/").dropLast()
      for count in 1...max(1, parts.count) where !parts.isEmpty {
        mkdir(house.folder[parts.prefix(count).joined(separator: "/")], 0o755)
      }
      unlink(house.folder[name])
      #expect(mkfifo(house.folder[name], 0o600) == 0, "\(name)")
    }
    unlink(house.folder["Sessions/Day.json"])
    #expect(mkfifo(house.folder["Sessions/Day.json"], 0o600) == 0)
    let plugins = ["--plugins", house.folder["plugin.so"]]
    let opened = try house.run(["Day"] + plugins, input: "/cards\n/templates\n/plugins\nmore\n")
    #expect(opened.status == 0, "\(opened)")
    #expect(opened.errorWords.contains("Day.json is damaged; it was left as it is"), "\(opened)")
    #expect(
      try house.run(["Day"], input: "/import \(house.folder["notes.csv"])\n").errorWords
        .contains("it is a pipe or a device"))
    let audited = try Child(
      house.program, ["audit", house.folder["bundle.poll.json"]], environment: house.environment
    ).finish()
    #expect(audited.status == 1, "\(audited)")
    #expect((audited.words + audited.errorWords).contains("it is a pipe or a device"))
    let doctor = try house.run(["doctor"] + plugins)
    #expect(doctor.text.contains("libpipe.so"))
    let terminal = try house.terminal(["Day"])
    try terminal.waitFor("Enter when you have read this")
    try terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == .status(0))
  }

  @Test func aScriptFromAPipeWorks() throws {
    let house = try House()
    try house.prepareDiscussion("Day", "first")
    let pipe = house.folder["pipe"]
    mkfifo(pipe, 0o600)
    let done = try house.shell(
      "echo second > \(pipe) & exec \"$@\"", ["run", pipe, "--session", "Day"]
    ).finish()
    #expect(done.status == 0, "\(done)")
    #expect(house.journal().contains("second"))
  }
}
