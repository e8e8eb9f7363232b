internal import Glibc
package import Platform
internal import SystemPackage

/// Where plugins are installed: the folder `plugins` of the data folder.
///
///     plugins/
///       .lock                 held while anything here changes
///       keys.json             whose signatures count: KeyRing
///       .staging-…/           a plugin that is being looked at
///       energy/
///         installed.json      what holds: InstallRecord
///         bundle-…/           the files, their owner's alone
///
/// What holds is what the record names, and a record changes in one instant: a plugin is installed
/// whole or not at all, whenever the power goes. Left-overs are removed by the next change.
package struct PluginShelf {
  /// Absolute.
  package let path: String
  let calls: any FolderCalls
  let patience: LockPatience

  static let lock = ".lock"
  static let staging = ".staging-"
  static let bundle = "bundle-"
  static let newRecord = "installed.json.new"
  static let newKeys = "keys.json.new"

  /// - Parameter dataFolder: an absolute path; `plugins` is made in it when it is first needed.
  package init(
    dataFolder: String, calls: any FolderCalls = SystemCalls(), patience: LockPatience = .script
  ) {
    path = "\(dataFolder)/plugins"
    (self.calls, self.patience) = (calls, patience)
  }

  /// A plugin's folder, and what is known of it.
  package struct Installed: Sendable {
    package var id: String
    package var record: Result<InstallRecord, ShelfFault>
  }

  // MARK: Reading. Needs no lock: whatever changes does so in one instant.

  /// Every plugin that has a record, by id.
  package func installed() -> [Installed] {
    guard let place = try? open(), let names = try? place.folder.names() else { return [] }
    return names.sorted().compactMap { id in
      guard PluginShelf.isID(id) else { return nil }
      do throws(ShelfFault) {
        return try record(of: id, in: place).map { Installed(id: id, record: .success($0)) }
      } catch {
        return Installed(id: id, record: .failure(error))
      }
    }
  }

  /// The record of a plugin; nil where it is not installed.
  package func record(of id: String) throws(ShelfFault) -> InstallRecord? {
    guard PluginShelf.isID(id), let place = try? open() else { return nil }
    return try record(of: id, in: place)
  }

  /// The record of a plugin that has to be installed.
  package func requiredRecord(of id: String) throws(ShelfFault) -> InstallRecord {
    guard let record = try record(of: id) else {
      throw .notInstalled(plugin: id, installed: installed().map(\.id))
    }
    return record
  }

  package func keys() throws(ShelfFault) -> KeyRing {
    guard let place = try? open() else { return KeyRing() }
    return try keys(in: place)
  }

  /// The folder that a record's files are in.
  package func folder(of record: InstallRecord) -> String {
    "\(path)/\(record.plugin)/\(record.folder)"
  }

  /// Reads every file again.
  ///
  /// - Throws: where one is not what the record says, or the signature is not good.
  package func verify(_ record: InstallRecord) throws(ShelfFault) {
    let folder = folder(of: record)
    let found = Set((try? BundleSource(folder).files()) ?? [])
    let altered = record.bundle.files.first { !found.contains($0) }
    if let strange = altered ?? found.subtracting(record.bundle.files).first {
      throw .altered(plugin: record.plugin, path: "\(folder)/\(strange.path)")
    }
    if let signature = record.signature, !signature.isGood { throw .signatureForged }
  }

  /// Whether a name can be a plugin's id, and so that of its folder.
  package static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 100 && !text.hasPrefix(".")
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "."), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  // MARK: For the changes

  func record(of id: String, in place: DurableFolder) throws(ShelfFault) -> InstallRecord? {
    let bytes: [UInt8]?
    do throws(Errno) {
      bytes = try place.subfolder(id).read(InstallRecord.fileName)
    } catch {
      if error == .noSuchFileOrDirectory || error == .notDirectory { return nil }
      throw .unreadable(error, path: "\(path)/\(id)")
    }
    return try bytes.map { bytes throws(ShelfFault) in try InstallRecord(file: bytes, plugin: id) }
  }

  func keys(in place: DurableFolder) throws(ShelfFault) -> KeyRing {
    let bytes: [UInt8]?
    do throws(Errno) {
      bytes = try place.read(KeyRing.fileName)
    } catch {
      throw .unreadable(error, path: "\(path)/\(KeyRing.fileName)")
    }
    return try bytes.map { bytes throws(ShelfFault) in try KeyRing(file: bytes) } ?? KeyRing()
  }

  func open() throws(Errno) -> DurableFolder {
    let folder = try calls.open(
      path, in: FileDescriptor(rawValue: AT_FDCWD), flags: O_RDONLY | O_DIRECTORY, permissions: [])
    return DurableFolder(folder: OpenFile(folder), calls: calls)
  }

  /// The folder; made where it is missing, with those above it.
  func make() throws(Errno) -> DurableFolder {
    try Directory.make(FilePath(path))
    return try open()
  }
}
