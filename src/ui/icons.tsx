/** The few drawings the interface uses: 16 by 16, in the colour of the text beside them, hidden from screen readers (a name stands on the button). */

const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  pin: 'M6 2.5h4l-.6 4.2 2.1 2.1v1.2H4.5V8.8l2.1-2.1zM8 10v4',
  day: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5',
  edit: 'M3 13l.6-2.9L10.8 3 13 5.2 5.9 12.4z',
  open: 'M5.5 3.5l4.5 4.5-4.5 4.5',
  away: 'M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3L7.5 8.5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4',
  more: 'M3 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M7.5 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M12 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0',
  panel: 'M2.5 3h11v10h-11zM9.5 3v10',
} as const;

/** One drawing. `filled` for a switch that is on. */
export function Icon({ name, filled = false }: { name: keyof typeof PATHS; filled?: boolean }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
