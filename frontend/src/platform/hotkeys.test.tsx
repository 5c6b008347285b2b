import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { setHotkeysEnabled, useHotkeys } from './hotkeys.js';

const List = ({ act }: { act: (key: string) => void }) => {
  const list = useRef<HTMLDivElement>(null);
  useHotkeys([{ key: 'j', label: 'Seuraava', act: () => act('j') }], { heading: 'Luettelo', within: list });
  useHotkeys([{ key: 'mod+k', label: 'Hae', act: () => act('mod+k') }], { heading: 'Kaikkialla' });
  return (
    <>
      <div ref={list}>
        <button type="button">rivi</button>
        <input aria-label="kenttä" />
      </div>
      <button type="button">muualla</button>
    </>
  );
};

describe('single keys', () => {
  afterEach(() => setHotkeysEnabled(true));

  it('work in their list, not elsewhere, and never while typing', async () => {
    const user = userEvent.setup();
    const act = jest.fn();
    render(<List act={act} />);

    await user.click(screen.getByRole('button', { name: 'rivi' }));
    await user.keyboard('j');
    await user.click(screen.getByRole('button', { name: 'muualla' }));
    await user.keyboard('j');
    await user.type(screen.getByLabelText('kenttä'), 'j');

    expect(act.mock.calls).toEqual([['j']]);
    expect(screen.getByLabelText('kenttä')).toHaveValue('j');
  });

  it('can be switched off, while those with Ctrl stay', async () => {
    const user = userEvent.setup();
    const act = jest.fn();
    render(<List act={act} />);
    setHotkeysEnabled(false);

    await user.click(screen.getByRole('button', { name: 'rivi' }));
    await user.keyboard('j{Control>}k{/Control}');

    expect(act.mock.calls).toEqual([['mod+k']]);
  });
});
