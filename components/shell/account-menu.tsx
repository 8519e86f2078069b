'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { LinkButton } from '@/components/ui/link-button'
import { Menu } from '@/components/ui/menu'
import { useMe } from '@/lib/client/me'
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

function Account({ me }: { me: Me }) {
  const [leaving, setLeaving] = useState(false)
  function leave(): void {
    setLeaving(true)
    const away = () => window.location.assign('/')
    // Where the server does not answer, the start says so.
    signOut().then(away, away)
  }
  return (
    <Menu
      heading={
        <div className="mb-1 border-b border-line px-2 pt-1 pb-2">
          <p className="font-medium">{me.name}</p>
          <p className="text-xs text-ink-3">{[me.role, ...me.owners].join(' · ')}</p>
        </div>
      }
      trigger={
        <button
          type="button"
          aria-label={`Account of ${me.name}`}
          title={`${me.name}, ${me.role}`}
          aria-busy={leaving || undefined}
          className="inline-flex size-6 items-center justify-center rounded-full border border-line-strong bg-surface text-2xs font-semibold text-ink-2 hover:border-line-field hover:text-ink"
        >
          {initials(me.name)}
        </button>
      }
      items={[{ id: 'sign-out', label: 'Sign out', onSelect: leave, disabled: leaving }]}
    />
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word === undefined ? '' : String.fromCodePoint(word.codePointAt(0)!)))
    .join('')
    .toUpperCase()
}
