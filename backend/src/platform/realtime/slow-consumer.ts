import type { LiveSocket } from './socket.adapter.js';

const mostPacketsWaiting = 500;
const mostBytesWaiting = 1_000_000;

interface Engine {
  writeBuffer: { data?: unknown }[];
  transport?: { socket?: { bufferedAmount?: number; terminate?: () => void } };
  close: (discard: boolean) => void;
}

/** Does more wait for this socket than a browser that keeps up ever leaves waiting? In our queue, and in its connection's. */
export const isTooSlow = (socket: LiveSocket): boolean => {
  const { writeBuffer, transport } = engineOf(socket);
  if (writeBuffer.length > mostPacketsWaiting) return true;
  let bytes = transport?.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += typeof data === 'string' ? data.length : 0;
  return bytes > mostBytesWaiting;
};

/**
 * Ends a socket that does not keep up, and frees what waited for it at once: a polite close would wait until it has read
 * everything. It comes back by fetching what it missed.
 */
export const cutOff = (socket: LiveSocket): void => {
  const engine = engineOf(socket);
  const connection = engine.transport?.socket;
  engine.close(true);
  connection?.terminate?.();
};

const engineOf = (socket: LiveSocket): Engine => socket.conn as unknown as Engine;
