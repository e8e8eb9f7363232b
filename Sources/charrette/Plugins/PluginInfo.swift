import ArgumentParser
import PluginShelf

struct PluginInfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Tells all that is known of an installed plugin.",
    discussion: "The exit status is 1 where it is not what was installed.")

  @Argument(help: "The plugin's id.")
  var plugin: String

  @Option(help: "How to tell it: text or json.")
  var format = PluginFormat.text

  func run() throws {
    let desk = PluginDesk(format)
    var fault: ShelfFault?
    var known: (record: InstallRecord, trustedName: String?)?
    try PluginDesk.run { () throws(ShelfFault) in
      let record = try desk.shelf.requiredRecord(of: plugin)
      do throws(ShelfFault) {
        try desk.shelf.verify(record)
      } catch {
        fault = error
      }
      let keys = try desk.shelf.keys()
      known = (record, record.signature.flatMap { keys.name(of: $0.key) })
    }
    if let (record, name) = known {
      try desk.tell(record.view(trustedName: name, fault: fault), record.json(fault: fault))
    }
    if fault != nil { throw ExitCode(1) }
  }
}
