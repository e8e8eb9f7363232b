/// The section META of a Pabulib file: what it says of itself.
struct PabulibHead {
  /// By key in small letters.
  private(set) var values: [String: String] = [:]
  /// Where each stands.
  private(set) var lines: [String: Int] = [:]

  init(_ table: inout SemicolonTable) throws(ReadingFault) {
    while let row = try table.next(until: "PROJECTS") {
      let key = row[0].lowercased()
      if row.count > 1 { (values[key], lines[key]) = (row[1], table.line) }
    }
  }

  /// What a vote says.
  enum VoteType: String, CaseIterable {
    case approval, ordinal, cumulative, scoring
    /// An approval of one.
    case chooseOne = "choose-1"

    var hasPoints: Bool { self == .cumulative || self == .scoring }
  }

  func voteType(_ table: SemicolonTable) throws(ReadingFault) -> VoteType {
    let text = values["vote_type"] ?? ""
    guard let type = VoteType(rawValue: text.lowercased()) else {
      throw table.fault(.voteType, text, line: lines["vote_type"])
    }
    return type
  }

  /// How the file says it was counted, which is told; nil where it names no rule that is known
  /// here.
  func request(_ reading: inout Reading) -> CountRequest? {
    guard let rule = values["rule"], !rule.isEmpty else { return nil }
    guard let found = request(rule.lowercased()) else {
      let isBare = rule.lowercased() == "greedy-threshold"
      reading.note(isBare ? .noThreshold : .unknownRule, rule, line: lines["rule"])
      return nil
    }
    let options = found.options.map { "\($0.key)=\($0.value)" }.sorted()
    let words = ([found.method.rawValue] + options).joined(separator: ", ")
    let city = rule.lowercased() == "greedy-custom" ? " of \(values["unit"] ?? "")" : ""
    reading.note(.rule, rule + city, became: words, line: lines["rule"])
    return found
  }

  private func request(_ rule: String) -> CountRequest? {
    let threshold = values["min_project_score_threshold"].flatMap { Int($0) }.map(String.init)
    switch rule {
    case "greedy": return CountRequest(.greedyBudget)
    case "greedy-threshold":
      return threshold.map { CountRequest(.greedyBudgetThreshold, options: [.threshold: $0]) }
    case "greedy-no-skip":
      return CountRequest(
        .greedyBudgetNoSkip, options: threshold.map { [.threshold: $0] } ?? [:])
    case "greedy-custom" where isOfPoznan:
      return CountRequest(.greedyBudgetNoSkip, options: [.topUp: "80"])
    case "equalshares":
      return CountRequest(.equalSharesBudget, options: [.completion: "none"])
    case "equalshares/add1":
      return CountRequest(.equalSharesBudget, options: [.completion: "add-1"])
    default: return nil
    }
  }

  /// “Custom” is any rule that has no name of its own. Poznań's funds the first project that is too
  /// dear if four fifths of its cost are left; what other cities do their files tell in words only.
  private var isOfPoznan: Bool {
    ["poznań", "poznan"].contains(values["unit"]?.lowercased())
  }
}

/// The section PROJECTS.
struct PabulibProjects {
  /// The projects and the budget, without votes.
  let ballots: BudgetBallots
  /// What was made of each project: 1 if it was funded, more if from other money; nil if the file
  /// doesn't say.
  let marks: [Int]?
  /// How many points or votes each got officially; nil if the file doesn't say.
  let totals: [Int]?

  init(_ table: inout SemicolonTable, _ head: PabulibHead) throws(ReadingFault) {
    let (id, cost) = (try table.column("project_id"), try table.column("cost"))
    let name = table.names.firstIndex(of: "name")
    let mark = table.names.firstIndex(of: "selected")
    let total = table.names.firstIndex(of: "score") ?? table.names.firstIndex(of: "votes")
    let budget = try PabulibProjects.budget(table, head)
    var found: [(candidate: Candidate, cost: DecimalNumber, line: Int)] = []
    var known: Set<String> = []
    var (marks, totals): ([Int], [Int]) = ([], [])
    while let row = try table.next(until: "VOTES") {
      let key = try table.field(row, id, "project_id")
      guard known.insert(key).inserted else { throw table.fault(.projectOnce, key) }
      let price = try table.money(table.field(row, cost, "cost"), "cost")
      if let mark {
        marks.append(try table.amount(table.field(row, mark, "selected"), "selected"))
      }
      // What is no number is no total to compare with: no vote depends on it.
      if let total, total < row.count, let number = Int(row[total]) { totals.append(number) }
      let label = try name.map { column throws(ReadingFault) in
        try table.field(row, column, "name")
      }
      found.append((Candidate(id: key, name: label ?? key), price, table.line))
    }
    let finest = found.reduce(budget.decimals) { max($0, $1.cost.decimals) }
    // 100.50 is written with its two decimals, and counted with one.
    let decimals = finest == 1 ? 2 : finest
    let most = 1_000_000_000_000
    let projects = try found.map { project throws(ReadingFault) in
      let amount = project.cost.scaled(to: decimals)
      guard amount < most else {
        throw table.fault(.smallerNumber, "\(project.cost.value)", line: project.line)
      }
      return Project(project.candidate, cost: amount)
    }
    guard budget.scaled(to: decimals) < most else {
      throw table.fault(.smallerNumber, head.values["budget"] ?? "", line: head.lines["budget"])
    }
    ballots = BudgetBallots(
      projects: projects, budget: budget.scaled(to: decimals), decimals: decimals)
    self.marks = mark == nil ? nil : marks
    self.totals = totals.count == projects.count ? totals : nil
  }

  private static func budget(
    _ table: SemicolonTable, _ head: PabulibHead
  ) throws(ReadingFault) -> DecimalNumber {
    do {
      return try table.money(head.values["budget"] ?? "", "budget")
    } catch {
      throw table.fault(error.expected, error.found, line: head.lines["budget"])
    }
  }
}
