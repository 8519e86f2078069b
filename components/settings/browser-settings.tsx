'use client'

import { Box } from '@/components/ui/box'
import { Checkbox } from '@/components/ui/checkbox'
import { singleKeys } from '@/lib/client/preferences'
import { chooseTheme, useTheme } from '@/lib/client/theme'
import { THEMES } from '@/lib/client/theme-cookie'

const THEME_WORDS = { system: 'As the system', light: 'Light', dark: 'Dark' } as const

/** What is kept on this device. */
export function BrowserSettings() {
  const theme = useTheme()
  const single = singleKeys.use()
  return (
    <Box
      title="This browser"
      aside={<span className="text-xs">Kept on this device only; saved at once.</span>}
    >
      <div className="flex flex-col gap-4 p-3">
        <fieldset>
          <legend className="mb-1 font-medium">Theme</legend>
          <div className="flex flex-wrap gap-x-5">
            {THEMES.map((choice) => (
              <label key={choice} className="flex min-h-7 items-center gap-2">
                <input
                  type="radio"
                  name="theme"
                  checked={theme === choice}
                  onChange={() => chooseTheme(choice)}
                  className="accent-accent"
                />
                {THEME_WORDS[choice]}
              </label>
            ))}
          </div>
        </fieldset>
        <Checkbox
          label="Single letters act as keys where a list has the focus"
          checked={single}
          onChange={(event) => singleKeys.write(event.target.checked)}
        />
      </div>
    </Box>
  )
}
