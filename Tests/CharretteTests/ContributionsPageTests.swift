import Testing

/// What the page about contributions shows is what the plugin of its tests does.
@Suite struct ContributionsPageTests {
  @Test func everyPieceIsInThePlugin() throws {
    let whole = try GuidePages.text("Tests/Fixtures/ContributingPlugin/CheckIn.swift")
    let page = "Sources/charrette/Charrette.docc/Contributions.md"
    let pieces = try GuidePages.code("swift", in: page)
    #expect(pieces.count == 3)
    for piece in pieces { #expect(whole.contains(piece), "\(piece)") }
  }
}
