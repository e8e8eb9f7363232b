import ExerciseProtocol
import Terminal
import Testing
import Workshop
import WorkshopTesting

/// The wall beside a console that holds the same session.
@Suite("The wall follows the room")
struct WallTests {
  private let library = MemoryLibrary()
  private let console: TestDesk

  init() throws {
    console = TestDesk(library: library)
    for line in [
      "/new Summit", "/agenda add discussion Needs", "/agenda add dot-voting Choice",
      "/people add Ruth Hyde, Roger White", "/start",
    ] { try console.perform(line) }
  }

  private func say(_ range: ClosedRange<Int>) throws {
    for number in range { try console.perform("@Ruth What people said, number \(number)") }
  }

  /// Shows the session to a room in which this happens.
  @discardableResult
  private func show(
    _ happenings: [WallDevice.Happening], columns: Int = 80, rows: Int = 24
  ) throws -> WallDevice {
    let desk = TestDesk(library: library)
    _ = try desk.desk.openSession(called: "Summit")
    let device = WallDevice(columns: columns, rows: rows, happenings)
    #expect(Wall(desk.desk, on: device).run() == .left)
    #expect(device.isDone)
    return device
  }

  private func look(_ text: String, _ here: SourceLocation = #_sourceLocation)
    -> WallDevice.Happening
  {
    .look { #expect($0.text.contains(text), "\($0.text)", sourceLocation: here) }
  }

  private func tell(_ line: String) -> WallDevice.Happening {
    .meanwhile { [console] in try console.perform(line) }
  }

  @Test func itTurnsByItselfAndSaysWhichPageItIs() throws {
    try say(1...40)
    try show([
      .rest(1), look("page 1 of 7"), look("number 1"), .rest(39),
      .look { screen in
        #expect(!screen.status.contains("page 1 of"))
      },
    ])
  }

  @Test func keysTurnIt() throws {
    try say(1...40)
    try show([
      .rest(0.1), .key(.scalar(" ")), .rest(0.1), look("page 2 of"), .key(.pageDown), .rest(0.1),
      look("page 3 of"), .key(.pageUp), .rest(0.1), look("page 2 of"), .key(.left), .rest(0.1),
      look("page 1 of"), .key(.up), .rest(0.1), look("page 7 of 7"), .key(.home), .rest(0.1),
      look("page 1 of"), .key(.end), .rest(0.1), look("page 7 of"), .key(.down), .rest(55),
      look("page 1 of"), .rest(8), look("page 2 of"),
    ])
  }

  @Test func whatIsNewIsTurnedToAndMarked() throws {
    try say(1...40)
    try show([
      .rest(1), look("page 1 of"), tell("@Roger The newest of all"), .rest(2),
      look("page 7 of 7"), look("★ "), look("The newest of all"), .rest(31),
      .look { #expect(!$0.text.contains("★")) },
    ])
  }

  /// A paste, or an import: more than a page of them, and each has its mark.
  @Test(arguments: [0, 5]) func manyAtOnceAreMarked(before: Int) throws {
    if before > 0 { try say(1...before) }
    let first = before + 1
    try show([
      .rest(1), .look { #expect(!$0.text.contains("★")) },
      .meanwhile { try say(first...(before + 60)) }, .rest(1.5), look("★ c\(first)"),
      .key(.end), .rest(0.3), look("★ c\(before + 60)"), .rest(30), .key(.end), .rest(0.3),
      .look { #expect(!$0.text.contains("★"), "\($0.text)") },
    ])
  }

  /// What comes later lets no mark stand longer.
  @Test func eachHasItsOwnHalfMinute() throws {
    try say(1...3)
    try show([
      .rest(1), tell("@Roger Early"), .rest(20), look("★ c4"), tell("@Roger Late"), .rest(5),
      look("★ c4"), look("★ c5"), .rest(6),
      .look {
        #expect(!$0.text.contains("★ c4"), "\($0.text)")
        #expect($0.text.contains("★ c5"), "\($0.text)")
      },
      .rest(20), .look { #expect(!$0.text.contains("★"), "\($0.text)") },
    ])
  }

  /// In front of a room nothing but q and ^C ends it.
  @Test(arguments: [BoothKey.escape, .other, .tab, .backTab, .scalar("x")])
  func otherKeysDoNotEndIt(key: BoothKey) throws {
    try say(1...40)
    try show([.rest(1), .key(key), .rest(0.3), .key(.pageDown), .rest(0.3), look("page 2 of")])
  }

  @Test func escapeSaysWhatEndsIt() throws {
    try show([.rest(1), .key(.escape), .rest(0.3), look("q or ^C ends the wall.")])
  }

  @Test(arguments: [BoothKey.scalar("q"), .interrupt]) func itEnds(key: BoothKey) throws {
    let desk = TestDesk(library: library)
    _ = try desk.desk.openSession(called: "Summit")
    let device = WallDevice([.rest(1), .key(key), .rest(1)])
    #expect(Wall(desk.desk, on: device).run() == .left)
    #expect(!device.isDone)
  }

  /// What was said about a search is over with the next key, and when the page turns.
  @Test func aRemarkDoesNotStay() throws {
    try say(1...40)
    let search =
      [.rest(0.1), .key(.scalar("/"))] + BoothKey.typed("number 33\n").map { .key($0) }
      + [.rest(0.1), look("on this page")]
    let isGone = WallDevice.Happening.look { #expect(!$0.text.contains("on this page")) }
    try show(search + [.key(.scalar(" ")), .rest(0.1), isGone])
    try show(search + [tell("/wall 1"), .rest(0.6), look("page 1 of"), isGone])
    try show(search + [.rest(9), isGone])
  }

  @Test func showWallGoesBackToWhereWeAre() throws {
    try say(1...40)
    try show([
      .rest(1), tell("/show c22 wall"), .rest(2), .look { #expect(!$0.status.contains("page")) },
      tell("/show wall"), .rest(2), look("page 1 of"), look("number 1"),
      tell("/wall last"), .rest(1), tell("/show wall"), .rest(1), look("page 1 of"),
    ])
    let said = try console.perform("/show wall").view.plainText
    #expect(said.contains("To the wall: where we are, “Needs”, from its first page."))
  }

  /// “Hint: /propose puts a proposal to the room.” is for whoever steers.
  @Test func hintsForTheConsoleAreNotOnIt() throws {
    for line in ["/next", "/goto 2"] { try console.perform(line) }
    try show([
      .rest(1), .look { #expect(!$0.text.contains("Hint:") && !$0.text.contains("/back")) },
    ])
  }

  /// The console said “To the wall: the last page.”, and a card stayed up.
  @Test func aPageIsTurnedToFromASingleCard() throws {
    try say(1...40)
    try show([
      .rest(1), tell("/show c22 wall"), .rest(2), .look { #expect(!$0.status.contains("page")) },
      tell("/wall last"), .rest(2), look("page 7 of 7"),
      tell("/show c22 wall"), .rest(2), tell("/wall next"), .rest(2), look("page 1 of 7"),
      tell("/show c22 wall"), .rest(2), tell("/wall 3"), .rest(2), look("page 3 of 7"),
    ])
  }

  @Test func aCardWithOtherWordsIsNew() throws {
    try say(1...40)
    try show([
      .rest(1), tell("/edit c30 Other words"), .rest(2), look("★ c30"), look("Other words"),
    ])
  }

  @Test func aHeldPageStaysAndTellsOfWhatIsNew() throws {
    try say(1...40)
    try show([
      .rest(1), tell("/wall hold"), .rest(1), look("page 1 of 7, held"), .rest(300),
      look("page 1 of 7, held"), tell("@Roger The newest of all"), .rest(2), look("page 1 of"),
      look("New: c41, on page 7."), tell("/wall go"), .rest(1),
      .look { #expect(!$0.status.contains("held")) },
    ])
  }

  @Test func theConsoleTurnsIt() throws {
    try say(1...40)
    let before = console.events.count
    try show([
      .rest(1), tell("/wall next"), .rest(0.6), look("page 2 of"), tell("/wall next"),
      tell("/wall next"), .rest(0.6), look("page 4 of"), tell("/wall 2"), .rest(0.6),
      look("page 2 of"), tell("/wall back"), .rest(0.6), look("page 1 of"), tell("/wall last"),
      .rest(0.6), look("page 7 of"), tell("/wall first"), .rest(0.6), look("page 1 of"),
    ])
    #expect(console.events.count == before)
  }

  /// A wall that is begun later does not do again what another one did.
  @Test func oldOrdersAreForgotten() throws {
    try say(1...40)
    try console.perform("/wall 3")
    try show([.rest(1), look("page 1 of")])
  }

  @Test func aCardIsBroughtUp() throws {
    try say(1...40)
    try console.perform("@Roger >c22 That is so")
    try show([
      .rest(1), tell("/show c22 wall"), .rest(0.6), look("number 22"), look("That is so"),
      .look { #expect(!$0.text.contains("number 21")) }, .rest(600), look("number 22"),
      tell("@Roger Something new"), .rest(2), look("number 22"), tell("/wall go"), .rest(0.6),
      look("page"), tell("/wall c23"), .rest(0.6), look("number 23"), .key(.escape), .rest(0.3),
      look("page"), tell("/wall c24"), .rest(0.6), tell("/next"), .rest(2), look("Choice"),
    ])
  }

  @Test func aHiddenCardIsNot() throws {
    try say(1...3)
    try console.perform("/hide c2 off topic")
    #expect(
      console.told("/wall c2") == [
        "c2 is hidden, and the wall shows no hidden cards.",
        "Hint: /unhide c2 first, in a discussion; or /show c2 shows it here alone.",
      ])
    try show([
      .rest(1), tell("/wall c3"), .rest(0.6), look("number 3"), tell("/hide c3 off topic"),
      .rest(2), .look { #expect(!$0.text.contains("number 3")) },
    ])
  }

  @Test func anEarlierActivityIsBroughtUp() throws {
    try say(1...3)
    try console.perform("/next")
    try show([
      .rest(1), look("Choice"), tell("/show 1 wall"), .rest(0.6), look("Needs"),
      look("number 3"), tell("/wall go"), .rest(0.6), look("Choice"),
    ])
  }

  @Test func wordsAreSearchedFor() throws {
    try say(1...40)
    try show(
      [.rest(0.1), .key(.scalar("/")), .rest(0.1), look("/")]
        + BoothKey.typed("Number 33\n").map { .key($0) }
        + [
          .rest(0.1), look("number 33"), look("on this page"), .key(.scalar("/")),
        ] + BoothKey.typed("quince\n").map { .key($0) }
        + [.rest(0.1), look("Nothing here has “quince”."), .key(.scalar("/")), .key(.escape)]
        + [.rest(0.1), look("page")])
  }

  @Test func aResultComesFirst() throws {
    try say(1...30)
    for line in ["/next", "@Ruth c2", "@Roger c2"] { try console.perform(line) }
    try show([
      .rest(1), .key(.end), .rest(0.3), tell("/reveal"), .rest(2),
      .look { screen in
        #expect(screen.text.contains("✓ c2"), "\(screen.text)")
        #expect(screen.status.contains("page 1 of") || !screen.status.contains("page"))
      },
    ])
  }

  @Test func nothingIsDrawnForNothing() throws {
    try console.perform("/time pause")
    let device = try show([.rest(600)])
    #expect(device.drawings <= 2)
  }

  @Test(arguments: [(20, 8), (80, 24), (100, 35), (160, 50), (10, 2)])
  func anySize(columns: Int, rows: Int) throws {
    try say(1...62)
    try show(
      [
        .rest(1),
        .look { screen in
          #expect(screen.lines.count <= max(4, rows), "\(screen.text)")
          #expect(screen.lines.allSatisfy { $0.count <= max(20, columns) }, "\(screen.text)")
        },
        .key(.scalar("?")), .rest(0.3), look("q: end"),
        .resize(40, 12), .rest(1), .look { #expect($0.lines.count <= 12) },
      ], columns: columns, rows: rows)
  }
}
