import Glibc
import Platform
import SystemPackage
import TerminalTesting
import Testing

@Suite struct FileDraftTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open() throws -> OpenFile { try OpenFile.folder(folder.path) }

  private func draft(_ text: String) throws -> FileDraft {
    try FileDraft("draft", in: open(), with: [Array(text.utf8)[...]])
  }

  @Test func whoeverReadsSeesTheOldOrTheNew() throws {
    try folder.write("old", to: "file")
    let reader = try OpenFile.reading(folder["file"])
    let draft = try draft("new")
    #expect(folder.read("file") == "old")
    try draft.replace("file")
    #expect(folder.read("file") == "new")
    #expect(try reader.allBytes(limit: 9) == Array("old".utf8))
    #expect(try Directory.names(of: folder.path) == ["file"])
  }

  @Test func aFreeNameIsTakenOnce() throws {
    try draft("one").take(free: "file")
    let other = try draft("two")
    #expect(throws: Errno.fileExists) { try other.take(free: "file") }
    other.discard()
    #expect(folder.read("file") == "one")
    #expect(try Directory.names(of: folder.path) == ["file"])
  }

  /// A process that was killed left it, or somebody put a link there.
  @Test func whatHasTheDraftsNameGoesAndIsNotWrittenInto() throws {
    try folder.write("kept", to: "kept")
    symlink(folder["kept"], folder["draft"])
    try draft("new").replace("file")
    #expect(folder.read("kept") == "kept")
    #expect(folder.read("file") == "new")
  }

  @Test func whatFailsLeavesNothing() throws {
    #expect(throws: Errno.noSpace) {
      try FileDraft("draft", in: open(), with: [[1, 2, 3]]) { _ throws(Errno) in throw .noSpace }
    }
    mkdir(folder["inner"], 0o700)
    let draft = try draft("new")
    #expect(throws: Errno.isDirectory) { try draft.replace("inner") }
    #expect(try Directory.names(of: folder.path) == ["inner"])
  }

  @Test func noPlainFileIsReplaced() throws {
    try folder.write("kept", to: "kept")
    mkdir(folder["inner"], 0o700)
    mkfifo(folder["pipe"], 0o600)
    symlink(folder["kept"], folder["link"])
    func replacing(_ name: String) -> Errno? {
      do throws(Errno) {
        try FilePath(folder[name]).replaceFile(with: [1], isSynced: false)
        return nil
      } catch {
        return error
      }
    }
    #expect(replacing("inner") == .isDirectory)
    #expect(replacing("pipe") == .noPlainFile)
    #expect(replacing("link") == .noPlainFile)
    #expect(replacing("none/file") == .noSuchFileOrDirectory)
    #expect(replacing("kept") == nil && folder.read("kept") == "\u{1}")
    #expect(folder.mode(of: "kept") == 0o600)
    #expect(throws: Errno.noPlainFile) { try open().requireReplaceable("link") }
    try open().requireReplaceable("link", followsLinks: true)
  }
}
