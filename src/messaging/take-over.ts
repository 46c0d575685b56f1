/**
 * What a process has in hand is left to it for so long; then it has died or hangs, and any process takes it over. With
 * a look every five seconds nothing waits ten.
 */
export const TAKE_OVER_MS = 4000;
