import VotingMethods

/// The text of a table of ballots, in place of its file.
enum CSVText {
  /// - Parameter decide: what an officer says of it.
  static func read(
    _ text: String, _ method: MethodID, _ decide: (inout ReadingPolicy) -> Void = { _ in }
  ) throws(ReadingFault) -> Election {
    var policy = ReadingPolicy()
    decide(&policy)
    return try BallotFile(for: method, policy: policy).read([UInt8](text.utf8), name: "x.csv")
  }
}
