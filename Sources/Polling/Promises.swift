/// What a poll can promise and what it can't, in the words that help, the opening of a poll and an
/// audit all show. One place, so that no page promises more than another.
public enum Promises {
  /// What each kind of receipt is worth.
  public static func of(_ kind: ReceiptKind) -> [String] {
    switch kind {
    case .none:
      [
        "Nobody is given anything, so nobody can be asked to show how they voted.",
        "Nor can anybody check that their own ballot was counted: they trust the host.",
      ]
    case .inclusion:
      [
        "The receipt shows that a ballot is in the box, and not which one, or what is on it.",
        "Who sees it learns that its holder voted, and nothing of how.",
        "It can't show that the ballot in the box says what the voter chose.",
      ]
    case .full:
      [
        "The receipt shows its holder their very ballot among those that were counted.",
        "It shows the same to whoever makes them hand it over: votes can be bought or forced. "
          + "Choose it only where nobody would.",
      ]
    }
  }

  /// What no kind of receipt changes.
  public static let always = [
    "A vote is secret from the participants, not from whoever controls the host: the computer "
      + "sees every choice as it is made.",
    "A dishonest terminal can't be caught by hashes: it could show one choice and keep another, "
      + "or give two people who voted alike the same receipt.",
    "Until the vote is counted its ballots lie in clear text in this account's files, in the "
      + "folder SESSION.polls. Let every backup and every sync of that folder rest meanwhile: a "
      + "copy keeps ballots that are destroyed here, and two copies tell who voted what.",
    "Where few vote, or all alike, the result itself tells how each of them voted.",
    "A weight that only one person has shows which ballot is theirs.",
    "While the poll is open only the number of ballots is shown, but who comes to the booth when "
      + "is for all to see, and a photograph of the screen proves a vote better than a receipt.",
    "Files that were removed may be read from the disk for some time by whoever controls the host.",
  ]

  /// What an audit that finds nothing shows, and what it doesn't.
  public static let audit = [
    "Any change of the file shows, down to a single byte, if its digest was noted when the poll "
      + "was closed (--digest).",
    "Without a noted digest, whoever changes the file can also write a digest that fits. With "
      + "full receipts a changed ballot is then still found, because it no longer has its "
      + "commitment; with the other kinds, ballots exchanged together with a result that fits "
      + "are not found.",
    "That everybody on the list of voters did vote is for them to say; that every code was given "
      + "to somebody who may vote is for those who saw it.",
  ]
}
