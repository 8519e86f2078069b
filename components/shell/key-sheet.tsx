'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { useMac } from '@/components/ui/use-mac'
import { isSingle, keyCaps, keyTable, type KeyEntry } from '@/lib/client/keys'
import { singleKeys } from '@/lib/client/preferences'

interface KeySheetProps {
  open: boolean
  onClose: () => void
}

const ENTRIES: readonly KeyEntry[] = Object.values(keyTable)
const PLACES = [...new Set(ENTRIES.map(({ where }) => where))]

/** Every key there is, from the same table the handlers read. */
export function KeySheet({ open, onClose }: KeySheetProps) {
  const single = singleKeys.use()
  return (
    <Dialog open={open} onClose={onClose} title="Keys" wide>
      <Checkbox
        label="Single letters act as keys where a list has the focus"
        checked={single}
        onChange={(event) => singleKeys.write(event.target.checked)}
      />
      <div className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {PLACES.map((place) => (
          <section key={place} aria-label={place}>
            <h3 className="border-b border-line pb-1 text-xs font-medium text-ink-3">{place}</h3>
            <dl>
              {ENTRIES.filter(({ where }) => where === place).map((entry) => (
                <div key={entry.does} className="flex min-h-7 items-center justify-between gap-3">
                  <dt>{entry.does}</dt>
                  <dd className="flex shrink-0 items-center gap-1">
                    <Caps entry={entry} single={single} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function Caps({ entry, single }: { entry: KeyEntry; single: boolean }) {
  const mac = useMac()
  if (entry.says !== undefined) return <span className="text-ink-2">{entry.says}</span>
  const active = entry.keys.filter((binding) => single || !isSingle(binding))
  if (active.length === 0) return <span className="text-ink-3">off</span>
  return active.map((binding, index) => (
    <span key={binding} className="flex items-center gap-0.5">
      {index > 0 && <span className="px-0.5 text-ink-3">or</span>}
      {keyCaps(binding, mac).map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </span>
  ))
}
