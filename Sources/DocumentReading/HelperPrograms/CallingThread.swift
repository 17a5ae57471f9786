import Dispatch
import Synchronization

/// Runs an asynchronous task on the very thread that waits for it.
///
/// Our workers are plain threads. A task on the shared pool would need one of its threads while the workers hold them all: with as many
/// workers as processors, each start of a helper then waits for the system to notice and make another thread, up to a second.
///
/// A class because the runtime holds on to an executor.
final class CallingThread: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    /// The thread went away before the task was done.
    var isLeft = false
  }

  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let isLeft = state.withLock { state in
      if !state.isLeft { state.jobs.append(job) }
      return state.isLeft
    }
    if isLeft {
      DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    } else {
      arrived.signal()
    }
  }

  /// Runs `body` here until it is done, or until it has been silent for so long; then it goes on elsewhere, and this returns nil.
  static func run<Value: Sendable>(silence: DispatchTimeInterval, _ body: @escaping @Sendable () async -> Value) -> Value? {
    let executor = CallingThread()
    let value = Mutex<Value?>(nil)
    let result = Shared(value)
    Task(executorPreference: executor) {
      let done = await body()
      result.value.withLock { $0 = done }
    }
    while true {
      guard executor.arrived.wait(timeout: .now() + silence) == .success else {
        executor.leave()
        return result.value.withLock(\.self)
      }
      let jobs = executor.state.withLock { state in
        let jobs = state.jobs
        state.jobs = []
        return jobs
      }
      for job in jobs { job.runSynchronously(on: executor.asUnownedTaskExecutor()) }
      if let done = result.value.withLock(\.self) { return done }
    }
  }

  private func leave() {
    let jobs = state.withLock { state in
      let jobs = state.jobs
      state = State(jobs: [], isLeft: true)
      return jobs
    }
    for job in jobs { DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) } }
  }

  /// A place for the result that the task and the waiting thread share.
  private final class Shared<Value: ~Copyable & Sendable>: Sendable {
    let value: Value
    init(_ value: consuming Value) { self.value = value }
  }
}
