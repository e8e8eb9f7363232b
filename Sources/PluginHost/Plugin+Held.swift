internal import PluginShelf
internal import Workshop

/// A plugin that was installed is held to its record: file for file, before anything of it is
/// loaded.
extension Plugin.Record {
  /// What is in the bundle now, by its path there.
  var present: [String: FileIdentity]? { Folder.files(below: folder) }

  /// The first file that is not as it was recorded: altered, gone, or nowhere in the record; a
  /// library's loader would take the last as well. Nil where all is as it was.
  ///
  /// - Parameter hash: of a file's content, in hexadecimal.
  func fault(_ hash: (String, FileIdentity) -> String?) -> ShelfFault? {
    guard let present else { return .altered(plugin: id, path: folder) }
    for path in Set(present.keys).union(files.keys).sorted() {
      let name = "\(folder)/\(path)"
      guard let identity = present[path], let recorded = files[path],
        hash(name, identity) == recorded
      else { return .altered(plugin: id, path: name) }
    }
    return nil
  }
}

extension Plugin {
  /// Why it can't be started now, though it was as it was installed when it was found: a file of it
  /// is another since. Looks at no file's content.
  var hindrance: () -> PluginFailure.Kind? {
    guard let record, let found = record.present else { return { nil } }
    return {
      guard record.present != found else { return nil }
      let fault = ShelfFault.altered(plugin: record.id, path: record.folder)
      return .setAside(reason: fault.problem.message, mend: fault.problem.hint)
    }
  }
}
