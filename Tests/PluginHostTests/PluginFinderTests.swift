import Foundation
import PluginHost
import Testing
import Workshop

@Suite struct PluginFinderTests {
  @Test func eachPlaceHasItsRule() throws {
    let bench = try Workbench()
    let named = try bench.plugin("ours", in: "named")
    let beside = try bench.plugin("charrette-comments", in: "bin")
    try bench.plugin("something-else", in: "bin")
    let installed = try bench.install("theirs")
    let finder = PluginFinder(
      folders: ["\(bench.folder)/named"], executableFolder: "\(bench.folder)/bin",
      dataFolder: "\(bench.folder)/data")
    #expect(finder.find().plugins.map(\.path) == [named, beside, installed])
    #expect(finder.find().passedOver == [])
    #expect(finder.find().plugins.map(\.fileName).first == "libours.so")
  }

  @Test func templatesComeWithPlugins() throws {
    let bench = try Workbench()
    let expected = try [
      bench.file("named/Templates/a.yaml"), bench.file("named/Templates/b.yml"),
      bench.file("bin/charrette_DesignThinking.resources/Templates/c.yaml"),
    ]
    let installed = try bench.install("theirs", templates: ["d.yaml"])
    let folder = installed.split(separator: "/").dropLast().joined(separator: "/")
    try bench.file("named/Templates/notes.txt")
    try bench.file("bin/Templates/stray.yaml")
    let finder = PluginFinder(
      folders: ["\(bench.folder)/named"], executableFolder: "\(bench.folder)/bin",
      dataFolder: "\(bench.folder)/data")
    #expect(finder.find().templateFiles == expected + ["/\(folder)/Templates/d.yaml"])
  }

  /// Where every user has a group of their own, files are made writable by it.
  @Test func whatTheOwnGroupCanWriteIsFine() throws {
    let bench = try Workbench()
    let library = try bench.plugin("group-file", in: "group")
    chmod(library, 0o775)
    chmod("\(bench.folder)/group", 0o775)
    #expect(PluginFinder(folders: ["\(bench.folder)/group"]).find().plugins.count == 1)
  }

  @Test(arguments: [0o757, 0o777]) func whatOthersCanWriteIsPassedOver(
    mode: Int
  ) throws {
    let bench = try Workbench()
    let library = try bench.plugin("open-file", in: "closed")
    try bench.plugin("closed-file", in: "open")
    chmod(library, mode_t(mode))
    chmod("\(bench.folder)/open", mode_t(mode))
    let finder = PluginFinder(folders: ["\(bench.folder)/closed", "\(bench.folder)/open"])
    let found = finder.find()
    #expect(found.plugins == [])
    #expect(
      found.passedOver == [
        PassedOver(path: library, reason: .writableByOthers),
        PassedOver(path: "\(bench.folder)/open", reason: .writableByOthers),
      ])
    #expect(found.passedOver.first?.problem.hint == "chmod go-w '\(library)'")
  }

  @Test func aNamedFolderThatIsMissingIsSaid() throws {
    let bench = try Workbench()
    let missing = "\(bench.folder)/missing"
    let found = PluginFinder(folders: [missing], executableFolder: missing, dataFolder: missing)
      .find()
    #expect(
      found.passedOver == [
        PassedOver(path: missing, reason: .unreadable("No such file or directory"))
      ])
  }

  @Test func aFolderNamedTwiceCountsOnce() throws {
    let bench = try Workbench()
    try bench.plugin("charrette-one")
    let finder = PluginFinder(
      folders: [bench.folder, "\(bench.folder)/."], executableFolder: bench.folder)
    #expect(finder.find().plugins.count == 1)
  }

  @Test func nothingNamedNothingFound() {
    let found = PluginFinder(folders: [""]).find()
    #expect(found.plugins == [] && found.templateFiles == [] && found.passedOver == [])
  }
}
