import { signInDemo } from '@/lib/client/sign-in'
import type { SignInOptions } from '@/lib/contracts/person'
import type { WayProps } from './sign-in-screen'

/** The demo company's people: one click and one is them. */
export function DemoPeople({ people, busy, attempt }: WayProps & { people: SignInOptions['demo'] }) {
  return (
    <section aria-labelledby="demo-people" className="flex flex-col gap-2 border-t border-line pt-5">
      <h2 id="demo-people" className="font-semibold">
        Or be somebody of the demo company
      </h2>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {people.map(({ id, name, role, owners }) => (
          <li key={id} className="border-b border-line last:border-b-0">
            <button
              type="button"
              aria-disabled={busy || undefined}
              onClick={() => !busy && attempt(() => signInDemo(id))}
              className="flex min-h-9 w-full flex-wrap content-center items-baseline gap-x-2 px-3 py-1.5 text-left -outline-offset-2 hover:bg-hover"
            >
              <span className="font-medium">
                <span className="sr-only">Sign in as </span>
                {name}
              </span>
              <span className="text-ink-3">{[role, ...owners].join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
