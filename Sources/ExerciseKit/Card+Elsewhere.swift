public import ExerciseProtocol

extension Card {
  /// `7 votes`: what a file told that the card had where it comes from. It is shown with the card
  /// and counts in no vote here; nil where no file told it.
  public var votesElsewhere: String? {
    attributes["votes"].flatMap { Int($0) }.map { $0 == 1 ? "1 vote" : "\($0) votes" }
  }

  /// Whether it came out of a file: then nobody in the room said it, and it tells nothing of who
  /// has contributed here.
  public var isFromFile: Bool {
    attributes[CardDraft.importedID] != nil || attributes["posted"] != nil
  }
}
