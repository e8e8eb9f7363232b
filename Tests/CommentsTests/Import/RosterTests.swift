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
    let text = "Name,Org\nAda,X\nada,Y\n,Z\nZoe\u{301},\nZo\u{E9},\n"
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
        ["Zoe\u{301} O, Neil", "Head of Design", "One;Two"], ["No End"],
      ])
    #expect(
      read.warnings == [
        "1 entry that is no person was left out (line 14)",
        "1 entry without a name was left out (line 18)",
      ])
  }
}
