import Lines
import Starters
import Testing

/// What a new plugin consists of.
@Suite struct StarterTests {
  private func files(
    _ name: String = "my-exercise", _ language: Starter.Language = .swift,
    kit: Starter.Kit = .folder("../charrette"), licence: Starter.Licence = .mit
  ) throws -> [String: String] {
    let starter = try Starter(name, language: language, licence: licence, kit: kit, year: 2026)
    return Dictionary(uniqueKeysWithValues: starter.files.map { ($0.path, $0.text) })
  }

  @Test func `a Swift package is whole`() throws {
    let files = try files()
    let paths = [
      ".github/workflows/check.yml", ".gitignore", "LICENSE", "Package.swift", "README.md",
      "Sources/MyExercise/MyExercise.swift", "Tests/MyExerciseTests/MyExerciseTests.swift",
      "Tests/MyExerciseTests/first-try.transcript", "exports.map", "try.charrette",
    ]
    #expect(files.keys.sorted() == paths)
    #expect(files["Sources/MyExercise/MyExercise.swift"]?.contains("id: \"my-exercise\"") == true)
    #expect(files["README.md"]?.hasPrefix("# My exercise\n") == true)
  }

  @Test func `a C plugin is one source with its header`() throws {
    let files = try files("room-mood", .c)
    #expect(files["room_mood.c"]?.contains("\\\"id\\\":\\\"room-mood\\\"") == true)
    #expect(files["charrette_exercise.h"]?.contains("CHARRETTE_ABI_MAJOR 1") == true)
    #expect(files["Makefile"]?.contains("libroom-mood.so: room_mood.c") == true)
    #expect(files["try.charrette"]?.contains("/agenda add room-mood ") == true)
  }

  @Test(arguments: Starter.Language.allCases)
  func `nothing of the example's own name is left`(language: Starter.Language) throws {
    for (path, text) in try files("my-exercise", language) {
      for name in [
        "FistOfFive", "fist-of-five", "Fist of five", "libenergy", "energy.c", "KIT-URL",
      ] {
        #expect(!text.contains(name), "\(path): \(name)")
      }
      #expect(!text.contains("LICENCE-ID") && !text.contains("CC0-1.0"), "\(path)")
    }
  }

  @Test func `a name that holds an example's name is left alone`() throws {
    #expect(try files("energy-check")["README.md"]?.hasPrefix("# Energy check\n") == true)
    let made = try files("energy-check", .c)
    #expect(made["README.md"]?.hasPrefix("# Energy check\n") == true)
    #expect(made["try.charrette"]?.contains("/agenda add energy-check ") == true)
    #expect(made["energy_check.c"]?.contains("\\\"id\\\":\\\"energy-check\\\"") == true)
  }

  @Test(arguments: Starter.Licence.allCases)
  func `the licence is the one that was chosen`(licence: Starter.Licence) throws {
    let files = try files(licence: licence)
    #expect(files["LICENSE"]?.isEmpty == false)
    let source = try #require(files["Sources/MyExercise/MyExercise.swift"])
    #expect(source.contains("licence: \"\(licence.rawValue)\""))
  }

  @Test func `a published kit is fetched`() throws {
    let url = "https://example.org/charrette.git"
    let manifest = try #require(try files(kit: .url(url))["Package.swift"])
    #expect(manifest.contains("\"\(url)\""))
    #expect(manifest.contains(".package(url: kit, branch: \"main\")"))
  }

  @Test(arguments: ["", "-", "My", "my_exercise", "3d", "a--b", "a/b", "ä", "\u{1B}"])
  func `what can't be a name is refused`(name: String) {
    #expect(throws: Problem.self) { try files(name) }
  }

  @Test func `a name that the kit has stays the kit's`() throws {
    #expect(try files("action")["Sources/ActionExercise/ActionExercise.swift"] != nil)
  }
}
