import ExerciseProtocol

extension WallPainter {
  /// So many bars are drawn whatever was chosen.
  private static let fewestDrawn = 5

  /// Bars over the whole width. Where a page has no room for all of them, those that were chosen
  /// are, and the others stand below them in columns, with their numbers and no bar.
  func bands(of bars: [View.Bar]) -> [WallBand] {
    let renderer = renderer(style.columns)
    let drawn = zip(bars, renderer.barPieces(bars)).map { bar, lines in
      WallPiece(
        before: isSpaced ? [Line()] : [],
        lines: renderer.setApart(lines, of: .bars([bar])), keys: [key(bar)])
    }
    let rows = drawn.reduce(0) { $0 + $1.before.count + $1.lines.count }
    let leading = max(Self.fewestDrawn, bars.count(where: \.isChosen))
    guard rows > height, leading < bars.count else { return [.wide(drawn)] }
    let others = bars.dropFirst(leading)
    return [
      .wide(Array(drawn.prefix(leading))),
      .flow { width in
        others.map { bar in
          let text = "\(bar.label.withLabelApart) — \(bar.caption)"
          return item(text, Self.place, as: key(bar), width: width)
        }
      },
    ]
  }

  /// A bar is not the card that stood on the ballot: with the bars there is another picture.
  private static var place: String { "bars" }

  private func key(_ bar: View.Bar) -> WallKey {
    let text = bar.label.withLabelApart
    return WallKey(card: text.leadingCard ?? "", text: text, place: Self.place)
  }
}

extension String {
  /// In a result a card's label has one space behind it.
  fileprivate var withLabelApart: String {
    guard leadingCard == nil, let gap = firstIndex(of: " ") else { return self }
    let apart = "\(self[..<gap])  \(self[index(after: gap)...])"
    return apart.leadingCard == nil ? self : apart
  }
}
