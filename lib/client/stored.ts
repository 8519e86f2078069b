import { useSyncExternalStore } from 'react'

/**
 * A value this browser keeps (localStorage), shared by every component that reads it and by other tabs. On the server
 * and in the first render it is `fallback`, so that hydration agrees; storage that is blocked or broken is `fallback` too.
 */
export interface Stored<T> {
  read: () => T
  write: (value: T) => void
  use: () => T
}

export function stored<T>(key: string, fallback: T, isValue: (value: unknown) => value is T): Stored<T> {
  const listeners = new Set<() => void>()
  let text: string | null | undefined
  let value = fallback

  function read(): T {
    const now = readText(key)
    if (now !== text) {
      text = now
      value = parse(now)
    }
    return value
  }
  function parse(now: string | null): T {
    if (now === null) return fallback
    try {
      const parsed: unknown = JSON.parse(now)
      return isValue(parsed) ? parsed : fallback
    } catch {
      return fallback
    }
  }
  function write(next: T): void {
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // Storage is full or forbidden: the value then lives as long as the page.
      text = null
      value = next
    }
    for (const listener of listeners) listener()
  }
  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    window.addEventListener('storage', listener)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', listener)
    }
  }
  return { read, write, use: () => useSyncExternalStore(subscribe, read, () => fallback) }
}

/** A value for each of many things, such as proposals: under the same name always the same one. */
export function storedEach<T>(
  prefix: string,
  fallback: T,
  isValue: (value: unknown) => value is T,
): (name: string) => Stored<T> {
  const known = new Map<string, Stored<T>>()
  return (name) => {
    const found = known.get(name) ?? stored(`${prefix}.${name}`, fallback, isValue)
    known.set(name, found)
    return found
  }
}

function readText(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
