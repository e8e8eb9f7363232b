import Rehearsal
import Testing

@Suite("A rehearsal")
struct RehearsalTests {}
