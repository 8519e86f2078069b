import { shortPointer } from './short-pointer'

/**
 * A JSON Pointer in words of its own length, or without its middle where it is very long: the whole is said to screen
 * readers, shown where the pointer rests, and where a `group` that it stands in has the focus of the keyboard.
 */
export function SchemaPlace({ pointer }: { pointer: string }) {
  const short = shortPointer(pointer)
  if (short === pointer) return pointer
  return (
    <span title={pointer}>
      <span className="sr-only">{pointer}</span>
      <span aria-hidden className="group-focus-visible:hidden">
        {short}
      </span>
      <span aria-hidden className="hidden max-h-60 overflow-y-auto group-focus-visible:block">
        {pointer}
      </span>
    </span>
  )
}
