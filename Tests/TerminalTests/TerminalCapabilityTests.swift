import Terminal
import Testing

@Suite struct TerminalCapabilityTests {
  private func capabilities(
    _ variables: [String: String], input: Bool = true, output: Bool = true,
    size: (columns: Int, rows: Int)? = (100, 30)
  ) -> TerminalCapabilities {
    TerminalCapabilities(inputIsTerminal: input, outputIsTerminal: output, size: size) {
      variables[$0]
    }
  }

  @Test(arguments: [
    (["TERM": "xterm"], true), (["TERM": "xterm", "NO_COLOR": ""], true),
    (["TERM": "xterm", "NO_COLOR": "1"], false), (["TERM": "xterm", "CLICOLOR": "0"], false),
    (["TERM": "xterm", "CLICOLOR": "1"], true), (["TERM": "dumb"], false), ([:], false),
  ])
  func colourIsOnlyUsedWhereItIsWelcome(variables: [String: String], expected: Bool) {
    #expect(capabilities(variables).usesColour == expected)
    #expect(!capabilities(variables, output: false).usesColour)
  }

  @Test(arguments: [
    (["LANG": "en_GB.UTF-8"], true), (["LANG": "cy_GB.utf8"], true), (["LANG": "C"], false),
    (["LC_ALL": "C", "LANG": "en_GB.UTF-8"], false), ([:], false),
    (["LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"], true), (["LANG": "de_DE@euro"], false),
  ])
  func unicodeIsUsedWhereTheLocaleSaysSo(variables: [String: String], expected: Bool) {
    #expect(capabilities(variables).usesUnicode == expected)
  }

  @Test func linesAreEditedOnlyWhereSomeoneSitsAtBothEnds() {
    let xterm = ["TERM": "xterm"]
    #expect(capabilities(xterm).editsLines)
    #expect(!capabilities(xterm, input: false).editsLines)
    #expect(!capabilities(xterm, output: false).editsLines)
    #expect(!capabilities(["TERM": "dumb"]).editsLines)
    #expect(capabilities(["TERM": "dumb"]).isDumb)
  }

  @Test func theKernelsSizeCountsBeforeTheEnvironments() {
    let variables = ["COLUMNS": "60", "LINES": "20"]
    #expect(capabilities(variables).columns == 100)
    #expect(capabilities(variables, size: nil).columns == 60)
    #expect(capabilities(variables, size: (0, 0)).rows == 20)
    #expect(capabilities(["COLUMNS": "wide"], size: nil).columns == 80)
    #expect(capabilities([:], size: nil).rows == 24)
  }
}
