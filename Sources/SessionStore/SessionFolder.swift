package import ExerciseProtocol
internal import Glibc
internal import Platform
internal import Polling
package import SystemPackage

/// A folder of sessions.
package struct SessionFolder: Hashable, Sendable {
  package var path: FilePath

  package init(path: FilePath) { self.path = path }

  /// The sessions in the folder, in the order of their names; none where there is no folder.
  package func list() throws(StoreFailure) -> [SessionListing] {
    let files: [String]
    do throws(Errno) {
      files = try Directory.names(of: path.string)
    } catch {
      if error == .noSuchFileOrDirectory { return [] }
      throw .unreadable(error, file: path.string)
    }
    var found: [String: SessionListing] = [:]
    for file in files {
      guard let listing = listing(of: file) else { continue }
      found[listing.name, default: listing].add(listing)
    }
    return found.values.sorted { $0.name < $1.name }
  }

  /// What `file` alone says of its session; nil where it is no session's file.
  private func listing(of file: String) -> SessionListing? {
    let isJournal = file.hasSuffix(SessionFileNames.journalSuffix)
    let suffix = isJournal ? SessionFileNames.journalSuffix : SessionFileNames.snapshotSuffix
    let name = String(file.dropLast(suffix.count))
    var status = stat()
    let file = path.appending(file)
    guard let last = file.lastComponent?.string, last.hasSuffix(suffix),
      !last.hasSuffix(PollBundle.fileSuffix), (try? Self.validate(name)) != nil
    else { return nil }
    let isFile = stat(file.string, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    // What is called as only a journal is: where it is a link to nothing or a pipe, to open it says
    // so. A document may be anybody's.
    guard isFile || isJournal && lstat(file.string, &status) == 0 else { return nil }
    let time = status.st_mtim
    return SessionListing(
      name: name,
      modified: Timestamp(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000),
      journalBytes: isJournal && isFile ? Int(status.st_size) : 0)
  }

  /// Refuses a name that a session cannot have: it becomes part of file names, and is read aloud.
  package static func validate(_ name: String) throws(StoreFailure) {
    if name.isEmpty { throw .invalidName(name, .empty) }
    if name.utf8.count > 100 { throw .invalidName(name, .tooLong) }
    if name.hasPrefix(".") { throw .invalidName(name, .leadingDot) }
    if name.hasPrefix(" ") || name.hasSuffix(" ") { throw .invalidName(name, .outerSpace) }
    for character in name where !character.unicodeScalars.allSatisfy(\.isAllowedInName) {
      throw .invalidName(name, .forbidden(character))
    }
  }

  /// Whether its name is that of a link, wherever that leads.
  var isLink: Bool {
    var status = stat()
    return lstat(path.string, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Makes the folder, and those above it, where they are missing; nobody else can look inside.
  ///
  /// - Returns: those that were made, the innermost first.
  @discardableResult
  func make() throws(StoreFailure) -> [FilePath] {
    do throws(Errno) {
      return try Directory.make(path)
    } catch {
      throw .notSaved(error, file: path.string)
    }
  }
}

/// One session of a folder, seen from outside.
package struct SessionListing: Hashable, Sendable {
  package var name: String
  /// When its journal or its snapshot changed last.
  package var modified: Timestamp
  package var journalBytes: Int

  fileprivate mutating func add(_ other: SessionListing) {
    modified = max(modified, other.modified)
    journalBytes = max(journalBytes, other.journalBytes)
  }
}

extension Unicode.Scalar {
  /// Letters of every script with the marks that belong to them, digits, space, and `-` `_` `.`.
  fileprivate var isAllowedInName: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      true
    default: self == " " || self == "-" || self == "_" || self == "."
    }
  }
}
