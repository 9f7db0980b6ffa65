// Run under valgrind by CI: fifty sessions of every kind, every seventh with a fatal error.
// With an argument it times the load and the solve of a large master instead.
if CommandLine.arguments.count > 1 {
  try measure()
} else {
  exerciseOnAnotherThread()
}
