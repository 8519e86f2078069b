/** The heading of the page: where the focus goes when a deed changed all that stood around it. */
export function pageHeading(): HTMLElement | null {
  return document.querySelector('#content h1')
}
