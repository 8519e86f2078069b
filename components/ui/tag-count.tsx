import { classNames } from './class-names'
import { Tag, type Tone } from './tag'

interface TagCountProps {
  /** The gravest first. */
  tags: readonly { text: string; title: string; tone: Tone }[]
  /** Whether no other tag stands before it: a bare number would not say of what. */
  isAlone?: boolean
  className?: string | undefined
}

/** How many tags there was no room for, in the tone of the gravest; its title says which. */
export function TagCount({ tags, isAlone = false, className }: TagCountProps) {
  const [gravest] = tags
  if (gravest === undefined) return null
  const remarks = tags.length === 1 ? '1 remark' : `${tags.length} remarks`
  return (
    <Tag
      tone={gravest.tone}
      title={tags.map(({ text, title }) => `${text}: ${title}`).join('\n')}
      className={classNames('shrink-0', className)}
    >
      {isAlone ? remarks : `+${tags.length}`}
    </Tag>
  )
}
