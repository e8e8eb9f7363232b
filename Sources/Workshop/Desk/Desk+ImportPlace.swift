import ExerciseProtocol
import OrderedCollections

/// Where cards of a file land in the current activity: where a line typed there would.
///
/// An exercise may give what is typed a place of its own (a region of a canvas, a sheet, a round),
/// as attributes and tags of the card. It is asked what it would make of one line of each kind, and
/// nothing of that is kept but these.
struct ImportPlaces {
  /// Of a card without tags that name a place.
  private var plain = Place()
  /// By a card's tag.
  private var byTag: [String: Place] = [:]

  struct Place {
    var attributes: [String: String] = [:]
    var tags: [String] = []
  }

  /// More tags than these are no regions.
  private static let limit = 60

  /// - Throws: where `region` is no place here.
  init(
    _ changes: [Change], into region: String?, asking: (String) throws(Problem) -> CardDraft?
  ) throws(Problem) {
    if let region {
      let draft = try asking("\(region): \(ImportPlaces.words)")
      guard let draft, draft.text == ImportPlaces.words else { throw .noPlace(region) }
      plain = Place(attributes: draft.attributes, tags: draft.tags)
      return
    }
    guard let draft = try? asking(ImportPlaces.words),
      !draft.attributes.isEmpty || !draft.tags.isEmpty
    else { return }
    plain = Place(attributes: draft.attributes, tags: draft.tags)
    let tags = OrderedSet(changes.flatMap { $0.draft?.tags ?? [] })
    for tag in tags.prefix(ImportPlaces.limit) {
      if let draft = try? asking("\(tag): \(ImportPlaces.words)"), draft.text == ImportPlaces.words
      {
        byTag[tag] = Place(attributes: draft.attributes, tags: draft.tags)
      }
    }
  }

  /// Words that begin with no place of any canvas.
  fileprivate static let words = "…"

  /// The changes, each with its place if it brings a card: what answers another lies where that
  /// one does.
  func placing(_ changes: [Change]) -> [Change] {
    var places: [Place] = []
    return changes.map { change in
      guard case .addCard(var draft) = change else { return change }
      var place = draft.tags.compactMap { byTag[$0] }.first ?? plain
      if case .draft(let parent)? = draft.parent, places.indices.contains(parent) {
        place = places[parent]
      }
      places.append(place)
      draft.attributes.merge(place.attributes) { own, _ in own }
      draft.tags += place.tags.filter { !draft.tags.contains($0) }
      return .addCard(draft)
    }
  }
}

extension Change {
  fileprivate var draft: CardDraft? { if case .addCard(let draft) = self { draft } else { nil } }
}

extension Desk {
  /// Whether these words and a colon put a card somewhere in the current activity. Where the
  /// exercise refuses them, as nearly a place, it is to say so.
  func isPlace(_ words: String) -> Bool {
    guard let current = session?.currentActivity else { return false }
    do throws(Problem) {
      guard let draft = try draft(of: "\(words): \(ImportPlaces.words)", in: current) else {
        return true
      }
      return draft.text == ImportPlaces.words
    } catch {
      return true
    }
  }

  /// What the current activity would make of a line; nil where it makes no card of it.
  ///
  /// - Throws: where the exercise refuses the line.
  func draft(of line: String, in current: Activity) throws(Problem) -> CardDraft? {
    let name = exercise(called: current.plan.exercise)?.description.lineAction
    guard let live, let action = actions(of: current).first(where: { $0.name == name }),
      let text = CommandShape(action).plainText
    else { return nil }
    let defaults = action.fields.filter { $0.name != text.name }.compactMap { field in
      field.defaultValue.map { JSONValue.Member(field.name, $0) }
    }
    let call = Call(
      action: action.name, fields: .object(defaults + [.init(text.name, .string(line))]),
      actor: nil, at: now)
    let reply: Reply
    do throws(PluginFailure) {
      reply = try live.answer(to: .decide(call), of: current.id)
    } catch {
      throw error.problem
    }
    switch reply {
    case .changes(let changes, _, _): return changes.compactMap(\.draft).first
    case .refused(let refusal): throw Problem(refusal)
    default: return nil
    }
  }
}
