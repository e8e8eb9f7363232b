package import ExerciseProtocol
package import SystemPackage
import Workshop

/// Work that goes on beside the console, such as building a plugin anew. The console waits for it
/// as it waits for keys; what it has to say appears above the line being typed.
package protocol Sideline: AnyObject {
  /// What it waits for.
  var descriptors: [FileDescriptor] { get }

  /// Called when one of them can be read: goes on with the work, which must not take long.
  func goOn() -> SidelineNews
}

/// What came of a piece of work beside the console.
package struct SidelineNews: Sendable {
  /// To be shown.
  package var view: View
  /// Whether the activity may look different now, and is to be shown too.
  package var showsActivity: Bool

  package init(_ view: View = View(), showsActivity: Bool = false) {
    self.view = view
    self.showsActivity = showsActivity
  }
}

extension Console {
  func goOnBeside() {
    guard let news = sideline?.goOn() else { return }
    if !news.view.blocks.isEmpty { writeAbove(presentation.text(of: news.view)) }
    guard news.showsActivity, desk.session?.current != nil else { return }
    do throws(Problem) {
      writeAbove(presentation.text(of: try desk.perform("/show").view))
    } catch {
      writeAbove(presentation.text(of: error))
    }
  }
}
