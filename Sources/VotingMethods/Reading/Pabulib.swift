/// A participatory budget in Pabulib's format: sections META, PROJECTS and VOTES of values parted
/// by semicolons.
///
/// Source: D. Stolicki, S. Szufa and N. Talmon, “Pabulib: A Participatory Budgeting Library”
/// (2020), https://pabulib.org/format. An ordinal vote gives its first project as many points as
/// the longest vote may have projects (`max_length`, else all), the next one a point less. Money
/// may have decimals, which count exactly.
public struct Pabulib: Hashable, Sendable {
  /// What the file says of itself, by key: `rule`, `vote_type`, `description`…
  public var meta: [String: String]
  /// The projects, the budget and the votes.
  public var ballots: BudgetBallots
  /// Which projects the rule really funded (marked 1), counted from 0; nil if the file doesn't say.
  public var selected: [Int]?
  /// Which ones were funded from other money (marked 2 or more).
  public var fundedOtherwise: [Int]
  /// The rule that the file says it was counted by (https://pabulib.org/format), where it is one of
  /// these methods. A note of ``reading`` says which one it is, and from which field.
  public private(set) var declared: CountRequest?
  /// How it was read.
  public var reading = Reading(.pabulib)

  /// Reads a file. Nothing but a well-formed whole is taken.
  public init(
    reading bytes: [UInt8], policy: ReadingPolicy = ReadingPolicy()
  ) throws(ReadingFault) {
    var table = SemicolonTable(bytes)
    try table.open("META")
    let head = try PabulibHead(&table)
    meta = head.values
    let type = try head.voteType(table)
    let projects = try PabulibProjects(&table, head)
    selected = projects.marks.map { marks in marks.indices.filter { marks[$0] == 1 } }
    fundedOtherwise = (projects.marks ?? []).indices.filter { projects.marks?[$0] ?? 0 > 1 }
    ballots = projects.ballots
    declared = head.request(&reading)
    var votes = try PabulibVotes(table, head, type, policy)
    try votes.read(into: &ballots, &reading)
    votes.settle(projects.totals, of: &ballots, &reading)
    for (key, count) in [
      ("num_projects", ballots.projects.count), ("num_votes", reading.ballots),
    ] {
      guard let said = head.values[key] else { continue }
      guard Int(said) == count else {
        throw table.fault(.inAll(said), "\(count)", line: head.lines[key])
      }
    }
  }
}
