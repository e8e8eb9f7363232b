import TerminalTesting
import Testing

@Suite struct ScreenTests {
  private func screen(_ bytes: String, columns: Int = 10, rows: Int = 4) -> Screen {
    var screen = Screen(columns: columns, rows: rows)
    screen.feed(bytes)
    return screen
  }

  /// What is fed, the text then, the cursor's row and column; on ten columns and four rows.
  static let table: [(String, String, Int, Int)] = [
    ("hello", "hello", 0, 5),
    ("hello\r\nyou", "hello\nyou", 1, 3),
    ("hello\nyou", "hello\n     you", 1, 8),
    ("abc\u{8}\u{8}X", "aXc", 0, 2),
    ("a\tb", "a       b", 0, 9),
    ("ab\u{7}c", "abc", 0, 3),
    ("0123456789", "0123456789", 0, 9),
    ("0123456789X", "0123456789\nX", 1, 1),
    ("0123456789\r\nX", "0123456789\nX", 1, 1),
    ("0123456789\u{8}X", "01234567X9", 0, 9),
    ("012345678日", "012345678\n日", 1, 2),
    ("日本", "日本", 0, 4),
    ("日本\u{8}\u{8}x", "日x", 0, 3),
    ("日本\r\u{1B}[Cx", " x本", 0, 2),
    ("e\u{301}x", "e\u{301}x", 0, 2),
    ("日\u{301}x", "日\u{301}x", 0, 3),
    ("abc\u{1B}[2Dx", "axc", 0, 2),
    ("abc\u{1B}[Gx", "xbc", 0, 1),
    ("abc\u{1B}[5Gx", "abc x", 0, 5),
    ("a\r\nb\u{1B}[Ax", "ax\nb", 0, 2),
    ("a\u{1B}[2Bx", "a\n\n x", 2, 2),
    ("\u{1B}[2;3Hx", "\n  x", 1, 3),
    ("\u{1B}[3dx", "\n\nx", 2, 1),
    ("\u{1B}[99;99Hx", "\n\n\n         x", 3, 9),
    ("abcdef\u{1B}[3D\u{1B}[K", "abc", 0, 3),
    ("abcdef\u{1B}[3D\u{1B}[1Kx", "   xef", 0, 4),
    ("abcdef\u{1B}[2Kx", "      x", 0, 7),
    ("ab\r\ncd\u{1B}[H\u{1B}[J", "", 0, 0),
    ("ab\r\ncd\u{1B}[1;2H\u{1B}[J", "a", 0, 1),
    ("ab\r\ncd\u{1B}[1J", "", 1, 2),
    ("ab\r\ncd\u{1B}[2Jx", "\n  x", 1, 3),
    ("abcdef\u{1B}[2G\u{1B}[2P", "adef", 0, 1),
    ("abcdef\u{1B}[2G\u{1B}[2@", "a  bcdef", 0, 1),
    ("abcdef\u{1B}[2G\u{1B}[2X", "a  def", 0, 1),
    ("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[L", "a\n\nb\nc", 1, 0),
    ("a\r\nb\r\nc\u{1B}[1;1H\u{1B}[M", "b\nc", 0, 0),
    ("a\u{1B}[1;31mb\u{1B}[mc", "abc", 0, 3),
    ("a\u{1B}]0;a title\u{7}b\u{1B}]8;;x\u{1B}\\c", "abc", 0, 3),
    ("\u{1B}(Ba\u{1B}[?1h\u{1B}=b", "ab", 0, 2),
  ]

  @Test(arguments: table)
  func bytesBecomeAScreen(bytes: String, text: String, row: Int, column: Int) {
    let screen = screen(bytes)
    #expect(screen.text == text)
    #expect(screen.cursor == Screen.Cursor(row: row, column: column))
    #expect(screen.unknown.isEmpty)
  }

  @Test func bytesMayComeOneByOne() {
    for (bytes, text, _, _) in Self.table {
      var screen = Screen(columns: 10, rows: 4)
      for byte in bytes.utf8 { screen.feed([byte]) }
      #expect(screen.text == text)
    }
  }

  @Test func whatScrollsOutIsKept() {
    var screen = screen("1\r\n2\r\n3\r\n4\r\n5\r\n6")
    #expect(screen.text == "3\n4\n5\n6")
    #expect(screen.scrollback == ["1", "2"])
    screen.feed("\u{1B}[H\u{1B}[2J\u{1B}[3J")
    #expect(screen.scrollback.isEmpty)
    #expect(screen.text.isEmpty)
  }

  @Test func aLineWrappedAtTheEdgeIsOneLineUnwrapped() {
    let screen = screen("0123456789abc\r\nnext")
    #expect(screen.lines[0] == "0123456789")
    #expect(screen.unwrappedText == "0123456789abc\nnext")
  }

  @Test func theGapBeforeAWideCharacterThatDidNotFitIsNoText() {
    #expect(screen("012345678日本").unwrappedText == "012345678日本")
  }

  @Test func theAlternateScreenLeavesNoTrace() {
    var screen = screen("main")
    screen.feed("\u{1B}[?1049h\u{1B}[Hballot\r\n\n\n\n\n\n")
    #expect(screen.isAlternate)
    screen.feed("\u{1B}[?1049l")
    #expect(!screen.isAlternate)
    #expect(screen.text == "main")
    #expect(screen.cursor == .init(row: 0, column: 4))
    #expect(screen.scrollback.isEmpty)
  }

  @Test func modesAndTheBellAreNoted() {
    let screen = screen("\u{1B}[?2004h\u{1B}[?25l\u{7}\u{7}")
    #expect(screen.marksPastes)
    #expect(!screen.isCursorVisible)
    #expect(screen.bells == 2)
  }

  @Test func aResizeCutsAndExtends() {
    var screen = screen("0123456789\r\n2\r\n3\r\n4")
    screen.resize(columns: 5, rows: 2)
    #expect(screen.lines == ["3", "4"])
    #expect(screen.scrollback.first == "0123456789")
    screen.resize(columns: 20, rows: 3)
    screen.feed("X")
    #expect(screen.lines == ["3", "4X", ""])
  }

  @Test func badBytesAndUnknownSequencesShow() {
    var screen = Screen(columns: 10, rows: 2)
    screen.feed([0xFF, 0xC3, 0x28, 0x41])
    #expect(screen.text == "\u{FFFD}\u{FFFD}(A")
    screen.feed("\u{1B}[5z\u{1B}[?77h")
    #expect(screen.unknown == ["CSI 5z", "CSI ?77h"])
  }
}
