import ExerciseProtocol
import Rendering
import Testing

/// What stands at the top of every page of a wall.
@Suite("The wall's remarks")
struct WallSentencesTests {
  private func pages(_ blocks: ([String]) -> [View.Block]) -> [WallPages.Page] {
    let cards = (1...60).map { "c\($0)  What people said, number \($0)" }
    let view = View([.heading("Stop", level: 1), .text("What helps?")] + blocks(cards))
    return WallPages(view, style: TerminalStyle(columns: 60), rows: 20).pages
  }

  @Test("on later pages are whole sentences, those that count first")
  func whole() {
    let pages = pages { cards in
      [
        .list(cards, ordered: false), .text("Now 1 Says: What have we heard, word for word?"),
        .text("4 of 6 regions have cards."), .text("1 of 6 has contributed."),
      ]
    }
    #expect(pages.count > 1)
    for page in pages.dropFirst() {
      let text = page.lines.joined(separator: "\n")
      #expect(text.contains("4 of 6 regions have cards. 1 of 6 has contributed.\n"), "\(text)")
      #expect(!text.contains("…") && !text.contains("Now 1"), "\(text)")
    }
  }

  @Test("say first, on each page, what is told above the cards")
  func news() {
    let pages = pages { cards in
      [.note("The booth is open. 3 of 12 have voted.", .success), .list(cards, ordered: false)]
    }
    #expect(pages.count > 1)
    for page in pages {
      #expect(page.lines.joined(separator: "\n").contains("3 of 12 have voted."))
    }
  }
}
