import ExerciseProtocol
internal import Glibc
import Platform
package import SystemPackage
package import Workshop

/// The latest orders to the walls, in a small file beside the session, `.NAME.wall`:
///
///     {"wall": 1, "orders": [{"id": "3f", "do": "next"}, {"id": "9a", "do": "card"}]}
///
/// A wall reads it and writes nothing. It is replaced whole and synced never: what is lost with it
/// is a page that was turned. Whoever may read the journal may read it.
package final class FileWallChannel: WallChannel {
  private let folder: FilePath
  private let names: SessionFileNames
  /// The file that was read last, and what was in it: it is looked at several times a second.
  private var read: (status: OpenFile.Status, orders: [GivenWallOrder])?

  private static let limit = 64 * 1024

  package init(session: String, in folder: FilePath) {
    (self.folder, names) = (folder, SessionFileNames(session: session))
  }

  private func path(_ name: String) -> String { folder.appending(name).string }

  package func orders() -> [GivenWallOrder] {
    guard let file = try? OpenFile.reading(path(names.wall)), let status = try? file.status()
    else { return [] }
    if let read, read.status == status { return read.orders }
    // What can't be read, or is a newer one's, moves no wall.
    guard let bytes = try? file.allBytes(limit: Self.limit),
      let json = try? JSONValue(parsing: bytes)
    else { return [] }
    let reader = JSONReader(json, path: names.wall)
    let orders = (try? reader.optional("orders")?.elements()) ?? []
    let known = orders.compactMap { try? GivenWallOrder($0) }
    read = (status, known)
    return known
  }

  package func give(_ order: WallOrder) throws(Problem) {
    let given = orders().suffix(WallOrder.kept - 1) + [GivenWallOrder(id: UniqueID.random(), order)]
    let document: JSONValue = ["wall": 1, "orders": .array(given.map(\.json))]
    do throws(Errno) {
      try replace(with: document.serialized() + [UInt8(ascii: "\n")])
    } catch {
      throw Problem(
        "The wall can't be told: \(path(names.wall)) can't be written (\(error)).",
        hint: "Its own keys turn it: space, arrows, / and words.")
    }
  }

  private func replace(with bytes: [UInt8]) throws(Errno) {
    let parent = try OpenFile.folder(folder.string)
    let draft = try FileDraft(
      names.draft(of: names.wall), in: parent, isSynced: false, with: CollectionOfOne(bytes[...])
    ) { (file) throws(Errno) in
      // A wall of another account reads it as it reads the journal.
      var journal = stat()
      guard stat(path(names.journal), &journal) == 0 else { return }
      _ = fchown(file.descriptor.rawValue, uid_t.max, journal.st_gid)
      fchmod(file.descriptor.rawValue, journal.st_mode & 0o644)
    }
    // Of whatever else lies there, nobody has the right to keep the walls from being told.
    try draft.replace(names.wall)
  }
}
