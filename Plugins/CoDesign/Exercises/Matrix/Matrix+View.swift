import ExerciseKit

extension Matrix {
  static func view(of room: Room<Matrix>, for audience: Audience) -> View {
    var blocks = room.opening
    let (across, up) = room.axes
    let places = room.places
    guard !room.allVisible.isEmpty else {
      return View(blocks + Room<Matrix>.nothing(to: "place"))
    }
    if audience != .report {
      blocks.append(
        .matrix(
          View.Matrix(
            horizontal: across, vertical: up,
            points: places.map {
              View.Matrix.Point(
                $0.card.id.rawValue, x: $0.across / 10, y: $0.up / 10,
                text: room.words($0.card))
            })))
    }
    blocks += quadrants(places, room)
    // On paper the numbers say it, with the cards' own words.
    if !places.isEmpty, room.settings.placedBy == .everybody || audience == .report {
      blocks.append(numbers(places, across.name, up.name, room.settings.placedBy == .everybody))
    }
    let waiting = room.allVisible.filter { card in !places.contains { $0.card.id == card.id } }
    if !waiting.isEmpty {
      blocks.append(.heading("Not placed", level: 2))
      blocks.append(.list(waiting.map(room.line), ordered: false))
    }
    return View(
      blocks + ready(room, places.count, audience) + disputes(places, audience),
      loose: waiting.map(\.id))
  }

  private static func quadrants(_ places: [MatrixPlace], _ room: Room<Matrix>) -> [View.Block] {
    let all: [PassOn] = [.upperLeft, .upperRight, .lowerLeft, .lowerRight]
    let regions = all.map { quadrant in
      View.Region(
        room.name(of: quadrant),
        items: places.filter { $0.quadrant == quadrant }.map { room.line($0.card) })
    }
    return places.isEmpty ? [] : [.grid(regions)]
  }

  /// Where each card is, and how many placed it, where more than one may.
  private static func numbers(
    _ places: [MatrixPlace], _ across: String, _ up: String, _ isShared: Bool
  ) -> View.Block {
    let columns: [View.Table.Column] = [.init("Card"), .init(across), .init(up)]
    let rows = places.map { place in
      [
        "\(place.card.id)  \(place.card.text)",
        words(place.across, place.acrossRange, place.isSettled),
        words(place.up, place.upRange, place.isSettled),
      ] + (isShared ? ["\(place.count)"] : [])
    }
    return .table(
      View.Table(columns + (isShared ? [.init("Placed by", isNumeric: true)] : []), rows))
  }

  /// `6.5 (3 to 9)`; `6, settled (3 to 9)`.
  private static func words(_ value: Double, _ range: ClosedRange<Int>, _ settled: Bool) -> String {
    let spread = range.count > 1 ? " (\(range.lowerBound) to \(range.upperBound))" : ""
    return oneDecimal(value) + (settled ? ", settled" : "") + spread
  }

  private static func ready(
    _ room: Room<Matrix>, _ placed: Int, _ audience: Audience
  ) -> [View.Block] {
    guard room.settings.placedBy == .everybody else {
      guard audience != .report else { return [] }
      return [.text("\(placed) of \(counted(room.allVisible.count, "card")) placed.")]
    }
    var voices: [ParticipantID] = []
    for person in room.state.placements.compactMap(\.by) where !voices.contains(person) {
      voices.append(person)
    }
    return room.readiness(
      voices, count: room.state.placements.count, "placed cards", room.settings.privacy,
      for: audience)
  }

  private static func disputes(_ places: [MatrixPlace], _ audience: Audience) -> [View.Block] {
    let disputed = places.filter { $0.isDisputed && !$0.isSettled }.map(\.card.id.rawValue)
    guard audience == .facilitator, !disputed.isEmpty else { return [] }
    return [.note("Far apart: \(disputed.listed). Ask both sides, then /settle.", .hint)]
  }
}

/// `6.5`; `6` for a whole number.
func oneDecimal(_ value: Double) -> String {
  let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
  return tenths % 10 == 0
    ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}
