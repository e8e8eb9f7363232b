import ExerciseKit

extension Canvas {
  static func view(of room: Room<Canvas>, for audience: Audience) -> View {
    var blocks: [View.Block] = [.heading(room.title, level: 1)]
    if let focus = room.focus { blocks.append(.text(focus)) }
    let layout = room.layout
    blocks += layout.stages.isEmpty ? grid(layout, room, audience) : map(layout, room, audience)
    if !room.loose.isEmpty {
      blocks.append(.heading("In no region", level: 2))
      blocks.append(.list(room.loose.map(room.line), ordered: false))
    }
    if !room.waiting.isEmpty, audience != .report {
      blocks.append(.heading("Brought in", level: 2))
      blocks.append(.list(room.waiting.map(room.line), ordered: false))
    }
    if audience != .report, let open = room.open { blocks.append(opened(open, audience)) }
    return View(
      blocks + readiness(room, layout, audience), loose: (room.loose + room.waiting).map(\.id))
  }

  /// Where a line without a region's name goes: the room is told what it is about now.
  private static func opened(_ region: CanvasLayout.Region, _ audience: Audience) -> View.Block {
    let prompt = region.prompt.map { ": \($0)" } ?? ""
    let words = "\(region.number) \(region.title)\(prompt)"
    guard audience == .room else { return .note("Open: \(words)", .hint) }
    return .text("Now \(words)\(words.last.map { ".?!…".contains($0) } ?? false ? "" : ".")")
  }

  private static func grid(
    _ layout: CanvasLayout, _ room: Room<Canvas>, _ audience: Audience
  ) -> [View.Block] {
    [
      .grid(
        layout.regions.map { region in
          let number = audience == .report ? "" : "\(region.number)  "
          return View.Region(
            number + region.title, prompt: region.prompt,
            items: room.cards(in: region).map(room.line))
        })
    ]
  }

  /// A row for each lane and a column for each stage. On the wall each card has a line of its own.
  private static func map(
    _ layout: CanvasLayout, _ room: Room<Canvas>, _ audience: Audience
  ) -> [View.Block] {
    let isNumbered = audience != .report
    let separator = audience == .room ? "\n" : "; "
    let columns = layout.stages.enumerated().map { index, stage in
      View.Table.Column(isNumbered ? "\(index + 1)  \(stage)" : stage)
    }
    let rows = layout.lanes.enumerated().map { row, lane in
      let cells = layout.stages.indices.map { column in
        let region = layout.regions[column * layout.lanes.count + row]
        return room.cards(in: region).map(room.line).joined(separator: separator)
      }
      return [isNumbered ? ".\(row + 1)  \(lane)" : lane] + cells
    }
    return [.table(View.Table([View.Table.Column("")] + columns, rows))]
  }

  /// How many regions have something, and how many people have put something.
  private static func readiness(
    _ room: Room<Canvas>, _ layout: CanvasLayout, _ audience: Audience
  ) -> [View.Block] {
    let filled = layout.regions.count { !room.cards(in: $0).isEmpty }
    let own = room.cards.filter { $0.hidden == nil && !$0.isFromFile }
    let state: [View.Block] =
      audience == .report
      ? [] : [.text("\(filled) of \(layout.regions.count) regions have cards.")]
    return state
      + room.readiness(
        room.state.contributors + own.flatMap { $0.authors.dropFirst() }, count: own.count,
        unnamed: own.count { $0.author == nil },
        "contributed", room.settings.privacy, for: audience)
  }
}

extension Room<Canvas> {
  /// `c3  The stop has no roof (Ruth)`; `c4  Nor a bench (Bo, on c3)`.
  func line(_ card: Card) -> String {
    let parent = card.parent.map { "on \($0)" }
    let told = [authors(of: card), card.votesElsewhere, parent].compactMap(\.self)
    return "\(card.id)  \(card.text)" + (told.isEmpty ? "" : " (\(told.joined(separator: ", ")))")
      + alsoSaid(by: card)
  }
}
