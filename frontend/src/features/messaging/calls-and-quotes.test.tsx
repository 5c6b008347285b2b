import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import { act, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { loadKnownTexts } from '../../i18n/lazy-texts.js';
import { aConversation, me, message, pekka } from '../../testing/a-conversation.js';

const theLog = () => screen.findByRole('log', { name: 'Yhteinen keskustelu, vanhin ensin' });
const theField = () => screen.findByLabelText<HTMLTextAreaElement>('Viesti molemmille');
const call = (seq: number, reached: boolean, by = pekka): EntryView =>
  ({ ...message(seq, by, ''), card: { kind: 'phoneCall', reached } }) as EntryView;
const quoting = (seq: number, quotes: number, by = pekka): EntryView =>
  ({ ...message(seq, by), quotes }) as EntryView;
const removal = (seq: number, concerns: number): EntryView => ({
  seq,
  at: '2026-11-24T05:50:00.000Z',
  kind: 'redaction',
  sender: me,
  concerns,
});
const sentBy = ({ server }: ReturnType<typeof aConversation>): unknown[] =>
  server.received.filter(({ path }) => path.endsWith('/messages')).map(({ body }) => body);

describe('a call to the client', () => {
  it.each([
    [/^Soitettu/, true],
    [/^Ei saatu kiinni/, false],
  ])('is noted with one press of %s, and leaves alone what is being written', async (name, reached) => {
    const conversation = aConversation();
    await conversation.user.type(await theField(), 'Kesken');

    await conversation.user.click(await screen.findByRole('button', { name }));

    await waitFor(() =>
      expect(sentBy(conversation)).toMatchObject([{ body: '', card: { kind: 'phoneCall', reached } }]),
    );
    expect(await theField()).toHaveValue('Kesken');
  });

  it('is one call though it is pressed twice in haste', async () => {
    const conversation = aConversation();

    await conversation.user.dblClick(await screen.findByRole('button', { name: /^Soitettu/ }));

    await waitFor(() => expect(sentBy(conversation)).toHaveLength(1));
    expect((await theLog()).querySelectorAll('li')).toHaveLength(1);
  });

  it('reads as a sentence in the reader’s language, in the log and for a screen reader', async () => {
    const { push, wire } = aConversation({ entries: [call(1, true)], view: { lastReadSeq: 1 } });
    expect(await within(await theLog()).findByText('Soitettu asiakkaalle')).toBeVisible();
    act(() => wire.connect());

    push(call(2, false), true);

    expect(screen.getByText('Pekka Ahola: Soitettu asiakkaalle, ei saatu kiinni')).toBeInTheDocument();
  });
});

describe('a quote', () => {
  it('is chosen at a message, stands over the field, and goes with what is sent', async () => {
    const conversation = aConversation({ entries: [message(1), message(2, me)] });
    const { user } = conversation;
    const [first] = await within(await theLog()).findAllByRole('button', { name: /^Lainaa viestiä/ });
    if (first) await user.click(first);
    expect(screen.getByRole('button', { name: 'Jätä lainaus pois' })).toBeVisible();
    expect(await theField()).toHaveFocus();

    await user.type(await theField(), 'Sopii.');
    await user.click(screen.getByRole('button', { name: 'Lähetä viesti' }));

    await waitFor(() => expect(sentBy(conversation)).toMatchObject([{ body: 'Sopii.', quotes: 1 }]));
    expect(screen.queryByRole('button', { name: 'Jätä lainaus pois' })).not.toBeInTheDocument();
  });

  it('is left out again, and then nothing is quoted', async () => {
    const conversation = aConversation({ entries: [message(1)] });
    const { user } = conversation;
    await user.click(await screen.findByRole('button', { name: /^Lainaa viestiä/ }));

    await user.click(screen.getByRole('button', { name: 'Jätä lainaus pois' }));
    await user.type(await theField(), 'Sopii.');
    await user.click(screen.getByRole('button', { name: 'Lähetä viesti' }));

    await waitFor(() => expect(sentBy(conversation)).toHaveLength(1));
    expect(sentBy(conversation)[0]).not.toHaveProperty('quotes');
  });

  it('shows the quoted words as they stand, and leads to their message', async () => {
    const { user } = aConversation({ entries: [message(1, me, 'Sopiiko maanantai?'), quoting(2, 1)] });
    const quote = (await within(await theLog()).findAllByText('Sopiiko maanantai?')).find((words) =>
      words.closest('blockquote'),
    );
    expect(quote).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Sinä, tänään klo 7.42' }));

    expect(document.activeElement).toHaveAttribute('data-seq', '1');
  });

  it('keeps no word alive that its writer has removed', async () => {
    aConversation({ entries: [message(1, me, 'Sopiiko maanantai?'), quoting(2, 1), removal(3, 1)] });
    await within(await theLog()).findByText('Viesti 2');

    expect(screen.queryByText('Sopiiko maanantai?')).not.toBeInTheDocument();
    expect(within(await theLog()).getAllByText('Viesti on poistettu.')).toHaveLength(2);
  });

  it('cannot be begun where nothing can be written any more', async () => {
    aConversation({ entries: [message(1)], view: { writable: false } });
    await within(await theLog()).findByText('Viesti 1');

    expect(screen.queryByRole('button', { name: /^Lainaa/ })).not.toBeInTheDocument();
  });
});

it('has nothing that axe finds in calls and quotes, in three languages', async () => {
  for (const language of ['fi', 'sv', 'en'] as const) {
    await loadKnownTexts(language);
    const { container, unmount, user } = aConversation({
      entries: [message(1), call(2, true), quoting(3, 1)],
      language,
    });
    const [quote] = await within(await screen.findByRole('log')).findAllByRole('button', {
      name: /^(Lainaa|Citera|Quote)/,
    });
    if (quote) await user.click(quote);
    expect(await axe(container)).toHaveNoViolations();
    unmount();
  }
});
