import { useEffect, useState } from 'react'
import { LARGE_TEXT } from '@/lib/client/large-text'

/** Milliseconds without a key. */
const PAUSE = 500

/** A text as it stands; of a large one, as it stood when nobody had written for a moment: what is read of it waits for that. */
export function useSettledText(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return text.length > LARGE_TEXT ? settled : text
}
