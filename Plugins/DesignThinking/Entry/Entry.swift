import DesignThinking
public import ExerciseKit

/// The library's one exported symbol. It is apart from the exercises so that several plugins' can
/// be linked into one test.
@c(charrette_plugin_entry) public func entry(
  _ host: UnsafePointer<charrette_host>
) -> UnsafePointer<charrette_plugin>? { plugin.entry(host) }
