import ExerciseKit
import ExerciseProtocol

extension SessionStandIn {
  /// Makes an exercise's changes true, all of them or none, and tells what happened. By the host's
  /// own rules.
  ///
  /// - Parameters:
  ///   - actor: whose action it was; of no meaning where the action is not an open one.
  ///   - source: what the changes may be.
  ///   - privacy: of the action: whether authors may be stored at all.
  mutating func apply(
    _ changes: [Change], actor: ParticipantID?, source: ChangeSource, privacy: Privacy
  ) throws(HarnessFailure) -> [Occurrence] {
    var rules = ChangeRules(
      self, activity: Self.activity, source: source, privacy: privacy, actor: actor, now: now)
    do throws(ChangeFault) {
      try rules.take(changes)
    } catch {
      throw HarnessFailure(error)
    }
    var happened: [Occurrence] = []
    for outcome in rules.outcomes {
      switch outcome {
      case .known: break
      case .joined(let person), .cameIn(let person): happened.append(.participant(person))
      case .added(let card), .edited(let card), .tagged(let card), .noted(let card),
        .hidden(let card, _), .unhidden(let card):
        happened.append(.card(card))
      case .proposed(let title, let text): proposition = (title, text)
      case .recorded(let event): happened.append(.recorded(event, at: now))
      }
    }
    for occurrence in happened { fold(occurrence) }
    return happened
  }
}

extension HarnessFailure {
  init(_ fault: ChangeFault) {
    self =
      switch fault {
      case .unknownCard(let id), .foreignCard(let id): .unknownCard(id)
      case .unknownDraft(let position): .unknownDraft(position)
      case .namelessPerson: .impossibleChange("a person has no name")
      case .tooMuch(let excess) where excess.isLength:
        .tooLong(bytes: excess.amount, limit: excess.limit)
      case .tooMuch(let excess): .impossibleChange(excess.clause)
      case .full(let excess): .impossibleChange(excess.clause)
      case .onlyFromImporters:
        .impossibleChange("people and the proposition come from importers alone")
      case .notForImporters:
        .impossibleChange("an importer brings cards, people and a proposition, and changes nothing")
      }
  }
}
