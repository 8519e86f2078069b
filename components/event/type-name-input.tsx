'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState, type ComponentProps } from 'react'
import { Input } from '@/components/ui/input'
import { searchQueries } from '@/lib/client/search-queries'

/** The name of an event type, with what the catalog has while one types; the browser's own list does the choosing. */
export function TypeNameInput({
  defaultValue,
  ...rest
}: ComponentProps<typeof Input> & { defaultValue: string }) {
  const list = useId()
  const [typed, setTyped] = useState(defaultValue)
  const { data: hits = [] } = useQuery(searchQueries.hits(useDeferredValue(typed.trim())))
  return (
    <>
      <Input
        list={list}
        spellCheck={false}
        autoComplete="off"
        className="font-mono"
        defaultValue={defaultValue}
        onChange={(event) => setTyped(event.target.value)}
        {...rest}
      />
      <datalist id={list}>
        {hits
          .filter((hit) => hit.kind === 'event-type')
          .map((hit) => (
            <option key={hit.href} value={hit.title} />
          ))}
      </datalist>
    </>
  )
}
