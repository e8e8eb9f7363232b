import Comments
import Testing

/// Lists of people: tables, names alone, contacts.
@Suite struct RosterTests {
  @Test func `a table of names with organisation and role`() throws {
    let bytes = try boardFixture("people.csv")
    #expect(try roster(bytes, named: "people.csv") == ["Ada Lovelace, Ministry", "Bo Diddley*"])
    #expect(
      try importDiscussion(bytes, named: "people.csv").reading
        == "name from “Name”, organisation from “Organisation”, role from “Role”")
  }

  @Test(arguments: [
    "First name;Last name;Company;Job title\nAda;Lovelace;Ministry;Director\n",
    "Nachname\tVorname\tFirma\tFunktion\nLovelace\tAda\tMinistry\tDirector\n",
    "Name,Email,Organization,Title,Notes\nAda  Lovelace,a@e.org,Ministry,Director,vegan\n",
  ])
  func `other headings`(text: String) throws {
    #expect(try roster(Array(text.utf8), named: "a.csv") == ["Ada Lovelace, Director, Ministry"])
  }

  @Test func `names that stand twice or are none are told`() throws {
    let text = "Name,Org\nAda,X\nada,X\n,Z\nZoe\u{301},\nZo\u{E9},\n"
    let read = try importDiscussion(Array(text.utf8), named: "a.csv")
    #expect(read.people.map(\.name) == ["Ada", "Zoe\u{301}"])
    #expect(
      read.warnings == [
        "2 people who stand twice were taken once", "1 entry without a name was left out (line 4)",
      ])
  }

  @Test func `a name a line, where it is said to be a list of people`() throws {
    let text = "- Ada Lovelace\n2. Bo\n\nCy, Ministry\n"
    #expect(
      try roster(Array(text.utf8), named: "names.txt", isOfPeople: true)
        == ["Ada Lovelace", "Bo", "Cy, Ministry"])
  }

  @Test(arguments: [
    "Name,Votes\nLonger hours,3\n", "Name,Column\nLonger hours,Went well\n",
    "Name,Email,Comment\nAda,a@e.org,Longer hours\n",
  ])
  func `what has words or votes is no list of people`(text: String) throws {
    let read = try importDiscussion(Array(text.utf8), named: "a.csv")
    #expect(read.people.isEmpty)
    #expect(read.comments.map(\.text) == ["Longer hours"])
  }

  @Test func `a contact`() throws {
    let bytes = try boardFixture("people.vcf")
    #expect(try roster(bytes, named: "people.vcf") == ["Ada Lovelace, Ministry"])
  }

  @Test func `several contacts of every version, folded and encoded`() throws {
    let text = """
      BEGIN:VCARD\r
      VERSION:2.1\r
      N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=\r
      =F6rg;;Dr.;\r
      ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Stadt K=C3=B6ln;Verkehr\r
      END:VCARD\r
      begin:vcard
      version:4.0
      item1.FN;PROP-ID="a:b":Zoe\u{301} O\\, Neil
      TITLE:Head of
        Design
      ORG:One\\;Two;
      END:VCARD
      BEGIN:VCARD
      KIND:org
      FN:A company
      END:VCARD
      BEGIN:VCARD
      EMAIL:x@e.org
      BEGIN:VCARD
      FN:No End
      """
    let read = try importDiscussion(Array(text.utf8), named: "a.vcf")
    #expect(
      read.people.map { [$0.name, $0.role, $0.organisation].compactMap(\.self) } == [
        ["Dr. Jörg Müller", "Stadt Köln, Verkehr"],
        ["Zoe\u{301} O, Neil", "Head of Design", "One;Two"],
      ])
    #expect(
      read.warnings == [
        "1 entry that is no person was left out (line 14)",
        "1 entry has no end; it was taken up to where the next one begins (line 18)",
        "1 entry without a name was left out (line 18)",
        "the file ends early: in line 21, inside the entry of “No End”, which was left out",
      ])
  }

  @Test(arguments: [
    // Cut behind the name, in it, before it, and right behind an end.
    ("FN:Ruth Hyde\nORG:Futu", ["Ada", "Ruth Hyde"], "in line 6, inside the entry of “Ruth Hyde”"),
    ("FN:Ruth Hy", ["Ada"], "in line 5, inside the entry of “Ruth Hy”, which was left out"),
    ("N:Hyde;Ruth\nFN:Ruth Hy", ["Ada", "Ruth Hyde"], "in line 6, inside the entry of “Ruth Hy”"),
    ("ORG:X\nTIT", ["Ada"], "in line 6, inside the entry of somebody, which was left out"),
    ("FN:Bo\nEND:VCARD", ["Ada", "Bo"], nil), ("FN:Bo\nend:vcard ", ["Ada", "Bo"], nil),
  ])
  func `contacts that are cut off are told`(rest: String, names: [String], told: String?) throws {
    for end in ["\n", "\r\n", "\r"] {
      let source = "BEGIN:VCARD\nFN:Ada\nEND:VCARD\nBEGIN:VCARD\n\(rest)".replacing("\n", with: end)
      let read = try importDiscussion(Array(source.utf8), named: "a.vcf")
      #expect(read.people.map(\.name) == names)
      #expect(read.warnings == (told.map { ["the file ends early: \($0)"] } ?? []))
    }
  }

  @Test func `surname first is turned around, and a title stays`() throws {
    let text =
      "Name;Rolle;Organisation\nHyde, Ruth;Facilitatorin;X\nKing, Martin, Jr.;;\nDr. Bo Li;;Y\n"
    #expect(
      try roster(Array(text.utf8), named: "a.csv")
        == ["Ruth Hyde, X*", "King, Martin, Jr.", "Dr. Bo Li, Y"])
    let read = try importDiscussion(Array(text.utf8), named: "a.csv")
    #expect(read.warnings == ["1 name with the surname first was turned around"])
  }

  @Test func `two people of one name stay two`() throws {
    let text =
      "Name,Organisation,Email\nAna Silva,Red,a@r.org\n"
      + "Ana Silva,Blue,s@b.org\nana silva,Red,A@r.org\n"
    let read = try importDiscussion(Array(text.utf8), named: "a.csv")
    #expect(read.people.map(\.name) == ["Ana Silva", "Ana Silva (Blue)"])
    #expect(
      read.warnings == [
        "1 person has the name of another one and was told apart from them (line 3)",
        "1 person who stands twice was taken once",
      ])
  }
}
