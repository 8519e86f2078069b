import { draftOf } from './draft-keywords'
import type { Finding, Severity } from './finding'
import type { Complaint, LintInput, Rule, Subject } from './rule'
import { rules } from './rules'
import { walkSchema } from './walk-schema'

/** No person reads more of one kind; the last one says how many were left out. */
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
  const collected = new Collected()
  const active = rules.flatMap((rule) => {
    const severity = severityOf(rule, input.settings)
    return severity === 'off' ? [] : [{ rule, severity }]
  })
  for (const { rule, severity } of active) collected.add(rule, severity, rule.checkEvent?.(subject))
  const ofNodes = active.filter(({ rule }) => rule.checkNode)
  for (const node of walk.nodes) {
    for (const { rule, severity } of ofNodes) collected.add(rule, severity, rule.checkNode?.(node, subject))
  }
  return collected.findings()
}

function severityOf(rule: Rule, settings: LintInput['settings']): Severity | 'off' {
  return settings && Object.hasOwn(settings, rule.id) ? (settings[rule.id] ?? rule.severity) : rule.severity
}

class Collected {
  readonly #kept: Finding[] = []
  readonly #counts = new Map<Rule, { severity: Severity; count: number }>()

  add(rule: Rule, severity: Severity, complaints: readonly Complaint[] | undefined): void {
    for (const complaint of complaints ?? []) {
      const count = (this.#counts.get(rule)?.count ?? 0) + 1
      this.#counts.set(rule, { severity, count })
      if (count <= mostOfOneRule) this.#kept.push({ rule: rule.id, severity, ...complaint })
    }
  }

  findings(): Finding[] {
    const rest: Finding[] = []
    for (const [rule, { severity, count }] of this.#counts) {
      if (count <= mostOfOneRule) continue
      const message = `${String(count - mostOfOneRule)} more places have the same finding: ${rule.title}.`
      rest.push({ rule: rule.id, severity, path: '', message })
    }
    return [...this.#kept, ...rest]
  }
}
