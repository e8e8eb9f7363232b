import Glibc
import Platform
import PluginHost
import SessionStore
import SystemPackage
import Workshop

/// The templates of this machine: the folders that were asked for, the facilitator's own folder,
/// and what came with plugins, in this order. Read when they are first asked for.
final class TemplateFiles: TemplateLibrary {
  private let finder: TemplateFinder
  private let shipped: () -> [String]
  private var read: TemplateShelf?
  let ownFolder: String

  /// `shipped`: the files that came with plugins.
  init(_ options: CommonOptions, _ places: Places, shipped: @escaping () -> [String]) {
    ownFolder = places.templates
    finder = TemplateFinder(folders: options.templates + [ownFolder])
    self.shipped = shipped
  }

  var shelf: TemplateShelf {
    if let read { return read }
    let (files, problems) = files()
    let shelf = TemplateShelf(files, passedOver: problems)
    read = shelf
    return shelf
  }

  /// Everything that could be read, and what could not.
  func files() -> (files: [TemplateShelf.File], problems: [Problem]) {
    let own = finder.find()
    var files: [TemplateShelf.File] = []
    var problems = own.passedOver
    for (paths, origin) in [(own.files, Template.Origin.own), (shipped(), .shipped)] {
      for path in paths {
        do throws(Problem) {
          files.append(.init(path: path, text: try Self.text(of: path), origin: origin))
        } catch {
          problems.append(error)
        }
      }
    }
    return (files, problems)
  }

  static func text(of path: String) throws(Problem) -> String {
    guard let text = String(validating: try LocalFiles().read(path), as: UTF8.self) else {
      throw Problem("The template “\(path)” is not valid UTF-8 text.", hint: "Save it as UTF-8.")
    }
    return text
  }

  func keep(_ yaml: String, named name: String, replacing: Bool) throws(Problem) -> String {
    let path = "\(ownFolder)/\(name).yaml"
    // For this user alone, as the XDG specification has it. What fails is told when it is written.
    _ = try? Directory.make(FilePath(ownFolder))
    guard try write(Array(yaml.utf8), to: path, replacing: replacing) else {
      throw Problem(
        "There is a template “\(name)” of yours already, in \(path).",
        hint: "Give it another name, or add replace=yes.")
    }
    read = nil
    return path
  }

  private func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Problem) -> Bool {
    do throws(Problem) {
      guard replacing else { return try LocalFiles().create(bytes, at: path) }
      try LocalFiles().write(Export(bytes, over: .anything), to: path)
      return true
    } catch {
      throw Problem(error.message, hint: "Your own templates are kept in \(ownFolder).")
    }
  }
}
