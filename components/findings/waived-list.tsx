'use client'

import { Time } from '@/components/event/time'
import { SchemaPlace } from '@/components/event/schema-place'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { useEndWaiver } from '@/lib/client/waiver-mutations'
import type { ShownFinding } from './findings-box'

/** Findings that somebody decided to live with: who, when and why stay in sight. */
export function WaivedList({
  eventType,
  findings,
  mayEnd,
}: {
  eventType: string
  findings: readonly ShownFinding[]
  mayEnd: boolean
}) {
  const end = useEndWaiver(eventType)
  const waived = findings.flatMap(({ waiver, ...finding }) => (waiver ? [{ ...finding, waiver }] : []))
  if (waived.length === 0) return null
  return (
    <details className="border-t border-line" open>
      <summary className="px-3 py-2 text-ink-2">{waived.length} waived</summary>
      <ul>
        {waived.map(({ rule, path, message, waiver }) => (
          <li key={`${waiver.id} ${path}`} className="border-t border-line px-3 py-2">
            <p className="font-mono text-xs text-ink-3">
              {rule} <SchemaPlace pointer={path} />
            </p>
            <p className="text-ink-2">{message}</p>
            <p className="mt-1 flex flex-wrap items-center gap-x-2">
              <span className="min-w-0 flex-1">
                “{waiver.reason}”{' '}
                <span className="text-ink-3">
                  {waiver.created_by}, <Time at={waiver.created_at} />
                </span>
              </span>
              {mayEnd && (
                <Button
                  size="small"
                  look="quiet"
                  busy={end.isPending}
                  onClick={() => end.mutate(waiver.id, { onSuccess: () => announce(`${rule} counts again`) })}
                >
                  Take back
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {end.error && (
        <p role="alert" className="px-3 pb-2 text-breaking">
          ✕ {end.error.message}
        </p>
      )}
    </details>
  )
}
