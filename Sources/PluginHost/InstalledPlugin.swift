internal import ExerciseProtocol
internal import PluginShelf
internal import Workshop

/// A plugin that was found, what is known of it, and who looks after its process.
struct InstalledPlugin {
  let library: Plugin
  let sha256: String
  /// Nothing else is used of a plugin that could not tell. Of one that was installed, what was
  /// shown then.
  let manifest: ManifestCache.KnownPlugin
  /// What it says beyond that.
  let unshown: [String]
  let supervisor: Supervisor

  /// What the facilitator calls it by.
  var id: String { (try? manifest.get().id) ?? library.fileName }

  /// Asks the cache what the plugin is, or else the plugin itself, whose process is ended again:
  /// most plugins are not needed in a session. A known failure counts, unless `retrying`. Nil where
  /// the library cannot be read.
  init?(
    _ library: Plugin, _ runner: RunnerSettings, _ turn: Turn, cache: inout ManifestCache,
    retrying: Bool
  ) {
    guard let sha256 = cache.hash(of: library) else { return nil }
    self.library = library
    self.sha256 = sha256
    var runner = runner
    if library.cameWithTheKit { runner.sandbox = runner.sandbox.forOurOwn }
    runner.isInstalled = library.record != nil
    supervisor = Supervisor(
      library: library.path, plugin: library.fileName, runner: runner, turn: turn)
    let said: ManifestCache.KnownPlugin
    switch cache[sha256] {
    case .success(let known): said = .success(known)
    case .failure(let known) where !retrying: said = .failure(known)
    default:
      said = InstalledPlugin.askedManifest(supervisor)
      supervisor.close()
      supervisor.enable()
      if said.isWorthRemembering { cache[sha256] = said }
    }
    if let record = library.record, case .success(let manifest) = said {
      let held = manifest.held(to: record.powers)
      (self.manifest, unshown) = (.success(held.manifest), held.unshown)
    } else {
      (manifest, unshown) = (said, [])
    }
    supervisor.plugin = id
    supervisor.hindrance = library.hindrance
  }

  private static func askedManifest(_ supervisor: Supervisor) -> ManifestCache.KnownPlugin {
    do throws(PluginFailure) {
      let manifest = try supervisor.manifest()
      guard PluginShelf.isID(manifest.id) else {
        throw PluginFailure(
          plugin: supervisor.plugin,
          kind: .garbage("its id “\(manifest.id)” is not of a–z, 0–9, “.” and “-” alone"))
      }
      return .success(manifest)
    } catch {
      return .failure(error)
    }
  }
}

extension ManifestCache.KnownPlugin {
  /// A runner that is missing, a kernel that confines nothing, or somebody's impatience says
  /// nothing about the plugin.
  fileprivate var isWorthRemembering: Bool {
    guard case .failure(let failure) = self else { return true }
    switch failure.kind {
    case .noRunner, .unconfined, .givenUp: return false
    default: return true
    }
  }
}
