import CLinux
import Dispatch
import Glibc
import Subprocess
import SystemPackage

/// What one run of a helper program may cost.
struct HelperLimits: Sendable {
  /// By the clock, and of processor time as well.
  var time: Duration
  /// Of address space, in bytes.
  var memory: Int
  /// Of each of its two outputs, in bytes.
  var output: Int
  /// Asked every tenth of a second: true ends it.
  var isStopped: @Sendable () -> Bool = { false }
}

/// One run of a helper program, from start to end.
///
/// The document is its standard input: no name is ever an argument. Both outputs are files in memory, whose size the kernel limits: a helper
/// that prints endlessly is ended by that, and nobody waits for what it left behind to close a pipe. It runs in a process group of its own
/// with a minimal environment; whatever way it ends, the group is killed before its number can be anybody else's.
struct HelperRun: Sendable {
  enum Ending: Sendable, Equatable {
    case exited(Int)
    /// Ended by a signal that we did not send: a crash, or one of the limits.
    case signalled(Int32)
    case tookTooLong
    /// It could not be started, in the system's words.
    case notStarted(String)
  }

  var ending: Ending
  /// As far as it came.
  var output: [UInt8] = []
  /// The beginning of what it complained of.
  var complaint = ""
  /// Whether it would have printed more than it may.
  var isCut = false

  /// Runs a program and waits for its end, on this thread.
  ///
  /// - Parameters:
  ///   - path: absolute.
  ///   - document: what it finds on its standard input, as `/dev/stdin`.
  init(_ path: String, _ arguments: [String], document: DocumentSource, limits: HelperLimits) {
    guard let input = Self.descriptor(of: document), let output = Self.memoryFile("output"), let errors = Self.memoryFile("errors") else {
      ending = .notStarted("there is no memory for its output")
      return
    }
    // The files are held by the task, which may outlive this.
    let ended = CallingThread.run(silence: .seconds(Self.grace)) {
      await Self.run(path, arguments, input, output, errors, limits)
    }
    // Where even SIGKILL did not end it, it hangs in the kernel (a dead network disk), and is left behind.
    ending = ended ?? .tookTooLong
    self.output = Self.contents(of: output, limit: limits.output)
    isCut = self.output.count >= limits.output
    complaint = String(decoding: Self.contents(of: errors, limit: 1 << 12), as: UTF8.self)
  }

  /// How long a start, or the end after SIGKILL, may take, in seconds.
  private static let grace = 20

  private static func run(
    _ path: String, _ arguments: [String], _ input: OpenFile, _ output: OpenFile, _ errors: OpenFile, _ limits: HelperLimits
  ) async -> Ending {
    for _ in 0..<patience {
      let ending = await runOnce(path, arguments, input, output, errors, limits)
      // Somebody is writing the program: it is being installed.
      guard case .notStarted(let why) = ending, why.contains("Text file busy") else { return ending }
      usleep(20_000)
    }
    return await runOnce(path, arguments, input, output, errors, limits)
  }

  /// How often a program that is just being installed is tried again, every 20 ms.
  private static let patience = 100

  private static func runOnce(
    _ path: String, _ arguments: [String], _ input: OpenFile, _ output: OpenFile, _ errors: OpenFile, _ limits: HelperLimits
  ) async -> Ending {
    var options = PlatformOptions()
    options.processGroupID = 0
    do {
      let result = try await Subprocess.run(
        .path(FilePath(path)), arguments: Arguments(arguments),
        environment: .custom(["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TZ": "UTC"]),
        workingDirectory: "/", platformOptions: options,
        input: .fileDescriptor(FileDescriptor(rawValue: input.descriptor), closeAfterSpawningProcess: false),
        output: .fileDescriptor(FileDescriptor(rawValue: output.descriptor), closeAfterSpawningProcess: false),
        error: .fileDescriptor(FileDescriptor(rawValue: errors.descriptor), closeAfterSpawningProcess: false)
      ) { execution in
        watch(execution.processIdentifier, limits)
      }
      if result.closureResult { return .tookTooLong }
      switch result.terminationStatus {
      case .exited(let code): return .exited(Int(code))
      case .signaled(let signal): return signal == SIGXCPU ? .tookTooLong : .signalled(Int32(signal))
      }
    } catch {
      return .notStarted("\(error)")
    }
  }

  /// Waits for the end on this thread, which is a worker's own; true where the time was up. The library takes the child's status afterwards.
  private static func watch(_ process: ProcessIdentifier, _ limits: HelperLimits) -> Bool {
    let deadline = ContinuousClock.now + limits.time
    let seconds = max(1, limits.time.components.seconds)
    _ = rw_limit_process(process.value, UInt64(limits.memory), UInt64(limits.output), UInt64(seconds))
    var isLate = false
    while rw_has_ended(process.value) == 0 {
      let left = (deadline - ContinuousClock.now).milliseconds
      if left <= 0 || limits.isStopped() {
        isLate = true
        break
      }
      // A kernel without descriptors for processes is asked again every few milliseconds.
      var end = pollfd(fd: process.processDescriptor, events: Int16(POLLIN), revents: 0)
      poll(&end, 1, Int32(min(left, process.processDescriptor < 0 ? 5 : 100)))
    }
    // Not reaped yet, so the number is still its own: this ends it, and what it left behind in its group.
    kill(-process.value, SIGKILL)
    return isLate
  }

  // MARK: Descriptors

  private static func memoryFile(_ name: String) -> OpenFile? {
    let descriptor = rw_memory_file("regwatch \(name)")
    return descriptor < 0 ? nil : OpenFile(descriptor: descriptor, size: 0)
  }

  private static func descriptor(of document: DocumentSource) -> OpenFile? {
    switch document {
    case .file(let file): return file
    case .memory(let bytes):
      guard let file = memoryFile("document") else { return nil }
      var written = 0
      while written < bytes.count {
        let count = pwrite(file.descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written, off_t(written))
        if count > 0 { written += count } else if count == 0 || errno != EINTR { return nil }
      }
      return file
    }
  }

  private static func contents(of file: OpenFile, limit: Int) -> [UInt8] {
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { return [] }
    return file.bytes(at: 0, count: min(Int(status.st_size), limit)) ?? []
  }
}

extension Duration {
  /// Whole milliseconds, rounded up.
  fileprivate var milliseconds: Int {
    Int(components.seconds) * 1000 + Int((components.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
