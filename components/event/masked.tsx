import { MASKS, type MaskReason } from '@/lib/domain/masking/mask-text'

const WHY: Readonly<Record<MaskReason, string>> = {
  sensitive: 'Masked: the schema marks this as sensitive, so nobody sees it without giving a reason.',
  'not-declared':
    'Masked: no schema says what this is. Authors of the owner’s team, reviewers and administrators see it.',
}
const REASONS = Object.keys(MASKS) as MaskReason[]
const LITERALS = new RegExp(`("(?:${REASONS.map((reason) => MASKS[reason]).join('|')})")`)

/** A mask as what it is, so that nobody takes it for data. */
function Mask({ reason }: { reason: MaskReason }) {
  return (
    <span
      title={WHY[reason]}
      className="cursor-help rounded-sm border border-dashed border-line-strong bg-hover px-1 font-sans text-ink-2"
    >
      {MASKS[reason].slice(1, -1)}
    </span>
  )
}

/** JSON text in which masks may stand, each drawn as one. */
export function TextWithMasks({ text }: { text: string }) {
  const parts = text.split(LITERALS)
  if (parts.length === 1) return text
  return parts.map((part, i) => {
    const reason = i % 2 === 1 ? REASONS.find((each) => part === JSON.stringify(MASKS[each])) : undefined
    return reason === undefined ? part : <Mask key={i} reason={reason} />
  })
}
