import Foundation
import PluginCheck
import TerminalTesting
import TestSupport
import Testing

/// What a stranger's plugin must be, ours are: as they are built, each in a bundle of its own.
@Suite struct OurPluginsTests {
  @Test(arguments: [
    ("charrette-codesign", "Plugins/CoDesign"), ("charrette-comments", "Plugins/Comments"),
    ("charrette-design-thinking", "Plugins/DesignThinking"),
    ("charrette-voting", "Plugins/Voting"), ("guide-plugin", "Plugins/Comments"),
  ])
  func `a plugin of ours keeps every rule`(product: String, papers: String) throws {
    let bench = try Bench()
    let built = try #require(BuildProducts.library(product))
    try FileManager.default.copyItem(atPath: built, toPath: bench.library)
    for (from, to) in [("\(papers)/README.md", "README.md"), ("LICENSE", "LICENSE")] {
      try FileManager.default.copyItem(atPath: Compiler.file(from), toPath: bench.folder[to])
    }
    let report = try bench.report(fuzz: 20)
    #expect(report.passes, "\(report.told)")
    // Swift's own libraries are where the toolchain is, until they are built in.
    let warned = report.results.filter { $0.outcome == "warned" }.map(\.id)
    #expect(Set(warned).isSubset(of: ["CP003"]), "\(report.told)")
  }

  @Test(.enabled(if: Compiler.isThere, Compiler.isMissing))
  func `the guide's C plugin keeps every rule`() throws {
    let bench = try Bench()
    try Compiler.compile("Tests/Fixtures/Guide/C/energy.c", to: bench.library)
    try bench.addPapers()
    let report = try bench.report()
    #expect(report.results.allSatisfy { $0.outcome == "passed" }, "\(report.told)")
  }
}
