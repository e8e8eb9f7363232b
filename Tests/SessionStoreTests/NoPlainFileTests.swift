import ExerciseProtocol
import Glibc
import Platform
import SessionStore
import SystemPackage
import Testing
import Workshop

/// Pipes, devices and folders where files should be: each is refused at once. On the code of before
/// some of these wait for ever.
@Suite("No plain files", .timeLimit(.minutes(1)))
struct NoPlainFileTests {
  private func put(_ kind: String, _ desk: Desk, _ name: String) throws {
    let path = desk.path.appending(name).string
    unlink(path)
    let made =
      switch kind {
      case "pipe": mkfifo(path, 0o600)
      case "folder": mkdir(path, 0o700)
      default: symlink("/dev/zero", path)
      }
    #expect(made == 0)
  }

  private func status(_ desk: Desk, _ name: String) -> mode_t {
    var status = stat()
    lstat(desk.path.appending(name).string, &status)
    return status.st_mode & S_IFMT
  }

  @Test(arguments: ["pipe", "folder", "device"])
  func aJournal(kind: String) throws {
    let desk = try Desk()
    let files = try desk.create()
    try files.writeSnapshot(snapshot(at: .start))
    try put(kind, desk, "workshop.journal.jsonl")
    defer { rmdir(desk.path.appending("workshop.journal.jsonl").string) }
    let error = #expect(throws: StoreFailure.self) { try desk.open() }
    guard case .unreadable(let reason, "workshop.journal.jsonl")? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason == (kind == "folder" ? .isDirectory : .noPlainFile))
    let words = error?.wording.what ?? ""
    #expect(words.contains("pipe or a device") || words.contains("it is a folder"), "\(words)")
  }

  /// On the code of before the first of these says “NOT saved”, or that there is no such session.
  @Test(arguments: ["nothing", "itself"], [true, false])
  func aLinkThatLeadsNowhere(to target: String, hasSnapshot: Bool) throws {
    let desk = try Desk()
    let files = try desk.create()
    if hasSnapshot { try files.writeSnapshot(snapshot(at: .start)) }
    desk.remove("workshop.journal.jsonl")
    let path = desk.path.appending("workshop.journal.jsonl").string
    #expect(symlink(target == "itself" ? path : "/nowhere/at/all", path) == 0)
    let reason: Errno = target == "itself" ? .linkLoop : .linkToNothing
    let failure = StoreFailure.unreadable(reason, file: "workshop.journal.jsonl")
    #expect(throws: failure) { try desk.open() }
    #expect(throws: failure) { try desk.create() }
    #expect(status(desk, "workshop.journal.jsonl") == S_IFLNK)
    #expect(failure.wording.what.contains("it is a link that leads"))
    #expect(failure.wording.hint.contains("ls -l"))
    // As the hint says: with the link removed and a copy put there, it opens.
    desk.remove("workshop.journal.jsonl")
    desk.remove("workshop.json")
    try desk.create("other").add(draft(1))
    try desk.write(try desk.read("other.journal.jsonl"))
    #expect(try desk.open().entries.count == 1)
  }

  @Test func aFolderOfSessionsThatLeadsNowhere() throws {
    let desk = try Desk()
    let path = desk.path.appending("sessions")
    symlink("/nowhere/at/all", path.string)
    let failure = StoreFailure.unreadable(.linkToNothing, file: path.string)
    #expect(throws: failure) { try SessionFiles.open("a", in: path, origin: Origin(1)) }
    #expect(throws: failure) { try SessionFiles.create("a", in: path, origin: Origin(1)) }
  }

  @Test(arguments: ["pipe", "folder", "device"])
  func aSnapshot(kind: String) throws {
    let desk = try Desk()
    try desk.create().add(draft(1))
    try put(kind, desk, "workshop.json")
    defer { rmdir(desk.path.appending("workshop.json").string) }
    let before = status(desk, "workshop.json")
    let (files, entries, report) = try desk.open()
    #expect(entries.count == 1 && report.snapshot == .unreadable)
    // It is not ours to put a file in its place.
    #expect(throws: StoreFailure.self) {
      try files.writeSnapshot(snapshot(at: files.head))
    }
    #expect(status(desk, "workshop.json") == before)
    #expect(!desk.files.contains(".workshop.json.new"))
  }

  @Test(arguments: ["pipe", "folder", "device"])
  func aLock(kind: String) throws {
    let desk = try Desk()
    let files = try desk.create()
    try put(kind, desk, ".workshop.lock")
    defer { rmdir(desk.path.appending(".workshop.lock").string) }
    let reason: Errno =
      switch kind {
      case "pipe": .noPlainFile
      case "folder": .isDirectory
      default: .tooManySymbolicLinkLevels
      }
    let failure = StoreFailure.lockUnusable(reason, file: ".workshop.lock")
    #expect(throws: failure) { try desk.open() }
    #expect(throws: failure) { try files.add(draft(1)) }
    #expect(failure.wording.hint.hasPrefix("Move it away"))
  }

  /// Whoever follows it waits for the lock that it has itself.
  @Test func aLockThatLeadsToTheJournal() throws {
    let desk = try Desk()
    try desk.create().add(draft(1))
    desk.remove(".workshop.lock")
    symlink("workshop.journal.jsonl", desk.path.appending(".workshop.lock").string)
    let failure = StoreFailure.lockUnusable(
      .tooManySymbolicLinkLevels, file: ".workshop.lock")
    #expect(throws: failure) { try desk.open() }
    desk.remove(".workshop.lock")
    #expect(try desk.open().entries.count == 1)
  }

  @Test(arguments: ["pipe", "folder", "device"])
  func whatIsImported(kind: String) throws {
    let desk = try Desk()
    try put(kind, desk, "notes.txt")
    let path = desk.path.appending("notes.txt").string
    defer { rmdir(path) }
    let error = #expect(throws: Problem.self) { try LocalFiles().read(path) }
    #expect(
      error?.message
        == "“\(path)” can't be read: it is a "
        + (kind == "folder" ? "folder." : "pipe or a device, and no plain file."))
    #expect(error?.hint != nil)
  }

  @Test("The number of this machine is chosen anew where a pipe stands in its place")
  func origin() throws {
    let desk = try Desk()
    try put("pipe", desk, "origin")
    _ = Origin.ofThisMachine(in: desk.path.string)
    #expect(status(desk, "origin") == S_IFIFO)
  }
}
