import ExerciseProtocol
import OrderedCollections
import Workshop

extension Play {
  /// Does what a note or a hint speaks of, as a facilitator does who reads it. What ends the
  /// activity or takes something back has to wait.
  ///
  /// - Returns: whether anything was done.
  @discardableResult
  mutating func follow(_ suggestions: [Suggestion], in scene: inout Scene) -> Bool {
    var isDone = false
    for suggestion in suggestions {
      guard let action = scene.action(suggestion.name), action.canBeFilled,
        action.privacy != .sealed, scene.followed[action.name, default: 0] < 6
      else { continue }
      switch action.kind {
      case .end, .takeBack, .skip, .handOn: continue
      case .contribute:
        // For everybody to do, in place of the plain line.
        guard action.name != scene.line?.name, scene.instead?.name != action.name else { continue }
        scene.instead = action
        isDone = true
      case .step, .other:
        isDone = use(action, suggestion, in: &scene) || isDone
      }
    }
    return isDone
  }

  /// The facilitator uses an action; of each card, where it is about one card.
  mutating func use(
    _ action: ActionDescription, _ suggestion: Suggestion?, in scene: inout Scene
  ) -> Bool {
    scene.followed[action.name, default: 0] += 1
    let isOfEachCard =
      action.isForFacilitator && action.fields.first?.type == .card
      && action.fields.first?.isRequired == true
    var isDone = false
    for card in isOfEachCard ? Array(visibleCards(scene).map { [$0] }.prefix(20)) : [[]] {
      var writer = writer(for: guests.first?.voice ?? .planner, scene)
      if !card.isEmpty { (writer.cards, writer.freshCards) = (card, card) }
      guard var words = writer.words(for: action, isLine: false, using: &chance) else { continue }
      if let choice = choice(action, suggestion) {
        words = [choice]
      } else if action.fields.allSatisfy({ !$0.isRequired && $0.type != .card && $0.type != .text })
      {
        // What may be left out, such as the number of a round, is.
        words = []
      }
      switch command((["/\(action.name)"] + words).joined(separator: " ")) {
      case .changed: isDone = true
      case .unchanged: break
      case .refused(let problem): scene.learn(problem)
      }
    }
    return isDone
  }

  /// `integrate` of “/phase integrate: ask …”.
  private func choice(_ action: ActionDescription, _ suggestion: Suggestion?) -> String? {
    guard case .choice(let names)? = action.fields.first?.type, let word = suggestion?.rest.first
    else { return nil }
    return names.contains(word) ? word : nil
  }

  func visibleCards(_ scene: Scene) -> [Card] {
    guard let activity = session.agenda[scene.activity] else { return [] }
    return session.board.values.filter {
      $0.hidden == nil && ($0.activity == scene.activity || activity.taken.contains($0.id))
    }
  }

  func writer(for voice: Guest.Voice, _ scene: Scene) -> LineWriter {
    let cards = visibleCards(scene)
    return LineWriter(
      cards: cards, freshCards: cards.filter { !scene.taken.contains($0.id) }, people: guests,
      voice: voice, kind: kind(scene), today: clock.today, said: said)
  }

  /// What kind of thing is asked for now.
  func kind(_ scene: Scene) -> Sentence.Kind { scene.kind ?? Sentence.kind(of: scene.prompts) }
}
