import type { Violation } from '@/lib/contracts/problem-details'

/** What is wrong and where, one place after another. */
export function ViolationList({ violations }: { violations: readonly Violation[] }) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {violations.map(({ pointer, code, message }, index) => (
        <li key={index} className="px-3 py-2">
          <p>{message}</p>
          <p className="text-ink-3">
            <code>{pointer === '' ? '(the whole)' : pointer}</code> · {code}
          </p>
        </li>
      ))}
    </ul>
  )
}
