import { useEffect, useState } from 'react'

/** UTF-16 code units from which on reading a schema takes longer than a key may. */
const LARGE = 50_000
/** Milliseconds without a key. */
const PAUSE = 500

/** A text as it stands; of a large one, as it stood when nobody had written for a moment: what is read of it waits for that. */
export function useSettledText(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text.length > LARGE ? PAUSE : 0)
    return () => clearTimeout(timer)
  }, [text])
  return text.length > LARGE ? settled : text
}
