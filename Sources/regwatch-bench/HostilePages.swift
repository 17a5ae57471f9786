import DocumentReading
import Foundation
import RegulatoryModel

/// Pages that nobody writes, one kind of excess each, made in any size.
struct HostilePages: Sendable {
  var name: String
  /// A page of about so many bytes.
  var page: @Sendable (Int) -> [UInt8]

  /// Prints what reading each costs at a quarter of the size and at the whole: the ratio of costs per byte tells whether it is linear.
  static func measure(megabytes: Int, only: String?) {
    print("page                              ns/B 1/4  ns/B 1/1     ratio   peak MB  text B")
    for hostile in all where only.map({ hostile.name.contains($0) }) ?? true {
      var costs: [Double] = []
      var peak = 0
      var found = ""
      for share in [4, 1] {
        let bytes = hostile.page(megabytes * 1_000_000 / share)
        ProcessMemory.resetPeak()
        let start = ProcessorTime.now
        do {
          let reading = try DocumentReader().read(bytes, path: DocumentPath("page.html"), modified: LoadBench.today)
          found = "\(reading.stories.first?.text.utf8.count ?? 0)" + (reading.notes.first.map { "  " + $0 } ?? "")
        } catch {
          found = "\(error)"
        }
        costs.append((ProcessorTime.now - start) * 1e9 / Double(bytes.count))
        // The page itself is the caller's.
        peak = ProcessMemory.peakMegabytes - bytes.count / 1_000_000
      }
      print(
        hostile.name.padding(toLength: 32, withPad: " ", startingAt: 0)
          + String(format: "%10.1f%10.1f%10.2f%10d  ", costs[0], costs[1], costs[1] / max(0.001, costs[0]), peak) + found)
    }
  }

  private static let all: [HostilePages] = [
    repeated("deep boxes", "<div>"), repeated("deep, with text", "<div>x"), repeated("open paragraphs", "<p>Some text of it"),
    repeated("deep inline", "<b>x"), repeated("open links", "<a href=x>y"), repeated("list items", "<ul><li>x"),
    repeated("open tables", "<table><tr><td>x"), repeated("cells", "<td>x", before: "<table><tr>"), repeated("entities", "&amp;"),
    repeated("unknown entities", "&zzzzzz;"), repeated("numbers of characters", "&#x41;"), repeated("comments", "<!--x-->"),
    repeated("an open comment", "- ", before: "<p>text<!--"), repeated("an open tag", "a", before: "<p>text<"),
    repeated("an open quote", "a ", before: "<p>text<p class=\""), repeated("attributes", " a=b", before: "<p>text<p"),
    numbered("different attributes", " a%=b", before: "<p>text<p"), numbered("different classes", "<p class=c%>x", before: ""),
    numbered("different elements", "<e%>x", before: ""), repeated("angle brackets", "<"), repeated("end tags", "</b>"),
    repeated("end tags in boxes", "</p></div><div>"), repeated("plaintext", "<b>x</b> ", before: "<plaintext>"),
    repeated("scripts", "<script>var a</script>"), repeated("a cut script", "</scr", before: "<script>"),
    repeated("an open style", "p{}", before: "<style>"), repeated("conditional comments", "<!--[if IE]>x<![endif]-->"),
    repeated("stray declarations", "<![if IE]>"), repeated("open declarations", "<!["), repeated("CDATA", "<![CDATA[x]]>"),
    repeated("meta refresh", "<meta http-equiv=refresh content='0;url=x'>"), repeated("headings", "<h1>One of many</h1>"),
    repeated("titles", "<title>x</title>"), repeated("times", "<time datetime=2025-01-01>x</time>"),
    repeated("teasers", "<h2>Related</h2><ul><li><a>y</a></ul>"), repeated("breaks", "<br>"), repeated("breaks and text", "x<br><br>"),
    repeated("one word", "a"), repeated("short paragraphs", "<p>Some text, and more of it.</p>"),
    repeated("open templates", "<template>x"), repeated("noscripts", "<noscript>x</noscript>"), repeated("frames", "<frame src=x>"),
    repeated("open JSON", "[", before: "<script type='application/ld+json'>"),
    repeated("JSON pages", "{\"a\":[1,2]},", before: "<script id=__NEXT_DATA__ type='application/json'>["),
    repeated("mojibake", "â€™", before: "<p>"),
  ]

  private static func repeated(_ name: String, _ piece: String, before: String = "") -> HostilePages {
    HostilePages(name: name) { size in
      var bytes = Array(("<html><body>" + before).utf8)
      let piece = Array(piece.utf8)
      bytes.reserveCapacity(size + piece.count)
      while bytes.count < size { bytes += piece }
      return bytes
    }
  }

  private static func numbered(_ name: String, _ piece: String, before: String) -> HostilePages {
    HostilePages(name: name) { size in
      var bytes = Array(("<html><body>" + before).utf8)
      let parts = piece.split(separator: "%").map { Array($0.utf8) }
      bytes.reserveCapacity(size + 100)
      var number = 0
      while bytes.count < size {
        bytes += parts[0]
        bytes += Array("\(number)".utf8)
        bytes += parts[1]
        number += 1
      }
      return bytes
    }
  }
}
