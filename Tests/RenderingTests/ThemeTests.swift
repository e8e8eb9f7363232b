import ExerciseProtocol
import Rendering
import Testing

@Suite("The palette and the style of a terminal")
struct ThemeTests {
  @Test(arguments: Role.allCases)
  func aRoleIsTextBetweenTwoSequences(role: Role) {
    let text = TerminalStyle(usesColour: true).styled("c12", as: role)
    #expect(text == Theme.start(of: role) + "c12" + Theme.end)
    #expect(TerminalStyle(usesColour: false).styled("c12", as: role) == "c12")
  }

  @Test("bold, faint and the basic colours that can be read on black and on white walls")
  func palette() {
    for role in Role.allCases {
      let codes = Theme.start(of: role).dropFirst(2).dropLast().split(separator: ";")
      #expect(codes.allSatisfy { ["1", "2", "31", "32", "34", "35", "36"].contains($0) })
    }
  }

  @Test func nothingIsStyledAsNothing() {
    #expect(TerminalStyle(usesColour: true).styled("", as: .title) == "")
  }

  @Test("a terminal is never taken for narrower than 20 columns", arguments: [-1, 0, 19, 20])
  func narrowest(columns: Int) {
    #expect(TerminalStyle(columns: columns).columns == 20)
  }

  @Test("blocks without text write nothing")
  func emptyBlocks() {
    let empty = View([
      .heading("", level: 1), .text("\n"), .list([], ordered: true), .facts([]), .thread([]),
      .table(View.Table([], [])), .bars([]), .grid([]),
    ])
    let view = View(empty.blocks + [.text("only this")])
    #expect(TerminalRenderer(TerminalStyle()).render(empty) == "")
    #expect(TerminalRenderer(TerminalStyle()).render(view) == "only this\n")
    #expect(TerminalRenderer(TerminalStyle()).render(View()) == "")
    #expect(MarkdownRenderer().render(View()) == "")
  }
}
