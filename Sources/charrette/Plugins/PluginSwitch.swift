import ArgumentParser
import ExerciseProtocol
import PluginShelf

struct PluginEnable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enable", abstract: "Switches an installed plugin on again.")

  @Argument(help: "The plugin's id.")
  var plugin: String

  @Option(help: "How to tell it: text or json.")
  var format = PluginFormat.text

  func run() throws { try PluginSwitch.turn(plugin, on: true, format) }
}

struct PluginDisable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Switches an installed plugin off; nothing of it is lost.",
    discussion: "Sessions that use it open, say what is missing, and go on once it is back.")

  @Argument(help: "The plugin's id.")
  var plugin: String

  @Option(help: "How to tell it: text or json.")
  var format = PluginFormat.text

  func run() throws { try PluginSwitch.turn(plugin, on: false, format) }
}

private enum PluginSwitch {
  static func turn(_ plugin: String, on isOn: Bool, _ format: PluginFormat) throws {
    let desk = PluginDesk(format)
    var hasChanged = false
    try PluginDesk.run { () throws(ShelfFault) in
      hasChanged = try desk.shelf.setEnabled(isOn, plugin)
    }
    let state = isOn ? "on" : "off"
    try desk.tell(
      View([
        hasChanged
          ? .note("“\(plugin)” is \(state) now.", .success)
          : .text("“\(plugin)” was \(state) already.")
      ]),
      ["plugin": .string(plugin), "enabled": .bool(isOn), "changed": .bool(hasChanged)])
  }
}
