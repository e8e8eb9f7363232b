/// What people said to statements: agree, disagree or pass, or nothing where they didn't see one.
/// The same answers are counted together.
public struct OpinionBallots: Hashable, Sendable {
  /// The statements.
  public let candidates: [Candidate]
  /// How many people gave each row of answers.
  public private(set) var counts: [Int] = []
  /// All answers, row after row; nil where a statement was not seen.
  private(set) var answers: [Opinion?] = []

  public init(candidates: [Candidate]) { self.candidates = candidates }

  /// Rows that were read and are in order.
  init(_ ballots: DistinctBallots<Opinion?>, _ candidates: [Candidate]) {
    self.candidates = candidates
    (counts, answers) = (ballots.counts, ballots.elements)
  }

  /// What can be said to a statement.
  public enum Opinion: Int8, CaseIterable, Hashable, Sendable {
    case disagree = -1
    case pass = 0
    case agree = 1
  }

  /// Why a row can't be taken.
  public enum Fault: Error, Hashable, Sendable {
    /// As many answers are needed as there are statements.
    case length(Int, candidates: Int)
    case negativeCount(Int)
  }

  /// Adds the answers of `count` people to all statements, nil where one was not seen.
  public mutating func append(_ row: [Opinion?], count: Int = 1) throws(Fault) {
    guard count >= 0 else { throw .negativeCount(count) }
    guard row.count == candidates.count else {
      throw .length(row.count, candidates: candidates.count)
    }
    answers += row
    counts.append(count)
  }

  /// What one row says to a statement.
  public subscript(row: Int, statement: Int) -> Opinion? {
    answers[row * candidates.count + statement]
  }
}
