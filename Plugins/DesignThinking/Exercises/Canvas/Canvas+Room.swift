import ExerciseKit

extension Room<Canvas> {
  /// The regions that the settings say.
  var layout: CanvasLayout {
    let (stages, lanes) = (settings.stages.trimmed, settings.lanes.trimmed)
    if !stages.isEmpty || !lanes.isEmpty {
      // Stages alone keep the preset's lanes, and lanes alone its stages.
      let map = CanvasLayout(
        stages: stages.isEmpty ? settings.preset.stages : stages,
        lanes: lanes.isEmpty ? settings.preset.lanes : lanes)
      if !map.regions.isEmpty { return map }
    }
    let grid = CanvasLayout(regions: settings.regions)
    return grid.regions.isEmpty ? settings.preset.layout : grid
  }

  /// The clock of a region that was opened, where each has its minutes.
  func pace(of region: CanvasLayout.Region) -> Canvas.Pace? {
    let minutes = settings.regionMinutes
    return minutes > 0 ? Canvas.Pace(label: region.title, seconds: minutes * 60) : nil
  }

  /// Where a plain line goes.
  var open: CanvasLayout.Region? { layout.region(named: state.open) ?? layout.regions.first }

  /// The name of the region that a card lies in; nil for one that only came in.
  func place(of card: Card) -> String? {
    // A card of an earlier canvas lies here only once it was moved.
    taken.contains { $0.id == card.id } ? state.moved[card.id] : place(ofOwn: card)
  }

  private func place(ofOwn card: Card) -> String? {
    state.moved[card.id] ?? card.attributes["region"]
  }

  /// The visible cards in a region, those that came in first.
  func cards(in region: CanvasLayout.Region) -> [Card] {
    let moved = taken.filter { $0.hidden == nil && state.moved[$0.id] == region.name }
    return moved + cards.filter { $0.hidden == nil && place(ofOwn: $0) == region.name }
  }

  /// Own cards in no region that is there now: nothing is lost when regions are renamed.
  var loose: [Card] {
    let names = Set(layout.regions.map(\.name))
    let own = cards.filter { $0.hidden == nil }
    return own.filter { !names.contains(place(ofOwn: $0) ?? "") }
  }

  /// Cards that came in and wait to be placed.
  var waiting: [Card] { taken.filter { $0.hidden == nil && state.moved[$0.id] == nil } }

  /// - Throws: where none is called so.
  func region(called typed: String) throws(Refusal) -> CanvasLayout.Region {
    let layout = layout
    guard let region = layout.region(called: typed, from: open) else {
      let all = layout.regions.map { "\($0.number) \($0.title)" }.prefix(12)
      throw Refusal(
        "No region is called “\(typed.trimmed)”.", field: "region",
        hint: "They are \(all.joined(separator: ", "))\(layout.regions.count > 12 ? " …" : ".")")
    }
    return region
  }

  /// That the words before a colon are no region, where they could be meant as one.
  ///
  /// - Throws: where they are one's that is misspelt: as words they would lie in the wrong place.
  func unknownRegion(in line: String) throws(Refusal) -> [Effect<Canvas.Event>] {
    guard let name = layout.unknownName(in: line) else { return [] }
    let near = layout.names(nearlyCalled: name)
    guard near.isEmpty else {
      throw Refusal(
        "No region is called “\(name)”.", field: "text",
        hint: "Did you mean \(near.map { "\($0):" }.joined(separator: " or "))? "
          + "As words of the card, put a blank before the colon.")
    }
    return [.notice("“\(name)” is no region, and stands in the card's words.")]
  }
}
