/// A poll's codes as text to print and cut up.
public struct CodeSheet: Hashable, Sendable {
  public var title: String
  public var poll: PollID
  public var codes: [BallotCode]

  public init(_ title: String, poll: PollID, codes: [BallotCode]) {
    (self.title, self.poll, self.codes) = (title, poll, codes)
  }

  /// Draws so many codes, no two alike.
  public init(
    _ title: String, poll: PollID, count: Int, using generator: inout some RandomNumberGenerator
  ) {
    var codes: Set<BallotCode> = []
    var order: [BallotCode] = []
    while order.count < count {
      let code = BallotCode(using: &generator)
      if codes.insert(code).inserted { order.append(code) }
    }
    self.init(title, poll: poll, codes: order)
  }

  /// What the poll keeps of the codes, in order.
  public var hashes: [Fingerprint] { codes.map { $0.hash(in: poll) }.sorted() }

  /// One slip a code, none of them numbered, with a line to cut along after each. Fits 80 columns,
  /// and 12 slips a page of 72 lines.
  public var text: String {
    let cut = "- - - - - - - - - - - - - - - - cut here - - - - - - - - - - - - - - - -"
    return codes.map { code in
      """
      \(title)
      Your code, for one ballot:

        \(code.text)

      \(cut)

      """
    }.joined()
  }
}
