import Glibc
import RegulatoryModel

/// A command given as one text, split into words and run without a shell.
enum CommandWords {
  /// Splits as a shell would, quotes and backslashes included, and expands nothing.
  static func split(_ text: String) throws -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil, !isEscaped else {
      throw CommandFailure(Problem("Cannot run “\(text)”", why: "a quotation mark is not closed", remedy: "close it"))
    }
    if let word { words.append(word) }
    guard !words.isEmpty else { throw CommandFailure(Problem("Cannot run the command", why: "it is empty")) }
    return words
  }

  /// Runs the command to its end with the text on its standard input. Returns what went wrong, if anything did.
  ///
  /// Where the program is asked to stop meanwhile, the command is asked as well, and not waited for.
  static func run(_ words: [String], input: String, stop: StopSignal) -> Problem? {
    // Not Foundation's Process: it takes a command for running as long as anything that it left behind holds its files.
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return Problem("Cannot run \(words[0])", why: String(cString: strerror(errno))) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    // What this program ignores, the command may want to be ended by.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var ignored = sigset_t()
    sigemptyset(&ignored)
    for number in [SIGPIPE, SIGXFSZ, SIGINT, SIGTERM, SIGHUP] { sigaddset(&ignored, number) }
    posix_spawnattr_setsigdefault(&attributes, &ignored)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child = pid_t()
    let failure = posix_spawnp(&child, words[0], &actions, &attributes, arguments, environ)
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    close(ends[0])
    defer { if ends[1] >= 0 { close(ends[1]) } }
    guard failure == 0 else { return Problem("Cannot run \(words[0])", why: String(cString: strerror(failure))) }
    var left = Array(input.utf8)[...]
    var status: Int32 = 0
    // There is no descriptor for a child's end that every kernel has, so it is looked for, at most fifty times a second.
    var pause: Int32 = 1
    while true {
      if !left.isEmpty {
        let count = left.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
        if count > 0 { left = left.dropFirst(count) }
        // The command may end without reading all; a closed pipe is its business.
        if count < 0, errno != EAGAIN, errno != EINTR { left = [] }
      }
      if left.isEmpty, ends[1] >= 0 {
        close(ends[1])
        ends[1] = -1
      }
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child || (ended < 0 && errno != EINTR) { break }
      if stop.isSet {
        kill(child, SIGTERM)
        return nil
      }
      var descriptors = [
        pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: ends[1], events: Int16(POLLOUT), revents: 0),
      ]
      poll(&descriptors, 2, pause)
      pause = min(20, pause * 2)
    }
    let signal = status & 0x7F
    let code = (status >> 8) & 0xFF
    guard signal != 0 || code != 0 else { return nil }
    return Problem("\(words[0]) failed", why: signal == 0 ? "it ended with code \(code)" : "signal \(signal) ended it")
  }
}
