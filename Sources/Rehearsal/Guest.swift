import ExerciseProtocol

/// Somebody who takes part in a rehearsal.
struct Guest: Hashable, Sendable {
  /// Two words, no two guests alike.
  var name: String
  var voice: Voice

  /// From where somebody speaks.
  enum Voice: String, CaseIterable, Sendable {
    case carer, planner, frontline, young, councillor, volunteer, newcomer, digital, older, trader

    /// What the roster says where they come from.
    var organisation: String {
      switch self {
      case .carer: "Carers' group"
      case .planner: "Town planning"
      case .frontline: "Advice desk"
      case .young: "Youth forum"
      case .councillor: "Ward councillors"
      case .volunteer: "Food bank"
      case .newcomer: "Welcome centre"
      case .digital: "Digital team"
      case .older: "Older people's club"
      case .trader: "Market traders"
      }
    }

    /// Of whom they speak.
    var people: [String] {
      switch self {
      case .carer: ["the people I care for", "carers like me"]
      case .planner: ["residents", "people who never answer a consultation"]
      case .frontline: ["the people at my desk", "my colleagues"]
      case .young: ["people my age", "students with two jobs"]
      case .councillor: ["people in my ward", "families on my street"]
      case .volunteer: ["the families we help", "our volunteers"]
      case .newcomer: ["people who are new here", "people who speak little English"]
      case .digital: ["people without a smartphone", "first-time users"]
      case .older: ["my neighbours", "people of my age"]
      case .trader: ["our customers", "people who work weekends"]
      }
    }
  }

  /// So many people, in an order that the seed draws; every voice is heard as often as another.
  static func room(of count: Int, using chance: inout Chance) -> [Guest] {
    let firsts = firstNames.shuffled(using: &chance)
    let lasts = lastNames.shuffled(using: &chance)
    let voices = Voice.allCases.shuffled(using: &chance)
    return (0..<count).map { place in
      let turn = place / firsts.count
      let last = lasts[(place + turn * 7) % lasts.count]
      // Beyond all pairs of names a number tells people apart.
      let pairs = firsts.count * lasts.count
      let number = place >= pairs ? " \(place / pairs + 1)" : ""
      return Guest(
        name: "\(firsts[place % firsts.count]) \(last)\(number)",
        voice: voices[place % voices.count])
    }
  }

  private static let firstNames = [
    "Ada", "Ahmed", "Aisha", "Alun", "Amina", "Andrzej", "Asha", "Ben", "Bronwen", "Carys", "Chidi",
    "Clare", "Dafydd", "Deepa", "Dilys", "Efua", "Elena", "Emrys", "Esther", "Farah", "Gareth",
    "Grace", "Hamid", "Ines", "Jamal", "Jean", "Kofi", "Leila", "Lowri", "Marek", "Mei", "Morag",
    "Nadia", "Nia", "Olu", "Priya", "Rhys", "Sanjay", "Tomos", "Yusuf",
  ]

  private static let lastNames = [
    "Abbott", "Adeyemi", "Bevan", "Chowdhury", "Craig", "Davies", "Ellis", "Farrow", "Griffiths",
    "Hassan", "Howells", "Iqbal", "Jenkins", "Kaur", "Kowalski", "Lewis", "Malik", "Mensah",
    "Morgan", "Novak", "Okafor", "Owen", "Parry", "Patel", "Price", "Quinn", "Rahman", "Rees",
    "Shah", "Silva", "Thomas", "Vaughan", "Walsh",
  ]
}
