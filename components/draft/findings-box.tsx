'use client'

import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Tag, type Tone } from '@/components/ui/tag'
import type { Finding, Fix, Severity } from '@/lib/domain/lint/finding'

const TONES: Record<Severity, Tone> = { error: 'breaking', warning: 'risky', hint: 'neutral' }
const GLYPHS: Record<Severity, string> = { error: '✕', warning: '▲', hint: '○' }
const ORDER: readonly Severity[] = ['error', 'warning', 'hint']

interface FindingsBoxProps {
  findings: readonly Finding[]
  /** Why there are none to tell of yet: the text is no JSON. */
  broken: string | null
  onReveal: (pointer: string) => void
  onFix: (fix: Fix) => void
}

/** What the rules say, worst first; each leads to its place, and offers its fix where there is one. */
export function FindingsBox({ findings, broken, onReveal, onFix }: FindingsBoxProps) {
  const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  return (
    <Box
      title="Findings"
      aside={<span role="status">{broken === null ? summary(findings) : 'waiting for JSON'}</span>}
    >
      {broken !== null && <p className="px-3 py-2 text-breaking">✕ {broken}</p>}
      {broken === null && findings.length === 0 && (
        <p className="px-3 py-2 text-safe">✓ The rules find nothing</p>
      )}
      <ul className="max-h-80 overflow-y-auto">
        {sorted.map((finding, index) => (
          <li
            key={`${finding.rule} ${finding.path} ${index}`}
            className="border-b border-line px-3 py-2 last:border-b-0"
          >
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Tag tone={TONES[finding.severity]}>
                <span aria-hidden>{GLYPHS[finding.severity]}</span> {finding.severity}
              </Tag>
              <button
                type="button"
                onClick={() => onReveal(finding.path)}
                className="min-h-6 rounded-sm font-mono text-xs text-ink-2 underline decoration-line-strong underline-offset-2 [overflow-wrap:anywhere] hover:text-ink"
              >
                {finding.path === '' ? finding.rule : finding.path}
              </button>
            </p>
            <p className="mt-1 [overflow-wrap:anywhere]">{finding.message}</p>
            {finding.fix && (
              <Button size="small" className="mt-1.5" onClick={() => onFix(finding.fix!)}>
                {finding.fix.title}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Box>
  )
}

function summary(findings: readonly Finding[]): string {
  const parts = ORDER.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  return parts.join(', ') || 'none'
}
