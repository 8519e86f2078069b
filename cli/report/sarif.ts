import { createHash } from 'node:crypto'
import type { Log, ReportingDescriptor, Result } from 'sarif'
import type { ReportEntry, RuleText } from './report'

const levels = { error: 'error', warning: 'warning', hint: 'note' } as const

/** A SARIF 2.1.0 log of one run: what code scanning reads. A waived entry is a suppressed result, with its reason. */
export function asSarif(entries: readonly ReportEntry[], rules: readonly RuleText[]): Log {
  const texts = new Map(rules.map((rule) => [rule.id, rule]))
  const ids = [...new Set(entries.map(({ rule }) => rule))]
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'pasttense', rules: ids.map((id) => describe(id, texts.get(id))) } },
        columnKind: 'utf16CodeUnits',
        results: entries.map((entry) => toResult(entry, ids.indexOf(entry.rule))),
      },
    ],
  }
}

function describe(id: string, text: RuleText | undefined): ReportingDescriptor {
  if (!text) return { id }
  return { id, shortDescription: { text: text.title }, fullDescription: { text: text.explanation } }
}

function toResult(entry: ReportEntry, ruleIndex: number): Result {
  const { file, line, column, rule, severity, path, message, waiver } = entry
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: asUri(file) },
          region: { startLine: line, startColumn: column },
        },
        ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path, kind: 'member' }] }),
      },
    ],
    // The same finding is the same one after lines above it moved.
    partialFingerprints: {
      'finding/v1': createHash('sha256')
        .update(JSON.stringify([file, rule, path, message]))
        .digest('hex'),
    },
    ...(waiver === undefined ? {} : { suppressions: [{ kind: 'external', justification: waiver }] }),
  }
}

/** A path as a relative URI reference: `./` keeps a first segment with a colon from being read as a scheme. */
function asUri(file: string): string {
  const uri = file.split(/[/\\]/).map(encodeURIComponent).join('/')
  return /^[^/]*%3A/.test(uri) ? `./${uri}` : uri
}
