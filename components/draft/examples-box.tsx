import { Box } from '@/components/ui/box'
import { Tag } from '@/components/ui/tag'
import type { Validity } from '@/lib/domain/compatibility/validate/validate'

/** Whether the author's examples are what the schema says; a text is what they are not. */
export function ExamplesBox({ results, broken }: { results: readonly Validity[] | string; broken: boolean }) {
  const isList = typeof results !== 'string'
  return (
    <Box title="Examples" aside={isList && !broken ? results.length : undefined}>
      <div className="px-3 py-2">
        {!isList && <p className="text-breaking">✕ {results}</p>}
        {broken && isList && <p className="text-ink-2">They are checked as soon as the schema is JSON.</p>}
        {!broken && results.length === 0 && (
          <p className="text-ink-2">None yet. Consumers look at examples first.</p>
        )}
        <ul className="flex flex-col gap-1">
          {isList &&
            results.map((result, index) => (
              <li key={index} className="flex items-center gap-2">
                Example {index + 1}
                {result.isValid === true && <Tag tone="safe">✓ valid</Tag>}
                {result.isValid === false && (
                  <>
                    <Tag tone="breaking">✕ refused</Tag>
                    <span className="font-mono text-xs text-ink-2">by {result.place || 'the root'}</span>
                  </>
                )}
                {result.isValid === undefined && <Tag>? {result.reason}</Tag>}
              </li>
            ))}
        </ul>
      </div>
    </Box>
  )
}
