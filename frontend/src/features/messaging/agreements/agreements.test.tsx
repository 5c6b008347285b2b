import { Problem } from '@rinnalla/shared/kernel/problem';
import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import type { AgreementVerdict } from '@rinnalla/shared/messaging/message-card';
import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { loadKnownTexts } from '../../../i18n/lazy-texts.js';
import { aConversation, me, message, pekka, referralId } from '../../../testing/a-conversation.js';
import { scenarioNow } from '../../../testing/sessions.js';

const agreed = (seq: number, by = pekka, body = 'Pekka tulee mukaan.'): EntryView =>
  ({ ...message(seq, by, body), card: { kind: 'agreement' } }) as EntryView;
const answered = (seq: number, concerns: number, verdict: AgreementVerdict, by = me): EntryView =>
  ({
    ...message(seq, by, 'Vastaus.'),
    card: { kind: 'agreementAnswer', concerns, verdict },
  }) as EntryView;
const removal = (seq: number, concerns: number): EntryView => ({
  seq,
  at: scenarioNow,
  kind: 'redaction',
  sender: pekka,
  concerns,
});
const theLog = async () => within(await screen.findByRole('log', { name: /^Yhteinen keskustelu/ }));
const pinned = () => screen.queryByRole('region', { name: 'Sovittu' });
const pinnedTexts = async (): Promise<(string | null)[]> => {
  await theLog();
  return within(screen.getByRole('region', { name: 'Sovittu' }))
    .getAllByRole('listitem')
    .map((item) => within(item).getByRole('button').textContent);
};
const answersOf = ({ server }: ReturnType<typeof aConversation>) =>
  server.received.filter(({ path }) => path.includes('/agreements/'));

describe('what was agreed, among the messages', () => {
  it('is written down beside what is being written, and asks first about what is sensitive', async () => {
    const { user, server } = aConversation();
    await user.type(await screen.findByLabelText('Viesti molemmille'), 'Kesken');
    await user.click(screen.getByRole('button', { name: 'Kirjaa, mitä sovittiin' }));
    const form = within(await screen.findByRole('dialog'));

    await user.click(form.getByRole('button', { name: 'Lähetä vahvistettavaksi' }));
    expect(form.getByRole('link', { name: 'Mitä sovittiin: Täytä tämä kohta.' })).toBeVisible();
    await user.type(form.getByLabelText(/^Mitä sovittiin/), 'Tunnus on 131052-308T.');
    await user.click(form.getByRole('button', { name: 'Lähetä vahvistettavaksi' }));
    await user.click(await screen.findByRole('button', { name: 'Lähetä silti' }));

    await waitFor(() =>
      expect(server.received.find(({ path }) => path.endsWith('/messages'))?.body).toMatchObject({
        body: 'Tunnus on 131052-308T.',
        card: { kind: 'agreement' },
        acknowledged: ['identityCode'],
      }),
    );
    expect(screen.getByLabelText('Viesti molemmille')).toHaveValue('Kesken');
  });

  it('is confirmed by the other side in one press; the message keeps the focus', async () => {
    const conversation = aConversation({ entries: [agreed(1)] });
    conversation.server.on(answerRoutes.agreement, () => ({ seq: 2, sentAt: scenarioNow }));

    await conversation.user.click(await screen.findByRole('button', { name: 'Näin sovittiin' }));

    await waitFor(() =>
      expect(answersOf(conversation)).toMatchObject([
        {
          path: `/api/referrals/${referralId}/agreements/1/answer`,
          body: { verdict: 'confirmed', body: 'Näin sovittiin.' },
        },
      ]),
    );
    await waitFor(() => expect(document.querySelector('[data-seq="1"]')).toHaveFocus());
  });

  it('is disputed in words of one’s own, with what was written in sight', async () => {
    const conversation = aConversation({ entries: [agreed(1)] });
    const { user, server } = conversation;
    server.on(answerRoutes.agreement, () => ({ seq: 2, sentAt: scenarioNow }));
    await user.click(await screen.findByRole('button', { name: 'Näin ei sovittu' }));
    const form = within(await screen.findByRole('dialog'));
    expect(form.getByText('Pekka tulee mukaan.')).toBeVisible();

    await user.clear(form.getByLabelText('Viesti'));
    await user.type(form.getByLabelText('Viesti'), 'Tulen vasta toisella kerralla.');
    await user.click(form.getByRole('button', { name: 'Lähetä vastaus' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(answersOf(conversation)[0]?.body).toMatchObject({
      verdict: 'disputed',
      body: 'Tulen vasta toisella kerralla.',
    });
  });

  it('waits on its own side, and says what became of it as soon as it is known', async () => {
    const { push } = aConversation({ entries: [agreed(1, me)] });
    expect(await screen.findByText('Odottaa toisen osapuolen vahvistusta.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Näin sovittiin' })).not.toBeInTheDocument();

    push(answered(2, 1, 'confirmed', pekka));
    expect(await screen.findByText(/^Vahvisti Pekka Ahola/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Poista viesti/ })).not.toBeInTheDocument();

    push(answered(3, 1, 'ended', pekka));
    expect(await screen.findByText(/^Merkitsi Pekka Ahola/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Merkitse päättyneeksi' })).not.toBeInTheDocument();
  });

  it('is ended by either side once it was confirmed; a refusal is told and the words stay', async () => {
    const conversation = aConversation({ entries: [agreed(1, me), answered(2, 1, 'confirmed', pekka)] });
    const { user, server } = conversation;
    server.on(answerRoutes.agreement, () => {
      throw new Problem('wrongStatus', { reason: 'alreadyEnded' });
    });
    await user.click(await screen.findByRole('button', { name: 'Merkitse päättyneeksi' }));
    const form = within(await screen.findByRole('dialog'));

    await user.click(form.getByRole('button', { name: 'Merkitse päättyneeksi' }));

    expect(await form.findByText('Tämä on jo merkitty päättyneeksi.')).toBeVisible();
    expect(form.getByLabelText('Viesti')).toHaveValue('Tämä ei ole enää voimassa.');
    expect(answersOf(conversation)[0]?.body).toMatchObject({ verdict: 'ended' });
  });

  it('is only read where nothing can be written any more', async () => {
    aConversation({ entries: [agreed(1)], view: { writable: false } });

    expect(await (await theLog()).findByText('Pekka tulee mukaan.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Näin sovittiin' })).not.toBeInTheDocument();
  });

  it('stands in an answer as it was written, and leads there', async () => {
    const { user } = aConversation({ entries: [agreed(1), answered(2, 1, 'confirmed')] });
    const answer = within((await screen.findByText('Vahvistettu')).closest('li')!);

    expect(answer.getByText('Pekka tulee mukaan.')).toBeVisible();
    await user.click(answer.getByRole('button', { name: /^Pekka Ahola/ }));
    expect(document.querySelector('[data-seq="1"]')).toHaveFocus();
  });
});

describe('what stands agreed, over the messages', () => {
  it('is not there while nothing is agreed, nor for one’s own notes', async () => {
    const { user } = aConversation({ entries: [message(1), agreed(2), answered(3, 2, 'disputed')] });
    await theLog();
    expect(pinned()).not.toBeInTheDocument();

    await user.click(screen.getByRole('tab', { name: /Sisäiset/ }));
    expect(pinned()).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Kirjaa, mitä sovittiin' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Pyydä asiakirjaa' })).not.toBeInTheDocument();
  });

  it('follows what both sides say, the newest first, and leads to the message', async () => {
    const { user, push } = aConversation({
      entries: [agreed(1, me, 'Ensin'), agreed(2, pekka, 'Sitten'), answered(3, 1, 'confirmed', pekka)],
    });
    expect(await pinnedTexts()).toEqual(['Sitten', 'Ensin']);
    expect(screen.getByText('Odottaa teitä')).toBeVisible();

    push(agreed(4, me, 'Viimeksi'));
    expect(await pinnedTexts()).toEqual(['Viimeksi', 'Sitten', 'Ensin']);
    expect(screen.getByText('Odottaa toista osapuolta')).toBeVisible();
    push(answered(5, 1, 'ended', pekka));
    expect(await pinnedTexts()).toEqual(['Viimeksi', 'Sitten']);
    await user.click(screen.getByRole('button', { name: 'Sitten' }));
    expect(document.querySelector('[data-seq="2"]')).toHaveFocus();
  });

  it('loses a text that was removed at once', async () => {
    const { push } = aConversation({ entries: [agreed(1, pekka, 'Salaisuus')] });
    expect(await pinnedTexts()).toEqual(['Salaisuus']);

    push(removal(2, 1));

    await waitFor(() => expect(pinned()).not.toBeInTheDocument());
    expect(screen.queryByText('Salaisuus')).not.toBeInTheDocument();
  });

  it('shows three, and the rest when asked', async () => {
    const { user } = aConversation({ entries: [1, 2, 3, 4].map((seq) => agreed(seq, me, `Sovittu ${seq}`)) });
    expect(await pinnedTexts()).toEqual(['Sovittu 4', 'Sovittu 3', 'Sovittu 2']);

    await user.click(screen.getByRole('button', { name: 'Näytä kaikki 4' }));
    expect(await pinnedTexts()).toHaveLength(4);
    await user.click(screen.getByRole('button', { name: 'Näytä vähemmän' }));
    expect(await pinnedTexts()).toHaveLength(3);
  });

  it('has nothing that axe finds, in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      await loadKnownTexts(language);
      const entries = [agreed(1), agreed(2, me), answered(3, 2, 'confirmed', pekka)];
      const { container, unmount } = aConversation({ entries, language });
      await screen.findByRole('log');
      expect(await axe(container)).toHaveNoViolations();
      unmount();
    }
  });
});
