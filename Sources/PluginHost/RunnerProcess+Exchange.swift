internal import ExerciseProtocol
internal import Glibc
internal import Platform
internal import Workshop

extension RunnerProcess {
  /// Sends what is in `outgoing`, if anything, and waits for one whole frame.
  func exchange(_ patience: Patience) throws(PluginFailure) -> [UInt8] {
    defer {
      outgoing.removeAll(keepingCapacity: outgoing.capacity <= RunnerProcess.keptCapacity)
      incoming.clear(keptCapacity: RunnerProcess.keptCapacity)
    }
    if let ending { throw failure(ending.failure) }
    do {
      return try transfer(patience)
    } catch {
      finish(grace: error == .closed ? RunnerProcess.grace : 0)
      switch error {
      case .closed: throw failure((ending ?? .ended).failure)
      case .failed(let kind): throw failure(kind)
      }
    }
  }

  private enum TransferError: Error, Equatable {
    /// The other end is closed: its process has ended, or is about to.
    case closed
    case failed(PluginFailure.Kind)
  }

  private func transfer(_ patience: Patience) throws(TransferError) -> [UInt8] {
    var patience = patience
    var sent = 0
    while true {
      if sent < outgoing.count { sent += try send(from: sent) }
      var descriptors = [
        pollfd(
          fd: socket, events: Int16(sent < outgoing.count ? POLLIN | POLLOUT : POLLIN),
          revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: patience.attendant?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let count = patience.clock.wait(
        for: &descriptors, milliseconds: patience.milliseconds(atMost: RunnerProcess.pulse))
      if descriptors[2].revents != 0, patience.attendant?.hasHadEnough() == true {
        throw .failed(.givenUp)
      }
      // Not only where nothing came: a plugin that never stops printing always has something.
      if descriptors[0].revents == 0, patience.deadline.hasPassed {
        throw .failed(patience.failure)
      }
      patience.tellIfDue(of: plugin)
      if count == 0, hasEnded { throw .closed }
      guard count > 0 else { continue }
      if descriptors[1].revents != 0 { readLog() }
      if descriptors[0].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
        try receiveBytes()
        if let message = try takeMessage() { return message }
        // The same for one that trickles its answer.
        if patience.deadline.hasPassed { throw .failed(patience.failure) }
      }
    }
  }

  /// How many bytes the socket took; 0 while it is full.
  private func send(from start: Int) throws(TransferError) -> Int {
    let count = outgoing.withUnsafeBytes { bytes in
      Glibc.send(
        socket, bytes.baseAddress! + start, bytes.count - start,
        Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
    if count >= 0 { return count }
    switch errno {
    case EAGAIN, EINTR: return 0
    default: throw .closed
    }
  }

  private func receiveBytes() throws(TransferError) {
    let count = recv(socket, chunk.baseAddress, chunk.count, Int32(MSG_DONTWAIT))
    if count > 0 {
      incoming.append(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      throw .closed
    }
  }

  /// The message, once all of it has come.
  private func takeMessage() throws(TransferError) -> [UInt8]? {
    do {
      return try incoming.message()
    } catch {
      switch error {
      case .tooLong: throw .failed(.flooded(limit: Frame.limit))
      case .excess(let count): throw .failed(.garbage("\(count) bytes came after the answer"))
      }
    }
  }
}
