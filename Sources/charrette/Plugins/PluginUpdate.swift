import ArgumentParser
import ExerciseProtocol
import PluginShelf

struct PluginUpdate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Puts another version of an installed plugin in its place.",
    discussion: """
      It shows what changes, and asks once. Sessions keep what they hold: the new version reads \
      the state that the old one left, or folds their events again.
      """)

  @Argument(help: "The plugin's id.")
  var plugin: String

  @OptionGroup var options: InstallOptions

  @Flag(help: "Go on where the version is older than the installed one.")
  var allowDowngrade = false

  func run() throws {
    let desk = PluginDesk(options.format)
    var installed: InstallRecord?
    try PluginDesk.run { () throws(ShelfFault) in
      installed = try desk.shelf.requiredRecord(of: plugin)
    }
    var terms = options.terms
    terms.allowsDowngrade = allowDowngrade
    let installation = try Installation(options, terms: terms, plugin: plugin)
    if let installed, installation.review.isInstalled, isWhole(installed, desk) {
      return try desk.tell(
        View([.text("“\(plugin)” is \(installed.version) already, just as it is here.")]),
        installed.json(fault: nil))
    }
    try installation.finish(asking: "Update it?", done: "Updated")
  }

  /// One that was altered is mended by installing the same again.
  private func isWhole(_ record: InstallRecord, _ desk: PluginDesk) -> Bool {
    do throws(ShelfFault) {
      try desk.shelf.verify(record)
      return true
    } catch {
      return false
    }
  }
}
