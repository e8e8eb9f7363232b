import Rendering
import Workshop

/// While a plugin works the wall waits with it: says so after a moment, and goes when told to.
extension Wall: Attendant {
  package var descriptor: Int32 { device.descriptor }

  package func waits(for plugin: String) {
    note = Wording.wallWaits(for: plugin)
    draw()
  }

  package func hasHadEnough() -> Bool {
    while ending == nil {
      let input = device.next(until: device.now)
      if input == .deadline { return false }
      // Only what leaves: whatever else a key does would ask the plugin again.
      if case .key(let key) = input, [.scalar("q"), .interrupt].contains(key) {
        ending = .left
      }
      take(input)
    }
    return true
  }
}

/// Somebody who waits for a picture of the wall that goes into a pipe or is read aloud. Nothing is
/// asked of them: ^C ends the process as it ends any.
package final class WallOnlooker: Attendant {
  private let say: (String) -> Void

  /// - Parameter say: takes a line that is not a part of the picture.
  package init(saying say: @escaping (String) -> Void) { self.say = say }

  package var descriptor: Int32 { -1 }
  package func waits(for plugin: String) { say(Wording.wallWaits(for: plugin, leaving: "^C")) }
  package func hasHadEnough() -> Bool { false }
}

extension Wording {
  static func wallWaits(for plugin: String, leaving key: String = "q") -> String {
    "Waiting for the plugin “\(neutralised(plugin))”; \(key) leaves."
  }
}
