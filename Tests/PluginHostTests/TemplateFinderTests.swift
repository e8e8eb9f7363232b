import Foundation
import PluginHost
import Testing
import Workshop

@Suite struct TemplateFinderTests {
  @Test func theFoldersCountInTheirOrder() throws {
    let bench = try Workbench()
    let expected = try [
      bench.file("team/b.yaml"), bench.file("team/c.yml"), bench.file("own/a.yaml"),
    ]
    try bench.file("team/notes.txt")
    try bench.file("team/.hidden.yaml")
    let folder = bench.folder
    let finder = TemplateFinder(
      folders: ["\(folder)/team", "\(folder)/nowhere", "\(folder)/own", "\(folder)/own/../own"])
    #expect(finder.find().files == expected)
    #expect(finder.find().passedOver == [])
  }

  @Test func theCurrentFolderIsNotLookedAt() {
    #expect(TemplateFinder(folders: []).find().files == [])
    #expect(TemplateFinder(folders: [""]).find().files == [])
  }

  @Test(arguments: [0o757, 0o777]) func whatOthersCanWriteIsPassedOver(mode: Int) throws {
    let bench = try Workbench()
    let file = try bench.file("closed/open.yaml")
    let fine = try bench.file("closed/fine.yaml")
    try bench.file("open/a.yaml")
    chmod(file, mode_t(mode))
    chmod(fine, 0o644)
    chmod("\(bench.folder)/open", mode_t(mode))
    let found = TemplateFinder(folders: ["\(bench.folder)/closed", "\(bench.folder)/open"]).find()
    #expect(found.files == [fine])
    #expect(
      found.passedOver.map(\.message) == [
        "“\(file)” is passed over: others than you can write to it.",
        "“\(bench.folder)/open” is passed over: others than you can write to it.",
      ])
    #expect(found.passedOver.map(\.hint).first == "chmod go-w '\(file)'")
  }

  @Test func whatIsNoFolderIsTold() throws {
    let bench = try Workbench()
    let file = try bench.file("a.yaml")
    let found = TemplateFinder(folders: [file]).find()
    #expect(found.files == [])
    #expect(found.passedOver.map(\.message) == ["“\(file)” is passed over: Not a directory."])
  }
}
