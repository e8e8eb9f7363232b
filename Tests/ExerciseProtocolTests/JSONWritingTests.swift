import ExerciseProtocol
import Testing

@Suite struct JSONWritingTests {
  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), ("\"\\/", #""\"\\/""#),
    ("\n\r\t", #""\n\r\t""#), ("\u{8}\u{C}\u{0}\u{1B}", #""\u0008\u000c\u0000\u001b""#),
    ("\u{7F}\u{85}\u{9F}\u{A0}", "\"\\u007f\\u0085\\u009f\u{A0}\""),
    ("\u{2028}\u{2029}\u{202E}", "\"\\u2028\\u2029\u{202E}\""),
    ("é日😀", "\"é日😀\""), ("e\u{301}", "\"e\u{301}\""),
  ])
  func `text is escaped where it must be, and nowhere else`(text: String, written: String) {
    #expect(JSONValue.string(text).text().unicodeScalars.elementsEqual(written.unicodeScalars))
  }

  @Test(
    arguments: [
      (.null, "null"), (true, "true"), (.integer(.min), "-9223372036854775808"),
      (.number(1), "1.0"), (.number(-0.0), "-0.0"), (.number(1e21), "1e+21"),
      (.number(.leastNonzeroMagnitude), "5e-324"), (.number(0.1), "0.1"), ([], "[]"), ([:], "{}"),
      ([1, [:], "a"], #"[1,{},"a"]"#), (["b": 1, "a": nil, "c": []], #"{"b":1,"c":[]}"#),
    ] as [(JSONValue, String)])
  func `a value has one form`(value: JSONValue, text: String) {
    #expect(value.text() == text)
  }

  @Test func `laid out, a member stands on a line`() {
    let value: JSONValue = [
      "id": "c1", "tags": ["skills", "youth"], "replies": [], "at": [:],
      "author": ["name": "Ruth", "dots": [1, [2]]],
    ]
    #expect(
      value.text(.indented) == """
        {
          "id": "c1",
          "tags": [
            "skills",
            "youth"
          ],
          "replies": [],
          "at": {},
          "author": {
            "name": "Ruth",
            "dots": [
              1,
              [
                2
              ]
            ]
          }
        }
        """)
  }

  @Test func `what is written reads back, in either layout, and gives the same bytes`() throws {
    var random = Chance(seed: 8259)
    for _ in 0..<2000 {
      let value = RandomJSON.value(&random)
      let compact = value.serialized()
      #expect(try JSONValue(parsing: compact) == value)
      #expect(try JSONValue(parsing: value.serialized(.indented)) == value)
      #expect(try JSONValue(parsing: compact).serialized() == compact)
    }
  }
}
