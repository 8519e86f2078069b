import type { ReactNode } from 'react'
import { Announcer } from '@/components/ui/announcer'
import type { Theme } from '@/lib/client/theme-cookie'
import { BottomBar } from './bottom-bar'
import { Header } from './header'
import { OverlaysProvider } from './overlays'
import { SessionNotice } from './session-notice'
import { SideNav } from './side-nav'

/** Navigation, header and the place of the page. The window scrolls, so that back, find and zoom work as anywhere. */
export function AppShell({ theme, children }: { theme: Theme; children: ReactNode }) {
  return (
    <OverlaysProvider>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md border border-line-strong bg-surface px-3 py-1.5 font-medium focus:translate-y-0"
      >
        Skip to the content
      </a>
      <div className="min-h-dvh lg:grid lg:grid-cols-[var(--side-width)_minmax(0,1fr)]">
        <SideNav />
        <div className="flex min-h-dvh min-w-0 flex-col pb-[var(--bar-height)] lg:pb-0">
          <Header theme={theme} />
          <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
            {children}
          </main>
        </div>
      </div>
      <BottomBar />
      <SessionNotice />
      <Announcer />
    </OverlaysProvider>
  )
}
