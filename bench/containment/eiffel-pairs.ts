import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Json } from '@/lib/domain/json/json'
import { orderVersions } from '@/lib/domain/versioning/label-order'

export interface NeighbourPair {
  /** `EiffelArtifactCreatedEvent 1.0.0 → 1.1.0` */
  readonly name: string
  readonly before: Json
  readonly after: Json
}

/** Each published version of each event type with the one before it. `folder` holds a folder per type, a file per version. */
export function neighbourPairs(folder: string): NeighbourPair[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: type }) => {
      const labels = readdirSync(path.join(folder, type))
        .filter((file) => file.endsWith('.json'))
        .map((file, ordinal) => ({ label: file.replace(/\.json$/, ''), ordinal }))
      const versions = orderVersions(labels)
      const read = (label: string): Json =>
        JSON.parse(readFileSync(path.join(folder, type, `${label}.json`), 'utf8')) as Json
      return versions.slice(1).map(({ label }, index) => {
        const earlier = versions[index]?.label ?? ''
        return { name: `${type} ${earlier} → ${label}`, before: read(earlier), after: read(label) }
      })
    })
}
