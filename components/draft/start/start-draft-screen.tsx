'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { May } from '@/components/shell/may'
import { PageHeader } from '@/components/shell/page-header'
import { WhyNot } from '@/components/shell/why-not'
import { TabLinks } from '@/components/ui/tabs'
import { paths } from '@/lib/client/paths'
import { StartFamily } from './start-family'
import { StartFromNothing } from './start-from-nothing'
import { StartFromSamples } from './start-from-samples'
import { StartFromSeen } from './start-from-seen'
import { StartFromVersion } from './start-from-version'

const WAYS = ['nothing', 'samples', 'version', 'seen', 'family'] as const
const LABELS: Record<(typeof WAYS)[number], string> = {
  nothing: 'From nothing',
  samples: 'From samples',
  version: 'From a version',
  seen: 'From received events',
  family: 'Three events of an entity',
}

interface StartDraftScreenProps {
  eventType: string
  base: string | null
}

/** The ways a draft begins. Which one is in the address, so that a link leads to it. */
export function StartDraftScreen({ eventType, base }: StartDraftScreenProps) {
  const [way] = useQueryState(
    'from',
    parseAsStringLiteral(WAYS).withDefault(base === null ? 'nothing' : 'version'),
  )
  const known = { ...(eventType === '' ? {} : { event_type: eventType }), ...(base === null ? {} : { base }) }
  return (
    <>
      <PageHeader title="Draft an event" />
      <May
        does="draft"
        otherwise={
          <div className="px-5 pb-8">
            <WhyNot does="draft" what="draft an event" />
          </div>
        }
      >
        <TabLinks
          label="How to begin"
          tabs={WAYS.map((each) => ({
            href: paths.newDraft({ ...known, from: each }),
            label: LABELS[each],
            current: each === way,
          }))}
        />
        <div className="px-5 pt-4 pb-8">
          {way === 'nothing' && <StartFromNothing eventType={eventType} />}
          {way === 'samples' && <StartFromSamples eventType={eventType} />}
          {way === 'version' && <StartFromVersion eventType={eventType} base={base} />}
          {way === 'seen' && <StartFromSeen />}
          {way === 'family' && <StartFamily />}
        </div>
      </May>
    </>
  )
}
