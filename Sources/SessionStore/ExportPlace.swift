import Glibc
import Platform
import Polling
package import SystemPackage
package import Workshop

/// Where an export is to be written: what is there already, and whether it may go.
///
/// A session's own files are nobody else's to write, whoever asked and however: by their names in
/// any folder, and by what is in them under any name.
package struct ExportPlace {
  let path: FilePath

  package init(_ path: FilePath) { self.path = path }

  /// What is in the place of an export, and may be replaced by it; nil where nothing is.
  func found(for export: Export) throws(Problem) -> FileNumber? {
    guard path.lastComponent?.kind == .regular else {
      throw Problem("“\(path)” is a folder.", hint: "Name a file in it.")
    }
    try refuseSessionFiles()
    var status = stat()
    guard lstat(path.string, &status) == 0 else {
      // Whatever else is wrong is told when it is written.
      return nil
    }
    try requirePlain(status)
    try refuseUnlessReplaceable(for: export)
    return FileNumber(status)
  }

  // MARK: Files of sessions

  /// Refuses a name that is kept for the files of sessions.
  package func refuseSessionFiles() throws(Problem) {
    guard let kind = kindByName else { return }
    throw Problem(
      "“\(path)” is the name of a session's \(kind), and is left alone.",
      hint: "Name another file, such as report.md.")
  }

  private var kindByName: String? {
    // A stick may not tell capitals apart.
    let name = path.lastComponent?.string.lowercased() ?? ""
    let folder = path.removingLastComponent()
    let resolved = realPath(folder.isEmpty ? "." : folder.string) ?? folder.string
    if resolved.lowercased().split(separator: "/").contains(where: { $0.hasSuffix(".polls") }) {
      return "ballot box"
    }
    if name.hasSuffix(".polls") { return "ballot boxes" }
    if name.hasSuffix(SessionFileNames.journalSuffix) { return "journal" }
    if name.hasSuffix(PollBundle.fileSuffix) { return "bundle of ballots" }
    if name.contains(".journal.aside-") { return "journal, set aside" }
    // Damaged as it may be, so that its content tells nothing.
    if name.contains("\(SessionFileNames.snapshotSuffix).aside-") { return "snapshot, set aside" }
    if name.hasPrefix("."), name.hasSuffix(".lock") { return "lock" }
    if name.hasPrefix("."), name.hasSuffix(".wall") { return "word to the wall" }
    if name.hasPrefix("."), name.hasSuffix(".new") { return "draft" }
    if name.hasSuffix(SessionFileNames.snapshotSuffix), hasJournalBeside(folder) {
      return "snapshot"
    }
    return nil
  }

  private func hasJournalBeside(_ folder: FilePath) -> Bool {
    guard let name = path.lastComponent?.string else { return false }
    let session = String(name.dropLast(SessionFileNames.snapshotSuffix.count))
    let journal = folder.appending(SessionFileNames(session: session).journal)
    return access(journal.string, F_OK) == 0
  }

  /// What a file's content tells: a journal or a snapshot under another name, which a second name
  /// of it (a hard link) would be.
  static func isSessionFile(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: #"{"seq":"#.utf8) { return true }
    return JournalHead(inSnapshot: bytes) != nil || (try? PollBundle(reading: bytes)) != nil
  }

  // MARK: What is there

  private func requirePlain(_ status: stat) throws(Problem) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw Problem("“\(path)” is a folder.", hint: "Name a file in it.")
    case S_IFLNK:
      throw Problem(
        "“\(path)” is a link, and what it leads to is left alone.", hint: hint(forLink: path))
    default:
      throw Problem(
        "“\(path)” is no plain file, and is left alone.", hint: "Name another file.")
    }
    guard status.st_nlink == 1 else {
      throw Problem(
        "“\(path)” has a second name somewhere (a hard link), and is left alone.",
        hint: "Name another file.")
    }
  }

  /// The file itself, where that may be named.
  private func hint(forLink path: FilePath) -> String {
    guard let target = realPath(path.string), ExportPlace(FilePath(target)).kindByName == nil,
      let bytes = try? OpenFile.reading(target).allBytes(limit: LocalFiles.sizeLimit),
      !Self.isSessionFile(bytes)
    else { return "Name another file." }
    return "Name the file itself: \(target)"
  }

  private func refuseUnlessReplaceable(for export: Export) throws(Problem) {
    let bytes: [UInt8]
    do throws(Errno) {
      bytes = try OpenFile.reading(path.string).allBytes(limit: LocalFiles.sizeLimit)
    } catch {
      throw .unreadableFile(path.string, error)
    }
    guard !Self.isSessionFile(bytes) else {
      throw Problem(
        "“\(path)” is a file of a session, and is left alone.", hint: "Name another file.")
    }
    switch export.over {
    case .anything: return
    case .earlier(let isEarlier) where isEarlier(bytes): return
    case .earlier:
      throw Problem(
        "“\(path)” is there already: it was not written by this, or was changed since.",
        hint: wayOn(export))
    case .nothing: throw Problem("“\(path)” is there already.", hint: wayOn(export))
    }
  }

  private func wayOn(_ export: Export) -> String {
    "Name another file" + (export.wayToReplace.map { ", or put it in its place: \($0)" } ?? ".")
  }

  private func realPath(_ name: String) -> String? {
    guard let resolved = realpath(name, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// What tells one file from another, whatever either is called.
struct FileNumber: Hashable {
  let device: UInt
  let inode: UInt

  init(_ status: stat) { (device, inode) = (status.st_dev, status.st_ino) }
}
