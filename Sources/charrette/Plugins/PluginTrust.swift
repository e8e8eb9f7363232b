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
    if let key, let name {
      try PluginDesk.run { () throws(ShelfFault) in
        try desk.shelf.trust(key.key, as: name, at: .now())
      }
      return try desk.tell(
        "What “\(name)” signs is trusted now.",
        ["trusted": .string(name), "key": .string(key.key.text)])
    }
    if let remove { return try distrust(remove, desk) }
    var keys: KeyRing?
    try PluginDesk.run { () throws(ShelfFault) in keys = try desk.shelf.keys() }
    if let keys { try list(keys, desk) }
  }

  private func distrust(_ name: String, _ desk: PluginDesk) throws {
    var wasKnown = false
    try PluginDesk.run { () throws(ShelfFault) in wasKnown = try desk.shelf.distrust(name) }
    let view =
      wasKnown
      ? View([.note("“\(name)” is trusted no more.", .success)])
      : View([
        .text("No key was trusted as “\(name)”."),
        .note("charrette plugin trust lists those that are.", .hint),
      ])
    try desk.tell(view, ["removed": .string(name), "changed": .bool(wasKnown)])
  }

  private func list(_ keys: KeyRing, _ desk: PluginDesk) throws {
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
      return try desk.tell(View([.text("No key is known.")]), json)
    }
    try desk.tell(View([.list(lines, ordered: false)]), json)
  }
}
