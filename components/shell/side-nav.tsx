import { Link } from '@/components/ui/link'
import { FACES, HOUSEKEEPING, PEOPLE } from './nav-items'
import { NavLink } from './nav-link'
import { RecentList } from './recent-list'
import { Wordmark } from './wordmark'

/** The left side of a wide screen. */
export function SideNav() {
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col gap-3 overflow-y-auto border-r border-line bg-sunken px-2 py-3 lg:flex">
      <Link href="/" className="mx-0.5 rounded-md px-1.5 py-0.5" aria-label="Pasttense, start">
        <Wordmark />
      </Link>
      <nav aria-label="Main" className="flex flex-col gap-3">
        {[FACES, PEOPLE, HOUSEKEEPING].map((items) => (
          <ul key={items[0]?.href} className="flex flex-col gap-0.5">
            {items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} />
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <RecentList />
    </aside>
  )
}
