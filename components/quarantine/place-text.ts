/** A place in a message as it is written: the empty pointer is the whole of it. */
export function placeText(pointer: string): string {
  return pointer === '' ? '(the whole)' : pointer
}
