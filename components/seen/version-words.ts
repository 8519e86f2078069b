/** The labels that events of a type name; an event that names a schema id alone says none. */
export function versionWords(versions: readonly string[]): string {
  const labels = versions.filter((label) => label !== '')
  return labels.length === 0 ? 'none' : labels.join(', ')
}
