'use client'

import { useQueryClient } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { announce } from '@/components/ui/announcer'
import { LinkButton } from '@/components/ui/link-button'
import { call } from '@/lib/client/api'
import { useMe } from '@/lib/client/me'
import { hasSessionEnded, openPageOf, subscribeToSession } from '@/lib/client/session-watch'

/** Milliseconds between two looks whether somebody has signed in again, beside each return to the page. */
const LOOK_AGAIN = 5_000

/**
 * That whoever the page was made for is signed out, while what they wrote stands there. They sign in beside it, in a tab
 * of its own, and go on here.
 */
export function SessionNotice() {
  const me = useMe()
  const client = useQueryClient()
  const path = usePathname()
  const id = me.kind === 'person' ? me.id : null
  const hasEnded = useSyncExternalStore(subscribeToSession, hasSessionEnded, () => false)
  const dialog = useOpenDialog(hasEnded)
  useEffect(() => {
    openPageOf(id)
    return () => openPageOf(null)
  }, [id])
  useEffect(() => {
    if (!hasEnded) return
    const look = () => {
      if (document.visibilityState === 'hidden') return
      // A refusal is the answer that it has not changed.
      call('getMe', {}).then(
        () => {
          announce('You are signed in again')
          void client.invalidateQueries()
        },
        () => undefined,
      )
    }
    const timer = setInterval(look, LOOK_AGAIN)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [hasEnded, client])
  if (!hasEnded) return null
  // Nothing of this is drawn on the server.
  const to = path + window.location.search
  const notice = (
    <div
      role="alert"
      className={
        dialog
          ? 'flex flex-wrap items-center gap-2 border-t border-line bg-risky-soft px-4 py-2'
          : 'fixed inset-x-3 bottom-[calc(var(--bar-height)+0.75rem)] z-50 mx-auto flex max-w-2xl flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-surface px-3 py-2 shadow-raised'
      }
    >
      <p className="min-w-60 flex-1">
        <span className="text-risky">▲ You are no longer signed in as {me.name}.</span> What you wrote is
        still here: sign in beside it, and go on.
      </p>
      <LinkButton look="primary" href={`/sign-in?to=${encodeURIComponent(to)}`} target="_blank">
        Sign in, in a new tab
      </LinkButton>
    </div>
  )
  return dialog ? createPortal(notice, dialog) : notice
}

const openDialog = () => document.querySelector<HTMLElement>('[role="dialog"][data-open]')

/** An open dialog holds the focus, and a click beside it closes it: what is said then is said in it. */
function useOpenDialog(isAsked: boolean): HTMLElement | null {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!isAsked) return () => undefined
      const observer = new MutationObserver(listener)
      observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-open'] })
      return () => observer.disconnect()
    },
    [isAsked],
  )
  return useSyncExternalStore(
    subscribe,
    () => (isAsked ? openDialog() : null),
    () => null,
  )
}
