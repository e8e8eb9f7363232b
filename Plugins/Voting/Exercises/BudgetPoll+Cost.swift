import ExerciseKit

extension BudgetPoll {
  /// Says what a card costs, in place of what its attribute `cost` has.
  struct Cost: Action {
    static let about = ActionAbout(
      "cost", "Say what a card costs", attribution: .none, isForFacilitator: true,
      examples: ["cost c3 900"])
    @Field("The card") var card: CardID
    @Field("What it costs", Price.possible) var amount: Int

    func decide(in room: Room<BudgetPoll>) throws(Refusal) -> [Effect<Event>] {
      guard room.taken.contains(where: { $0.id == card && $0.hidden == nil }) else {
        throw Refusal(
          "\(card) is not one of the cards to vote on.", field: "card", hint: "/show lists them.")
      }
      guard !room.isOver, room.casts.isEmpty else {
        throw Refusal("People have voted already: costs stay as they were announced.")
      }
      let amount = room.settings.currency + self.amount.grouped
      return [.record(.priced(card, self.amount)), .notice("\(card) costs \(amount).")]
    }
  }
}

extension Int {
  /// With commas between thousands: “1,200”.
  var grouped: String {
    var groups: [Substring] = []
    var digits = Substring(String(magnitude))
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return (self < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
  }
}
