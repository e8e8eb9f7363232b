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
/// plugin in a process of its own, as `charrette plugin check` does:
/// ``init(seed:steps:starting:)``.
public struct Conformance {
  /// Answers one request after the other, both as the bytes that go between the processes. Throws
  /// where no answer came; it is not asked again then.
  public typealias Answering = ([UInt8]) throws -> [UInt8]

  let seed: Int
  let steps: Int
  let start: () throws -> Answering

  /// - Parameters:
  ///   - seed: each gives another walk through each exercise.
  ///   - steps: how many actions a walk has, and how many strange requests are made of each
  ///     exercise.
  ///   - start: called several times: starts the plugin afresh, with no activity open. Two that are
  ///     started are asked in turn.
  public init(
    seed: Int = 1, steps: Int = 80, starting start: @escaping () throws -> Answering
  ) {
    self.seed = seed
    self.steps = steps
    self.start = start
  }

  /// Checks a plugin in this process, by way of the bytes that would go between processes.
  public init(_ plugin: Plugin, seed: Int = 1, steps: Int = 80) {
    self.init(seed: seed, steps: steps) {
      let server = ExerciseServer(plugin)
      return { request in request.withUnsafeBufferPointer { server.answer($0) } }
    }
  }

  /// A part of the suite, which can be run by itself.
  public enum Aspect: String, CaseIterable, Sendable {
    /// What the plugin says of itself, and whether its defaults are enough to begin with.
    case manifest
    /// A random walk through each exercise, by two instances that must never differ.
    case walk
    /// States and events that the exercise never wrote.
    case savedStates
    /// Requests that no host of today would make.
    case strangeRequests
  }

  /// Every breach that was found; none for a plugin as it should be.
  public func findings(in aspects: [Aspect] = Aspect.allCases) -> [Finding] {
    var inspection = Inspection(start: start)
    guard let manifest = inspection.manifest() else { return inspection.findings }
    if aspects.contains(.manifest) { inspection.findings += manifest.findings }
    for (index, exercise) in manifest.exercises.enumerated() {
      let seed = seed &+ Int(index)
      var walk = Walk(exercise, seed: seed, start: start)
      if aspects.contains(.manifest) { inspection.checkDefaults(of: exercise) }
      // The walk is also where a saved state comes from.
      if aspects.contains(.walk) || aspects.contains(.savedStates) { walk.run(steps: steps) }
      if aspects.contains(.walk) { inspection.findings += walk.inspection.findings }
      if aspects.contains(.savedStates) {
        inspection.checkDamagedStates(of: exercise, seed: seed, saved: walk.savedState)
      }
      if aspects.contains(.strangeRequests) {
        inspection.checkStrangeRequests(of: exercise)
        inspection.checkDamagedRequests(of: exercise, seed: seed, count: steps)
      }
    }
    return inspection.findings
  }
}
