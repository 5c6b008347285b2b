import { Problem } from '@rinnalla/shared/kernel/problem';
import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { loadKnownTexts } from '../../../i18n/lazy-texts.js';
import { aConversation, me, message, pekka, sharedId } from '../../../testing/a-conversation.js';
import { scenarioNow } from '../../../testing/sessions.js';

const checklist = (seq: number): EntryView =>
  ({ ...message(seq, pekka, 'Avaimet\nVakuutus'), card: { kind: 'checklist' } }) as EntryView;
const tick = (seq: number, item: number, done: boolean, sender = pekka): EntryView => ({
  seq,
  at: scenarioNow,
  kind: 'tick',
  sender,
  concerns: 1,
  item,
  done,
});
const item = (name: RegExp) => screen.findByRole('checkbox', { name });
const putsOf = ({ server }: ReturnType<typeof aConversation>) =>
  server.received.filter(({ method }) => method === 'PUT').filter(({ path }) => path.includes('/items/'));

describe('a checklist, among the messages', () => {
  it('is written an item to a line, under the lines of a ready message', async () => {
    const { user, server } = aConversation();
    server.on(templateRoutes.list, () => ({
      items: [
        {
          id: '00000000-0000-4000-8000-0000000000e1',
          name: { fi: 'Aloitus' },
          body: { fi: 'Avaimet\nVakuutus' },
          version: 1,
        },
      ],
      mayKeep: false,
    }));
    await user.click(await screen.findByRole('button', { name: 'Tarkistuslista' }));
    await user.type(await screen.findByLabelText(/^Kohdat/), 'Tila varattu');
    await user.click(screen.getByRole('button', { name: 'Käytä valmista viestiä' }));
    await user.click(await screen.findByRole('button', { name: /Aloitus/ }));
    expect(screen.getByLabelText(/^Kohdat/)).toHaveValue('Tila varattu\nAvaimet\nVakuutus');

    await user.click(screen.getByRole('button', { name: 'Lähetä lista' }));

    await waitFor(() =>
      expect(server.received.find(({ path }) => path.endsWith('/messages'))?.body).toMatchObject({
        body: 'Tila varattu\nAvaimet\nVakuutus',
        card: { kind: 'checklist' },
      }),
    );
  });

  it('is ticked where it stands, and says who did it as soon as it is known', async () => {
    const conversation = aConversation({ entries: [checklist(1)] });
    let answer = (): void => undefined;
    conversation.server.on(
      messagingRoutes.tick,
      ({ body }) => new Promise((resolve) => (answer = () => resolve(body))),
    );

    await conversation.user.click(await item(/^Avaimet/));

    expect(await item(/^Avaimet/)).toBeChecked();
    await waitFor(() =>
      expect(putsOf(conversation)).toMatchObject([
        { path: `/api/conversations/${sharedId}/messages/1/items/0`, body: { done: true } },
      ]),
    );
    conversation.push(tick(2, 0, true, me));
    answer();
    expect(await item(/^Avaimet Sanna Koskinen/)).toBeChecked();
    expect(screen.getByText('1 / 2 tehty')).toBeVisible();
  });

  it('follows what others tick and take away', async () => {
    const { push } = aConversation({ entries: [checklist(1), tick(2, 0, true)] });
    expect(await item(/^Avaimet Pekka Ahola/)).toBeChecked();

    push(tick(3, 1, true));
    expect(await screen.findByText('2 / 2 tehty')).toBeVisible();
    push(tick(4, 0, false));

    await waitFor(async () => expect(await item(/^Avaimet/)).not.toBeChecked());
    expect(await item(/^Vakuutus/)).toBeChecked();
  });

  it('is not ticked when the server says no, and tells why', async () => {
    const conversation = aConversation({ entries: [checklist(1)] });
    conversation.server.on(messagingRoutes.tick, () => {
      throw new Problem('wrongStatus', { reason: 'messageRemoved' });
    });

    await conversation.user.click(await item(/^Vakuutus/));

    expect(await screen.findByText('Viesti on poistettu.')).toBeVisible();
    expect(await item(/^Vakuutus/)).not.toBeChecked();
  });

  it('is only read where nothing can be written any more', async () => {
    aConversation({ entries: [checklist(1), tick(2, 0, true)], view: { writable: false } });

    expect(await item(/^Avaimet/)).toBeDisabled();
  });

  it.each(['fi', 'sv', 'en'] as const)('has no violations: %s', async (language) => {
    await loadKnownTexts(language);
    const { container } = aConversation({ entries: [checklist(1), tick(2, 0, true)], language });
    await item(/^Avaimet/);

    expect(await axe(container)).toHaveNoViolations();
  });
});
