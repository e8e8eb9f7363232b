import PluginShelf
import Testing

@Suite struct VersionTests {
  @Test func `semver.org's own order`() throws {
    let order = [
      "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
      "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "2.0.0", "2.1.0", "2.1.1",
    ]
    let versions = try order.map { try #require(PluginVersion($0)) }
    #expect(versions == versions.sorted())
    for (one, other) in zip(versions, versions.dropFirst()) { #expect(one < other) }
  }

  @Test(arguments: ["", "1", "1.2", "1.2.3.4", "v1.2.3", "1.-2.3", "1.2.x", "1.2.3-"])
  func `what is no version`(text: String) { #expect(PluginVersion(text) == nil) }

  @Test func `what was built does not count`() {
    #expect(PluginVersion("1.2.3+7") == PluginVersion("1.2.3"))
  }
}
