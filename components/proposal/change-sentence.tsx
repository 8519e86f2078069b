import { Tag, type Tone } from '@/components/ui/tag'
import { WEIGHTS, WEIGHT_TONES, weightOf } from '@/components/versions/verdict-words'
import type { CompatibilityAnswer, Verdict } from '@/lib/contracts/compatibility'
import { brokenWords } from '@/components/draft/harm-to'

const TONES: Record<Verdict, Tone> = { compatible: 'safe', breaking: 'breaking', unknown: 'neutral' }
const GLYPHS: Record<Verdict, string> = { compatible: '✓', breaking: '✕', unknown: '?' }

interface ChangeSentenceProps {
  base: string | null
  answer: CompatibilityAnswer | null
  /** Names of consumers that it breaks. */
  broken: readonly string[]
  checking: boolean
}

/** What changes, in a sentence: how many of which weight, and what that does in each direction. */
export function ChangeSentence({ base, answer, broken, checking }: ChangeSentenceProps) {
  if (base === null) return <p className="text-base">A new event type: nobody reads it yet.</p>
  if (!answer) return <p role="status">{checking ? `comparing with ${base} …` : 'It cannot be compared.'}</p>
  const weights = answer.changes.map(weightOf)
  const counted = WEIGHTS.filter((weight) => weights.includes(weight))
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className="text-base">
        {counted.length === 0
          ? `Nothing changes against ${base}.`
          : counted.map((weight, index) => (
              <span key={weight}>
                {index > 0 && ', '}
                <span className={COLOURS[WEIGHT_TONES[weight]]}>
                  {weights.filter((one) => one === weight).length} {weight}
                </span>
              </span>
            ))}
      </p>
      <Tag tone={TONES[answer.backward.verdict]}>
        {GLYPHS[answer.backward.verdict]} backward {answer.backward.verdict}: new readers, old events
      </Tag>
      <Tag tone={TONES[answer.forward.verdict]}>
        {GLYPHS[answer.forward.verdict]} forward {answer.forward.verdict}: old readers, new events
      </Tag>
      {broken.length > 0 && <p className="basis-full text-breaking">✕ Breaks {brokenWords(broken)}.</p>}
    </div>
  )
}

const COLOURS: Record<Tone, string> = {
  breaking: 'text-breaking',
  risky: 'text-risky',
  safe: 'text-safe',
  neutral: 'text-ink-2',
  accent: 'text-accent',
}
