import type { Notice } from './change'

/**
 * A field that went and one that came, alike in all they allow, are likely one field under another name or in another
 * place. Only where there is exactly one candidate on either side, and the names speak for it or the shape is no
 * everyday one: two plain strings are no evidence.
 */
export function recogniseMoves(notices: readonly Notice[]): Notice[] {
  const gone = notices.filter(({ kind }) => kind === 'field-removed')
  const come = notices.filter(({ kind }) => kind === 'field-added' || kind === 'required-field-added')
  const partners = new Map<Notice, Notice>()
  for (const old of gone) {
    const candidates = come.filter((now) => isLikely(old, now))
    const [now] = candidates
    if (now === undefined || candidates.length > 1) continue
    if (gone.filter((other) => isLikely(other, now)).length === 1) partners.set(old, now)
  }
  const taken = new Set(partners.values())
  return notices.flatMap((notice) => {
    if (taken.has(notice)) return []
    const now = partners.get(notice)
    return [now === undefined ? notice : moved(notice, now)]
  })
}

function isLikely(old: Notice, now: Notice): boolean {
  if (old.shape === undefined || old.shape !== now.shape || old.field === now.field) return false
  const [oldName, newName] = [lastName(old.field), lastName(now.field)]
  if (parentOf(old.field) !== parentOf(now.field)) return plain(oldName) === plain(newName)
  return tokens(oldName).some((token) => tokens(newName).includes(token)) || isTelling(old.shape)
}

function moved(old: Notice, now: Notice): Notice {
  return {
    kind: parentOf(old.field) === parentOf(now.field) ? 'field-renamed' : 'field-moved',
    field: now.field,
    ...(old.beforePath !== undefined && { beforePath: old.beforePath }),
    ...(now.afterPath !== undefined && { afterPath: now.afterPath }),
    before: old.field,
    after: now.field,
    edits: [...old.edits, ...now.edits],
  }
}

/** A shape with more in it than a bare type. */
function isTelling(shape: string): boolean {
  return /"(properties|enum|const|pattern|format)":/.test(shape)
}

function lastName(field: string): string {
  return field.slice(field.lastIndexOf('.') + 1)
}

function parentOf(field: string): string {
  return field.slice(0, Math.max(0, field.lastIndexOf('.')))
}

function tokens(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((token) => token.length > 1 && token !== 'id')
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\d]/gu, '')
}
