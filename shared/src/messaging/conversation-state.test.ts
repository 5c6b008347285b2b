import type { EntryView, Sender } from './conversation-entry.js';
import { isResolved } from './conversation-line.js';
import {
  type ConversationAction,
  fetchSinceOf,
  openConversation,
  readByOthersUpTo,
  readableUpTo,
  stepConversation,
  unreadLinesOf,
} from './conversation-state.js';
import { nextToSend, unsentOf } from './outbox.js';

const sanna: Sender = { personId: 'sanna', name: 'Sanna Koskinen', organizationId: 'kouvola' };
const pekka: Sender = { personId: 'pekka', name: 'Pekka Salmi', organizationId: 'salmenpaa' };
const message = (seq: number, sender = pekka, body: string | null = `viesti ${seq}`): EntryView => ({
  seq,
  at: `2026-11-24T06:0${seq}:00.000Z`,
  kind: 'message',
  sender,
  clientMessageId: `id-${seq}`,
  body,
});
const edit = (seq: number, concerns: number, correction: boolean): EntryView => ({
  seq,
  at: `2026-11-24T06:0${seq}:00.000Z`,
  kind: 'edit',
  sender: pekka,
  clientMessageId: `id-${seq}`,
  concerns,
  body: 'uusi teksti',
  correction,
});
const after = (...actions: ConversationAction[]) =>
  actions.reduce(stepConversation, openConversation('sanna'));
const came = (...entries: EntryView[]): ConversationAction => ({ type: 'entriesCame', entries });

describe('a conversation in the browser', () => {
  it('holds what came too early, says from where to fetch, and applies both in order', () => {
    const early = after(came(message(1)), came(message(3)));
    const whole = stepConversation(early, came(message(2)));

    expect(early.lines.map((line) => line.seq)).toEqual([1]);
    expect(fetchSinceOf(early)).toBe(1);
    expect(whole.lines.map((line) => line.seq)).toEqual([1, 2, 3]);
    expect(fetchSinceOf(whole)).toBeUndefined();
  });

  it('drops what it has', () => {
    const state = after(came(message(1)), came(message(1, pekka, 'another')));

    expect(state.lines).toMatchObject([{ body: 'viesti 1' }]);
  });

  it('replaces the local echo by its entry, whether the entry or the acknowledgement comes first', () => {
    const written: ConversationAction = { type: 'messageWritten', clientMessageId: 'id-1', body: 'viesti 1' };
    const accepted: ConversationAction = { type: 'sendAccepted', clientMessageId: 'id-1', seq: 1 };
    const own = came(message(1, sanna));

    for (const order of [
      [accepted, own],
      [own, accepted],
    ]) {
      const state = after(written, { type: 'sendStarted', clientMessageId: 'id-1' }, ...order);
      expect([state.echoes, state.lines.length]).toEqual([[], 1]);
    }
  });

  it('fetches an acknowledged message whose entry was never pushed', () => {
    const state = after(
      { type: 'messageWritten', clientMessageId: 'a', body: 'x' },
      { type: 'sendAccepted', clientMessageId: 'a', seq: 4 },
    );

    expect(fetchSinceOf(state)).toBe(0);
    expect(unsentOf(state.echoes)).toEqual([]);
  });

  it('sends one at a time, and a failed one holds those behind it until its writer decides', () => {
    const two = after(
      { type: 'messageWritten', clientMessageId: 'a', body: 'x' },
      { type: 'messageWritten', clientMessageId: 'b', body: 'y' },
    );
    const sending = stepConversation(two, { type: 'sendStarted', clientMessageId: 'a' });
    const refused = stepConversation(sending, {
      type: 'sendRefused',
      clientMessageId: 'a',
      code: 'wrongStatus',
    });
    const taken = stepConversation(refused, { type: 'echoTaken', clientMessageId: 'a' });

    expect(nextToSend(two.echoes)?.clientMessageId).toBe('a');
    expect(nextToSend(sending.echoes)).toBeUndefined();
    expect(nextToSend(refused.echoes)).toBeUndefined();
    expect(nextToSend(taken.echoes)?.clientMessageId).toBe('b');
  });

  it('shows an edit in its place with the earlier text, and a late one as a correction of its own', () => {
    const edited = after(came(message(1), edit(2, 1, false)));
    const corrected = after(came(message(1), edit(2, 1, true)));

    expect(edited.lines).toMatchObject([{ seq: 1, body: 'uusi teksti', earlier: [{ body: 'viesti 1' }] }]);
    expect(corrected.lines).toMatchObject([
      { seq: 1, body: 'viesti 1', corrected: true },
      { seq: 2, kind: 'correction', concerns: 1, body: 'uusi teksti' },
    ]);
  });

  it('leaves a tombstone, without any of the texts that stood there', () => {
    const state = after(
      came(message(1), edit(2, 1, false), edit(3, 1, true), {
        seq: 4,
        at: '2026-11-24T06:04:00.000Z',
        kind: 'redaction',
        sender: pekka,
        concerns: 1,
      }),
    );

    expect(state.lines).toMatchObject([
      { seq: 1, body: null, earlier: [] },
      { seq: 3, body: null },
    ]);
  });

  it('leaves of a recalled message neither names nor card, and says that it was recalled', () => {
    const named = {
      ...message(1),
      mentions: [{ membershipId: 'm', name: 'Sanna Koskinen' }],
      card: { kind: 'meetingProposal', times: [], minutes: 45, way: 'phone' },
    } as EntryView;
    const state = after(
      came(named, {
        seq: 2,
        at: '2026-11-24T06:04:00.000Z',
        kind: 'redaction',
        sender: pekka,
        concerns: 1,
        recalled: true,
      }),
    );

    expect(state.lines).toMatchObject([{ body: null, recalled: true, mentions: [] }]);
    expect(state.lines[0]).toMatchObject({ card: undefined });
  });

  it('is settled until a word or a step of the case comes', () => {
    const settled = (seq: number, resolved: boolean): EntryView => ({
      seq,
      at: '2026-11-24T06:05:00.000Z',
      kind: 'resolution',
      sender: pekka,
      resolved,
    });
    const read: EntryView = {
      seq: 3,
      at: '2026-11-24T06:05:00.000Z',
      kind: 'read',
      organizationId: 'kouvola',
      upTo: 1,
    };
    const state = after(came(message(1), settled(2, true), read));

    expect(isResolved(state.lines)).toBe(true);
    expect(isResolved(stepConversation(state, came(message(4))).lines)).toBe(false);
    expect(isResolved(stepConversation(state, came(settled(4, false))).lines)).toBe(false);
  });

  it('moves the mark back when the reader wants to come back to it, and only then', () => {
    const state = after(came(message(1), message(2)), { type: 'readMarked', lastReadSeq: 2 });
    const back = stepConversation(state, { type: 'unreadMarked', lastReadSeq: 0 });

    expect(unreadLinesOf(back).map((line) => line.seq)).toEqual([1, 2]);
    expect(stepConversation(back, { type: 'unreadMarked', lastReadSeq: 1 }).lastReadSeq).toBe(0);
  });

  it('derives unread: not mine, not removed, not a step of the case, after the mark', () => {
    const step: EntryView = {
      seq: 5,
      at: '2026-11-24T06:05:00.000Z',
      kind: 'event',
      sender: pekka,
      action: 'acknowledge',
      fromStatus: 'sent',
      toStatus: 'acknowledged',
      version: 2,
      reason: null,
      facts: {},
    };
    const state = after(came(message(1), message(2, sanna), message(3, pekka, null), message(4), step), {
      type: 'readMarked',
      lastReadSeq: 1,
    });

    expect(unreadLinesOf(state).map((line) => line.seq)).toEqual([4]);
    expect(readableUpTo(state)).toBe(5);
    expect(stepConversation(state, { type: 'readMarked', lastReadSeq: 0 }).lastReadSeq).toBe(1);
  });

  it('knows how far the other organization has read', () => {
    const read = (seq: number, organizationId: string, upTo: number): EntryView => ({
      seq,
      at: '2026-11-24T06:00:00.000Z',
      kind: 'read',
      organizationId,
      upTo,
    });
    const state = after(came(message(1), read(2, 'salmenpaa', 1), read(3, 'kouvola', 2)));

    expect(readByOthersUpTo(state, 'kouvola')).toBe(1);
  });
});
