/** Outlines on a 16 × 16 grid, drawn with a stroke of 1.4. */
const OUTLINES = {
  catalog: 'M3 3.5h10M3 8h10M3 12.5h6',
  explore: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.3 10.3 14 14',
  flows:
    'M3.5 5.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM12.5 14.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM3.5 5.5v3a4 4 0 0 0 4 4h3',
  proposals: 'M3 13l.7-3L10.5 3.2a1.4 1.4 0 0 1 2 0l.3.3a1.4 1.4 0 0 1 0 2L6 12.3 3 13Z',
  owners: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 13.5c.4-2.6 2.4-4 5-4s4.6 1.4 5 4',
  services: 'M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.01M5 11h.01',
  domains: 'M8 1.8 13.8 5 8 8.2 2.2 5 8 1.8ZM2.2 8 8 11.2 13.8 8M2.2 11 8 14.2 13.8 11',
  entities:
    'M8 6c3 0 5-.9 5-2s-2-2-5-2-5 .9-5 2 2 2 5 2ZM3 4v8c0 1.1 2 2 5 2s5-.9 5-2V4M3 8c0 1.1 2 2 5 2s5-.9 5-2',
  unlisted: 'M3 3.5h10M3 8h4M3 12.5h3M9.2 9.6a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.8.5-.8 1M11 14.3h.01',
  quarantine: 'M8 2.2 14.3 13.3H1.7L8 2.2ZM8 6.5v3M8 11.4h.01',
  settings:
    'M2.5 4.5h6M12.5 4.5h1M10.5 6.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM2.5 11.5h1M7.5 11.5h6M5.5 13.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3 8.5 3.2 3L13 4.5',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  plus: 'M8 3v10M3 8h10',
  'chevron-down': 'm4 6 4 4 4-4',
  'chevron-right': 'm6 4 4 4-4 4',
  'chevron-left': 'm10 4-4 4 4 4',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.5v1M8 13.5v1M14.5 8h-1M2.5 8h-1M12.6 3.4l-.7.7M4.1 11.9l-.7.7M12.6 12.6l-.7-.7M4.1 4.1l-.7-.7',
  moon: 'M13 9.6A5.5 5.5 0 0 1 6.4 3 5.5 5.5 0 1 0 13 9.6Z',
  monitor: 'M2 3h12v8H2zM5.5 13.5h5M8 11v2.5',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  edit: 'M3 13l.7-3L10.5 3.2a1.4 1.4 0 0 1 2 0l.3.3a1.4 1.4 0 0 1 0 2L6 12.3 3 13Z',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.5V8l2.3 1.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
} as const

export type IconName = keyof typeof OUTLINES

/** A drawing beside words: never the only thing that says something. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="1.15em"
      height="1.15em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      className={className ?? 'shrink-0'}
    >
      <path d={OUTLINES[name]} />
    </svg>
  )
}
