/// The shared terminal as a polling place: one person after another, until the facilitator's word.
///
/// It is to run in a process of its own, whose memory ends with it, on the terminal of standard
/// input and output. It writes no file, no log and no history, and what people answer goes to the
/// office alone.
package final class Booth {
  let office: any BoothOffice
  let options: BoothOptions
  let poll: BoothPoll

  init(office: any BoothOffice, options: BoothOptions) {
    self.office = office
    self.options = options
    poll = office.poll
  }
}
