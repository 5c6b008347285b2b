import { Problem } from '@rinnalla/shared/kernel/problem';
import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import { attachmentRoutes, type AttachmentView } from '@rinnalla/shared/messaging/attachment-routes';
import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import { act, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { loadKnownTexts } from '../../../i18n/lazy-texts.js';
import { aConversation, me, message, pekka, referralId, sharedId } from '../../../testing/a-conversation.js';
import { fakeUploads } from '../../../testing/fake-upload.js';
import { scenarioNow } from '../../../testing/sessions.js';

const request = (seq: number, by = pekka): EntryView =>
  ({
    ...message(seq, by, 'Aloitus tarvitsee päätöksen.'),
    card: { kind: 'documentRequest', document: 'decision' },
  }) as EntryView;
const answered = (seq: number, concerns: number, given: boolean, by = me): EntryView =>
  ({ ...message(seq, by, 'Tässä.'), card: { kind: 'documentAnswer', concerns, given } }) as EntryView;
const pdf = (name: string) => new File(['%PDF-'], name, { type: 'application/pdf' });

/** A conversation that takes files; `arrive` lets those on their way come. */
const open = (given: Parameters<typeof aConversation>[0] = {}) => {
  const opened = aConversation(given);
  const kept: AttachmentView[] = [];
  opened.server
    .on(attachmentRoutes.ofReferral, () => ({ attachments: kept }))
    .on(attachmentRoutes.discard, () => undefined)
    .on(attachmentRoutes.upload, ({ params }) => {
      const file: AttachmentView = {
        id: params.attachmentId,
        conversationId: sharedId,
        name: 'päätös.pdf',
        type: 'pdf',
        bytes: 120_000,
        state: 'clean',
        person: me,
        at: scenarioNow,
        seq: null,
      };
      kept.push(file);
      return file;
    });
  const uploads = fakeUploads(opened.server);
  return { ...opened, arrive: () => act(uploads.goOn) };
};
const theDialog = async () => within(await screen.findByRole('dialog'));
const choose = async (
  { user, arrive }: ReturnType<typeof open>,
  where: Pick<ReturnType<typeof within>, 'getByLabelText'>,
  name = 'päätös.pdf',
): Promise<void> => {
  await user.upload(where.getByLabelText('Liitä tiedosto', { selector: 'input' }), pdf(name));
  await arrive();
};
const answersOf = ({ server }: ReturnType<typeof open>) =>
  server.received.filter(({ path }) => path.includes('/document-requests/'));
const discarded = ({ server }: ReturnType<typeof open>) =>
  server.received.filter(({ method }) => method === 'DELETE');

describe('a request for a document, among the messages', () => {
  it('names one document of the list and what it is for, with advice to ask for no more', async () => {
    const { user, server } = open();
    await user.click(await screen.findByRole('button', { name: 'Pyydä asiakirjaa' }));
    const form = await theDialog();
    expect(
      form.getByText(/Pyydä vain se, minkä palvelu tarvitsee\. Älä pyydä henkilötodistuksia/),
    ).toBeVisible();

    await user.click(form.getByRole('button', { name: 'Lähetä pyyntö' }));
    expect(form.getByRole('link', { name: /^Mikä asiakirja:/ })).toBeVisible();
    await user.selectOptions(form.getByLabelText('Mikä asiakirja'), 'Läsnäolotiedot');
    await user.type(form.getByLabelText(/^Viesti/), 'Marraskuulta, laskua varten.');
    await user.click(form.getByRole('button', { name: 'Lähetä pyyntö' }));

    await waitFor(() =>
      expect(server.received.find(({ path }) => path.endsWith('/messages'))?.body).toMatchObject({
        body: 'Marraskuulta, laskua varten.',
        card: { kind: 'documentRequest', document: 'attendance' },
      }),
    );
  });

  it('is answered with a file, and with none it says what is missing', async () => {
    const conversation = open({ entries: [request(1)] });
    const { user, server } = conversation;
    server.on(answerRoutes.document, () => ({ seq: 2, sentAt: scenarioNow }));
    await user.click(await screen.findByRole('button', { name: 'Anna asiakirja' }));
    const form = await theDialog();
    await user.click(form.getByRole('button', { name: 'Lähetä vastaus' }));
    expect(form.getByText('Liitä asiakirja, ennen kuin lähetät vastauksen.')).toBeVisible();

    await choose(conversation, form);
    await user.click(form.getByRole('button', { name: 'Lähetä vastaus' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const { path, body } = answersOf(conversation)[0]!;
    expect(path).toBe(`/api/referrals/${referralId}/document-requests/1/answer`);
    expect(body).toMatchObject({ given: true, body: 'Tässä pyydetty asiakirja.' });
    expect(body).toHaveProperty('attachmentIds.length', 1);
    expect(discarded(conversation)).toEqual([]);
  });

  it('leaves alone the files that the box holds, and takes its own away when it is closed', async () => {
    const conversation = open({ entries: [request(1)] });
    const { user } = conversation;
    await screen.findByLabelText('Viesti molemmille');
    await choose(conversation, screen, 'oma.pdf');
    await user.click(await screen.findByRole('button', { name: 'Anna asiakirja' }));
    const form = await theDialog();
    expect(form.queryByRole('list', { name: 'Viestin mukana lähtevät tiedostot' })).not.toBeInTheDocument();

    await choose(conversation, form);
    await user.click(form.getByRole('button', { name: 'Sulje' }));

    expect(discarded(conversation)).toHaveLength(1);
    const left = screen.getByRole('list', { name: 'Viestin mukana lähtevät tiedostot' });
    expect(within(left).getAllByRole('listitem')).toHaveLength(1);
  });

  it('has its files again when the answer was not taken', async () => {
    const conversation = open({ entries: [request(1)] });
    const { user, server } = conversation;
    server.on(answerRoutes.document, () => {
      throw new Problem('wrongStatus', { reason: 'cardAnswered' });
    });
    await user.click(await screen.findByRole('button', { name: 'Anna asiakirja' }));
    const form = await theDialog();
    await choose(conversation, form);
    await user.click(form.getByRole('button', { name: 'Lähetä vastaus' }));

    expect(await form.findByText('Tähän on jo vastattu.')).toBeVisible();
    expect(await form.findByText('päätös.pdf')).toBeVisible();
  });

  it('is answered in words when there is no document to give', async () => {
    const conversation = open({ entries: [request(1)] });
    const { user, server } = conversation;
    server.on(answerRoutes.document, () => ({ seq: 2, sentAt: scenarioNow }));
    await user.click(await screen.findByRole('button', { name: 'Emme voi antaa' }));
    const form = await theDialog();
    expect(form.getByText('Aloitus tarvitsee päätöksen.')).toBeVisible();
    await user.click(form.getByRole('button', { name: 'Lähetä vastaus' }));

    await waitFor(() =>
      expect(answersOf(conversation)[0]?.body).toMatchObject({
        given: false,
        body: 'Emme voi antaa tätä asiakirjaa.',
      }),
    );
    expect(answersOf(conversation)[0]?.body).not.toHaveProperty('attachmentIds');
  });

  it('is no question to its own side, and leads to the answer when there is one', async () => {
    const { push, user } = open({ entries: [request(1, me)] });
    expect(await screen.findByText('Odottaa toisen osapuolen vastausta.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Anna asiakirja' })).not.toBeInTheDocument();

    push(answered(2, 1, true, pekka));

    expect(await screen.findByText(/^Asiakirjan antoi Pekka Ahola/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Poista viesti/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Näytä vastaus' }));
    expect(document.querySelector('[data-seq="2"]')).toHaveFocus();
  });

  it('has nothing that axe finds, open or answered, in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      await loadKnownTexts(language);
      const entries = [request(1), request(2, me), answered(3, 2, false, pekka)];
      const { container, unmount } = open({ entries, language });
      await screen.findByRole('log');
      expect(await axe(container)).toHaveNoViolations();
      unmount();
    }
  });
});
