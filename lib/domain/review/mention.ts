const MENTION = /(?<![\p{L}\d_@.])@([\p{L}\d][\p{L}\d._-]{0,99})/gu
/** What a mention takes of a word. */
const FIRST = /^([\p{L}\d][\p{L}\d._-]{0,99})/u
/** So many characters of a text are looked at for one full name. */
const LONGEST = 300

/**
 * Names after an `@`, small: the beginning of a person's e-mail address, their name with dots in it, or an owner's slug.
 * @param fullNames of people, who are meant by `@Mara Lindqvist`, too, as `mara.lindqvist`
 */
export function mentionsIn(text: string, fullNames: readonly string[] = []): string[] {
  return [...new Set(findMentions(text, fullNames).map(({ name }) => name))]
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

/** Those of these full names that somebody is mentioned by in one of the texts. */
export function fullNamesIn(texts: readonly string[], fullNames: readonly string[]): string[] {
  const found = findMentions(texts.join('\n'), fullNames)
  return [...new Set(found.flatMap(({ fullName }) => fullName ?? []))]
}

/** A text in pieces, those that mention somebody apart. Together they are the text. */
export function splitMentions(
  text: string,
  fullNames: readonly string[] = [],
): { text: string; isMention: boolean }[] {
  const pieces: { text: string; isMention: boolean }[] = []
  let from = 0
  const say = (to: number, isMention: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), isMention })
    from = to
  }
  for (const { start, end } of findMentions(text, fullNames)) {
    say(start, false)
    say(end, true)
  }
  say(text.length, false)
  return pieces
}

interface Mention {
  /** Offsets in UTF-16 code units, the `@` among them; the end is exclusive. */
  readonly start: number
  readonly end: number
  /** As `mentionsIn` answers it. */
  readonly name: string
  readonly fullName?: string
}

function findMentions(text: string, fullNames: readonly string[]): Mention[] {
  // Most texts mention nobody, and there may be thousands of people.
  const byFirstWord = text.includes('@') ? namesByFirstWord(fullNames) : new Map<string, FullName[]>()
  const found: Mention[] = []
  for (const { index: start, 1: word = '' } of text.matchAll(MENTION)) {
    // A full name may hold an `@` of its own.
    if (start < (found.at(-1)?.end ?? 0)) continue
    const rest = text.slice(start + 1, start + 1 + LONGEST)
    const meant = (byFirstWord.get(named(word)) ?? []).flatMap(({ fullName, words }) => {
      const length = patternOf(words).exec(rest)?.[0].length
      return length === undefined
        ? []
        : [{ start, end: start + 1 + length, name: mentionOf(fullName), fullName }]
    })[0]
    found.push(meant ?? { start, end: start + 1 + named(word).length, name: named(word) })
  }
  return found
}

interface FullName {
  readonly fullName: string
  readonly words: readonly string[]
}

/** Names of several words by what a mention takes for their first, the longest first; none that two people have. */
function namesByFirstWord(fullNames: readonly string[]): Map<string, FullName[]> {
  const all = fullNames.map((fullName): FullName => ({ fullName, words: wordsOf(fullName) }))
  const counts = new Map<string, number>()
  for (const { words } of all) counts.set(words.join(' '), (counts.get(words.join(' ')) ?? 0) + 1)
  const found = new Map<string, FullName[]>()
  for (const name of all.sort((a, b) => b.fullName.length - a.fullName.length)) {
    const { words } = name
    const [, first] = FIRST.exec(words[0] ?? '') ?? []
    if (first === undefined || words.length < 2 || counts.get(words.join(' ')) !== 1) continue
    const known = found.get(named(first))
    if (known) known.push(name)
    else found.set(named(first), [name])
  }
  return found
}

const wordsOf = (name: string) => name.trim().toLowerCase().split(/\s+/)

function patternOf(words: readonly string[]): RegExp {
  const spelt = words.map((word) =>
    word.replace(/[^\p{L}\d]/gu, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`),
  )
  return new RegExp(`^${spelt.join('[ \\t\\u00a0]+')}(?![\\p{L}\\d_])`, 'iu')
}

/** A full stop behind a name ends the sentence. */
function named(name: string): string {
  return name.replace(/[._-]+$/, '').toLowerCase()
}
