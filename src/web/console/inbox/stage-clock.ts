import type { Course } from '../api/case-shapes.js';

/** The clock of the stage that a case is in, while it runs or rests. */
export const stageClock = (course: Course | undefined) =>
  course?.clocks?.findLast(({ state, of }) => of === 'stage' && (state === 'running' || state === 'paused'));
