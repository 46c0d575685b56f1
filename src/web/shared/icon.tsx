// Paths from Tabler Icons. MIT License, Copyright (c) 2020-2026 Paweł Kuna.
// Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
// documentation files, to deal in it without restriction, provided that this notice is kept.

export const alert =
  'M12 9v4M10.363 3.591l-8.106 13.534a1.914 1.914 0 0 0 1.636 2.871h16.214a1.914 1.914 0 0 0 1.636-2.87l-8.106-13.536a1.914 1.914 0 0 0-3.274 0M12 16h.01';
export const check = 'M5 12l5 5l10-10';
export const circleCheck = 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M9 12l2 2l4-4';
export const clock = 'M3 12a9 9 0 1 0 18 0a9 9 0 0 0-18 0M12 7v5l3 3';
export const moon = 'M12 3h.393a7.5 7.5 0 0 0 7.92 12.446a9 9 0 1 1-8.313-12.454z';
export const search = 'M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M21 21l-6-6';
export const sun =
  'M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M3 12h1m8-9v1m8 8h1m-9 8v1m-6.4-15.4l.7 .7m12.1-.7l-.7 .7m0 11.4l.7 .7m-12.1-.7l-.7 .7';
export const world =
  'M3 12a9 9 0 1 0 18 0a9 9 0 0 0-18 0M3.6 9h16.8M3.6 15h16.8M11.5 3a17 17 0 0 0 0 18M12.5 3a17 17 0 0 1 0 18';

/** Decoration beside a word, which carries the meaning. `size`: s 14, m 16, l 22 px; else 18. */
export function Icon({ of, size = '', tone = '' }: { of: string; size?: '' | 's' | 'm' | 'l'; tone?: string }) {
  return (
    <svg class={`i ${size} ${tone}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={of} />
    </svg>
  );
}

/** The mark: what leaned stands upright again. */
export function Mark({ size }: { size: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        class="mark-b"
        d="M5.2 2.5h13.6a3 3 0 0 1 3 3v10.3a3 3 0 0 1-3 3h-7.4l-4.1 3.1c-.5.4-1.2 0-1.2-.6v-2.5h-.9a3 3 0 0 1-3-3V5.5a3 3 0 0 1 3-3Z"
      />
      <path class="mark-l" d="M12.6 15 8 8.8" />
      <path class="mark-u" d="M12.6 15V6.3" />
    </svg>
  );
}
