'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { useMe } from '@/lib/client/me'
import { paths } from '@/lib/client/paths'
import { signOut } from '@/lib/client/sign-in'
import type { Me } from '@/lib/contracts/person'

/** Who one is, and the way out; or the way in. */
export function AccountMenu() {
  const me = useMe()
  return me.kind === 'local' ? <SignInLink /> : <Account me={me} />
}

function SignInLink() {
  const pathname = usePathname()
  const query = useSearchParams().toString()
  if (pathname === '/sign-in') return null
  const here = query === '' ? pathname : `${pathname}?${query}`
  return (
    <LinkButton href={`/sign-in?to=${encodeURIComponent(here)}`} size="small">
      Sign in
    </LinkButton>
  )
}

/** One button and what it discloses: a menu's code would weigh on the first load of every page. */
function Account({ me }: { me: Me }) {
  const [open, setOpen] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  function leave(): void {
    setLeaving(true)
    const away = () => window.location.assign('/')
    // Where the server does not answer, the start says so.
    signOut().then(away, away)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !open) return
    event.stopPropagation()
    setOpen(false)
    button.current?.focus()
  }
  return (
    // The keys of the panel and its button; both are buttons themselves.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="relative"
      onKeyDown={onKeyDown}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        ref={button}
        type="button"
        aria-label={`Account of ${me.name}`}
        aria-expanded={open}
        title={`${me.name}, ${me.role}`}
        onClick={() => setOpen(!open)}
        className="inline-flex size-6 items-center justify-center rounded-full border border-line-strong bg-surface text-2xs font-semibold text-ink-2 hover:border-line-field hover:text-ink"
      >
        {initials(me.name)}
      </button>
      {open && (
        // So that a click on its words is no click elsewhere.
        <div
          tabIndex={-1}
          className="absolute top-full right-0 mt-1.5 w-max max-w-72 min-w-40 rounded-lg border border-line-strong bg-surface p-1 shadow-raised outline-none"
        >
          <div className="border-b border-line px-2 pt-1 pb-2">
            <p className="font-medium">{me.name}</p>
            <p className="text-xs text-ink-3">{[me.role, ...me.owners].join(' · ')}</p>
          </div>
          {me.kind === 'person' && (
            <LinkButton
              look="quiet"
              href={paths.account()}
              onClick={() => setOpen(false)}
              className="mt-1 w-full !justify-start"
            >
              Your account
            </LinkButton>
          )}
          <Button look="quiet" busy={leaving} onClick={leave} className="w-full !justify-start">
            {leaving ? 'Signing out …' : 'Sign out'}
          </Button>
        </div>
      )}
    </div>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word === undefined ? '' : String.fromCodePoint(word.codePointAt(0)!)))
    .join('')
    .toUpperCase()
}
