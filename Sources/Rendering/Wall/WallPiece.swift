/// What stands on a wall as one thing: a card, a bar, a row, a remark. It is not torn apart unless
/// it is higher than a page.
struct WallPiece {
  /// What stands before it where it follows another piece; left out at the top of a column.
  var before: [Line] = []
  var lines: [Line]
  /// What it shows: ``WallKey``s.
  var keys: [WallKey] = []
  /// It belongs to what comes next, as a heading does, and never stands alone at the end.
  var leads = false
  /// What stands above it where it is the first of a column or a page: the heading of its section,
  /// the names of a table's columns.
  var section: [Line] = []
  /// Of a heading: how high all of its section is.
  var whole = 0
}

/// One card as it stands in one place of a view. What has a key that was not there before is new.
package struct WallKey: Hashable, Sendable {
  /// The card's label, such as `c12`; empty for what is no card.
  package var card: String
  package var text: String
  /// The region or theme that it is in.
  package var place: String

  package init(card: String, text: String, place: String = "") {
    (self.card, self.text, self.place) = (card, text, place)
  }
}
