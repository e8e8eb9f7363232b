import PluginHost
import SessionStore
import Workshop

/// How long it takes to open a long session: read, verified and folded. Against only reading the
/// same bytes.
func openingSession(_ ground: Ground) throws -> [Row] {
  let place = try Workplace(ground)
  let journal = "journal alone"
  let both = "journal and snapshot"
  for name in [journal, both] { try place.makeSession(name, events: 100_000) }
  let live = LiveSession(try place.library.open(both), exercises: place.host)
  try live.saveSnapshot()
  let paths = [
    journal: [place.journal(journal)],
    both: [place.journal(both), "\(place.sessions)/\(both).json"],
  ]
  let measured = try inTurns(
    7,
    [journal, both].flatMap { name -> [Contestant] in
      [
        .timed("100,000 events opened, \(name)") {
          let opened = LiveSession(try place.library.open(name), exercises: place.host)
          guard opened.session.labels.cards > 0 else { throw BenchmarkFailure("nothing was read") }
        },
        .timed("reading the bytes, \(name)") {
          for path in paths[name] ?? [] { _ = try bytes(of: path) }
        },
      ]
    })
  return [
    .measured(measured[0], against: measured[1]), .measured(measured[2], against: measured[3]),
  ]
}
