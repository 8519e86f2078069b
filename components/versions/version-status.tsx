'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { May } from '@/components/shell/may'
import { VersionLabel } from '@/components/event/version-label'
import { Button } from '@/components/ui/button'
import { Tag, type Tone } from '@/components/ui/tag'
import type { SchemaVersion } from '@/lib/contracts/schema-version'

const VersionStatusDialog = dynamic(
  () => import('./version-status-dialog').then((module) => module.VersionStatusDialog),
  { ssr: false },
)

const TONES: Record<SchemaVersion['status'], Tone> = {
  active: 'safe',
  deprecated: 'risky',
  retired: 'breaking',
}

interface VersionStatusProps {
  version: SchemaVersion
  /** The slug of the event type's owner. */
  owner: string | null
  /** Labels of every version, for the one to go to. */
  labels: readonly string[]
}

/** Whether a version may still be used, until when and what comes instead; and the way to say so. */
export function VersionStatus({ version, owner, labels }: VersionStatusProps) {
  const [isOpen, setOpen] = useState(false)
  const { label, status, status_reason: reason, successor, retires_on: day } = version
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg border border-line bg-surface px-3 py-1.5">
      <VersionLabel label={label} />
      <Tag tone={TONES[status]}>{status}</Tag>
      <p className="min-w-0 flex-1 basis-48 text-ink-2 [overflow-wrap:anywhere]">
        {status === 'active' && 'Producers may send it, consumers may rely on it.'}
        {reason !== '' && `${reason} `}
        {successor !== null && (
          <>
            Go to <VersionLabel label={successor} />.{' '}
          </>
        )}
        {day !== null && (
          <>
            {status === 'retired' ? 'Since' : 'Until'} <time dateTime={day}>{day}</time>.
          </>
        )}
      </p>
      <May does="publish" about={{ owner }}>
        <Button size="small" onClick={() => setOpen(true)}>
          {status === 'active' ? 'Deprecate or retire …' : 'Change status …'}
        </Button>
      </May>
      {isOpen && <VersionStatusDialog version={version} labels={labels} onClose={() => setOpen(false)} />}
    </div>
  )
}
