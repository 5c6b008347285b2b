import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { createQueryClient } from '../../platform/query-client.js';
import { FakeServer } from '../../testing/fake-server.js';
import { messagingKeys, useConversations } from './messaging.queries.js';
import { useUnreadOfCase } from './use-unread-of-case.js';

const referralId = '00000000-0000-4000-8000-0000000000d1';

const Unread = () => <p>{useUnreadOfCase(referralId, 7)} lukematta</p>;
const Conversation = () => {
  const { isError, isSuccess } = useConversations(referralId);
  return <p>{isError ? 'ei saatu' : isSuccess ? 'luettu' : 'luetaan'}</p>;
};

describe('the unread number of a case', () => {
  const open = (withConversation: boolean) => {
    const queryClient = createQueryClient(0);
    const server = new FakeServer().on(messagingRoutes.ofReferral, () => ({ conversations: [] }));
    globalThis.fetch = server.fetch;
    const tree = (isOpen: boolean) => (
      <QueryClientProvider client={queryClient}>
        {isOpen && <Conversation />}
        <Unread />
      </QueryClientProvider>
    );
    const { rerender } = render(tree(withConversation));
    return { server, queryClient, again: () => rerender(tree(withConversation)) };
  };

  it('follows the conversation, which is read again as before beside it', async () => {
    const { server, queryClient, again } = open(true);
    await screen.findByText('luettu');
    expect(screen.getByText('0 lukematta')).toBeVisible();
    // Whoever is drawn last has the last word in the query's options.
    again();

    await act(() => queryClient.invalidateQueries({ queryKey: messagingKeys.all }));

    expect(server.received).toHaveLength(2);
    expect(screen.getByText('luettu')).toBeVisible();
  });

  it('is the page’s own while the conversation has not been opened, and asks for nothing', async () => {
    const { server, queryClient } = open(false);

    await act(() => queryClient.invalidateQueries({ queryKey: messagingKeys.all }));

    expect(screen.getByText('7 lukematta')).toBeVisible();
    expect(server.received).toEqual([]);
  });
});
