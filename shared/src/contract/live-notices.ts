import { z } from 'zod';
import { defineSocketNotice } from './define-socket-event.js';

/** What every live connection may be told, whatever it watches. */
export const liveNotices = {
  socketReplaced: defineSocketNotice({
    name: 'socketReplaced',
    summary:
      'A sixth connection of the same person came: this one ends, and comes back when it is looked at.',
    payload: z.object({}),
  }),
  rightsChanged: defineSocketNotice({
    name: 'rightsChanged',
    summary: 'What this person may read has changed: everything shown is let go of and read again.',
    payload: z.object({}),
  }),
  serverClosing: defineSocketNotice({
    name: 'serverClosing',
    summary: 'This process stops. Come back after the given time, which differs for each connection.',
    payload: z.object({ reconnectAfterMs: z.int().min(0) }),
  }),
};

/** The door’s word for who has no session; any other refusal may pass. */
export const notSignedInAtTheDoor = 'notSignedIn';
