import EntityExtraction
import RegulatoryModel

/// A story and what was found in it, as `extract`, `show` and `watch` print it. Fields are only ever added.
enum StoryJSON {
  static let version = 1

  static func line(story: Story, findings: Findings, path: String, withText: Bool, more: (inout JSONText) -> Void = { _ in }) -> String {
    JSONText.object { json in
      json.field("version", version)
      more(&json)
      json.field("path", path)
      json.field("story", story.index)
      json.field("title", story.title)
      json.field("date", story.date.description)
      json.field("dateFrom", story.dateOrigin.rawValue)
      json.field("kind", story.kind.rawValue)
      json.field("language", story.language)
      json.field("source", story.source)
      json.field("author", story.author)
      json.field("url", story.url)
      if !story.pages.isEmpty { json.field("pages", story.pages) }
      entities("exchanges", findings.exchanges, &json)
      entities("agencies", findings.agencies, &json)
      entities("assets", findings.assets, &json)
      json.field("legislation") { json in json.array(findings.legislation) { bill(&$0, $1) } }
      json.field("volatility") { json in json.array(findings.volatility) { note(&$0, $1) } }
      json.field("actions") { json in json.array(findings.actions) { action(&$0, $1) } }
      json.field("deadlines") { json in
        json.array(findings.deadlines) { json, deadline in
          json.object { json in
            json.field("type", deadline.kind.rawValue)
            json.field("date", deadline.date.description)
            place(deadline.span, deadline.rule, &json)
          }
        }
      }
      json.field("quotes") { json in
        json.array(findings.quotes) { json, quote in
          json.object { json in
            json.field("speaker", quote.speaker)
            json.field("role", quote.role)
            json.field("verb", quote.verb)
            json.field("text", quote.text)
            place(quote.span, quote.rule, &json)
          }
        }
      }
      if withText { json.field("text", story.text) }
    }
  }

  private static func entities(_ name: String, _ findings: [EntityFinding], _ json: inout JSONText) {
    json.field(name) { json in
      json.array(findings) { json, finding in
        json.object { json in
          json.field("id", finding.id)
          json.field("name", finding.name)
          mentions(finding.mentions, &json)
        }
      }
    }
  }

  private static func mentions(_ mentions: [Mention], _ json: inout JSONText) {
    json.field("mentions") { json in
      json.array(mentions) { json, mention in json.object { place(mention.span, mention.rule, &$0) } }
    }
  }

  private static func place(_ span: Range<Int>, _ rule: RuleID, _ json: inout JSONText) {
    json.field("start", span.lowerBound)
    json.field("end", span.upperBound)
    json.field("rule", rule.rawValue)
    json.field("confidence", ExtractionRule.confidence(of: rule).rawValue)
  }

  private static func bill(_ json: inout JSONText, _ bill: BillFinding) {
    json.object { json in
      json.field("id", bill.id)
      json.field("number", bill.number)
      json.field("title", bill.title)
      json.field("aliases", bill.aliases)
      json.field("sponsor", bill.sponsor)
      json.field("jurisdiction", bill.jurisdiction)
      json.field("stage", bill.stage?.rawValue)
      json.field("stageDate", bill.stageDate?.description)
      json.field("generalLaw", bill.isGeneralLaw)
      json.field("reintroductionOf", bill.predecessor)
      mentions(bill.mentions, &json)
      json.field("claims") { json in
        json.array(bill.claims) { json, claim in
          json.object { json in
            json.field("stage", claim.stage.rawValue)
            json.field("date", claim.date?.description)
            place(claim.span, claim.rule, &json)
          }
        }
      }
    }
  }

  static func note(_ json: inout JSONText, _ note: VolatilityNote) {
    json.object { json in
      json.field("asset", note.asset)
      json.field("name", note.name)
      json.field("direction", note.direction.rawValue)
      json.field("percent", Double(note.basisPoints) / 100)
      json.field("bound", note.bound.rawValue)
      json.field("window", note.window)
      json.field("date", note.date?.description)
      json.field("from", note.fromPrice)
      json.field("to", note.toPrice)
      place(note.span, note.rule, &json)
    }
  }

  private static func action(_ json: inout JSONText, _ action: AgencyAction) {
    json.object { json in
      json.field("agency", action.agency)
      json.field("type", action.kind.rawValue)
      json.field("target", action.target)
      json.field("amount", action.amount)
      json.field("currency", action.currency)
      json.field("date", action.date?.description)
      place(action.span, action.rule, &json)
    }
  }
}
