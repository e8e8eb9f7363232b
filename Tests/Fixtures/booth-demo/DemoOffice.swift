internal import ExerciseProtocol
internal import Glibc
internal import Terminal
internal import Workshop

/// A roll and a box in memory.
final class DemoOffice: BoothOffice {
  let poll: BoothPoll
  private let settings: DemoSettings
  private var spent: Set<String> = []
  private var cast = 0
  private var refuses: Bool

  static let codes = ["ABCD-EFGH-JK", "MNPQ-RSTU-VW"]

  init(_ settings: DemoSettings) {
    self.settings = settings
    refuses = settings.refusesOnce
    poll = BoothPoll(
      "Town square", focus: "What should the square be for the people around it?",
      paper: DemoPapers.paper(settings.poll),
      identification: settings.usesCodes ? .codes(group: 4) : .names(Self.names(settings.names)),
      receipts: settings.receipts, isBlind: settings.isBlind, takesEntered: settings.takesEntered)
  }

  private static func names(_ count: Int) -> [String] {
    let known = ["Ann Roe", "Ahmed Nasser", "Zoë O'Neill", "Mei 明美", "\u{1B}]52;c;aGk=\u{7}Eve"]
    return (0..<count).map { known.indices.contains($0) ? known[$0] : "Guest \($0 + 1)" }
  }

  /// What the standing file says; open where there is none.
  func standing() -> BoothStanding {
    switch settings.standing.flatMap(contents) {
    case "closed"?: .closed
    case "over"?: .over
    case "unreachable"?: .unreachable
    default: .open
    }
  }

  private func contents(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  func enter() { tell("1") }
  func leave() { tell("0") }

  /// Writes down whether somebody is in the booth.
  private func tell(_ text: String) {
    guard let path = settings.presence, let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  func turnout() -> BoothTurnout? {
    standing() == .unreachable
      ? nil : BoothTurnout(cast: cast, expected: settings.usesCodes ? nil : settings.names)
  }

  func admit(_ typed: String) -> BoothVoter? {
    let token = settings.usesCodes ? typed.uppercased().filter { $0.isLetter } : typed
    let codes = Self.codes.map { $0.filter { $0.isLetter } }
    let isKnown =
      switch poll.identification {
      case .codes: codes.contains(token)
      case .names(let names): names.contains(token)
      }
    guard isKnown, standing() == .open else { return nil }
    var papers = [BoothPaper(), BoothPaper(proxyFor: "Ahmed Nasser", weight: 3)]
    if !settings.hasProxy { papers.removeLast() }
    if spent.contains("\(token) 0") { papers.removeFirst() }
    if spent.contains("\(token) 1") { papers.removeLast() }
    guard !papers.isEmpty else { return nil }
    return BoothVoter(token: token, name: settings.usesCodes ? "" : token, papers: papers)
  }

  func cast(_ ballot: Ballot, by voter: BoothVoter, as paper: Int) throws(Problem) -> [String] {
    guard standing() == .open else { throw Problem("The vote is closed, and not counted yet.") }
    guard !refuses else {
      refuses = false
      throw Problem("The box can't be written: no space left on the disk.", hint: "Make room.")
    }
    guard poll.paper.faults(in: ballot).isEmpty else { throw Problem("That is no valid ballot.") }
    if let box = settings.box, let file = fopen(box, "a") {
      fputs(ballot.json.text() + "\n", file)
      fclose(file)
    }
    spent.insert("\(voter.token) \(voter.papers[paper].proxyFor == nil ? 0 : 1)")
    cast += 1
    return poll.receipts == .none ? [] : ["Receipt", "9F2C 11AB 7730 4E5D"]
  }
}
