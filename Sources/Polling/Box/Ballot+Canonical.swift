public import ExerciseProtocol

extension Ballot {
  /// The ballot's JSON on one line, in UTF-8: what is hashed and what ballots are sorted by.
  public var canonicalBytes: [UInt8] { json.serialized() }

  /// The ballot with every answer written in the one way there is for what it says.
  ///
  /// The order in which somebody filled a paper in would otherwise show on it: which option was
  /// given points first, which pair was asked first. Here chosen options, the members of one rank
  /// and the options with points stand in the order of the paper, pairs in the order of their
  /// options. What is not in the form that the question asks for stays as it is.
  public func canonical(on paper: Paper) -> Ballot {
    guard case .answers(let answers) = mark else { return self }
    var canonical: [String: JSONValue] = [:]
    for (field, answer) in answers {
      canonical[field] = paper.question(field)?.canonical(answer) ?? answer
    }
    return Ballot(.answers(canonical), weight: weight)
  }
}

extension PaperQuestion {
  fileprivate func canonical(_ answer: JSONValue) -> JSONValue {
    let places = Dictionary(
      options.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func place(_ value: JSONValue) -> Int {
      if case .string(let id) = value { places[id] ?? .max } else { .max }
    }
    func ordered(_ ids: [JSONValue]) -> [JSONValue] { ids.sorted { place($0) < place($1) } }
    func placesIn(_ pair: JSONValue) -> [Int] {
      if case .array(let ids) = pair { ids.map(place) } else { [.max] }
    }
    switch (form, answer) {
    case (.chooseSome, .array(let ids)): return .array(ordered(ids))
    case (.rank, .array(let ranks)):
      return .array(
        ranks.map { rank in if case .array(let ids) = rank { .array(ordered(ids)) } else { rank } })
    case (.duels, .array(let pairs)):
      return .array(
        pairs.sorted { placesIn($0).lexicographicallyPrecedes(placesIn($1)) })
    case (_, .object(let members)):
      return .object(
        members.sorted { (places[$0.name] ?? .max) < (places[$1.name] ?? .max) })
    default: return answer
    }
  }
}
