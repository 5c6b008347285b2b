import type { Language } from '@rinnalla/shared/kernel/localized';
import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import {
  type Audience,
  type ConversationView,
  messagingRoutes,
} from '@rinnalla/shared/messaging/messaging-routes';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { MemoryRouter } from 'react-router';
import { Providers } from '../app/app.js';
import { ConversationPanel } from '../features/messaging/conversation-panel.js';
import type { ConversationSlots } from '../features/messaging/conversation-slots.js';
import { createQueryClient } from '../platform/query-client.js';
import { FakeServer } from './fake-server.js';
import { LiveWire } from './live-wire.js';
import { kouvola, salmenpaa, sanna, scenarioNow } from './sessions.js';

export const referralId = '00000000-0000-4000-8000-0000000000d1';
export const sharedId = '00000000-0000-4000-8000-0000000000d2';
const notesId = '00000000-0000-4000-8000-0000000000d3';
export const pekka = {
  personId: '00000000-0000-4000-8000-0000000000c9',
  name: 'Pekka Ahola',
  organizationId: salmenpaa.id,
};
export const me = { personId: sanna.person?.id ?? '', name: 'Sanna Koskinen', organizationId: kouvola.id };

export const message = (
  seq: number,
  sender = pekka,
  body: string | null = `Viesti ${seq}`,
  at = '2026-11-24T05:42:00.000Z',
): EntryView => ({
  seq,
  at,
  kind: 'message',
  sender,
  clientMessageId: `00000000-0000-4000-8000-0000000001${String(seq).padStart(2, '0')}`,
  body,
});

/** The server's log of the two conversations, and the panel over it. */
export const aConversation = (
  given: {
    entries?: EntryView[];
    view?: Partial<ConversationView>;
    language?: Language;
    /** Who looks; Sanna unless said otherwise. */
    session?: typeof sanna;
    /** What the app puts into the conversation of a case. */
    slots?: ConversationSlots;
    /** What a list or a search led to. */
    wanted?: { audience: Audience; seq?: number };
  } = {},
) => {
  const reader = given.session ?? sanna;
  const log = [...(given.entries ?? [])];
  const notes: EntryView[] = [];
  const logOf = (id: string): EntryView[] => (id === sharedId ? log : notes);
  const view: ConversationView = {
    id: sharedId,
    referralId,
    audience: 'shared',
    organizations: [kouvola, salmenpaa],
    lastSeq: log.length,
    lastReadSeq: 0,
    unread: 0,
    writable: true,
    caseNumber: 'KVL-2026-0142',
    serviceTitle: { fi: 'Rinnallakulkija arkeen' },
    contacts: 'none',
    ...given.view,
  };
  const server = new FakeServer()
    .on(sessionRoutes.read, () => ({
      ...reader,
      person: reader.person && { ...reader.person, language: given.language ?? 'fi' },
    }))
    .on(messagingRoutes.ofReferral, () => ({
      conversations: [
        view,
        {
          ...view,
          id: notesId,
          audience: 'internal' as const,
          organizations: [kouvola],
          lastSeq: 0,
          writable: true,
        },
      ],
    }))
    .on(messagingRoutes.entries, ({ params, query }) => ({
      entries: logOf(params.conversationId).slice(query?.since ?? 0),
      more: false,
    }))
    .on(messagingRoutes.markRead, ({ body }) => ({ lastReadSeq: body.upTo }))
    .on(messagingRoutes.send, ({ params, body }) => {
      const own = logOf(params.conversationId);
      const kept = own.find(
        (entry) => entry.kind === 'message' && entry.clientMessageId === body.clientMessageId,
      );
      const entry = kept ?? {
        ...message(own.length + 1, me, body.body, scenarioNow),
        clientMessageId: body.clientMessageId,
      };
      if (!kept) own.push(entry as EntryView);
      return { seq: entry.seq, sentAt: entry.at };
    });
  const wire = new LiveWire();
  wire.answer = (event, payload) => ({
    ok: true,
    value:
      event === 'watchConversation'
        ? { lastSeq: logOf((payload as { conversationId: string }).conversationId).length }
        : {},
  });
  globalThis.fetch = server.fetch;
  const rendered = render(
    <Providers
      queryClient={createQueryClient(0)}
      language={given.language ?? 'fi'}
      openWire={() => Promise.resolve(wire)}
    >
      <MemoryRouter initialEntries={[{ pathname: '/', state: given.wanted ?? null }]}>
        <Suspense>
          <ConversationPanel referralId={referralId} {...(given.slots ? { slots: given.slots } : {})} />
        </Suspense>
      </MemoryRouter>
    </Providers>,
  );
  const push = (entry: EntryView, doubled = false): void =>
    act(() => {
      if (!log.includes(entry)) log.push(entry);
      wire.says('conversationEntry', { conversationId: sharedId, entry });
      if (doubled) wire.says('conversationEntry', { conversationId: sharedId, entry });
    });
  return { ...rendered, server, wire, log, push, user: userEvent.setup() };
};
