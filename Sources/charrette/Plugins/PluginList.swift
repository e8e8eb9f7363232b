import ArgumentParser
import ExerciseProtocol
import PluginShelf
import Workshop

struct PluginList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the plugins that are installed.",
    discussion: """
      Those that came with the kit are not installed, they are part of it: /plugins in the console \
      lists both. Every file is read and held against its record; the exit status is 1 where one \
      is not what was installed.
      """)

  @Option(help: "How to tell it: text or json.")
  var format = PluginFormat.text

  func run() throws {
    let desk = PluginDesk(format)
    let items = desk.shelf.installed().map { Item($0, on: desk.shelf) }
    if items.isEmpty {
      return try desk.tell(
        View([
          .text("No plugin is installed."),
          .note("charrette plugin install FILE installs one.", .hint),
        ]), ["plugins": []])
    }
    let columns: [View.Table.Column] = [
      .init("Plugin"), .init("Version"), .init("State"), .init("Brings"),
    ]
    let faults = items.compactMap(\.fault)
    var blocks: [View.Block] = [.table(View.Table(columns, items.map(\.row)))]
    for fault in faults {
      blocks.append(.note(fault.problem.message, .failure))
      if let hint = fault.problem.hint { blocks.append(.note(hint, .hint)) }
    }
    try desk.tell(View(blocks), ["plugins": .array(items.map(\.json))])
    if !faults.isEmpty { throw ExitCode(1) }
  }
}

/// One plugin of the list.
private struct Item {
  let id: String
  var record: InstallRecord?
  var fault: ShelfFault?

  init(_ installed: PluginShelf.Installed, on shelf: PluginShelf) {
    id = installed.id
    do throws(ShelfFault) {
      let record = try installed.record.get()
      self.record = record
      try shelf.verify(record)
    } catch {
      fault = error
    }
  }

  var row: [String] {
    [
      id, record?.version ?? "", state,
      record?.exercises.joined(separator: ", ") ?? "",
    ]
  }

  private var state: String {
    if fault != nil { return "not what was installed" }
    guard let record else { return "" }
    if !record.isEnabled { return "off" }
    return record.signature == nil ? "on" : "on, signed"
  }

  var json: JSONValue {
    record?.json(fault: fault)
      ?? ["plugin": .string(id), "problem": fault.map { .string($0.problem.message) }]
  }
}
