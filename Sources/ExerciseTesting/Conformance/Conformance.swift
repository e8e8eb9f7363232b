public import ExerciseKit

/// Finds out whether a plugin keeps the rules that hosts rely on.
///
/// Ours pass it, and any other is welcome to. It asks random but repeatable things of each
/// exercise, as a host would, and tells every breach of a ``Rule`` as data, so it is of use in any
/// test framework:
///
/// ```swift
/// #expect(Conformance(plugin).findings() == [])
/// ```
///
/// An exercise that traps ends the process of the test. To have that as a finding too, start the
/// plugin in a process of its own: ``init(seed:steps:starting:)``.
public struct Conformance {
  /// Answers one request after the other. Throws where no reply came, or none that can be read;
  /// it is not asked again then.
  public typealias Answering = (Request) throws -> Reply

  let seed: UInt64
  let steps: Int
  let start: () throws -> Answering

  /// - Parameters:
  ///   - seed: each gives another walk through each exercise.
  ///   - steps: how many actions a walk has.
  ///   - start: called several times: starts the plugin afresh, with no activity open. Two that are
  ///     started are asked in turn.
  public init(
    seed: UInt64 = 1, steps: Int = 80, starting start: @escaping () throws -> Answering
  ) {
    self.seed = seed
    self.steps = steps
    self.start = start
  }

  /// Checks a plugin in this process, by way of the bytes that would go between processes.
  public init(_ plugin: Plugin, seed: UInt64 = 1, steps: Int = 80) {
    self.init(seed: seed, steps: steps) {
      let server = ExerciseServer(plugin)
      return { request in try server.exchange(request) }
    }
  }

  /// Every breach that was found; none for a plugin as it should be.
  public func findings() -> [Finding] {
    var inspection = Inspection(start: start)
    guard let manifest = inspection.manifest() else { return inspection.findings }
    inspection.findings += manifest.findings
    for (index, exercise) in manifest.exercises.enumerated() {
      var walk = Walk(exercise, seed: seed &+ UInt64(index), start: start)
      walk.run(steps: steps)
      inspection.findings += walk.inspection.findings
      inspection.checkStrangeRequests(of: exercise)
      inspection.checkDamagedStates(of: exercise, seed: seed, saved: walk.savedState)
    }
    return inspection.findings
  }
}
