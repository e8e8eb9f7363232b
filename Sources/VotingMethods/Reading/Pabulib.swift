/// A participatory budget in Pabulib's format: sections META, PROJECTS and VOTES of values parted
/// by semicolons.
///
/// Source: D. Stolicki, S. Szufa and N. Talmon, “Pabulib: A Participatory Budgeting Library”
/// (2020), https://pabulib.org/format. An ordinal vote gives its first project as many points as
/// the longest vote may have projects (`max_length`, else all), the next one a point less.
public struct Pabulib: Hashable, Sendable {
  /// What the file says of itself, by key: `rule`, `vote_type`, `description`…
  public var meta: [String: String]
  /// The projects, the budget and the votes.
  public var ballots: BudgetBallots
  /// Which projects the rule really funded (marked 1), counted from 0; nil if the file doesn't say.
  public var selected: [Int]?
  /// Which ones were funded from other money (marked 2 or more).
  public var fundedOtherwise: [Int]
  /// How it was read.
  public var reading = Reading(.pabulib)

  /// Reads a file. Nothing but a well-formed whole is taken.
  public init(
    reading bytes: [UInt8], policy: ReadingPolicy = ReadingPolicy()
  ) throws(ReadingFault) {
    var table = SemicolonTable(bytes)
    try table.open("META")
    var meta: [String: String] = [:]
    while let row = try table.next(until: "PROJECTS") {
      if row.count > 1 { meta[row[0].lowercased()] = row[1] }
    }
    self.meta = meta
    let budget = try table.amount(meta["budget"] ?? "", "budget")
    let projects = try Pabulib.readProjects(&table)
    selected = projects.marks.map { marks in marks.indices.filter { marks[$0] == 1 } }
    fundedOtherwise = (projects.marks ?? []).indices.filter { projects.marks?[$0] ?? 0 > 1 }
    ballots = BudgetBallots(projects: projects.all, budget: budget)
    try readVotes(&table)
    for (key, count) in [
      ("num_projects", projects.all.count), ("num_votes", ballots.approvals.counts.count),
    ] {
      guard let said = meta[key].flatMap({ Int($0) }), said == count else {
        throw table.fault(.inAll(meta[key] ?? key), "\(count)")
      }
    }
  }

  private static func readProjects(
    _ table: inout SemicolonTable
  ) throws(ReadingFault) -> (all: [Project], marks: [Int]?) {
    let id = try table.column("project_id")
    let cost = try table.column("cost")
    let name = table.names.firstIndex(of: "name")
    let mark = table.names.firstIndex(of: "selected")
    var all: [Project] = []
    var known: Set<String> = []
    var marks: [Int] = []
    while let row = try table.next(until: "VOTES") {
      let key = try table.field(row, id, "project_id")
      guard known.insert(key).inserted else { throw table.fault(.projectOnce, key) }
      let price = try table.amount(table.field(row, cost, "cost"), "cost")
      if let mark {
        marks.append(try table.amount(table.field(row, mark, "selected"), "selected"))
      }
      let label = try name.map { column throws(ReadingFault) in
        try table.field(row, column, "name")
      }
      all.append(Project(Candidate(id: key, name: label ?? key), cost: price))
    }
    return (all, mark == nil ? nil : marks)
  }

  private mutating func readVotes(_ table: inout SemicolonTable) throws(ReadingFault) {
    let places = Dictionary(
      uniqueKeysWithValues: ballots.projects.enumerated().map { ($1.candidate.id, $0) })
    let vote = try table.column("vote")
    let type = meta["vote_type"] ?? ""
    let hasPoints = type == "cumulative" || type == "scoring"
    let points = hasPoints ? try table.column("points") : nil
    var longest = ballots.projects.count
    if type == "ordinal", let most = meta["max_length"] {
      longest = try table.amount(most, "max_length")
    }
    while let row = try table.next(until: nil) {
      let chosen = SemicolonTable.list(try table.field(row, vote, "vote"))
      let given = try points.map { column throws(ReadingFault) in
        SemicolonTable.list(try table.field(row, column, "points"))
      }
      if let given, given.count != chosen.count { throw table.fault(.field("points"), "") }
      var ballot: [BudgetBallots.Support] = []
      for (place, key) in chosen.enumerated() {
        guard let project = places[key] else {
          throw table.fault(.knownProject, key)
        }
        var worth = type == "ordinal" ? longest - place : 1
        if let given { worth = try table.amount(given[place], "points") }
        ballot.append(.init(project, points: worth))
      }
      do {
        try ballots.append(ballot)
      } catch {
        throw table.fault(.projectOnce, row[vote])
      }
      reading.ballots += 1
      if ballot.allSatisfy({ $0.points == 0 }) { reading.blank += 1 }
    }
  }
}
