import { useCallback, useEffect, useEffectEvent, type KeyboardEvent as ReactKeyboardEvent } from 'react'
import { isPressed, type KeyId } from './keys'
import { singleKeys } from './preferences'

type Press = KeyboardEvent | ReactKeyboardEvent
export type KeyHandlers = Partial<Record<KeyId, (event: Press) => void>>

/** An `onKeyDown` for a list: runs the handler of the key that was pressed and keeps the browser from also acting. */
export function useListKeys(handlers: KeyHandlers): (event: ReactKeyboardEvent) => void {
  const single = singleKeys.use()
  return useCallback((event) => run(handlers, event, single), [handlers, single])
}

/** Keys that act wherever the focus is. Single characters are left alone while a person types. */
export function useGlobalKeys(handlers: KeyHandlers): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    run(handlers, event, singleKeys.read() && !isTyping(event.target))
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

function run(handlers: KeyHandlers, event: Press, single: boolean): void {
  if (event.defaultPrevented) return
  for (const [id, handler] of Object.entries(handlers) as [KeyId, (event: Press) => void][]) {
    if (!isPressed(id, event, single)) continue
    event.preventDefault()
    handler(event)
    return
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))
  )
}
