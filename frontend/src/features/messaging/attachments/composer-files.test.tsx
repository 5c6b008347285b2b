import { Problem } from '@rinnalla/shared/kernel/problem';
import { attachmentRoutes, type AttachmentView } from '@rinnalla/shared/messaging/attachment-routes';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { aConversation, me, message, referralId, sharedId } from '../../../testing/a-conversation.js';
import { fakeUploads } from '../../../testing/fake-upload.js';
import { scenarioNow } from '../../../testing/sessions.js';

const fileId = '00000000-0000-4000-8000-0000000000f1';
const aFile = (given: Partial<AttachmentView> = {}): AttachmentView => ({
  id: fileId,
  conversationId: sharedId,
  name: 'suunnitelma.pdf',
  type: 'pdf',
  bytes: 120_000,
  state: 'clean',
  person: me,
  at: scenarioNow,
  seq: null,
  ...given,
});
const pdf = (name = 'suunnitelma.pdf') => new File(['%PDF-'], name, { type: 'application/pdf' });

describe('files in a conversation', () => {
  const open = (given: Parameters<typeof aConversation>[0] & { files?: AttachmentView[] } = {}) => {
    const opened = aConversation(given);
    const kept = given.files ?? [];
    opened.server
      .on(attachmentRoutes.ofReferral, () => ({ attachments: kept }))
      .on(attachmentRoutes.discard, () => undefined)
      .on(attachmentRoutes.upload, ({ params }) => aFile({ id: params.attachmentId }));
    const uploads = fakeUploads(opened.server);
    return { ...opened, kept, goOn: () => act(uploads.goOn) };
  };
  const choose = async (user: ReturnType<typeof aConversation>['user'], file: File) => {
    await screen.findByLabelText('Viesti molemmille');
    await user.upload(screen.getByLabelText('Liitä tiedosto', { selector: 'input' }), file);
  };
  const toSend = () => screen.findByRole('list', { name: 'Viestin mukana lähtevät tiedostot' });

  it('tells how far a file is, holds the message back until then, and sends both as one', async () => {
    const { user, goOn, server } = open();
    await choose(user, pdf());
    expect(screen.getByRole('progressbar', { name: 'Lähetetään suunnitelma.pdf' })).toHaveAttribute(
      'value',
      '0.4',
    );
    await user.type(screen.getByLabelText('Viesti molemmille'), 'Tässä.');
    await user.click(screen.getByRole('button', { name: 'Lähetä viesti' }));
    expect(screen.getByText('Tiedostoa lähetetään vielä. Lähetä viesti, kun se on perillä.')).toBeVisible();

    await goOn();
    await user.click(screen.getByRole('button', { name: 'Lähetä viesti' }));

    const id = server.received
      .find(({ method }) => method === 'PUT')
      ?.path.split('/')
      .at(-1);
    await waitFor(() =>
      expect(
        server.received.find(({ path, method }) => method === 'POST' && path.endsWith('/messages'))?.body,
      ).toMatchObject({ body: 'Tässä.', attachmentIds: [id] }),
    );
    expect(screen.queryByRole('list', { name: 'Viestin mukana lähtevät tiedostot' })).not.toBeInTheDocument();
  });

  it('asks whether what is called like an identity document is needed, and lets it go all the same', async () => {
    const { user, goOn, server } = open();
    await choose(user, pdf('annan-passi.pdf'));
    expect(
      screen.getByText(/^annan-passi\.pdf: nimi viittaa henkilötodistukseen\. Onko se tarpeen\?/),
    ).toBeVisible();

    await goOn();
    await user.click(screen.getByRole('button', { name: 'Lähetä viesti' }));

    await waitFor(() =>
      expect(
        server.received.some(({ path, method }) => method === 'POST' && path.endsWith('/messages')),
      ).toBe(true),
    );
    expect(screen.queryByText(/nimi viittaa henkilötodistukseen/)).not.toBeInTheDocument();
  });

  it('sends a file without a word', async () => {
    const { user, goOn, server } = open();
    await choose(user, pdf());
    await goOn();

    await user.click(screen.getByRole('button', { name: 'Lähetä viesti' }));

    await waitFor(() =>
      expect(
        server.received.find(({ path, method }) => method === 'POST' && path.endsWith('/messages'))?.body,
      ).toMatchObject({ body: '' }),
    );
  });

  it('says at the file why it was not taken, and keeps the text', async () => {
    const { user, goOn, server } = open();
    server.on(attachmentRoutes.upload, () => {
      throw new Problem('unprocessable', { reason: 'encrypted' });
    });
    await choose(user, pdf());
    await goOn();
    await user.type(screen.getByLabelText('Viesti molemmille'), 'Tässä.');
    await user.click(screen.getByRole('button', { name: 'Lähetä viesti' }));

    expect(within(await toSend()).getByRole('alert')).toHaveTextContent(
      'Tiedosto on salattu, joten sitä ei voi tarkistaa.',
    );
    expect(screen.getByText(/Yksi tiedosto ei lähtenyt/)).toBeVisible();
    expect(screen.getByLabelText('Viesti molemmille')).toHaveValue('Tässä.');
    await user.click(screen.getByRole('button', { name: 'Poista suunnitelma.pdf' }));
    expect(screen.queryByText(/Tiedosto on salattu/)).not.toBeInTheDocument();
  });

  it('takes what is dropped or pasted, and cancels what is on its way', async () => {
    const { user } = open();
    const field = await screen.findByLabelText('Viesti molemmille');

    fireEvent.drop(field, { dataTransfer: { files: [pdf('pudotettu.pdf')], types: ['Files'] } });
    fireEvent.paste(field, { clipboardData: { files: [pdf('liitetty.pdf')] } });
    expect(within(await toSend()).getAllByRole('listitem')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Peru pudotettu.pdf' }));

    expect(within(await toSend()).getAllByRole('listitem')).toHaveLength(1);
  });

  it('shows a message’s files with how they stand, and lets save only what may be saved', async () => {
    const other = '00000000-0000-4000-8000-0000000000f2';
    const { container } = open({
      entries: [{ ...message(1), attachmentIds: [fileId, other] } as never],
      files: [
        aFile({ seq: 1 }),
        aFile({ id: other, seq: 1, name: 'kuva.jpg', type: 'jpeg', state: 'checking' }),
      ],
    });
    const files = within(await screen.findByRole('list', { name: 'Viestin tiedostot' }));

    expect(files.getByRole('link', { name: /^Tallenna suunnitelma.pdf, 120/ })).toHaveAttribute(
      'href',
      `/api/conversations/${sharedId}/attachments/${fileId}`,
    );
    expect(files.queryByRole('link', { name: /kuva/ })).not.toBeInTheDocument();
    expect(files.getByText('Tarkistetaan')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('reads the list again when a check has ended', async () => {
    const { kept, wire } = open({
      entries: [{ ...message(1), attachmentIds: [fileId] } as never],
      files: [aFile({ seq: 1, state: 'checking' })],
    });
    await screen.findByText('Tarkistetaan');
    kept[0] = aFile({ seq: 1, state: 'refused' });

    act(() => wire.says('attachmentsChanged', { conversationId: sharedId, referralId }));

    expect(await screen.findByText('Hylätty: haittaohjelma')).toBeVisible();
  });
});
