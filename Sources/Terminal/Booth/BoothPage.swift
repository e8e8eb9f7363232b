package import Rendering

/// What is on one screen, before it is laid out. Its texts may be anybody's: whoever draws it makes
/// them inert.
package struct BoothPage: Hashable, Sendable {
  /// At the top left: what this is about.
  package var heading = ""
  /// At the top right: where we are.
  package var place = ""
  /// Above the list.
  package var blocks: [Block] = []
  /// Scrolls when it is longer than there is room.
  package var rows: [BoothRow] = []
  /// The row that the arrow keys have come to.
  package var focus: Int?
  /// A text that is being written; instead of rows.
  package var sheet: Sheet?
  /// How much is chosen and left; below the list.
  package var standing = ""
  package var notice: String?
  /// What is being typed, with its label; nil where nothing can be.
  package var entry: Entry?
  /// The keys that work here, each with what it does.
  package var keys: [String] = []
  /// In the middle of the screen, for everybody to see from afar.
  package var isCentred = false
  /// How many lines of the list are scrolled over, where no focus says it.
  package var scroll = 0

  package init() {}

  package enum Block: Hashable, Sendable {
    case text(String, Role?)
    case boxed(String)
    case blank
  }

  package struct Sheet: Hashable, Sendable {
    package var lines: [[Character]]
    /// Where the next character goes.
    package var line: Int
    package var column: Int

    package init(lines: [[Character]], line: Int, column: Int) {
      self.lines = lines
      self.line = line
      self.column = column
    }
  }

  package struct Entry: Hashable, Sendable {
    package var label: String
    package var text: String

    package init(label: String, text: String) {
      self.label = label
      self.text = text
    }
  }
}

/// One line of a list, or a heading within it.
package struct BoothRow: Hashable, Sendable {
  /// `[x]`, `[3]`; empty for a heading.
  package var mark: String
  /// `12.`; empty for a heading.
  package var label: String
  /// The card's label, `c3`, which can be typed as well; empty where there is none.
  package var name: String
  package var text: String
  /// What is told below it: its cost, an answer.
  package var details: [String]

  package init(
    _ text: String, mark: String = "", label: String = "", name: String = "",
    details: [String] = []
  ) {
    self.text = text
    self.name = name
    self.mark = mark
    self.label = label
    self.details = details
  }
}
