import ExerciseKit
import OrderedCollections
import Testing
import Workshop
import WorkshopTesting

/// The other exercises whose secret vote no rule of the host counts: what was counted is what is
/// shown and what goes on, whatever is done to the board afterwards.
@Suite("The result of a secret vote on a board")
struct SealedBoardTests {
  struct Board: Sendable, CustomStringConvertible {
    var exercise: String
    var settings = ""
    /// Before the vote is opened.
    var before: [String] = []
    var ballots: [String]
    /// What the room reads once it is counted.
    var shown: [String]
    var givesOn: [CardID]
    var description: String { exercise }
  }

  static let boards = [
    Board(
      exercise: "matrix", settings: ",placed-by=everybody,pass-on=upper-right",
      ballots: ["c1=8 c2=1; c1=9 c2=2", "c1=10 c2=3; c1=7 c2=2"], shown: ["c1", "First", "Second"],
      givesOn: ["c1"]),
    Board(
      exercise: "consent", before: ["/propose c1", "/phase objections"],
      ballots: ["2", "0 Nobody pays"], shown: ["First", "Nobody pays", "2 of 2"], givesOn: []),
    Board(
      exercise: "survey", ballots: ["4 5", "5 5"], shown: ["2 answers"], givesOn: []),
  ]

  private func desk(_ board: Board, _ library: MemoryLibrary) throws -> TestDesk {
    let desk = EveryExercise.desk(isInteractive: false, library: library)
    for line in [
      "/new Summit", "/people add Ruth, Ann", "/agenda add discussion Ideas",
      "/agenda add \(board.exercise) Vote set=privacy=sealed\(board.settings)",
      "/agenda add discussion After", "/next", "@Ann First", "@Ann Second", "/next",
    ] + board.before + [
      "/vote open entered=yes", "/vote cast Ruth: \(board.ballots[0])",
      "/vote cast Ann: \(board.ballots[1])",
    ] { try desk.perform(line) }
    return desk
  }

  /// What is shown, without what is said of the board as it is now.
  private func shown(_ desk: TestDesk) -> [String] {
    desk.desk.wallView().plainText.split(separator: "\n").map(String.init)
      .prefix { !$0.contains("The result is about the words") }.filter { !$0.isEmpty }
  }

  @Test(arguments: boards) func `is what was counted`(board: Board) throws {
    let library = MemoryLibrary()
    let desk = try desk(board, library)
    for line in ["/vote close", "/vote count river"] { try desk.perform(line) }
    let before = shown(desk)
    let text = before.joined(separator: "\n")
    for words in board.shown { #expect(text.contains(words), "\(text)") }
    #expect(!text.contains("Since then"))
    for line in [
      "/edit c1 Another thing", "/goto 1", "/hide c2 Off topic", "/goto 2",
    ] { try desk.perform(line) }
    #expect(shown(desk) == before)
    // Only a matrix has cards on its paper.
    #expect(
      desk.desk.wallView().plainText.contains("Since then the board has changed")
        == (board.exercise == "matrix"))
    let other = EveryExercise.desk(library: library)
    try other.perform("/open Summit")
    #expect(shown(other) == before)
    try desk.perform("/next")
    let taken = desk.session.agenda["a3"]?.taken ?? []
    #expect(board.givesOn.allSatisfy(taken.contains), "\(taken)")
  }

  @Test(arguments: boards) func `while it is open the board rests`(board: Board) throws {
    let desk = try desk(board, MemoryLibrary())
    let head = desk.timeline.head
    for line in ["/agenda remove 2", "/agenda change 2 set=privacy=open"] {
      #expect(desk.problem(line) != nil, "\(line)")
    }
    #expect(desk.timeline.head == head)
  }

  /// The words went to a field that is not on the paper, and an empty ballot was cast.
  @Test func `a ballot with half of the answers is not cast`() throws {
    let desk = try desk(Self.boards[0], MemoryLibrary())
    for words in ["c1 8 9", "c1=8", "c1=8; c1=9; c1=1"] {
      let problem = desk.problem("/vote cast Ruth: \(words)")
      #expect(problem?.message.contains("2 questions on this paper") == true, "\(words)")
      #expect(problem?.hint?.contains("c1=3 c2=8; c1=3 c2=8") == true)
    }
    let half = desk.problem("/vote cast Ruth: c1=8 c2=1; c1=9")
    #expect(half?.message.hasPrefix("c2 has no number for “") == true, "\(half?.message ?? "")")
    #expect(half?.hint == "Give it one in each part, or leave it out of all.")
  }
}
