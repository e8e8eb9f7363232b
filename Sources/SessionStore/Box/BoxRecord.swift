import ExerciseProtocol
import Hashing
import Polling

/// The files of a box. What each holds depends on what is in the box, and on nothing of how it came
/// there: every file is rewritten whole, in an order of its own.
///
/// ```
/// Sessions/<session>.polls/<poll>/
///   .lock          only ever locked
///   terms.json     PollTerms, written once
///   secrets.json   PollSecrets, written once, removed when the poll is counted
///   a/ or b/       the generation that head names
///     ballots.json   the sealed ballots, in the order of their commitments
///     used.json      who has voted, in their own order
///     papers.json    ballots on paper that are being entered; how many ballots came from paper
///                    and, where the terms allow it, how many the facilitator entered
///   head           one line: the generation, the state, the digests of all files
/// ```
/// A change writes the generation that is not there, switches by renaming a new `head` into place,
/// and removes the old generation.
enum BoxRecord {
  static let terms = "terms.json"
  static let secrets = "secrets.json"
  static let ballots = "ballots.json"
  static let used = "used.json"
  static let papers = "papers.json"
  static let head = "head"
  static let newHead = ".head.new"
  static let lock = ".lock"

  /// The files of a generation.
  static let files = [ballots, used, papers]

  enum Generation: String { case a, b }

  /// What a generation's files hold, in the order of ``files``.
  static func bytes(of box: PollBox) -> [[UInt8]] {
    [
      file(.array(box.contents.ballots.map(\.json))),
      file(.array(box.contents.used.map(\.json))),
      file([
        "in-box": .integer(box.contents.papers),
        "entered": box.terms.allowsEnteredBallots
          ? .integer(box.contents.channels.entered) : nil,
        "entries": box.entries.json,
      ]),
    ]
  }

  static func file(_ value: JSONValue) -> [UInt8] {
    value.serialized(.indented) + [UInt8(ascii: "\n")]
  }

  /// Reads what ``bytes(of:)`` wrote; throws where it is anything else.
  static func contents(_ files: [[UInt8]]) throws -> (BoxContents, PaperEntries) {
    let readers = try zip(files, Self.files).map {
      JSONReader(try JSONValue(parsing: $0), path: $1)
    }
    let ballots = try readers[0].elements().map { element in try SealedBallot(element) }
    let used = try readers[1].elements().map { element in try Voter(element) }
    return (
      BoxContents(
        ballots, used: used, papers: try readers[2].integer("in-box"),
        entered: try readers[2].optional("entered")?.integer() ?? 0),
      try PaperEntries(readers[2].required("entries"))
    )
  }
}

/// What `head` says: which generation holds, where the poll stands, and what every file comes to.
struct BoxHead: Hashable {
  var generation: BoxRecord.Generation
  var state: PollBox.State
  var reopenings: [String]
  var terms: Digest
  var secrets: Digest?
  /// In the order of ``BoxRecord/files``.
  var files: [Digest]

  private static let version = 1

  /// One line; its last member is the digest of the bytes before the comma that stands before it.
  var bytes: [UInt8] {
    let json: JSONValue = [
      "charrette-box": .integer(Self.version), "generation": .string(generation.rawValue),
      "state": .string(state.rawValue), "reopened": .list(reopenings),
      "terms": .string("\(terms)"), "secrets": secrets.map { .string("\($0)") },
      "files": .array(files.map { .string("\($0)") }),
    ]
    let body = Array(json.serialized().dropLast())
    return body + Array(",\"digest\":\"\(Digest.of(body))\"}\n".utf8)
  }

  init(
    _ generation: BoxRecord.Generation, of box: PollBox, terms: Digest, secrets: Digest?,
    files: [Digest]
  ) {
    (self.generation, state, reopenings) = (generation, box.state, box.reopenings)
    (self.terms, self.secrets, self.files) = (terms, secrets, files)
  }

  /// Reads what ``bytes`` wrote; nil where it is anything else.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes),
      let generation = json.text("generation").flatMap(BoxRecord.Generation.init),
      let state = json.text("state").flatMap(PollBox.State.init),
      let terms = json.text("terms").flatMap(Digest.init), case .array(let files)? = json["files"]
    else { return nil }
    (self.generation, self.state, self.terms) = (generation, state, terms)
    secrets = json.text("secrets").flatMap(Digest.init)
    self.files = files.compactMap { if case .string(let text) = $0 { Digest(text) } else { nil } }
    reopenings = (try? JSONReader(json, path: "head").strings("reopened")) ?? []
    guard self.bytes == bytes, self.files.count == BoxRecord.files.count else { return nil }
  }
}

extension JSONValue {
  fileprivate func text(_ name: String) -> String? {
    if case .string(let text)? = self[name] { text } else { nil }
  }
}
