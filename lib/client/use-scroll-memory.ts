import { useEffect, useLayoutEffect } from 'react'

const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect

/**
 * Keeps the place of a long list: going back to the same address (with its filters) shows the same rows. The browser's
 * own memory comes too early for a list whose rows are drawn by script.
 */
export function useScrollMemory(name: string): void {
  useBeforePaint(() => {
    const key = () => `pasttense.scroll.${name}.${window.location.search}`
    let frame = 0
    if (cameBack) {
      const place = Number(read(key()) ?? 0)
      frame = requestAnimationFrame(() => window.scrollTo({ top: place, behavior: 'instant' }))
    }
    cameBack = false
    const remember = () => write(key(), String(Math.round(window.scrollY)))
    window.addEventListener('scrollend', remember)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scrollend', remember)
    }
  }, [name])
}

/** Whether the last navigation went through the history. */
let cameBack = false
if (typeof window !== 'undefined') {
  window.addEventListener('popstate', () => {
    cameBack = true
    setTimeout(() => (cameBack = false), 2_000)
  })
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value)
  } catch {
    // Without storage the list starts at its top.
  }
}
