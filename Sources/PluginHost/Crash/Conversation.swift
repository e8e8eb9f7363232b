internal import ExerciseProtocol

/// What was asked of one plugin process, as far as it takes to ask it again: for each activity
/// everything since it was opened, and the sections and imports that were asked for in between.
/// That is what a crash file holds.
///
/// Keeping it costs next to nothing: the bytes are made for the plugin anyway.
struct Conversation {
  private var requests: [ActivityID: Requests] = [:]
  /// What concerns no activity alone.
  private var others: [Numbered] = []
  private var last = 0

  struct Numbered {
    /// In the order in which they were asked.
    var number: Int
    var request: [UInt8]
  }

  private struct Requests {
    var kept: [Numbered] = []
    var bytes = 0
    /// Bytes of the first one, which opens the activity.
    var opening = 0
  }

  /// An activity that was talked about so much more than it takes to open it is opened anew: that
  /// is the same to the plugin, and what is kept here stays small.
  private static let patience = 4 << 20

  /// Whether the activity is to be opened anew before the next question.
  func isLong(_ activity: ActivityID) -> Bool {
    guard let requests = requests[activity] else { return false }
    return requests.bytes - requests.opening > max(Self.patience, 4 * requests.opening)
  }

  mutating func asked(_ request: Request, _ bytes: [UInt8]) {
    switch request {
    // Said in every process, and said again before anything is replayed.
    case .hello, .manifest: return
    default: last += 1
    }
    let numbered = Numbered(number: last, request: bytes)
    guard let activity = request.activity else { return keep(numbered) }
    if case .open = request { requests[activity] = Requests(opening: bytes.count) }
    requests[activity]?.kept.append(numbered)
    requests[activity]?.bytes += bytes.count
  }

  /// The newest always; older ones as long as there is room.
  private mutating func keep(_ request: Numbered) {
    others.append(request)
    var bytes = others.reduce(0) { $0 + $1.request.count }
    while bytes > Self.patience, others.count > 1 { bytes -= others.removeFirst().request.count }
  }

  /// Everything, in order.
  var all: [[UInt8]] {
    (requests.values.flatMap(\.kept) + others).sorted { $0.number < $1.number }.map(\.request)
  }
}

extension Request {
  /// Which activity it concerns; nil: the plugin as a whole.
  fileprivate var activity: ActivityID? {
    switch self {
    case .open(let brief): brief.id
    case .decide(let id, _, _), .view(let id, _, _), .give(let id, _), .paper(let id, _),
      .state(let id, _):
      id
    default: nil
    }
  }
}
