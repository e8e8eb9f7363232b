import ExerciseProtocol
import SessionStore
import SystemPackage
import Workshop

/// What a line costs from the moment it is typed until it is safe on disk and answered: the plugin
/// decides, the journal is appended to and synced, everybody folds. Against the least that makes
/// the same bytes last, and against a database.
func durableCommand(_ ground: Ground) throws -> [Row] {
  let place = try Workplace(ground)
  try place.openSession("durable", events: 100)
  let line = { _ = try place.desk.perform("@Person1 \(Workplace.sentence)") }
  try line()
  let bytes = try lastLine(of: place.journal("durable"))

  let files = try SessionFiles.create(
    "store", in: FilePath(place.sessions), origin: .random())
  let event = EventDraft(payload: payload(200), at: .now())
  let bare = try AppendingFile(FilePath("\(ground.path)/bare"))
  var contestants: [Contestant] = [
    .timed("a line, typed to answered: decided, durable, folded", line),
    .timed("of that, the store: one event of 200 bytes appended") {
      _ = try files.append([event], after: files.head)
    },
    .timed("lock + append + fdatasync, the same \(bytes.count) bytes") { try bare.append(bytes) },
  ]
  var missing: String?
  do {
    let database = try SQLite("\(ground.path)/lines.sqlite")
    contestants.append(.timed("SQLite") { try database.insert(bytes) })
  } catch { missing = "\(error)" }
  return rows(try inTurns(2000, warmup: 20, contestants), missing)
}

private func rows(_ measured: [Measurement], _ missing: String?) -> [Row] {
  let (command, store, bare) = (measured[0], measured[1], measured[2])
  let floors: [Row] = [.measured(command, against: bare), .measured(store, against: bare)]
  guard measured.count > 3 else {
    return floors + [.notMeasured("the same against SQLite", why: missing ?? "")]
  }
  let sqlite = measured[3]
  let insert = "SQLite insert, WAL, synchronous=FULL"
  // Its log grows until the first checkpoint, after about 1,000 pages; from then on it is written
  // over, which costs the disk less than a file that grows.
  let growing = sqlite.part(0..<400, "\(insert): first 400, its log grows")
  let steady = sqlite.part(1200..<sqlite.samples.count, "\(insert): steady, its log is recycled")
  return floors
    + [command, store].flatMap { ours -> [Row] in
      [.measured(ours, against: growing), .measured(ours, against: steady)]
    }
}

/// An event of that many bytes.
private func payload(_ count: Int) -> [UInt8] {
  let empty: JSONValue = ["type": "note", "text": ""]
  let text = String(repeating: "x", count: count - empty.serialized().count)
  let event: JSONValue = ["type": "note", "text": .string(text)]
  return event.serialized()
}

/// With its line break.
private func lastLine(of path: String) throws -> [UInt8] {
  let all = try bytes(of: path).dropLast()
  let newline = UInt8(ascii: "\n")
  let start = all.lastIndex(of: newline).map { $0 + 1 } ?? 0
  return Array(all[start...]) + [newline]
}
