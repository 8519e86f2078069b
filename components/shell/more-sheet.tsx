'use client'

import { Dialog } from '@/components/ui/dialog'
import { HOUSEKEEPING, PEOPLE } from './nav-items'
import { NavLink } from './nav-link'
import { RecentList } from './recent-list'

interface MoreSheetProps {
  open: boolean
  onClose: () => void
}

/** The rest of the navigation, for narrow screens. */
export function MoreSheet({ open, onClose }: MoreSheetProps) {
  return (
    <Dialog open={open} onClose={onClose} title="More">
      <ul className="flex flex-col gap-1">
        {[...PEOPLE, ...HOUSEKEEPING].map((item) => (
          <li key={item.href}>
            <NavLink item={item} onFollow={onClose} />
          </li>
        ))}
      </ul>
      {/* A link that is followed closes the sheet; the list itself does not know it is in one. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- Enter on a link is a click */}
      <div className="mt-4" onClick={onClose}>
        <RecentList />
      </div>
    </Dialog>
  )
}
