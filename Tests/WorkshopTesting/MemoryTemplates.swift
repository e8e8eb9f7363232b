package import Workshop

/// Templates that lie in memory, as files by name.
package final class MemoryTemplates: TemplateLibrary {
  package private(set) var files: [TemplateShelf.File]
  package let ownFolder = "templates"
  /// How often the shelf was asked for.
  package private(set) var readings = 0

  package init(_ files: [TemplateShelf.File] = []) { self.files = files }

  /// Each YAML text under its name, as a plugin ships it.
  package convenience init(_ texts: [String: String]) {
    self.init(
      texts.sorted { $0.key < $1.key }.map {
        .init(path: "\($0.key).yaml", text: $0.value, origin: .shipped)
      })
  }

  package var shelf: TemplateShelf {
    readings += 1
    return TemplateShelf(files)
  }

  package func keep(
    _ yaml: String, named name: String, replacing: Bool
  ) throws(Problem) -> String {
    let path = "\(ownFolder)/\(name).yaml"
    let index = files.firstIndex { $0.path == path }
    if index != nil, !replacing { throw Problem("“\(name)” is there already.") }
    if let index { files.remove(at: index) }
    files.append(.init(path: path, text: yaml, origin: .own))
    return path
  }

  /// The text that was kept under a name.
  package func text(_ name: String) -> String? {
    files.first { $0.path == "\(ownFolder)/\(name).yaml" }?.text
  }
}
