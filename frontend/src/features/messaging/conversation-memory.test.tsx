import { screen } from '@testing-library/react';
import { aConversation } from '../../testing/a-conversation.js';

describe('unsent text', () => {
  it('asks before the tab closes over unsent text, and not otherwise', async () => {
    const { user } = aConversation();
    const closing = (): boolean => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const field = await screen.findByLabelText('Viesti molemmille');

    expect(closing()).toBe(false);
    await user.type(field, 'Kesken');
    expect(closing()).toBe(true);
    await user.clear(field);
    expect(closing()).toBe(false);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });
});
