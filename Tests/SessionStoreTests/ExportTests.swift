import Glibc
import Platform
import Polling
import SessionStore
import SystemPackage
import Testing
import Workshop

/// Where a report or another export may be written, and where never.
@Suite("Exports")
struct ExportTests {
  private let files = LocalFiles()
  private let marked = ReportMark.marked("# A report\n")

  private func report(_ text: String = "# A report\n", replacing: Bool = false) -> Export {
    Export(
      ReportMark.marked(text), over: replacing ? .anything : .earlier(ReportMark.isUnchanged),
      wayToReplace: "/report FILE replace=yes")
  }

  /// Why nothing was written; nil where something was.
  private func refusal(_ path: String, replacing: Bool = false) -> Problem? {
    do throws(Problem) {
      try files.write(report(replacing: replacing), to: path)
      return nil
    } catch {
      return error
    }
  }

  @Test("A report takes the place of an earlier one as it was written, and of nothing else")
  func earlier() throws {
    let desk = try Desk()
    let path = desk.path.appending("day.md").string
    try files.write(report(), to: path)
    try files.write(report("# Another\n"), to: path)
    #expect(try desk.read("day.md") == ReportMark.marked("# Another\n"))
    // Somebody went on writing in it.
    let theirs = try desk.read("day.md") + Array("And then\n".utf8)
    try desk.write(theirs, to: "day.md")
    #expect(refusal(path)?.message.contains("was changed since") == true)
    #expect(refusal(path)?.hint?.contains("/report FILE replace=yes") == true)
    #expect(try desk.read("day.md") == theirs)
    #expect(refusal(path, replacing: true) == nil)
    #expect(try desk.read("day.md") == marked)
    #expect(desk.files == ["day.md"], "nothing is left over")
  }

  @Test("Every changed byte of a report is noticed", arguments: [0, 5, 11, 20, 45, 58, 60])
  func mark(place: Int) {
    #expect(ReportMark.isUnchanged(marked))
    var bytes = marked
    bytes[place % bytes.count] ^= 1
    #expect(!ReportMark.isUnchanged(bytes))
    #expect(!ReportMark.isUnchanged(Array(marked.dropLast())))
    #expect(!ReportMark.isUnchanged([]))
  }

  @Test(
    "Names of sessions' files are never written, in any folder, whatever is asked",
    arguments: [
      "Day.journal.jsonl", "DAY.JOURNAL.JSONL", "New.journal.jsonl", "Day.json",
      "Day.journal.aside-3-1", "Day.json.aside-1", ".Day.lock", ".Day.json.new",
      "Day.a2-1.poll.json", "Day.polls/a2-1/a/ballots.json", "Day.polls/a2-1/notes.md", "Day.polls",
    ])
  func sessionFiles(name: String) throws {
    let desk = try Desk()
    mkdir(desk.path.appending("Day.polls").string, 0o700)
    mkdir(desk.path.appending("Day.polls/a2-1").string, 0o700)
    mkdir(desk.path.appending("Day.polls/a2-1/a").string, 0o700)
    defer {
      for name in ["Day.polls/a2-1/a", "Day.polls/a2-1", "Day.polls"] {
        rmdir(desk.path.appending(name).string)
      }
    }
    try desk.write(Array("{}".utf8), to: "Day.journal.jsonl")
    let before = desk.files
    for replacing in [false, true] {
      let path = desk.path.appending(name).string
      #expect(refusal(path, replacing: replacing)?.message.contains("is left alone") == true)
    }
    #expect(desk.files == before)
    // A folder that leads there by another name is no way round.
    let alias = desk.path.appending("alias").string
    #expect(symlink(desk.path.string, alias) == 0)
    #expect(refusal("\(alias)/\(name)", replacing: true) != nil)
    #expect(try desk.read("Day.journal.jsonl") == Array("{}".utf8))
  }

  @Test("A journal or a snapshot is known by what is in it, under any name")
  func content() throws {
    let desk = try Desk()
    let session = try desk.create()
    try session.add(draft(1))
    try session.writeSnapshot(snapshot(at: session.head))
    for (file, name) in [("workshop.journal.jsonl", "a.md"), ("workshop.json", "b.md")] {
      let bytes = try desk.read(file)
      try desk.write(bytes, to: name)
      let path = desk.path.appending(name).string
      #expect(refusal(path, replacing: true)?.message.contains("file of a session") == true)
      #expect(try desk.read(name) == bytes)
    }
  }

  @Test(
    "Links, second names, pipes, devices and folders are left as they are",
    arguments: ["link", "dangling", "second", "pipe", "device", "folder"])
  func noPlainFile(kind: String) throws {
    let desk = try Desk()
    let path = desk.path.appending("report.md").string
    let other = desk.path.appending("other").string
    try desk.write(marked, to: "other")
    let made =
      switch kind {
      case "link": symlink(other, path)
      case "dangling": symlink("/nowhere/at/all", path)
      case "second": link(other, path)
      case "pipe": mkfifo(path, 0o600)
      case "device": symlink("/dev/null", path)
      default: mkdir(path, 0o700)
      }
    defer { rmdir(path) }
    #expect(made == 0)
    var before = stat()
    lstat(path, &before)
    for replacing in [false, true] { #expect(refusal(path, replacing: replacing)?.hint != nil) }
    var after = stat()
    lstat(path, &after)
    #expect(before.st_ino == after.st_ino && before.st_mode == after.st_mode)
    #expect(try desk.read("other") == marked)
    #expect(desk.files == ["other", "report.md"])
  }

  @Test("What is got ready takes its place only when that is free, and is gone when let go of")
  func prepared() throws {
    let desk = try Desk()
    let path = desk.path.appending("codes.txt").string
    let export = Export(Array("codes".utf8), over: .nothing, isPrivate: true)
    do {
      let file = try files.prepare(export, at: path)
      #expect(desk.files.count == 1 && !desk.files.contains("codes.txt"))
      try desk.write(Array("mine".utf8), to: "codes.txt")
      #expect(throws: Problem.self) { try file.finish() }
    }
    #expect(desk.files == ["codes.txt"])
    #expect(try desk.read("codes.txt") == Array("mine".utf8))
    #expect(throws: Problem.self) { try files.prepare(export, at: path) }
    desk.remove("codes.txt")
    try files.write(export, to: path)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }
}
