import Foundation

/// Runs jobs on threads of their own, never on Swift's cooperative pool, where a server's handlers live.
package struct ThreadTeam {
  let threads: Int

  package init(threads: Int) { self.threads = threads }

  /// Runs `job(0) ... job(count - 1)`; thread t takes jobs t, t + threads, and so on. Returns when all are done;
  /// `watch` is called on the calling thread about five times a second meanwhile.
  package func run(_ count: Int, watch: () -> Void, job: @escaping @Sendable (Int) -> Void) {
    let workers = min(max(1, threads), count)
    guard workers > 0 else { return }
    let done = DispatchSemaphore(value: 0)
    for t in 0..<workers {
      let thread = Thread {
        for i in stride(from: t, to: count, by: workers) { job(i) }
        done.signal()
      }
      thread.stackSize = 8 << 20
      thread.name = "camin search \(t)"
      thread.start()
    }
    for _ in 0..<workers {
      while done.wait(timeout: .now() + .milliseconds(200)) == .timedOut { watch() }
    }
  }
}
