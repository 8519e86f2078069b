import type { Tag as ChainTagData } from '@/lib/domain/chain-view/flags'
import { classNames } from '@/components/ui/class-names'
import { TagCount } from '@/components/ui/tag-count'
import { ChainTag, toned } from './chain-tag'

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
  const counted = toned(tags)
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
        tags={counted.slice(narrow)}
        isAlone={isAlone && narrow === 0}
        className={wide === narrow ? '' : only.narrow}
      />
      {wide !== narrow && (
        <TagCount tags={counted.slice(wide)} isAlone={isAlone && wide === 0} className={only.wide} />
      )}
    </>
  )
}
