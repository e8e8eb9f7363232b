import ArgumentParser

/// `charrette plugin …`: for those who write plugins and those who run them. Each subcommand is a
/// file of this folder.
struct PluginCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: "Makes, checks, installs and looks after plugins.",
    subcommands: [
      New.self, Dev.self, CheckPlugin.self, Trace.self, Replayed.self, PluginInstall.self,
      PluginUpdate.self, PluginList.self, PluginInfo.self, PluginEnable.self, PluginDisable.self,
      PluginRemove.self, PluginSign.self, PluginKeygen.self, PluginTrust.self,
    ])
}
