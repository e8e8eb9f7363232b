import Comments
import ExerciseKit
import Testing

@Suite("What the plugin says of itself")
struct ManifestTests {
  @Test("its exercise, its actions, and what a plain line is")
  func manifest() throws {
    let exercise = try #require(plugin.manifest.exercises.first)
    #expect(exercise.id == "discussion")
    #expect(exercise.lineAction == "say")
    #expect(
      exercise.actions.map(\.name)
        == ["say", "fold", "unfold", "sort", "hide", "unhide"])
    #expect(plugin.manifest.contributes.importers.map(\.id) == ["web-discussion"])
    #expect(exercise.settings.map(\.name) == ["anonymous", "order", "pass-on"])
  }

  @Test("its JSON form reads back as it was written")
  func roundTrip() throws {
    let manifest = plugin.manifest
    #expect(try Manifest(json: manifest.json, path: "manifest") == manifest)
  }
}
