package import ExerciseProtocol
package import PluginHost

/// The plugin that is checked: where it is, and how to start it.
///
/// Every start is a process of its own, so that what goes wrong under one rule is forgotten under
/// the next.
package final class Subject {
  package let place: Place
  /// The library's own bytes, read once.
  let bytes: [UInt8]
  package let options: Options

  /// How thoroughly, and with what.
  package struct Options: Sendable {
    package var runner: RunnerSettings
    /// How many strange requests each exercise gets, and how many steps a random walk has.
    package var fuzz: Int
    package var seed: Int

    package init(runner: RunnerSettings, fuzz: Int = 300, seed: Int = 1) {
      self.runner = runner
      self.fuzz = fuzz
      self.seed = seed
    }
  }

  package init(_ place: Place, bytes: [UInt8], options: Options) {
    self.place = place
    self.bytes = bytes
    self.options = options
  }

  lazy var elf: Result<ELFFile, ELFError> = {
    do throws(ELFError) { return .success(try ELFFile(bytes)) } catch { return .failure(error) }
  }()

  /// What is known of the plugin before any rule asks for more.
  lazy var acquaintance: Acquaintance = Acquaintance(self)

  package enum Acquaintance {
    case notLoaded(Silence)
    /// It was loaded, and told nothing that can be used.
    case noManifest(NoManifest)
    /// As it was sent, and as this host reads it.
    case known(JSONValue, Manifest)
  }

  /// Why there is no manifest.
  package enum NoManifest {
    case silence(Silence)
    /// Another answer, or one that the schema does not allow.
    case unreadable(JSONValue)
  }

  /// The manifest; nil where there is none that can be read.
  package var manifest: Manifest? {
    if case .known(_, let manifest) = acquaintance { manifest } else { nil }
  }
}

extension Subject.Acquaintance {
  /// Starts the plugin, greets it and asks what it is.
  init(_ subject: Subject) {
    let started: StartedPlugin
    do throws(Silence) { started = try subject.start() } catch {
      self = .notLoaded(error)
      return
    }
    do throws(Silence) {
      let hello = Request.hello(versions: [protocolVersion], host: subject.options.runner.host)
      _ = try started.answer(hello.json)
      let reply = try started.answer(Request.manifest.json)
      if case .manifest(let manifest)? = try? Reply(json: reply, path: "reply") {
        self = .known(reply["manifest"] ?? .null, manifest)
      } else {
        self = .noManifest(.unreadable(reply))
      }
    } catch {
      self = .noManifest(.silence(error))
    }
  }
}
