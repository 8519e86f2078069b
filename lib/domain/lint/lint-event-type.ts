import { draftOf } from './draft-keywords'
import type { Finding, Severity } from './finding'
import type { Complaint, LintInput, Rule, Subject } from './rule'
import { rules } from './rules'
import { walkSchema } from './walk-schema'

/** No person reads more of one kind. A rule that found so many looks no further, and says so in a last finding. */
const mostOfOneRule = 200

/**
 * What the rules find in an event type: its name, and the schema of its data block. Pure and bounded, for schemas
 * of strangers: no reference is followed out of the document, no pattern is run, and the time is linear in its size.
 * In order: the name, the whole, then place by place as the schema is written.
 */
export function lintEventType(input: LintInput): Finding[] {
  const draft = draftOf(input.schema)
  const walk = input.schema === undefined ? { nodes: [], cutAt: null } : walkSchema(input.schema, draft)
  const subject: Subject = { ...input, draft, cutAt: walk.cutAt }
  const runs = rules.flatMap((rule) => {
    const severity = severityOf(rule, input.settings)
    return severity === 'off' ? [] : [new Run(rule, severity)]
  })
  const findings = runs.flatMap((run) => run.take(run.rule.checkEvent?.(subject)))
  const ofNodes = runs.filter((run) => run.rule.checkNode)
  for (const node of walk.nodes) {
    for (const run of ofNodes) {
      if (!run.isFull) findings.push(...run.take(run.rule.checkNode?.(node, subject)))
    }
  }
  return findings
}

function severityOf(rule: Rule, settings: LintInput['settings']): Severity | 'off' {
  return settings && Object.hasOwn(settings, rule.id) ? (settings[rule.id] ?? rule.severity) : rule.severity
}

/** One rule at work on one event type. */
class Run {
  #left = mostOfOneRule
  readonly rule: Rule
  readonly severity: Severity

  constructor(rule: Rule, severity: Severity) {
    this.rule = rule
    this.severity = severity
  }

  get isFull(): boolean {
    return this.#left <= 0
  }

  take(complaints: readonly Complaint[] = []): Finding[] {
    const taken = complaints.slice(0, this.#left)
    this.#left -= complaints.length
    const findings = taken.map((complaint) => ({ rule: this.rule.id, severity: this.severity, ...complaint }))
    if (complaints.length === 0 || !this.isFull) return findings
    const message = `More places may have this finding; the first ${String(mostOfOneRule)} are listed.`
    return [...findings, { rule: this.rule.id, severity: this.severity, path: '', message }]
  }
}
