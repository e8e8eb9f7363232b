import ArgumentParser
import ExerciseProtocol
import PluginShelf

struct PluginRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Takes an installed plugin away; sessions keep what they hold.",
    discussion: """
      Sessions that use it open, say what is missing, and go on once it is installed again. The \
      key that it was signed with stays known.
      """)

  @Argument(help: "The plugin's id.")
  var plugin: String

  @Option(help: "How to tell it: text or json.")
  var format = PluginFormat.text

  func run() throws {
    let desk = PluginDesk(format)
    try PluginDesk.run { () throws(ShelfFault) in try desk.shelf.remove(plugin) }
    try desk.tell(
      "“\(plugin)” is removed. What sessions hold of it stays.", ["removed": .string(plugin)])
  }
}
