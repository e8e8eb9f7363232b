/// Whoever is at the terminal while a plugin is waited for: is told that one waits, and can have
/// had enough.
///
/// The terminal implements it; the host of the plugins calls it, from the wait itself and so on the
/// thread that asked. Nothing may be asked of a plugin from within. Scripts have none: they say
/// nothing, and ^C ends them.
package protocol Attendant: AnyObject {
  /// What is looked at during the wait: it can be read when ``hasHadEnough()`` is to be asked.
  var descriptor: Int32 { get }

  /// A plugin has been waited for so long that silence would be taken for a fault: once a line and
  /// plugin.
  func waits(for plugin: String)

  /// Takes what came to ``descriptor``.
  ///
  /// - Returns: whether it is ^C, or the word to end: then nothing more is waited for in this line.
  func hasHadEnough() -> Bool
}
