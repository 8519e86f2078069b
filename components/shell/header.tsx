'use client'

import { Link } from '@/components/ui/link'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { useMac } from '@/components/ui/use-mac'
import { keyCaps, keyTable } from '@/lib/client/keys'
import type { Theme } from '@/lib/client/theme-cookie'
import { AccountMenu } from './account-menu'
import { InboxLink } from './inbox-link'
import { useOverlays } from './use-overlays'
import { Pulse } from './pulse'
import { TaskProgress } from './task-progress'
import { ThemeButton } from './theme-button'
import { Wordmark } from './wordmark'

export function Header({ theme }: { theme: Theme }) {
  const { openKeys } = useOverlays()
  return (
    <header className="sticky top-0 z-30 flex h-[var(--header-height)] shrink-0 items-center gap-3 border-b border-line bg-bg px-4">
      <Link href="/" aria-label="Pasttense, start" className="rounded-md lg:hidden">
        <Wordmark />
      </Link>
      <FindButton />
      <div className="ml-auto flex items-center gap-1.5">
        <TaskProgress />
        <InboxLink />
        <Pulse />
        <ThemeButton initial={theme} />
        <button
          type="button"
          onClick={openKeys}
          aria-label="Keys"
          aria-haspopup="dialog"
          title={`${keyTable.help.does} (${keyTable.help.keys[0]})`}
          className="hidden h-6 min-w-6 items-center justify-center rounded-md border border-line bg-surface font-mono text-xs text-ink-2 hover:border-line-strong hover:text-ink sm:inline-flex"
        >
          ?
        </button>
        <AccountMenu />
      </div>
    </header>
  )
}

/** Looks like a field, opens the palette. */
function FindButton() {
  const { openPalette, preparePalette } = useOverlays()
  const mac = useMac()
  return (
    <button
      type="button"
      onClick={openPalette}
      onPointerEnter={preparePalette}
      onFocus={preparePalette}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      aria-label="Find anything"
      title={keyTable.palette.does}
      className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-lg border border-line-strong bg-surface px-2.5 text-left text-ink-3 hover:border-line-field sm:max-w-[35rem]"
    >
      <Icon name="explore" />
      <span className="min-w-0 flex-1 truncate">
        <span className="sm:hidden">Find</span>
        <span className="hidden sm:inline">Find events, fields, owners, or paste an id</span>
      </span>
      <span aria-hidden className="hidden gap-0.5 sm:flex">
        {keyCaps(keyTable.palette.keys[0], mac).map((cap) => (
          <Kbd key={cap}>{cap}</Kbd>
        ))}
      </span>
    </button>
  )
}
