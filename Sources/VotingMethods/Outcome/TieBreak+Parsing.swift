extension TieBreak {
  /// The rules as they are written in commands and results: "prior,lot:42"; "none" for none. Nil
  /// for anything else; a seed is a whole number from 0 to 2⁶⁴ - 1.
  public init?(_ text: some StringProtocol) {
    if text == "none" {
      self = .none
      return
    }
    var rules: [Rule] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      if word == "prior" {
        rules.append(.priorStage)
      } else if word.hasPrefix("lot:"), let seed = TieBreak.seed(word.dropFirst(4)) {
        rules.append(.lot(seed: seed))
      } else {
        return nil
      }
    }
    self.init(rules)
  }

  private static func seed(_ digits: some StringProtocol) -> UInt64? {
    digits.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? UInt64(digits) : nil
  }
}
