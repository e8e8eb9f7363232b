internal import ExerciseProtocol
internal import Workshop

/// A plugin that was found, what is known of it, and who looks after its process.
struct InstalledPlugin {
  let library: Plugin
  let sha256: String
  /// Nothing else is used of a plugin that could not tell.
  let manifest: ManifestCache.KnownPlugin
  let supervisor: Supervisor

  /// What the facilitator calls it by.
  var id: String { (try? manifest.get().id) ?? library.fileName }

  /// Asks the cache what the plugin is, or else the plugin itself, whose process is ended again:
  /// most plugins are not needed in a session. A known failure counts, unless `retrying`. Nil where
  /// the library cannot be read.
  init?(
    _ library: Plugin, _ runner: RunnerSettings, cache: inout ManifestCache, retrying: Bool
  ) {
    guard let sha256 = cache.hash(of: library) else { return nil }
    self.library = library
    self.sha256 = sha256
    var runner = runner
    if library.cameWithTheKit { runner.sandbox = runner.sandbox.forOurOwn }
    supervisor = Supervisor(library: library.path, plugin: library.fileName, runner: runner)
    switch cache[sha256] {
    case .success(let known): manifest = .success(known)
    case .failure(let known) where !retrying: manifest = .failure(known)
    default:
      manifest = InstalledPlugin.askedManifest(supervisor)
      supervisor.close()
      supervisor.enable()
      if manifest.isWorthRemembering { cache[sha256] = manifest }
    }
    supervisor.plugin = id
  }

  private static func askedManifest(_ supervisor: Supervisor) -> ManifestCache.KnownPlugin {
    do throws(PluginFailure) {
      let manifest = try supervisor.manifest()
      guard isID(manifest.id) else {
        throw PluginFailure(
          plugin: supervisor.plugin,
          kind: .garbage("its id “\(manifest.id)” is not of a–z, 0–9, “.” and “-” alone"))
      }
      return .success(manifest)
    } catch {
      return .failure(error)
    }
  }

  private static func isID(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "."), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}

extension ManifestCache.KnownPlugin {
  /// A runner that is missing, or a kernel that confines nothing, says nothing about the plugin.
  fileprivate var isWorthRemembering: Bool {
    guard case .failure(let failure) = self else { return true }
    switch failure.kind {
    case .noRunner, .unconfined: return false
    default: return true
    }
  }
}
