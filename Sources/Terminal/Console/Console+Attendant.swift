import Rendering
import SystemPackage
import Workshop

/// While a plugin works the console waits with it: says so after a moment, and ^C ends it. The
/// half-typed line, where there is one, stays as it is.
extension Console: Attendant {
  package var descriptor: Int32 { editor.signals.descriptor.rawValue }

  package func waits(for plugin: String) {
    editor.printAbove(line(Wording.waiting(for: plugin), as: .hint))
  }

  package func hasHadEnough() -> Bool {
    guard editor.takeInterrupt() else { return false }
    // The terminal has echoed ^C, and what is said next begins a line.
    if !editor.isEditing { write("\n") }
    return true
  }
}
