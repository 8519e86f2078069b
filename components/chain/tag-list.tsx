import type { Tag as ChainTagData } from '@/lib/domain/chain-view/flags'
import { classNames } from '@/components/ui/class-names'
import { Tag } from '@/components/ui/tag'
import { ChainTag, TONES } from './chain-tag'

interface TagListProps {
  /** The gravest first. */
  tags: readonly ChainTagData[]
  /** How many have room where there is much of it, and where there is little. */
  wide: number
  narrow: number
  /** Classes of what is shown in only one of the two. */
  only: { wide: string; narrow: string }
  /** Whether no other tag stands before them: a bare number would not say of what. */
  isAlone?: boolean
}

/** The tags that have room, and the number of the others. */
export function TagList({ tags, wide, narrow, only, isAlone = false }: TagListProps) {
  return (
    <>
      {tags.slice(0, wide).map((tag, index) => (
        <ChainTag
          key={tag.text}
          tag={{ ...tag, text: tag.short }}
          className={classNames('min-w-0', index >= narrow && only.wide)}
        />
      ))}
      <TagCount
        tags={tags.slice(narrow)}
        isAlone={isAlone && narrow === 0}
        className={wide === narrow ? '' : only.narrow}
      />
      {wide !== narrow && (
        <TagCount tags={tags.slice(wide)} isAlone={isAlone && wide === 0} className={only.wide} />
      )}
    </>
  )
}

interface TagCountProps {
  tags: readonly ChainTagData[]
  isAlone: boolean
  className?: string | undefined
}

/** How many tags there was no room for, in the tone of the gravest; its title says which. */
export function TagCount({ tags, isAlone, className }: TagCountProps) {
  const [gravest] = tags
  if (gravest === undefined) return null
  const remarks = tags.length === 1 ? '1 remark' : `${tags.length} remarks`
  return (
    <Tag
      tone={TONES[gravest.tone]}
      title={tags.map(({ text, title }) => `${text}: ${title}`).join('\n')}
      className={classNames('shrink-0', className)}
    >
      {isAlone ? remarks : `+${tags.length}`}
    </Tag>
  )
}
