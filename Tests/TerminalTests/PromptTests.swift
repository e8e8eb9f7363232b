import Terminal
import Testing

@Suite struct PromptTests {
  @Test func stylesAndControlCharactersAreNoWords() {
    var prompt = Prompt("two\nlines\u{1B}[2J")
    prompt.append(style: "\u{1B}[1m")
    prompt.append("> ")
    #expect(prompt.plain == "two lines [2J> ")
  }

  @Test(arguments: [
    ("Ann", "@Ann"), ("Roger White", #"@"Roger White""#), ("Zoë", "@Zoë"), ("", #"@"""#),
    ("O'Neill", #"@"O'Neill""#), (#"the "boss""#, #"@"the \"boss\"""#),
    (#"a\b"#, #"@"a\\b""#),
  ])
  func aNameIsQuotedWhereItHasTo(name: String, text: String) {
    #expect(Candidate.name(name, prefix: "@").text == text)
    #expect(Candidate.name(name, prefix: "@").display == "@" + name)
  }
}
