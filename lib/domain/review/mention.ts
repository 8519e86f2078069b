const MENTION = /(?<![\p{L}\d_@.])@([\p{L}\d][\p{L}\d._-]{0,99})/gu

/** Names after an `@`, small: the beginning of a person's e-mail address, their name with dots in it, or an owner's slug. */
export function mentionsIn(text: string): string[] {
  const found = [...text.matchAll(MENTION)]
  return [...new Set(found.map(([, name = '']) => named(name)))]
}

/** What a person of that name is mentioned by: `Mara Lindqvist` by `mara.lindqvist`. Empty where nothing of it can be written so. */
export function mentionOf(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\d][\p{L}\d_-]*/gu) ?? []
  return named(words.join('.').slice(0, 100))
}

/** Whether one of these names is meant for them. */
export function isMentioned(
  names: ReadonlySet<string>,
  { handle, name, owners }: { handle: string; name: string; owners: readonly string[] },
): boolean {
  return (
    names.has(handle) || names.has(mentionOf(name)) || owners.some((owner) => names.has(owner.toLowerCase()))
  )
}

/** A text in pieces, those that mention somebody apart. Together they are the text. */
export function splitMentions(text: string): { text: string; isMention: boolean }[] {
  const pieces: { text: string; isMention: boolean }[] = []
  let from = 0
  const say = (to: number, isMention: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), isMention })
    from = to
  }
  for (const found of text.matchAll(MENTION)) {
    say(found.index, false)
    say(found.index + 1 + named(found[1] ?? '').length, true)
  }
  say(text.length, false)
  return pieces
}

/** A full stop behind a name ends the sentence. */
function named(name: string): string {
  return name.replace(/[._-]+$/, '').toLowerCase()
}
