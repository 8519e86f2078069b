'use client'

import { useRef, type KeyboardEvent } from 'react'
import { isPressed, type KeyId } from '@/lib/client/keys'
import { singleKeys } from '@/lib/client/preferences'

/** Milliseconds after which a letter begins a new word. */
const PAUSE = 700
/** What single characters do in a tree; the first letter of a word is none of these while they are switched on. */
const TAKEN: readonly KeyId[] = ['next', 'previous', 'expandSiblings', 'filter', 'find', 'help']

/**
 * Goes to the next row whose name begins with what is typed, as the ARIA Authoring Practices have it for trees.
 * @param nameOf of a row by its index
 */
export function useTypeAhead(
  count: number,
  active: number,
  nameOf: (index: number) => string,
  moveTo: (index: number) => void,
): (event: KeyboardEvent) => void {
  const single = singleKeys.use()
  const typed = useRef({ word: '', at: -Infinity })
  return (event) => {
    const { key, timeStamp: at, ctrlKey, metaKey, altKey } = event
    if (event.defaultPrevented || key.length !== 1 || ctrlKey || metaKey || altKey) return
    const before = at - typed.current.at < PAUSE ? typed.current.word : ''
    if (before === '' && (key === ' ' || TAKEN.some((id) => isPressed(id, event, single)))) return
    event.preventDefault()
    const word = before + key.toLowerCase()
    typed.current = { word, at }
    // The first letter goes on from the row, the next ones may stay where it led.
    const first = before === '' ? active + 1 : active
    for (let step = 0; step < count; step++) {
      const index = (first + step) % count
      if (nameOf(index).toLowerCase().startsWith(word)) return moveTo(index)
    }
  }
}
