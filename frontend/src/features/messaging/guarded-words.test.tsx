import { axe } from 'jest-axe';
import { act, screen, waitFor, within } from '@testing-library/react';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { aConversation } from '../../testing/a-conversation.js';

const theDialog = () => screen.findByRole('dialog', { name: 'Tarkista teksti' });
const secret = 'Tunnus on 131052-308T ja lääkitys';

describe('the question before sensitive words leave', () => {
  const writing = async (text: string, contacts: ConversationView['contacts'] = 'none') => {
    const conversation = aConversation({ view: { contacts } });
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Viesti molemmille');
    await conversation.user.type(field, text);
    await conversation.user.keyboard('{Control>}{Enter}{/Control}');
    const sent = () =>
      conversation.server.received.filter(({ path }) => path.endsWith('/messages')).map(({ body }) => body);
    return { ...conversation, field, sent };
  };

  it('says what was found in the writer’s own words, and begins on the way back', async () => {
    const { container } = await writing(secret);

    const dialog = await theDialog();

    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'Henkilötunnus 131052-308TVastaanottaja saa sen Rinnallasta, jos palvelu sitä vaatii.',
      'Terveystieto lääkitysKerro mieluummin, mitä tukea asiakas tarvitsee.',
    ]);
    expect(dialog).toHaveAccessibleDescription(/Tekstissä näyttää olevan tietoa.*Henkilötunnus 131052-308T/);
    expect(within(dialog).getByRole('button', { name: 'Muokkaa tekstiä' })).toHaveFocus();
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each(['Muokkaa tekstiä', 'Sulje'])(
    '“%s” goes back to the text, which is kept, with the place marked',
    async (name) => {
      const { user, field, sent } = await writing(secret);

      await user.click(within(await theDialog()).getByRole('button', { name }));

      await waitFor(() =>
        expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('131052-308T'),
      );
      expect(field).toHaveFocus();
      expect([field.value, sent(), screen.queryByRole('dialog')]).toEqual([secret, [], null]);
    },
  );

  it('sends all the same, with what was seen, by keyboard alone', async () => {
    const { user, field, sent } = await writing(secret);
    await theDialog();

    await user.tab();
    await user.keyboard('{Enter}');

    await waitFor(() =>
      expect(sent()).toMatchObject([{ body: secret, acknowledged: ['identityCode', 'health'] }]),
    );
    expect(field).toHaveValue('');
  });

  it('is not asked of ordinary words', async () => {
    const { sent } = await writing('Masentava sää, tavataan 14.12. klo 9');

    await waitFor(() => expect(sent()).toMatchObject([{ body: 'Masentava sää, tavataan 14.12. klo 9' }]));
    expect(sent()[0]).not.toHaveProperty('acknowledged');
  });

  it('comes before a message waits for its connection', async () => {
    const conversation = aConversation();
    const field = await screen.findByLabelText('Viesti molemmille');
    conversation.server.goDown();
    await conversation.user.type(field, secret);
    await conversation.user.keyboard('{Control>}{Enter}{/Control}');

    await theDialog();
    expect(screen.queryByText(/Odottaa lähetystä|Lähetetään/)).toBeNull();
    await conversation.user.click(screen.getByRole('button', { name: 'Lähetä silti' }));

    expect(await screen.findByText(/Odottaa lähetystä/)).toBeVisible();
    conversation.server.goDown(false);
    act(() => conversation.wire.connect());
    await waitFor(() =>
      expect(conversation.server.received.at(-1)?.body).toMatchObject({
        body: secret,
        acknowledged: ['identityCode', 'health'],
      }),
    );
  });

  describe('of telephone numbers and addresses', () => {
    const contacts = 'Soita 040 123 4567';

    it('is not asked of whoever knows that they are not secret', async () => {
      const { sent } = await writing(contacts, 'none');

      await waitFor(() => expect(sent()).toHaveLength(1));
    });

    it('names the order to whoever knows of it, and to nobody else', async () => {
      const known = await writing(contacts, 'nonDisclosure');
      expect(await theDialog()).toHaveTextContent('Asiakkaalla on turvakielto');
      known.unmount();

      await writing(contacts, 'always');
      const dialog = await theDialog();
      expect(dialog).not.toHaveTextContent('turvakielto');
      expect(dialog).toHaveTextContent('Asiakkaan yhteystieto voi olla salainen.');
    });
  });

  it('tells in words when the server found what the page did not', async () => {
    const { user, server } = aConversation();
    server.on(messagingRoutes.send, () => {
      throw new Problem('unprocessable', { reason: 'sensitiveText', details: { kinds: 'health' } });
    });
    await user.type(await screen.findByLabelText('Viesti molemmille'), 'Hei');
    await user.keyboard('{Control>}{Enter}{/Control}');

    expect(await screen.findByText(/Tekstissä on tietoa, jota ei yleensä pidä jakaa/)).toBeVisible();
  });
});
