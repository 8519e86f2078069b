import { LeavingDay } from '@/components/event/leaving-parts'
import { VersionLabel } from '@/components/event/version-label'
import { Tag, type Tone } from '@/components/ui/tag'
import type { SchemaVersion } from '@/lib/contracts/schema-version'

const TONES: Record<SchemaVersion['status'], Tone> = {
  active: 'safe',
  deprecated: 'risky',
  retired: 'breaking',
}

type Status = Pick<SchemaVersion, 'status' | 'status_reason' | 'successor' | 'retires_on'>

/** Whether a version may still be used, in a word. */
export function VersionStatusTag({ status }: Pick<Status, 'status'>) {
  return <Tag tone={TONES[status]}>{status}</Tag>
}

/** Why it is to be left, what comes instead and until when; nothing where it is to be used. */
export function VersionStatusWords({ version }: { version: Status }) {
  const { status, status_reason: reason, successor, retires_on: day } = version
  return (
    <>
      {reason !== '' && `${reason} `}
      {successor !== null && (
        <>
          Go to <VersionLabel label={successor} />.{' '}
        </>
      )}
      {day !== null && (
        <>
          {status === 'retired' ? 'Since' : 'Until'}{' '}
          <LeavingDay day={day} isDeadline={status !== 'retired'} />.
        </>
      )}
    </>
  )
}
