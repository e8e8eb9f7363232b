internal import ExerciseProtocol
internal import PluginShelf
internal import Workshop

/// Everything that is installed here, sorted out: each id and each exercise once.
struct InstalledPlugins {
  var plugins: [InstalledPlugin] = []
  var exercises: [InstalledExercise] = []
  var contributions: [InstalledContributions] = []
  var templateFiles: [String]
  var passedOver: [PassedOver]
  /// Which of `plugins` provides an exercise, by the exercise's id.
  private var providers: [String: Int] = [:]

  /// Asks every plugin of `found` for what it is, through the cache; those that `retrying` names by
  /// path are asked anew where they failed before.
  init(
    _ found: PluginsFound, _ runner: RunnerSettings, _ turn: Turn, cache: inout ManifestCache,
    retrying: (String) -> Bool
  ) {
    templateFiles = found.templateFiles
    passedOver = found.passedOver
    for library in found.plugins {
      // Before anything of it is loaded.
      if let record = library.record, let fault = record.fault({ cache.hash($0, $1) }) {
        passOver(library.path, .notAsInstalled(id: record.id, fault.asReason))
        continue
      }
      let plugin = InstalledPlugin(
        library, runner, turn, cache: &cache, retrying: retrying(library.path))
      if let plugin {
        add(plugin)
      } else {
        passOver(library.path, .unreadable("its content could not be read"))
      }
    }
    cache.save(keeping: found.plugins)
    exercises.sort { ($0.plugin, $0.description.name) < ($1.plugin, $1.description.name) }
  }

  func provider(of exercise: String) -> InstalledPlugin? {
    providers[exercise].map { plugins[$0] }
  }

  func plugin(_ id: String) -> InstalledPlugin? { plugins.first { $0.id == id } }

  /// Why an exercise that is installed can't be used; nil where nobody provides it.
  func whyNot(_ exercise: String) -> PassedOver? {
    passedOver.first { item in
      switch item.reason {
      case .switchedOff(_, let exercises): exercises.contains(exercise)
      case .notShown(_, let powers, _): powers.contains { $0.hasPrefix("exercise \(exercise) (") }
      default: false
      }
    }
  }

  private mutating func add(_ plugin: InstalledPlugin) {
    let path = plugin.library.path
    switch plugin.manifest {
    case .failure(let failure):
      passOver(path, .failed(failure))
      plugins.append(plugin)
    case .success(let manifest):
      if let record = plugin.library.record, record.id != manifest.id {
        return passOver(path, .notItself(id: record.id, now: manifest.id))
      }
      if let first = plugins.first(where: { $0.id == manifest.id }) {
        return passOver(path, .samePlugin(id: manifest.id, first: first.library.path))
      }
      plugins.append(plugin)
      if let record = plugin.library.record, !plugin.unshown.isEmpty {
        let reason = PassedOver.Reason.notShown(
          id: manifest.id, plugin.unshown, source: record.source)
        passOver(path, reason)
      }
      if !manifest.contributes.isEmpty {
        contributions.append(
          InstalledContributions(plugin: manifest.id, contributes: manifest.contributes))
      }
      for exercise in manifest.exercises { add(exercise, of: manifest.id, path) }
    }
  }

  private mutating func add(_ exercise: ExerciseDescription, of plugin: String, _ path: String) {
    if let first = providers[exercise.id] {
      let firstPath = plugins[first].library.path
      return passOver(path, .sameExercise(id: exercise.id, first: firstPath))
    }
    providers[exercise.id] = plugins.count - 1
    exercises.append(InstalledExercise(plugin: plugin, description: exercise))
  }

  private mutating func passOver(_ path: String, _ reason: PassedOver.Reason) {
    passedOver.append(PassedOver(path: path, reason: reason))
  }
}
