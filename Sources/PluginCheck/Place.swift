import Glibc
import Platform
import PluginHost
import SystemPackage

/// Where a plugin that is to be checked lies.
package struct Place: Hashable, Sendable {
  /// The library, absolute.
  package var library: String
  /// The folder of its README and its licence; nil for a library that is given alone.
  package var folder: String?

  package init(library: String, folder: String?) {
    self.library = library
    self.folder = folder
  }

  package var libraryName: String {
    library.lastIndex(of: "/").map { String(library[$0...].dropFirst()) } ?? library
  }
}

/// Why nothing can be checked.
package enum PlaceProblem: Error, Hashable, Sendable {
  /// The system's words.
  case unreadable(String, String)
  case unwritable(String, String)
  /// A folder with no library in it, nor built from it.
  case nothingThere(String)
  /// More than one plugin; their paths.
  case several(String, [String])
  /// A library with more bytes than anybody would load.
  case tooLarge(String, limit: Int)
}

extension Place {
  /// What `path` names: a library; a bundle, which is a folder with one library in it; or a
  /// package, whose library is looked for where a build puts it.
  package init(_ path: String) throws(PlaceProblem) {
    guard let folder = Folder(resolving: path) else {
      guard let resolved = realpath(path, nil) else {
        throw .unreadable(path, Errno(rawValue: errno).description)
      }
      defer { free(resolved) }
      self.init(library: String(cString: resolved), folder: nil)
      return
    }
    var libraries = Place.libraries(in: folder)
    for build in [".build/release", ".build/debug", "build"] where libraries.isEmpty {
      guard let built = Folder(resolving: folder.path(build)) else { continue }
      libraries = Place.libraries(in: built).filter(Place.isPlugin)
    }
    guard let library = libraries.first else { throw .nothingThere(path) }
    guard libraries.count == 1 else { throw .several(path, libraries) }
    self.init(library: library, folder: folder.path)
  }

  /// Those that could be plugins. What a plugin brings along lies beside it too, so that those with
  /// an entry count, if there are any.
  private static func libraries(in folder: Folder) -> [String] {
    let all = folder.names { $0.hasPrefix("lib") && $0.hasSuffix(".so") }.map(folder.path)
    guard all.count > 1 else { return all }
    let plugins = all.filter(isPlugin)
    return plugins.isEmpty ? all : plugins
  }

  private static func isPlugin(_ library: String) -> Bool {
    guard let bytes = try? read(library), let file = try? ELFFile(bytes) else { return false }
    return file.exports.contains(CheckRule.entry)
  }

  private static let sizeLimit = 512 << 20

  /// A library's bytes.
  package static func read(_ path: String) throws(PlaceProblem) -> [UInt8] {
    do throws(Errno) {
      return try OpenFile.reading(path).allBytes(limit: sizeLimit)
    } catch {
      throw error == .fileTooLarge
        ? .tooLarge(path, limit: sizeLimit) : .unreadable(path, error.words)
    }
  }

  /// Puts `bytes` in place of the file, whole or not at all; it keeps its mode.
  package static func write(_ bytes: [UInt8], to path: String) throws(PlaceProblem) {
    let place = FilePath(path)
    var status = stat()
    let mode = lstat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    do throws(Errno) {
      try place.replaceFile(
        with: bytes, permissions: FilePermissions(rawValue: mode ?? 0o644), isSynced: true
      ) { (file) throws(Errno) in
        // The umask has taken from it what it takes from new files; this one is none.
        if let mode { _ = try checked(fchmod(file.descriptor.rawValue, mode)) }
      }
    } catch {
      throw .unwritable(path, error.words)
    }
  }
}

extension Place {
  /// Whether there is anything of that name.
  static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether the folder has a file whose name begins so, however its letters are written.
  static func has(_ beginnings: [String], in folder: String) -> Bool {
    guard let folder = Folder(folder) else { return false }
    return !folder.names { name in beginnings.contains { name.lowercased().hasPrefix($0) } }.isEmpty
  }
}
