import CoDesign
import Comments
import DesignThinking
import ExerciseKit
import ExerciseTesting
import Testing
import Voting

/// The suite that a stranger's plugin would run, on ours.
@Suite struct ConformanceTests {
  static let plugins = [
    CoDesign.plugin, Comments.plugin, DesignThinking.plugin, Voting.plugin,
  ]

  /// The built libraries are held against the same rules, from another seed, by `plugin check`.
  @Test(arguments: plugins)
  func `a plugin of ours keeps every rule`(plugin: Plugin) {
    #expect(Conformance(plugin, seed: 2011, steps: 60).findings() == [])
  }
}
