import Glibc
import TerminalTesting
import Testing

/// Behaviour 6: told to go in the middle of a line, it goes in order.
@Suite struct EndingTests {
  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalInTheMiddleOfALine(signal: CInt) throws {
    let house = try House()
    try house.prepareDiscussion()
    let untouched = try PseudoTerminal.spawn("/bin/cat")
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.enter("@Ruth acknowledged")
    try terminal.send("never finished")
    try terminal.waitForPrompt("never finished")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .status(128 + signal))
    #expect(terminal.settings == untouched.settings)
    #expect(!terminal.screen.marksPastes)
    #expect(terminal.screen.isCursorVisible)
    #expect(house.journal().contains("acknowledged"))
    #expect(!house.journal().contains("never finished"))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalInTheMiddleOfAForm(signal: CInt) throws {
    let house = try House()
    try house.prepareDiscussion("Day", "one card")
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.send("/edit\r")
    try terminal.waitFor("card ›")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .status(128 + signal))
    #expect(terminal.settings?.isCooked == true)
  }

  @Test func aClosedTerminal() throws {
    let house = try House()
    try house.prepareDiscussion()
    let terminal = try house.terminal(["Day"])
    try terminal.waitForPrompt()
    try terminal.enter("@Ruth acknowledged")
    try terminal.send("never finished")
    try terminal.waitForPrompt("never finished")
    terminal.hangUp()
    let exit = try terminal.waitForExit()
    // Whether the signal or the end of the keys comes first, it is no success.
    #expect([.status(1), .status(128 + SIGHUP)].contains(exit))
    #expect(house.journal().contains("acknowledged"))
    let again = try house.run(["Day"], input: "/cards\n")
    #expect(again.status == 0)
    #expect(again.text.contains("1 card"))
  }
}
