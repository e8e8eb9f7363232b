internal import Platform
package import Workshop

extension ShelfFault {
  /// What failed, on which thing, and the mend.
  package var problem: Problem {
    switch self {
    case .unreadable(let error, let path):
      Problem("“\(path)” can't be read: \(error.words).", hint: "Check the name.")
    case .busy(let holder):
      Problem(
        "Nothing was changed: \(holder.words(about: "the folder of the plugins")).",
        hint: holder.hint(again: "try again"))
    case .strangeFile(let path):
      Problem(
        "“\(path)” can't be part of a plugin: it is a link or a device, or is named strangely.",
        hint: "Put plain files alone into the plugin's folder.")
    case .libraries(let names) where names.isEmpty:
      Problem(
        "There is no library here: a plugin has one file lib….so.",
        hint: "Name the library itself, or the folder that it is in.")
    case .libraries(let names):
      Problem(
        "There are several libraries here: \(names.joined(separator: ", ")).",
        hint: "Name one of the files, or make a folder for each plugin.")
    case .tooLarge(let path):
      Problem(
        "“\(path)” is too large: a plugin has at most \(PluginBundle.Limit.files) files and "
          + "\(PluginBundle.Limit.bytes / 1_048_576) MiB.",
        hint: "Leave out what only its build needs.")
    case .writableByOthers(let path):
      Problem(
        "“\(path)” is not installed: others than its owner can write to it.",
        hint: "Copy it to a folder of your own, and install it from there.")
    case .strangeName(let thing, let fault):
      Problem(
        "It can't be installed: the \(thing) \(fault.clause).",
        hint: "Nothing was installed. Its author has to name it otherwise; charrette plugin check "
          + "tells of every such name.")
    case .changedMeanwhile:
      Problem("Another charrette changed this plugin just now.", hint: "Look again, and try again.")
    case .notSaved(let error, let path):
      Problem(
        "“\(path)” can't be written: \(error).",
        hint: "Nothing was changed. Make room, or check whose the data folder is.")
    case .unsure(let error, let path):
      Problem(
        "It is not certain that “\(path)” is on the disk: \(error).",
        hint: "charrette plugin list shows what holds. Check the disk.")
    case .notInstalled, .installedAlready, .otherPlugin, .downgrade, .damagedRecord, .newerRecord,
      .damagedKeys, .altered:
      installationProblem
    default: signatureProblem
    }
  }

  private var installationProblem: Problem {
    switch self {
    case .notInstalled(let plugin, let installed):
      Problem(
        "No plugin “\(plugin)” is installed.",
        hint: installed.isEmpty
          ? "None is: charrette plugin install FILE installs one."
          : "There are: \(installed.joined(separator: ", ")).", isUsage: true)
    case .installedAlready(let plugin, let version):
      Problem(
        "The plugin “\(plugin)” is installed already, as \(version).",
        hint: "charrette plugin update \(plugin) FILE")
    case .otherPlugin(let asked, let found):
      Problem(
        "This is the plugin “\(found)”, not “\(asked)”.",
        hint: "charrette plugin install FILE installs it beside the other one.")
    case .downgrade(let plugin, let from, let to):
      Problem(
        "\(to) is older than the installed \(from) of “\(plugin)”.",
        hint: "If you want that, say --allow-downgrade.")
    case .damagedRecord(let plugin):
      Problem(
        "The record of the installed plugin “\(plugin)” is damaged; it is not used.",
        hint: "charrette plugin remove \(plugin), and install it again. No session is touched.")
    case .newerRecord(let plugin):
      Problem(
        "The plugin “\(plugin)” was installed by a later Charrette; it is not used.",
        hint: "Install it again with this one, or use the later one.")
    case .damagedKeys:
      Problem(
        "keys.json beside the plugins is damaged: whose signatures count is not known.",
        hint: "Take it from a backup, or move it away and trust the keys anew.")
    case .altered(let plugin, let path):
      Problem(
        "“\(path)” is no longer what was installed as “\(plugin)”; the plugin is not used.",
        hint: "Nothing of a session is lost. Install it again from where you trust it: "
          + "charrette plugin update \(plugin) FILE")
    default: Problem("The plugin can't be used.")
    }
  }
}
