'use client'

import { useQuery } from '@tanstack/react-query'
import { entityQueries } from '@/lib/client/entity-queries'
import { paths } from '@/lib/client/paths'
import { TextLink } from '@/components/ui/text-link'

/** What has the key that is searched for: ways to its state and its history. */
export function EntityLinks({ name }: { name: string }) {
  const { data } = useQuery(entityQueries.withKey(name))
  if (data === undefined || data.length === 0) return null
  return (
    <p className="text-ink-2">
      The key of {data.length === 1 ? 'one entity' : `${data.length} entities`}:{' '}
      {data.map(({ entity }, index) => (
        <span key={entity}>
          {index > 0 && ', '}
          <TextLink href={paths.entityKey(entity, name)}>
            {entity} <span className="font-mono text-xs">{name}</span>
          </TextLink>
        </span>
      ))}
    </p>
  )
}
