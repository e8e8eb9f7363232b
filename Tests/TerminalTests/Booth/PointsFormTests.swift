import ExerciseProtocol
import Terminal
import Testing

@Suite struct PointsFormTests {
  static let forms: [PaperForm] = [
    .score(0...5), .dots(total: 4, perOption: 3), .credits(16), .grade(["Poor", "Fair", "Good"]),
  ]

  @Test(arguments: forms)
  func numbersAloneGiveTheOptionThenItsPoints(kind: PaperForm) {
    var form = boothForm(kind)
    let label = form.label
    form.type("2")
    #expect(form.label != label)
    #expect(form.label.contains("2"))
    form.type("2")
    #expect(form.label == label)
    form.type("1")
    form.type("1")
    let answer: JSONValue = ["c1": 1, "c2": 2]
    #expect(form.answer == answer)
    #expect(form.question.fault(in: form.answer) == nil)
  }

  @Test(arguments: forms)
  func pairsAreTakenAllOrNone(kind: PaperForm) {
    var form = boothForm(kind)
    #expect(form.enter("2=2, 3 = 1") == .changed)
    let before = form.answer
    #expect(form.question.fault(in: before) == nil)
    for wrong in ["4=1 2=99", "4=1 4=1", "9=1", "4=x", "4=1=1", "4=1 5"] {
      #expect(form.enter(wrong).reason != nil, "\(wrong)")
      #expect(form.answer == before)
    }
  }

  @Test(arguments: forms)
  func theArrowsGoUpAndDownAndBackToNothing(kind: PaperForm) {
    var form = boothForm(kind)
    form.press(.down, .right)
    _ = form.press(.right)
    #expect(form.answer != nil)
    form.press(.left, .left)
    #expect(form.answer == nil)
  }

  @Test func oneLineInTheOrderOfTheList() {
    var form = boothForm(.score(-2...2), options: 3)
    #expect(form.enterWhole("2 - -1") == .changed)
    #expect(form.answer == ["c1": 2, "c3": -1])
    #expect(form.enterWhole("2").reason != nil)
    #expect(form.leftover == nil)
  }

  @Test func scoresStayInTheirRange() {
    var form = boothForm(.score(1...3), options: 2)
    form.press(.down, .right)
    #expect(form.answer == ["c1": 1])
    #expect(form.press(.right, .right, .right).reason?.contains("1 to 3") == true)
    #expect(form.answer == ["c1": 3])
    #expect(form.leftover == "1 is not judged; that is allowed.")
    form.type("1=-")
    #expect(form.answer == nil)
  }

  @Test func dotsAreCountedAsTheyAreSpread() {
    var form = boothForm(.dots(total: 4, perOption: 3))
    #expect(form.standing == "Spread 4 dots, up to 3 on one. 4 dots left.")
    form.type("1=3")
    #expect(form.standing.hasSuffix("1 dot left."))
    #expect(form.leftover == "You have 1 dot left; that is allowed.")
    #expect(form.enter("2=2").reason?.contains("you have 1 left") == true)
    #expect(form.enter("2=4").reason?.contains("0 to 3 dots") == true)
    #expect(form.answer == ["c1": 3])
    form.type("1=0 2=3 3=1")
    #expect(form.answer == ["c2": 3, "c3": 1])
    #expect(form.leftover == nil)
  }

  @Test func aLabelByItselfIsOneDot() {
    var form = boothForm(.dots(total: 4, perOption: 3), options: 5)
    #expect(form.enter("c1 c1 c3") == .changed)
    #expect(form.answer == ["c1": 2, "c3": 1])
    #expect(form.enterWhole("c1 c1 5") == .changed)
    #expect(form.answer == ["c1": 2, "c5": 1])
    #expect(form.enter("c1 2").reason?.contains("could be a place on the paper") == true)
    #expect(form.answer == ["c1": 2, "c5": 1])
  }

  @Test func creditsTellWhatVotesCost() {
    var form = boothForm(.credits(16))
    form.type("1=3 2=-2")
    #expect(form.standing.hasSuffix("13 spent; 3 credits left."))
    #expect(form.rows[0].details == ["3 votes for it cost 9"])
    #expect(form.rows[1].details == ["2 votes against it cost 4"])
    _ = form.press(.down)
    #expect(form.press(.right).reason?.contains("4 more than the 3 credits") == true)
    #expect(form.answer == ["c1": 3, "c2": -2])
    #expect(form.leftover == "You have 3 credits left; that is allowed.")
    #expect(form.enter("3=5").reason?.contains("4 votes on one") == true)
  }
}
