import Foundation

/// A child started with posix_spawn and waited for with waitpid.
///
/// Foundation's `Process` takes a child for running as long as anything that the child started holds its files open: a tmux server
/// does so for ever.
final class ChildProcess {
  let pid: pid_t
  private(set) var status: Int32?

  /// - Parameters:
  ///   - output, errors: files to write to; nil for none.
  init(_ arguments: [String], environment: [String: String], folder: String, output: URL? = nil, errors: URL? = nil) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (descriptor, file) in [(Int32(1), output), (2, errors)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, file?.path ?? "/dev/null", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }
    // glibc's addchdir_np is not in Swift's module map, so a shell changes the folder.
    let words = (["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    // The thread that a test runs on blocks every signal; its children must not.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var started = pid_t()
    let code = posix_spawnp(&started, "/bin/sh", &actions, &attributes, words, variables)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
    pid = started
  }

  /// Waits for the end; the exit code, or minus the signal's number.
  @discardableResult
  func wait() -> Int32 {
    if let status { return status }
    var raw: Int32 = 0
    while waitpid(pid, &raw, 0) < 0, errno == EINTR {}
    let ended = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : -(raw & 0x7F)
    status = ended
    return ended
  }

  func send(_ signal: Int32) { if status == nil { kill(pid, signal) } }
}
