import ExerciseKit

extension Matrix {
  static func view(of room: Room<Matrix>, for audience: Audience) -> View {
    var blocks = room.opening
    let (across, up) = room.axes
    let places = room.places
    guard !room.allVisible.isEmpty else {
      return View(blocks + Room<Matrix>.nothing(to: "place"))
    }
    blocks.append(
      .matrix(
        View.Matrix(
          horizontal: across, vertical: up,
          points: places.map {
            View.Matrix.Point($0.card.id.rawValue, x: $0.across / 10, y: $0.up / 10)
          })))
    blocks += quadrants(places, room)
    if room.settings.placedBy == .everybody, !places.isEmpty {
      blocks.append(spread(places, across.name, up.name))
    }
    let waiting = room.allVisible.filter { card in !places.contains { $0.card.id == card.id } }
    if !waiting.isEmpty {
      blocks.append(.heading("Not placed", level: 2))
      blocks.append(.list(waiting.map(room.line), ordered: false))
    }
    return View(blocks + ready(room, places.count, audience) + disputes(places, audience))
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

  private static func spread(_ places: [MatrixPlace], _ across: String, _ up: String) -> View.Block
  {
    .table(
      View.Table(
        [.init("Card"), .init(across), .init(up), .init("Placed by", isNumeric: true)],
        places.map { place in
          [
            "\(place.card.id)  \(place.card.text)",
            words(place.across, place.acrossRange, place.isSettled),
            words(place.up, place.upRange, place.isSettled), "\(place.count)",
          ]
        }))
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
