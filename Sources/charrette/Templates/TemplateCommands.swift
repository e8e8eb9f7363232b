import ArgumentParser

/// `charrette template …`: for those who write templates. Each subcommand is a file of this folder.
struct TemplateCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Lists, shows and checks templates: recipes for agendas.",
    subcommands: [CheckTemplates.self])
}
