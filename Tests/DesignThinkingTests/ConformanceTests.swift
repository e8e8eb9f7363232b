import DesignThinking
import ExerciseTesting
import Testing

@Suite struct ConformanceTests {
  @Test(arguments: [1, 2, 2011] as [UInt64])
  func `the plugin keeps every rule`(seed: UInt64) {
    #expect(Conformance(plugin, seed: seed, steps: 160).findings() == [])
  }
}
