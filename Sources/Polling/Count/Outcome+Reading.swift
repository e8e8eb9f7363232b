public import ExerciseProtocol
public import VotingMethods

/// Reads the record of a result as it is written beside this: what was counted once is shown from
/// its record, and never counted again to be shown.
extension Outcome {
  /// - Throws: where a candidate is named who does not stand, or a number is none.
  public init(_ reader: JSONReader) throws(JSONShapeError) {
    let method = try reader.required("method")
    guard let id = MethodID(rawValue: try method.string()) else {
      throw method.mismatch("a method that this version knows")
    }
    let people = try reader.required("candidates").elements()
    var candidates: [Candidate] = []
    for one in people {
      candidates.append(Candidate(id: try one.string("id"), name: try one.string("name")))
    }
    self.init(id, candidates)
    let places = CandidatePlaces(candidates)
    for (name, value) in try reader.required("parameters").members() {
      parameters.append(Parameter(name, try value.text()))
    }
    winners = try places.list(reader, "winners")
    ranking = try reader.list("ranking") { tier throws(JSONShapeError) in try places.list(tier) }
    ties = try reader.list("ties") { tie throws(JSONShapeError) in try Tie(tie, places) }
    stages = try reader.list("stages") { stage throws(JSONShapeError) in
      try Stage(stage, places)
    }
    pairwise = try reader.list("pairwise") { row throws(JSONShapeError) in
      var numbers: [Int] = []
      for number in try row.elements() { numbers.append(try number.integer()) }
      guard numbers.count == candidates.count else { throw row.mismatch("a number for each") }
      return numbers
    }
    if let reader = reader.optional("duels") { duels = try DuelCount(reader, places) }
    if let reader = reader.optional("groups") {
      groups = try OpinionGroups.Finding(reader, places)
    }
  }
}

/// Where candidates stand in the list, by their ids.
struct CandidatePlaces {
  let count: Int
  private let places: [String: Int]

  init(_ candidates: [Candidate]) {
    count = candidates.count
    places = Dictionary(candidates.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  func place(_ reader: JSONReader) throws(JSONShapeError) -> Int {
    guard let place = places[try reader.string()] else {
      throw reader.mismatch("one of the candidates")
    }
    return place
  }

  func list(_ reader: JSONReader) throws(JSONShapeError) -> [Int] {
    var list: [Int] = []
    for one in try reader.elements() { list.append(try place(one)) }
    return list
  }

  func list(_ reader: JSONReader, _ name: String) throws(JSONShapeError) -> [Int] {
    try list(try reader.required(name))
  }

  /// A value for each candidate.
  func values<Value>(
    _ reader: JSONReader, _ name: String,
    _ read: (JSONReader) throws(JSONShapeError) -> Value
  ) throws(JSONShapeError) -> [Value] {
    let object = try reader.required(name)
    var values: [Value?] = Array(repeating: nil, count: count)
    for (id, value) in try object.members() {
      guard let place = places[id] else { throw value.mismatch("of one of the candidates") }
      values[place] = try read(value)
    }
    let all = values.compactMap(\.self)
    guard all.count == count else { throw object.mismatch("a value for each candidate") }
    return all
  }
}

extension JSONReader {
  /// A number or a text, as text.
  fileprivate func text() throws(JSONShapeError) -> String {
    if case .integer(let number) = value { return String(number) }
    return try string()
  }

  fileprivate func rational() throws(JSONShapeError) -> Rational {
    guard let number = Rational(reading: try string()) else { throw mismatch("a number as text") }
    return number
  }

  fileprivate func opinion() throws(JSONShapeError) -> OpinionBallots.Opinion {
    switch try string() {
    case "agree": return .agree
    case "disagree": return .disagree
    case "pass": return .pass
    default: throw mismatch("agree, disagree or pass")
    }
  }

  fileprivate func number(_ name: String) throws(JSONShapeError) -> Double {
    try required(name).number()
  }
}

extension Tie {
  fileprivate init(
    _ reader: JSONReader, _ places: CandidatePlaces
  ) throws(JSONShapeError) {
    let question = try reader.required("question")
    guard let asked = Question(rawValue: try question.string()) else {
      throw question.mismatch("what a tie can be about")
    }
    self.init(
      question: asked,
      stage: try reader.optional("stage").map { stage throws(JSONShapeError) in
        try stage.integer() - 1
      },
      candidates: try places.list(reader, "candidates"),
      chosen: try places.list(reader, "chosen"),
      resolution: try Resolution(reader.required("resolution")))
  }
}

extension Tie.Resolution {
  fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
    let text = try reader.string()
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count > 1 ? parts[1] : nil) {
    case ("unbroken", nil): self = .unbroken
    case ("parallel-universes", nil): self = .parallelUniverses
    case ("immaterial", nil): self = .immaterial
    case ("drawn", nil): self = .drawn
    case ("method", let rule?): self = .method(rule)
    case ("prior", let stage?):
      guard let stage = Int(stage) else { throw reader.mismatch("a stage") }
      self = .priorStage(stage - 1)
    case ("lot", let seed?):
      guard let seed = UInt64(seed) else { throw reader.mismatch("a seed") }
      self = .lot(seed: seed)
    default: throw reader.mismatch("what can break a tie")
    }
  }
}

extension Stage {
  fileprivate init(
    _ reader: JSONReader, _ places: CandidatePlaces
  ) throws(JSONShapeError) {
    self.init(
      totals: try places.values(reader, "totals") { total throws(JSONShapeError) in
        try total.rational()
      },
      quota: try reader.optional("quota").map { quota throws(JSONShapeError) in
        try quota.rational()
      })
    elected = try places.list(reader, "elected")
    excluded = try places.list(reader, "excluded")
    transfers = try reader.list("transfers") { transfer throws(JSONShapeError) in
      Transfer(
        from: try places.place(try transfer.required("from")),
        to: try transfer.optional("to").map { to throws(JSONShapeError) in try places.place(to) },
        votes: try transfer.required("votes").rational())
    }
    if reader.optional("lastPlaces") != nil {
      lastPlaces = try places.values(reader, "lastPlaces") { total throws(JSONShapeError) in
        try total.rational()
      }
    }
  }
}

extension DuelCount {
  fileprivate init(
    _ reader: JSONReader, _ places: CandidatePlaces
  ) throws(JSONShapeError) {
    func counts(_ name: String) throws(JSONShapeError) -> [Int] {
      try places.values(reader, name) { count throws(JSONShapeError) in try count.integer() }
    }
    self.init(
      decided: try reader.integer("decided"), undecided: try reader.integer("undecided"),
      decidedByCandidate: try counts("decidedByCandidate"),
      undecidedByCandidate: try counts("undecidedByCandidate"))
  }
}

extension OpinionGroups.Finding {
  fileprivate init(
    _ reader: JSONReader, _ places: CandidatePlaces
  ) throws(JSONShapeError) {
    self.init(
      groups: try reader.list("groups") { group throws(JSONShapeError) in
        try OpinionGroups.Group(group, places)
      },
      leftOut: try reader.integer("leftOut"),
      places: try reader.list("places") { place throws(JSONShapeError) in
        OpinionGroups.Place(
          row: try place.integer("row") - 1, x: try place.number("x"), y: try place.number("y"),
          isIn: try place.integer("group") - 1)
      },
      explained: try reader.list("explained") { part throws(JSONShapeError) in
        try part.number()
      },
      silhouette: try reader.number("silhouette"),
      commonGround: try reader.list("commonGround") { ground throws(JSONShapeError) in
        try OpinionGroups.Ground(ground, places)
      })
  }
}

extension OpinionGroups.Ground {
  fileprivate init(
    _ reader: JSONReader, _ places: CandidatePlaces
  ) throws(JSONShapeError) {
    self.init(
      statement: try places.place(try reader.required("statement")),
      opinion: try reader.required("opinion").opinion())
  }
}

extension OpinionGroups.Group {
  fileprivate init(
    _ reader: JSONReader, _ places: CandidatePlaces
  ) throws(JSONShapeError) {
    self.init(
      people: try reader.integer("people"),
      answers: try places.values(reader, "answers") { answers throws(JSONShapeError) in
        OpinionGroups.Answers(
          agree: try answers.integer("agree"), disagree: try answers.integer("disagree"),
          pass: try answers.integer("pass"))
      },
      representative: try reader.list("representative") { telling throws(JSONShapeError) in
        OpinionGroups.Telling(
          statement: try places.place(try telling.required("statement")),
          opinion: try telling.required("opinion").opinion(),
          ratio: try telling.number("ratio"),
          isSignificant: try telling.required("isSignificant").bool())
      },
      minority: try reader.list("minority") { ground throws(JSONShapeError) in
        try OpinionGroups.Ground(ground, places)
      })
  }
}
