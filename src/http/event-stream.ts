import type { Response } from 'express';

/**
 * Begins a stream of server-sent events. It lasts as long as its connection, so its bytes go out as they are: chunks would
 * cost each event three writes.
 */
export function openEventStream(response: Response): void {
  response.useChunkedEncodingByDefault = false;
  response
    .status(200)
    .set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
}
