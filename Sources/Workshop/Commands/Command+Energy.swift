import ExerciseProtocol
import OrderedCollections

extension Command {
  static let energy = Command(
    "energy", "Take the room's energy in one line, from 1 to 5, or see it", group: .people,
    parameters: [
      Parameter(
        "levels", .field(.text), "A number each, with or without a name; the last ones if not given"
      )
    ],
    examples: ["/energy 3 4 4 2 5", "/energy @Ruth 3, @Roger 5"],
    details: [
      "What is shown has no names. Say: “From one to five, show it with your fingers.” Then type "
        + "what you see."
    ], standsInForAction: true
  ) { desk, invocation throws(Problem) in
    guard let typed = invocation.arguments.text("levels") else {
      return try desk.open().session.energyResponse
    }
    _ = try desk.commit { timeline throws(Problem) in
      [.aside(.energy(try timeline.session.energy(typed: typed)))]
    }
    return try desk.open().session.energyResponse
  }
}

extension Session {
  private static let scale = 1...5

  /// Reads `3 4 5`, `@Ruth 3, @Roger 5`, `Ruth: 3`.
  fileprivate func energy(typed: String) throws(Problem) -> [AsideEvent.Energy] {
    var levels: [AsideEvent.Energy] = []
    var name: [String] = []
    var known: Set<ParticipantID> = []
    let words = typed.split { $0.isWhitespace || ",;:=".contains($0) }.map(String.init)
    for word in words {
      guard let level = Int(word) else {
        name.append(word)
        continue
      }
      guard Self.scale.contains(level) else {
        throw Problem(
          "The energy can't be \(level): it goes from 1 to 5.", hint: "/energy 3 4 5",
          isUsage: true)
      }
      let person = name.isEmpty ? nil : try person(called: name.joined(separator: " ").withoutAt)
      if let person, !known.insert(person.id).inserted {
        throw Problem("\(person.name) is there twice.", hint: "A number each.", isUsage: true)
      }
      levels.append(.init(person?.id, level))
      name = []
    }
    guard name.isEmpty else {
      throw Problem(
        "“\(name.joined(separator: " "))” has no number.", hint: "/energy @Ruth 3, @Roger 5",
        isUsage: true)
    }
    guard !levels.isEmpty else {
      throw Problem("There is no number.", hint: "/energy 3 4 5", isUsage: true)
    }
    return levels
  }

  private var energies: [[Int]] {
    asides.compactMap { aside in
      if case .energy(let levels) = aside.event { levels.map(\.level) } else { nil }
    }
  }

  /// The last answers in a line, without names: what the wall says.
  var energyLine: String? {
    guard let levels = energies.last, !levels.isEmpty else { return nil }
    let counts = Self.scale.reversed().compactMap { level in
      let count = levels.count { $0 == level }
      return count > 0 ? "\(level) from \(count)" : nil
    }
    return "Energy: \(Self.average(levels)) of 5 on average; \(counts.joined(separator: ", "))."
  }

  fileprivate var energyResponse: Response {
    let all = energies
    guard let levels = all.last, !levels.isEmpty else {
      return Response(
        View([
          .text("The room's energy was not taken yet."),
          .note("/energy 3 4 5 takes it: a number each, from 1 to 5.", .hint),
        ]), result: ["energy": .array([])])
    }
    let bars = Self.scale.reversed().map { level in
      let count = levels.count { $0 == level }
      return View.Bar(
        "\(level)", value: Double(count), caption: count.counted("person", "people"))
    }
    var text =
      "On average \(Self.average(levels)) of 5, of \(levels.count.counted("answer", "answers"))."
    if all.count > 1 {
      text += " Before: \(all.dropLast().map { Self.average($0) }.joined(separator: ", "))."
    }
    return Response(
      View([.heading("Energy", level: 2), .bars(bars), .text(text)]),
      result: ["energy": .array(levels.map(JSONValue.integer))])
  }

  /// With one decimal.
  private static func average(_ levels: [Int]) -> String {
    let tenths = Int((Double(levels.reduce(0, +)) * 10 / Double(max(1, levels.count))).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
