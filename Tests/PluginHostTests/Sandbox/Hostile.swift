import ExerciseProtocol
import Foundation
import PluginHost
import TestSupport
import Testing
import Workshop

/// A workbench with the hostile plugin, and a session beside it that it is to leave alone.
struct Hostile {
  let bench: Workbench
  let library: String
  /// Somebody else's session, in the very folder in which the plugin lies.
  let victim: String
  static let content = #"{"roster":["Ruth"]}"#

  init(_ name: String = "hostile") throws {
    bench = try Workbench()
    library = try bench.plugin(name, of: "hostile-plugin")
    victim = try bench.file("Sessions/other.json", Self.content)
  }

  func supervisor(_ sandbox: Sandbox = .strict, question: Double = 60) -> Supervisor {
    Supervisor(
      library: library, plugin: "hostile",
      runner: bench.settings(question: question, sandbox: sandbox))
  }

  /// What a target's name stands for.
  func path(of target: Target) -> String {
    switch target {
    case .nothing: ""
    case .victim: victim
    case .folder: (victim as NSString).deletingLastPathComponent
    case .newFile: "\(bench.folder)/Sessions/new.json"
    case .itself: library
    case .host(let name): "/proc/\(getpid())/\(name)"
    case .path(let path): path
    case .built(let name): BuildProducts.library(name) ?? ""
    }
  }

  /// The session is as it was, and nothing lies beside it.
  var isIntact: Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path(of: .folder))
    return (try? String(contentsOfFile: victim, encoding: .utf8)) == Self.content
      && names == ["other.json"]
  }
}

enum Target: Hashable, Sendable {
  case nothing, victim, folder, newFile, itself
  /// A file of the host's process in /proc.
  case host(String)
  case path(String)
  /// A library that was built beside the tests.
  case built(String)
}

extension ExerciseQuestion {
  static func act(_ action: String, on target: String) -> ExerciseQuestion {
    .decide(
      Call(
        action: action, fields: ["target": .string(target)], actor: nil,
        at: Timestamp(milliseconds: 0)))
  }
}

extension Supervisor {
  @discardableResult
  func act(_ action: String, on target: String) throws(PluginFailure) -> Reply {
    try ask(.act(action, on: target), of: .first) { .brief() }
  }
}
