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

  @Test(arguments: plugins, [1, 2, 2011] as [UInt64])
  func `a plugin of ours keeps every rule`(plugin: Plugin, seed: UInt64) {
    #expect(Conformance(plugin, seed: seed).findings() == [])
  }
}
