import DialARide
import Interchange
import Planning
import Testing

@Suite("Malformed instance files")
struct MalformedInstanceTests {
  /// Code, line and field of each fault.
  private func faults(_ text: String, _ format: InstanceFormat?) -> [String] {
    do {
      _ = try InstanceFile.read(text: text, file: "broken.txt", format: format)
      return []
    } catch {
      for fault in error.faults {
        #expect(fault.place.file == "broken.txt")
        #expect(!fault.cause.fr.isEmpty && !fault.remedy.fr.isEmpty && !fault.remedy.en.isEmpty)
      }
      return error.faults.map { fault in
        let line = fault.place.line.map { " \($0)" } ?? ""
        return fault.code + line + (fault.field.isEmpty ? "" : " " + fault.field)
      }
    }
  }

  @Test("dial-a-ride", arguments: Malformed.darp)
  func darp(_ sample: Malformed) {
    #expect(Set(faults(sample.text, nil)) == Set(sample.faults))
  }

  @Test("pickup and delivery", arguments: Malformed.pdptw)
  func pdptw(_ sample: Malformed) {
    #expect(Set(faults(sample.text, .pdptw)).isSuperset(of: sample.faults))
  }

  @Test(
    "every prefix of a file, and every file with a byte changed, is refused or read; none crashes")
  func damagedFiles() throws {
    for name in ["darp_ab/a2-16.txt", "li_lim_100/lc101.txt", "mdhdarp/a9-72hetIUY.txt"] {
      let text = try ShippedInstances.text(name)
      let bytes = Array(text.utf8)
      for length in stride(from: 0, to: bytes.count, by: 37) {
        let cut = String(decoding: bytes.prefix(length), as: UTF8.self)
        if length < bytes.count - 40 {
          #expect(!faults(cut, nil).isEmpty, "\(name) cut at \(length)")
        }
        var changed = bytes
        changed[length] =
          [UInt8(ascii: "-"), UInt8(ascii: " "), 0xFF, UInt8(ascii: "9")][length % 4]
        _ = faults(String(decoding: changed, as: UTF8.self), nil)
      }
    }
  }

  @Test("a missing file, a folder and an endless file")
  func unreadable() {
    func codes(_ path: String) -> [String] {
      do {
        _ = try InstanceFile.read(path: path)
        return []
      } catch {
        return error.faults.map(\.code)
      }
    }
    #expect(codes("/nowhere/a2-16.txt") == ["unreadable-file"])
    #expect(codes("/") == ["unreadable-file"])
    #expect(codes("/dev/zero") == ["file-too-large"])
  }

  @Test("the format is told from the content")
  func detection() throws {
    for (folder, format) in [
      ("darp_", InstanceFormat.darp), ("mdhdarp", .darp), ("li_lim", .pdptw), ("sartori", .pdptw),
    ] {
      for name in ShippedInstances.names where name.hasPrefix(folder) {
        #expect(InstanceFile.detect(try ShippedInstances.text(name)) == format)
      }
    }
    #expect(InstanceFile.detect(" {\"requests\": []}") == .json)
    #expect(InstanceFile.detect("one two three four") == nil)
  }

  @Test("a file of another format than named gets faults, not a guess")
  func otherFormat() throws {
    let text = try ShippedInstances.text("darp_ab/a2-16.txt")
    #expect(faults(text, .pdptw).first == "column-count 1")
    #expect(faults(text, .json) == ["json"])
  }
}
