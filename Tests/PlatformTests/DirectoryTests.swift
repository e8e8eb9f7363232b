import Glibc
import Platform
import SystemPackage
import TerminalTesting
import Testing

@Suite struct DirectoryTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func entriesTellFoldersFromFilesAndLinks() throws {
    try folder.write("", to: "file")
    mkdir(folder["inner"], 0o700)
    symlink(folder["inner"], folder["link"])
    let entries = try Directory.entries(of: folder.path)
    #expect(
      Set(entries) == [
        .init(name: "file", isFolder: false), .init(name: "inner", isFolder: true),
        .init(name: "link", isFolder: false),
      ])
    #expect(throws: Errno.noSuchFileOrDirectory) { try Directory.names(of: folder["none"]) }
    #expect(throws: Errno.notDirectory) { try Directory.names(of: folder["file"]) }
  }

  @Test func aFolderIsMadeWithThoseAboveItForItsOwnerAlone() throws {
    let path = FilePath(folder["a/b/c"])
    #expect(try Directory.make(path) == ["a/b/c", "a/b", "a"].map { FilePath(folder[$0]) })
    #expect(folder.mode(of: "a") == 0o700 && folder.mode(of: "a/b/c") == 0o700)
    #expect(try Directory.make(path).isEmpty)
  }

  @Test func whereOneCannotBeMadeNoneStays() throws {
    try folder.write("", to: "file")
    #expect(throws: Errno.notDirectory) { try Directory.make(FilePath(folder["file/a/b"])) }
    // A name that no file system takes, below two that it would.
    let long = String(repeating: "n", count: 300)
    #expect(throws: Errno.fileNameTooLong) { try Directory.make(FilePath(folder["x/y/\(long)"])) }
    #expect(try Directory.names(of: folder.path) == ["file"])
  }

  @Test func aTreeGoesAndNothingThatItsLinksLeadTo() throws {
    try folder.write("kept", to: "kept")
    try Directory.make(FilePath(folder["tree/inner"]))
    try folder.write("", to: "tree/inner/file")
    symlink(folder["kept"], folder["tree/link"])
    symlink(folder.path, folder["tree/inner/up"])
    Directory.removeTree(folder["tree"])
    Directory.removeTree(folder["none"])
    #expect(try Directory.names(of: folder.path) == ["kept"])
    #expect(folder.read("kept") == "kept")
  }

  @Test func noticesTellWhatIsPutIntoAFolder() throws {
    let notices = try #require(FileNotices())
    #expect(notices.watch(folder.path, IN_CREATE | IN_MOVED_TO | IN_ONLYDIR) != nil)
    #expect(notices.watch(folder["none"], IN_CREATE) == nil)
    #expect(!notices.isWaiting() && notices.take().isEmpty)
    mkdir(folder["inner"], 0o700)
    #expect(notices.isWaiting(milliseconds: -1))
    try FilePath(folder["file"]).replaceFile(with: [], isSynced: false)
    let names = Set(notices.take())
    #expect(names.contains(.init(name: "inner", isFolder: true)))
    #expect(names.contains(.init(name: "file", isFolder: false)))
  }

  @Test func noticesFollowAFileWhateverItIsCalled() throws {
    try folder.write("one", to: "file")
    let notices = try #require(FileNotices())
    let number = try #require(notices.watch(try OpenFile.reading(folder["file"]), IN_MODIFY))
    rename(folder["file"], folder["other"])
    try folder.write("two", to: "other")
    #expect(!notices.take().isEmpty)
    notices.forget(number)
    notices.take()
    try folder.write("three", to: "other")
    #expect(notices.take().isEmpty)
  }
}
