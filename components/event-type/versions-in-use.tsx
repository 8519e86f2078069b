import { percent } from '@/components/flow/numbers'
import { Time } from '@/components/event/time'
import { VersionLabel } from '@/components/event/version-label'
import { Box } from '@/components/ui/box'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { paths } from '@/lib/client/paths'
import type { Activity } from '@/lib/contracts/event-type'
import { DraftSeenVersion } from './draft-seen-version'
import { VersionsPicture } from './versions-picture'

/** Which versions the events of the last 30 days named, known to the catalog or not. */
export function VersionsInUse({
  name,
  activity: { versions, versions_daily, daily },
}: {
  name: string
  activity: Pick<Activity, 'versions' | 'versions_daily' | 'daily'>
}) {
  return (
    <Box title="Versions in use" aside={<TextLink href={paths.versions(name)}>All versions</TextLink>}>
      {versions.length === 0 ? (
        <p className="px-3 py-2.5 text-ink-2">No event of this type arrived in the last 30 days.</p>
      ) : (
        <>
          <VersionsPicture days={daily.map(({ day }) => day)} versions={versions_daily} />
          <ul className="border-t border-line">
            {versions.map(({ version, known, count, share, last_seen }) => (
              <li key={version} className="border-b border-line px-3 py-1.5 last:border-b-0">
                <div className="flex items-baseline gap-2">
                  <VersionLabel label={version} />
                  {!known && <Tag tone="breaking">not in the catalog</Tag>}
                  <span className="ml-auto text-xs text-ink-3">
                    {count.toLocaleString('en')} · {percent(share)}
                    {last_seen !== null && (
                      <>
                        {' · last '}
                        <Time at={last_seen} />
                      </>
                    )}
                  </span>
                </div>
                <ShareBar share={share} />
                {!known && version !== '' && <DraftSeenVersion name={name} version={version} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </Box>
  )
}

export function ShareBar({ share }: { share: number }) {
  return (
    <div aria-hidden className="mt-1 h-1.5 overflow-hidden rounded-full bg-hover">
      <div
        className="h-full rounded-full bg-accent forced-colors:bg-[CanvasText]"
        style={{ width: `${Math.min(100, share * 100)}%` }}
      />
    </div>
  )
}
