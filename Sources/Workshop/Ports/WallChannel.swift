package import ExerciseProtocol

/// What whoever steers asks of the walls of a session: to turn the page, to bring a card up.
///
/// It is no part of the session: nothing of it is in the journal, and a report knows nothing of it.
package enum WallOrder: Hashable, Sendable {
  case next, back, first, last
  /// Counted from 1.
  case page(Int)
  /// Turn no page until told to.
  case hold
  /// Turn by itself again, from the beginning, and put away what was brought up.
  case go
  case card(CardID)
  case activity(ActivityID)
  case proposition
}

/// An order as it was given; two that ask the same differ by it.
package struct GivenWallOrder: Hashable, Sendable {
  package var id: String
  package var order: WallOrder

  package init(id: String, _ order: WallOrder) {
    (self.id, self.order) = (id, order)
  }
}

/// The way from the console to the walls, which are processes of their own, at other terminals and
/// perhaps of accounts that may only read.
package protocol WallChannel: AnyObject {
  /// Gives an order. That a wall follows is not waited for, and whether there is one not known.
  func give(_ order: WallOrder) throws(Problem)
  /// The latest orders, the earliest first. A wall follows those that it has not seen.
  func orders() -> [GivenWallOrder]
}

/// A channel within one process.
package final class MemoryWallChannel: WallChannel {
  private var given: [GivenWallOrder] = []

  package init() {}

  package func give(_ order: WallOrder) throws(Problem) {
    given.append(GivenWallOrder(id: "\(given.count)", order))
  }

  package func orders() -> [GivenWallOrder] { given }
}

extension WallOrder {
  /// How many orders are kept: more than anybody gives between two looks of a wall.
  package static let kept = 16
}

extension GivenWallOrder: JSONRepresentable {
  package var json: JSONValue {
    var members: [JSONValue.Member] = [.init("id", .string(id))]
    switch order {
    case .next: members.append(.init("do", "next"))
    case .back: members.append(.init("do", "back"))
    case .first: members.append(.init("do", "first"))
    case .last: members.append(.init("do", "last"))
    case .page(let number):
      members += [.init("do", "page"), .init("page", .integer(number))]
    case .hold: members.append(.init("do", "hold"))
    case .go: members.append(.init("do", "go"))
    case .card(let card): members += [.init("do", "card"), .init("card", card.json)]
    case .activity(let activity):
      members += [.init("do", "activity"), .init("activity", activity.json)]
    case .proposition: members.append(.init("do", "proposition"))
    }
    return .object(members)
  }

  package init(_ reader: JSONReader) throws(JSONShapeError) {
    let what = try reader.required("do")
    id = try reader.string("id")
    switch try what.string() {
    case "next": order = .next
    case "back": order = .back
    case "first": order = .first
    case "last": order = .last
    case "page": order = .page(try reader.integer("page"))
    case "hold": order = .hold
    case "go": order = .go
    case "card": order = .card(try CardID(reader.required("card")))
    case "activity": order = .activity(try ActivityID(reader.required("activity")))
    case "proposition": order = .proposition
    default: throw what.mismatch("an order that this wall knows")
    }
  }
}
