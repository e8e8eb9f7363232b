/// How much must confine a plugin before it is loaded. The runner decides by it and refuses by
/// itself: what it is asked for is what `confine.h` of exercise-runner calls the same.
package enum Sandbox: String, CaseIterable, Sendable {
  /// All of it, or the plugin is not loaded: for strangers' plugins.
  case strict
  /// What this kernel has: for plugins that came with the kit.
  case lenient
  /// Nothing at all: for a debugger.
  case off

  /// For a plugin that the host trusts as it trusts itself.
  package var forOurOwn: Sandbox { self == .strict ? .lenient : self }
}

/// What confines a plugin, as its runner told. A plugin could tell the same: this is for people to
/// read, and decides nothing.
package struct Confinement: Hashable, Sendable {
  /// The kernel's version of Landlock; 0 where it is not in force.
  package var landlock: Int
  package var seccomp: Bool

  package init(landlock: Int, seccomp: Bool) {
    self.landlock = landlock
    self.seccomp = seccomp
  }
}
