import ArgumentParser
import ExerciseProtocol
import PluginShelf
import SessionStore

struct PluginTrust: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Trusts a key by a name, or lists the keys that are known.",
    usage: """
      charrette plugin trust
      charrette plugin trust <key> --name <name>
      charrette plugin trust --remove <name>
      """,
    discussion: """
      Check the key with its owner first, by telephone or on paper: all 64 digits. Besides, the \
      key that a plugin was first installed with is remembered, and another one is asked about.
      """)

  @Argument(help: "The key: its 64 digits, or its file.", completion: .file())
  var key: KeyArgument?

  @Option(help: "Whose key it is, in your words.")
  var name: String?

  @Option(help: "Trust the key of this name no more.")
  var remove: String?

  @Option(help: "How to tell it: text or json.")
  var format = PluginFormat.text

  func validate() throws {
    if (key == nil) != (name == nil) || (key != nil && remove != nil) {
      throw ValidationError("A key needs a name: charrette plugin trust KEY --name NAME")
    }
  }

  func run() throws {
    let desk = PluginDesk(format)
    try PluginDesk.run { () throws(ShelfFault) in
      if let key, let name {
        try desk.shelf.trust(key.key, as: name, at: .now())
        desk.tell(
          "What “\(name)” signs is trusted now.",
          ["trusted": .string(name), "key": .string(key.key.text)])
      } else if let remove {
        let isKnown = try desk.shelf.distrust(remove)
        desk.tell(
          isKnown ? "“\(remove)” is trusted no more." : "No key was trusted as “\(remove)”.",
          ["removed": .string(remove), "changed": .bool(isKnown)])
      } else {
        list(try desk.shelf.keys(), desk)
      }
    }
  }

  private func list(_ keys: KeyRing, _ desk: PluginDesk) {
    let lines =
      keys.trusted.map { "trusted as “\($0.name)”: \($0.key.text)" }
      + keys.seen.map { "seen with the plugin “\($0.plugin)”: \($0.key.text)" }
    let json: JSONValue = [
      "trusted": .array(
        keys.trusted.map { ["name": .string($0.name), "key": .string($0.key.text)] }),
      "seen": .array(
        keys.seen.map { ["plugin": .string($0.plugin), "key": .string($0.key.text)] }),
    ]
    guard !lines.isEmpty else {
      return desk.tell(View([.text("No key is known.")]), json)
    }
    desk.tell(View([.list(lines, ordered: false)]), json)
  }
}
