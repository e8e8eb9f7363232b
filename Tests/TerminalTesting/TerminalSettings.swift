package import Glibc

/// The line discipline's settings, to be compared: a program must leave them as it found them.
package struct TerminalSettings: Hashable, Sendable {
  package var input: tcflag_t
  package var output: tcflag_t
  package var control: tcflag_t
  package var local: tcflag_t
  package var characters: [cc_t]

  /// Those of the terminal behind a descriptor; nil where there is none.
  package init?(of descriptor: CInt) {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return nil }
    input = settings.c_iflag
    output = settings.c_oflag
    control = settings.c_cflag
    local = settings.c_lflag
    characters = withUnsafeBytes(of: &settings.c_cc) { Array($0) }
  }

  /// The terminal echoes what is typed and hands it over line by line, as a shell expects it.
  package var isCooked: Bool {
    let cooked = tcflag_t(ECHO | ICANON)
    return local & cooked == cooked
  }
}
