import Rendering
import Terminal

/// A terminal that is a list of what happens at it, on a clock that goes only as it is told to.
final class WallDevice: BoothDevice {
  /// What happens, in order.
  enum Happening {
    case key(BoothKey)
    /// Nothing, for so many seconds.
    case rest(Double)
    /// What others do meanwhile.
    case meanwhile(() throws -> Void)
    /// The window gets another size.
    case resize(Int, Int)
    /// Looks at the screen.
    case look((Screen) -> Void)
  }

  struct Screen {
    var lines: [String]
    var text: String { lines.joined(separator: "\n") }
    var status: String { lines.first ?? "" }
  }

  var size: (columns: Int, rows: Int)
  let style: TerminalStyle
  let movesCursor = true
  private(set) var now = Duration.zero
  private var happenings: [Happening]
  private var screen = Screen(lines: [])
  /// Whether all of that has happened: a wall that ends early sees less.
  var isDone: Bool { happenings.isEmpty }
  /// How often something was drawn.
  private(set) var drawings = 0

  init(columns: Int = 80, rows: Int = 24, _ happenings: [Happening]) {
    size = (columns, rows)
    style = TerminalStyle(columns: columns)
    self.happenings = happenings.reversed()
  }

  func next(until deadline: Duration?) -> BoothInput {
    while let next = happenings.popLast() {
      switch next {
      case .key(let key): return .key(key)
      case .resize(let columns, let rows):
        size = (columns, rows)
        return .resized
      case .meanwhile(let body): try? body()
      case .look(let body): body(screen)
      case .rest(let seconds):
        let wake = deadline ?? now
        let end = now + .milliseconds(Int(seconds * 1000))
        guard wake < end else {
          now = end
          continue
        }
        now = wake
        happenings.append(.rest((end - wake) / .seconds(1)))
        return .deadline
      }
    }
    return .key(.scalar("q"))
  }

  func dropInput() {}

  func write(_ text: String) {
    guard text.hasPrefix("\u{1B}[H"), !text.hasPrefix("\u{1B}[H\u{1B}[2J") else { return }
    drawings += 1
    let plain = text.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
    screen = Screen(
      lines: plain.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init))
  }
}
