'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { searchQueries } from '@/lib/client/search-queries'
import { TextFilter } from './text-filter'

interface TypeFieldProps {
  label: string
  value: string
  onCommit: (value: string) => void
}

/** The name of an event type, with what the catalog has while one types; the browser's own list does the choosing. */
export function TypeField({ label, value, onCommit }: TypeFieldProps) {
  const list = useId()
  const [typed, setTyped] = useState('')
  const { data: hits = [] } = useQuery(searchQueries.hits(useDeferredValue(typed.trim())))
  const names = hits.filter((hit) => hit.kind === 'event-type').map((hit) => hit.title)
  return (
    <>
      <TextFilter
        label={label}
        value={value}
        onCommit={onCommit}
        list={list}
        onInput={(event) => {
          const text = event.currentTarget.value
          setTyped(text)
          if (names.includes(text)) onCommit(text)
        }}
      />
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
