import ArgumentParser

/// `charrette template …`: for those who write and look for templates. Each subcommand is a file of
/// this folder.
struct TemplateCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Lists, shows and checks templates: recipes for agendas.",
    subcommands: [ListTemplates.self, ShowTemplate.self, CheckTemplates.self])
}

/// What they print.
enum TemplateFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
