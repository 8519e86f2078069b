'use client'

import { Link } from '@/components/ui/link'
import { useCurrentInView } from '@/components/ui/use-current-in-view'
import { paths } from '@/lib/client/paths'
import type { SETTINGS_SECTIONS, SettingsSection } from '@/lib/client/settings-sections'

type Section = (typeof SETTINGS_SECTIONS)[number]

interface SettingsNavProps {
  sections: readonly Section[]
  current: SettingsSection
}

const GROUPS = ['Installation', 'Yours'] as const

/** The parts of the settings: at the left of a wide screen, as tabs on a narrow one. */
export function SettingsNav({ sections, current }: SettingsNavProps) {
  const strip = useCurrentInView(current)
  return (
    <nav
      ref={strip}
      aria-label="Settings"
      className="relative flex gap-5 overflow-x-auto border-b border-line px-5 lg:sticky lg:top-[var(--header-height)] lg:flex-col lg:gap-3 lg:self-start lg:border-b-0 lg:py-4 lg:pr-0"
    >
      {GROUPS.map((group) => {
        const own = sections.filter((section) => section.group === group)
        if (own.length === 0) return null
        return (
          <div key={group} className="shrink-0">
            <h2 className="sr-only px-2 pb-1 text-xs text-ink-3 lg:not-sr-only lg:block">{group}</h2>
            <ul className="flex gap-5 lg:flex-col lg:gap-0.5">
              {own.map(({ id, label }) => (
                <li key={id} className="shrink-0">
                  <Link
                    href={paths.settings(id)}
                    aria-current={id === current ? 'page' : undefined}
                    className="flex h-9 items-center border-b-2 border-transparent font-medium text-ink-2 -outline-offset-2 hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink lg:h-7 lg:rounded-md lg:border lg:px-2 lg:hover:bg-hover lg:aria-[current=page]:border-line lg:aria-[current=page]:bg-surface"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
