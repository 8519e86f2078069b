/** The trimmed text of a form's field; empty where there is none. */
export function formText(form: FormData, key: string): string {
  const value = form.get(key)
  return typeof value === 'string' ? value.trim() : ''
}

/** A form's password to the letter: spaces around it belong to it. */
export function formPassword(form: FormData, key = 'password'): string {
  const value = form.get(key)
  return typeof value === 'string' ? value : ''
}
