'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { SchemaPlace } from '@/components/event/schema-place'
import { Box } from '@/components/ui/box'
import { Button } from '@/components/ui/button'
import { Tag, type Tone } from '@/components/ui/tag'
import { useMay } from '@/lib/client/me'
import type { Finding } from '@/lib/contracts/lint'
import type { Finding as Found, Fix, Severity } from '@/lib/domain/lint/finding'
import { isWaivable } from '@/lib/domain/lint/waive'
import { WaivedList } from './waived-list'

const WaiveDialog = dynamic(() => import('./waive-dialog').then((module) => module.WaiveDialog), {
  ssr: false,
})

const TONES: Record<Severity, Tone> = { error: 'breaking', warning: 'risky', hint: 'neutral' }
const GLYPHS: Record<Severity, string> = { error: '✕', warning: '▲', hint: '○' }
const ORDER: readonly Severity[] = ['error', 'warning', 'hint']

/** A finding with its waiver, where somebody gave one. */
export type ShownFinding = Found & Pick<Finding, 'waiver'>

interface FindingsBoxProps {
  eventType: string
  /** The slug of its owner, whose members waive; null where it has none. */
  owner: string | null
  findings: readonly ShownFinding[]
  /** Why there are none to tell of yet: the text is no JSON, or the checks have not answered. */
  broken: string | null
  status: 'waiting' | 'checking' | 'ready' | 'stopped'
  /** Without it the places are words: there is no text to go to. */
  onReveal?: (pointer: string) => void
  onFix?: (fix: Fix) => void
}

/** What the rules say, worst first; each leads to its place, and offers its fix where there is one. Waived ones below. */
export function FindingsBox(props: FindingsBoxProps) {
  const { eventType, owner, findings, broken, status, onReveal, onFix } = props
  const mayWaive = useMay('publish', { owner })
  const [waiving, setWaiving] = useState<ShownFinding | null>(null)
  const open = findings.filter(({ waiver }) => waiver === undefined)
  const sorted = ORDER.flatMap((severity) => open.filter((finding) => finding.severity === severity))
  const isEmpty = broken === null && status !== 'waiting' && open.length === 0
  return (
    <Box
      title="Findings"
      aside={
        <span role="status">
          {status === 'waiting' ? 'checking …' : broken === null ? summary(open) : 'waiting for JSON'}
        </span>
      }
    >
      {status === 'stopped' && (
        <p role="alert" className="px-3 py-2 text-risky">
          ▲ The checks do not answer. What stands here may be old; your work is saved all the same. Reload the
          page.
        </p>
      )}
      {broken !== null && <p className="px-3 py-2 text-breaking">✕ {broken}</p>}
      {isEmpty && (
        <p className="px-3 py-2 text-safe">
          ✓ The rules find nothing{findings.length > 0 && ' that is not waived'}
        </p>
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
              <Place finding={finding} onReveal={onReveal} />
            </p>
            <p className="mt-1">{finding.message}</p>
            <p className="mt-1.5 flex flex-wrap gap-1.5">
              {finding.fix && onFix && (
                <Button size="small" onClick={() => onFix(finding.fix!)}>
                  {finding.fix.title}
                </Button>
              )}
              {mayWaive && isWaivable(finding.rule) && (
                <Button
                  size="small"
                  look="quiet"
                  className={finding.fix && onFix ? undefined : '-ml-2'}
                  onClick={() => setWaiving(finding)}
                >
                  Waive …
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
      <WaivedList eventType={eventType} findings={findings} mayEnd={mayWaive} />
      {waiving && <WaiveDialog eventType={eventType} finding={waiving} onClose={() => setWaiving(null)} />}
    </Box>
  )
}

function Place({ finding, onReveal }: { finding: Found; onReveal?: (pointer: string) => void }) {
  const words = finding.path === '' ? finding.rule : <SchemaPlace pointer={finding.path} />
  const look = 'min-h-6 text-left font-mono text-xs text-ink-2'
  if (!onReveal) return <span className={look}>{words}</span>
  return (
    <button
      type="button"
      onClick={() => onReveal(finding.path)}
      className={`${look} group rounded-sm underline decoration-line-strong underline-offset-2 hover:text-ink`}
    >
      {words}
    </button>
  )
}

function summary(findings: readonly Found[]): string {
  const parts = ORDER.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  return parts.join(', ') || 'none'
}
