import { group } from '@/lib/domain/chain-view/facts'
import { Bone } from '@/components/ui/skeleton'

/** The graph before its program and its places are there: to find places for 300 boxes takes seconds. */
export function GraphSkeleton({ types = 0 }: { types?: number }) {
  return (
    <div
      role="status"
      aria-label="Drawing the graph"
      className="flex h-[min(36rem,calc(100dvh-16rem))] min-h-72 flex-col justify-center gap-6 border-b border-line px-8"
    >
      <div aria-hidden className="flex items-center gap-12">
        {[0, 1, 2].map((layer) => (
          <Bone key={layer} className="h-12 w-60" />
        ))}
      </div>
      {types > SOON && <p className="text-ink-2">Finding places for {group(types)} event types …</p>}
    </div>
  )
}

/** So few have their places before one could read that they are looked for. */
const SOON = 60
