import PluginHost
import Testing
import Workshop

/// The sentences as the room sees them.
@Suite struct WordingTests {
  private static let again = "Nothing is lost. The plugin starts again with your next line."

  @Test(
    arguments: [
      (.crashed(signal: 11), "The plugin “comments” stopped unexpectedly (signal 11).", again),
      (.exited(status: 3), "The plugin “comments” ended by itself (status 3).", again),
      (.gaveUp(code: 2), "The plugin “comments” gave up on that (code 2).", again),
      (
        .hung(seconds: 2), "The plugin “comments” did not answer within 2 s and was stopped.",
        again
      ),
      (
        .hung(seconds: 2.34), "The plugin “comments” did not answer within 2.3 s and was stopped.",
        again
      ),
      (
        .flooded(limit: 67_108_864),
        "The plugin “comments” answered with more than 64 MiB and was stopped.", again
      ),
      (
        .disabled(failures: 3), "The plugin “comments” failed 3 times in a row and is off for now.",
        "Nothing is lost. “/plugins enable comments” tries it again."
      ),
      (
        .incompatible(host: "1.0", plugin: "2.0"),
        "The plugin “comments” does not fit this Charrette: here 1.0, there 2.0.",
        "Nothing is lost. Install a version of the plugin that was built for 1.0."
      ),
      (
        .unknownExercise("dot-voting"), "No installed plugin provides the exercise “dot-voting”.",
        "Nothing is lost. /plugins lists what is installed."
      ),
    ] as [(PluginFailure.Kind, String, String)])
  func sayWhatHappenedAndWhatToDo(kind: PluginFailure.Kind, what: String, hint: String) {
    let wording = PluginFailure(plugin: "comments", kind: kind).problem
    #expect(wording.message == what)
    #expect(wording.hint == hint)
  }
}
