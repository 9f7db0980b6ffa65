import Foundation

extension Process {
  /// Waits for the end asleep: `waitUntilExit` asks without a pause, and takes a processor from what it waits for.
  package func sleepUntilExit() {
    while isRunning { Thread.sleep(forTimeInterval: 0.005) }
    waitUntilExit()
  }
}
