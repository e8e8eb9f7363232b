import ExerciseProtocol
import SessionStore
import SystemPackage
import Testing

@Suite("A folder of sessions")
struct SessionFolderTests {
  @Test(
    "Good names",
    arguments: [
      "a", "Parc y Castell 2026", "übung-1_b.v2", "किताब", "広場", "v1.2",
      String(repeating: "x", count: 100),
    ])
  func goodNames(name: String) throws {
    try SessionFolder.validate(name)
    let desk = try Desk()
    try desk.create(name).add(draft(1))
    #expect(try desk.open(name).entries.count == 1)
    #expect(try SessionFolder(path: desk.path).list().map(\.name) == [name])
  }

  @Test(
    "Names that a session cannot have",
    arguments: [
      ("", .empty), (".hidden", .leadingDot), ("..", .leadingDot), ("a/b", .forbidden("/")),
      ("a\\b", .forbidden("\\")), ("a\nb", .forbidden("\n")), ("a\u{0}b", .forbidden("\u{0}")),
      ("a\u{202E}b", .forbidden("\u{202E}")), ("*", .forbidden("*")), (" a", .outerSpace),
      ("a ", .outerSpace), (String(repeating: "é", count: 51), .tooLong),
    ] as [(String, StoreFailure.NameProblem)])
  func badNames(name: String, problem: StoreFailure.NameProblem) throws {
    let desk = try Desk()
    let failure = StoreFailure.invalidName(name, problem)
    #expect(throws: failure) { try SessionFolder.validate(name) }
    #expect(throws: failure) { try desk.create(name) }
    #expect(throws: failure) { try desk.open(name) }
    #expect(desk.files.isEmpty)
  }

  @Test("The list names every session once, and nothing else")
  func list() throws {
    let desk = try Desk()
    let folder = SessionFolder(path: desk.path)
    #expect(try folder.list().isEmpty)
    let files = try desk.create("b")
    try files.add(draft(1))
    try files.writeSnapshot(snapshot(at: files.head))
    try desk.write("{}".utf8, to: "a.json")
    try desk.write("x".utf8, to: "notes.txt")
    try desk.write("x".utf8, to: "b.journal.aside-2-1")
    let list = try folder.list()
    #expect(list.map(\.name) == ["a", "b"])
    #expect(try list.map(\.journalBytes) == [0, desk.read("b.journal.jsonl").count])
    #expect(list.allSatisfy { $0.modified.description > "2020" })
    #expect(try SessionFolder(path: desk.path.appending("none")).list().isEmpty)
  }
}
