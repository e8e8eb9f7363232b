import CoDesign
import ExerciseTesting
import Testing

@Suite struct ConformanceTests {
  @Test(arguments: [1, 2, 2011])
  func `the plugin keeps every rule`(seed: Int) {
    #expect(Conformance(plugin, seed: seed, steps: 160).findings() == [])
  }
}
