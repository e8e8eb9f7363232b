internal import SystemPackage
package import Workshop

/// Looks for templates of people's own, in folders that they named or that are theirs. Reads
/// folders, never a file; the current folder is never looked at unless it is named.
package struct TemplateFinder: Sendable {
  /// In the order in which they count.
  package var folders: [String]

  /// How many files of one folder are taken.
  private static let limit = 500

  package init(folders: [String]) { self.folders = folders }

  /// The paths of YAML files, and what was passed over. A folder that is not there is empty.
  package func find() -> (files: [String], passedOver: [Problem]) {
    var files: [String] = []
    var passedOver: [Problem] = []
    for name in folders {
      guard let folder = Folder(resolving: name) else {
        if Folder.lastErrno != .noSuchFileOrDirectory {
          passedOver.append(
            Problem("“\(name)” is passed over: \(Folder.lastError).", hint: "Check its name."))
        }
        continue
      }
      guard !folder.isWritableByOthers else {
        passedOver.append(.writableByOthers(folder.path))
        continue
      }
      let names = folder.names { name in
        !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
      }
      for path in names.prefix(Self.limit).map(folder.path) where !files.contains(path) {
        if FileStatus(path)?.isWritableByOthers == true {
          passedOver.append(.writableByOthers(path))
        } else {
          files.append(path)
        }
      }
      if names.count > Self.limit {
        passedOver.append(
          Problem("“\(folder.path)” holds \(names.count) templates; \(Self.limit) are read."))
      }
    }
    return (files, passedOver)
  }
}

extension Problem {
  fileprivate static func writableByOthers(_ path: String) -> Problem {
    Problem(
      "“\(path)” is passed over: others than you can write to it.", hint: "chmod go-w '\(path)'")
  }
}
