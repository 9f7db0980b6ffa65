public import ArgumentParser
public import Interchange
public import Planning

// Choices of the libraries below that options take by their raw values.

extension Language: ExpressibleByArgument {}
extension InstanceFormat: ExpressibleByArgument {}
